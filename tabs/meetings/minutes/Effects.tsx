/** What the decisions of the meeting have done, what waits for verification, and what could not be carried out and why. */
import { Link } from 'wouter'
import { type AgendaItem, type Carrying, carrying } from '#src/lists/meetings.ts'
import { whyNotCarriedOut } from '#src/rules/meetings/itemDecision.ts'
import { refusalText } from '#src/text/refusals.ts'
import { useWords } from '../../language.ts'
import type { HeldMeeting } from '../useMeeting.ts'
import { effectText } from '../effectText.ts'
import meetings from '../Meetings.module.css'
import styles from './Minutes.module.css'

const inOrder = ['refused', 'waiting', 'done'] as const satisfies readonly Carrying[]
const marks = { refused: '✕', waiting: '○', done: '✓' } as const

export function Effects({ held: { items } }: { held: HeldMeeting }) {
  const words = useWords()
  const { t } = words
  const groups = inOrder
    .map((state) => ({ state, rows: items.filter((item) => item.effect && item.carrying === state) }))
    .filter(({ rows }) => rows.length > 0)
  if (groups.length === 0) return null
  return (
    <section className={meetings.section} aria-labelledby='minutes-effects'>
      <h2 id='minutes-effects'>{t('minutes.effects')}</h2>
      {groups.map(({ state, rows }) => (
        <div key={state}>
          <h3>
            <span aria-hidden='true'>{marks[state]}</span> {words.of(carrying, state)}
          </h3>
          <ul className={styles.names}>
            {rows.map((item) => (
              <Effect key={item.key} item={item} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function Effect({ item }: { item: AgendaItem }) {
  const words = useWords()
  const { initiative, effect } = item
  const why = whyNotCarriedOut(item)
  return (
    <li>
      {initiative ? (
        <Link className={meetings.link} href={`/initiative/${encodeURIComponent(initiative.key)}`}>
          {initiative.title}
        </Link>
      ) : (
        item.title
      )}
      {effect && ` · ${effectText(effect, words)}`}
      {item.carrying === 'refused' && (
        <>
          {why.map((refusal) => (
            <p key={JSON.stringify(refusal)} className={styles.why}>
              {refusalText(refusal, words)}
            </p>
          ))}
          <p className={meetings.quiet}>{words.t('minutes.comesBack')}</p>
        </>
      )}
    </li>
  )
}
