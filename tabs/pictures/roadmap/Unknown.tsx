/** The initiatives that nobody has given a time, beside the road map. */
import { Link, useLocation, useSearch } from 'wouter'
import type { Initiative } from '#src/lists/initiatives.ts'
import { formatNumber } from '#src/text/format.ts'
import { useWords } from '../../language.ts'
import { initiativeHref } from '../PicturePage.tsx'
import styles from './Roadmap.module.css'

const MOST = 60

export function Unknown({ unknown }: { unknown: readonly Initiative[] }) {
  const { t, locale } = useWords()
  const [page] = useLocation()
  const from = useSearch()
  return (
    <details className={`${styles.beside} no-print`}>
      <summary>{t('pictures.timeless', { count: formatNumber(unknown.length, locale) })}</summary>
      <ul>
        {unknown.slice(0, MOST).map(({ key, number, title, start }) => (
          <li key={key}>
            <Link href={initiativeHref(key)} state={{ from, page, row: key }}>
              {number} {title}
            </Link>{' '}
            {start}
          </li>
        ))}
      </ul>
      {unknown.length > MOST && (
        <p>{t('pictures.unplacedMore', { count: formatNumber(unknown.length - MOST, locale) })}</p>
      )}
    </details>
  )
}
