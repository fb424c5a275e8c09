/** The trail of an initiative as readable history, day by day, and how it stood on a chosen day. */
import { lazy, Suspense, useState } from 'react'
import type { Ref } from '#src/lists/columns.ts'
import { type TrailEntry, trailKinds } from '#src/lists/decisions.ts'
import { byDay, latestFirst } from '#src/rules/initiatives/history.ts'
import { formatDay } from '#src/text/format.ts'
import { trailText } from '#src/text/trail.ts'
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'
import type { NameOf } from '../ui/useDecisionNames.ts'
import type { Whole } from '../ui/useWhole.ts'
import { Fold } from './Fold.tsx'
import styles from './Initiative.module.css'

const AsItWas = lazy(() => import('./AsItWas.tsx').then((m) => ({ default: m.AsItWas })))

export function History({ whole, nameOf }: { whole: Whole; nameOf: NameOf }) {
  const words = useWords()
  const { t, word, locale } = words
  const { today } = useSession()
  const [kind, setKind] = useState<TrailEntry['kind'] | ''>('')
  const { trail, decisions } = whole
  const nameIn = ({ key, title }: Ref) => nameOf(decisions.find((d) => d.key === key) ?? { number: title })
  const latest = latestFirst(trail)[0]
  const kinds = (Object.keys(trailKinds) as TrailEntry['kind'][]).filter((one) =>
    trail.some((entry) => entry.kind === one),
  )
  return (
    <Fold
      id='history'
      title={t('initiative.history')}
      says={
        latest
          ? t('history.says', { count: trail.length, day: formatDay(latest.day, locale, today) })
          : t('initiative.noHistory')
      }
    >
      <div className={styles.filter}>
        <label>
          {t('history.show')}{' '}
          <select value={kind} onChange={(event) => setKind(event.target.value as TrailEntry['kind'] | '')}>
            <option value=''>{t('history.everything')}</option>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {word('trailKinds', one)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <ol className={styles.events}>
        {byDay(trail.filter((entry) => kind === '' || entry.kind === kind)).map(({ day, entries }) => (
          <li key={day}>
            <b>{formatDay(day, locale, today)}</b>
            <ul className={styles.dayEvents}>
              {entries.map((entry) => (
                <li key={entry.key}>
                  {trailText(entry, words)}{' '}
                  <span className={styles.quiet}>
                    {entry.person.name}
                    {entry.decision && `, ${t('history.decision', { number: nameIn(entry.decision) })}`}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <Suspense fallback={null}>
        <AsItWas whole={whole} />
      </Suspense>
    </Fold>
  )
}
