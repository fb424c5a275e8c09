/** Orders of other forums that have been raised to this one, each with the way to where it is decided. */
import { useCallback } from 'react'
import { Link } from 'wouter'
import type { Forum } from '#src/lists/organisation.ts'
import { type Ranking, rankings } from '#src/lists/prioritising.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { useWords } from '../../language.ts'
import { useRead } from '../../ui/useRead.ts'
import styles from './Session.module.css'

export function RaisedHere({ forum: { key } }: { forum: Pick<Forum, 'key'> }) {
  const { t } = useWords()
  const { rows = [] } = useRead(
    'rankings',
    useCallback((store: ListReader) => store.where(rankings, { column: 'raisedTo', value: key }), [key]),
    useCallback((ranking: Ranking) => ranking.raisedTo?.key === key, [key]),
  )
  const open = rows.filter(({ state, archived }) => state === 'raised' && !archived)
  if (open.length === 0) return null
  return (
    <section className={styles.raised} aria-labelledby='raised-here'>
      <h2 id='raised-here'>{t('order.raisedHere')}</h2>
      <ul className={styles.changes}>
        {open.map((ranking) => {
          const { forum, year, title, voices = [] } = ranking
          const query = new URLSearchParams({ forum: forum.key, year: String(year), question: 'order' })
          const reason = voices.findLast(({ outcome }) => outcome === 'escalate')?.reason
          return (
            <li key={ranking.key}>
              <Link href={`/prioritise/session?${query.toString()}`}>{title}</Link> {reason}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
