/** The initiatives that no place in the picture is honest for, each with what is missing. */
import { Link, useLocation, useSearch } from 'wouter'
import type { Initiative } from '#src/lists/initiatives.ts'
import { type Figures, hasPlace } from '#src/rules/pictures/bubbles.ts'
import { formatList, formatNumber } from '#src/text/format.ts'
import { useWords } from '../../language.ts'
import { initiativeHref } from '../PicturePage.tsx'
import type { BubbleChoice } from './choice.ts'
import styles from './Bubbles.module.css'

/** A list to act on, not to read through; the table has all. */
const MOST = 60

export function Unplaced({
  unplaced,
  figures,
  choice,
}: {
  unplaced: readonly Initiative[]
  figures: ReadonlyMap<string, Figures>
  choice: BubbleChoice
}) {
  const { t, locale } = useWords()
  const [page] = useLocation()
  const from = useSearch()
  const axes = [
    { measure: choice.x, isLog: choice.logX },
    { measure: choice.y, isLog: choice.logY },
  ]
  const lacks = (key: string) =>
    axes
      .filter(({ measure, isLog }) => !hasPlace(figures.get(key)?.[measure], isLog))
      .map(({ measure }) => t(`pictures.measure.${measure}`).toLowerCase())
  return (
    <details className={`${styles.beside} no-print`}>
      <summary>{t('pictures.unplaced', { count: formatNumber(unplaced.length, locale) })}</summary>
      <ul>
        {unplaced.slice(0, MOST).map(({ key, number, title }) => (
          <li key={key}>
            <Link href={initiativeHref(key)} state={{ from, page, row: key }}>
              {number} {title}
            </Link>{' '}
            <span>{t('pictures.lacks', { what: formatList([...new Set(lacks(key))], locale) })}</span>
          </li>
        ))}
      </ul>
      {unplaced.length > MOST && (
        <p>{t('pictures.unplacedMore', { count: formatNumber(unplaced.length - MOST, locale) })}</p>
      )}
    </details>
  )
}
