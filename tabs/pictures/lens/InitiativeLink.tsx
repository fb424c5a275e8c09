/** An initiative named as everywhere, leading to its page and knowing the way back; others' projects say so. */
import { Link, useLocation, useSearch } from 'wouter'
import type { Initiative } from '#src/lists/initiatives.ts'
import { useWords } from '../../language.ts'
import { initiativeHref } from '../PicturePage.tsx'
import styles from './Lens.module.css'

export function InitiativeLink({
  initiative: { key, number, title, external },
}: {
  initiative: Pick<Initiative, 'key' | 'number' | 'title' | 'external'>
}) {
  const { t } = useWords()
  const from = useSearch()
  const [page] = useLocation()
  return (
    <>
      <Link href={initiativeHref(key)} state={{ from, page, row: key }} className={styles.link}>
        {number} {title}
      </Link>
      {external && ` (${t('lens.external')})`}
    </>
  )
}
