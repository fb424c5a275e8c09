/** Who decides: one post with its forum and stand-in, or each concerned authority by itself. */
import type { nextGate } from '#src/rules/gates.ts'
import { decidersOf, type decidingRight } from '#src/rules/mandate.ts'
import { attemptOf, decisionsOf } from '#src/rules/outcomes.ts'
import { decidersText } from '#src/text/refusals.ts'
import { useWords } from '../../language.ts'
import type { Whole } from '../useWhole.ts'
import styles from './Deciding.module.css'

export function WhoDecides({
  right,
  whole,
  gate,
}: {
  right: ReturnType<typeof decidingRight>
  whole: Whole
  gate: ReturnType<typeof nextGate>
}) {
  const words = useWords()
  const { t, word } = words
  if (right.kind === 'nobody') return null
  if (right.kind === 'one') {
    const { forum, standIn } = right.decider
    return (
      <p>
        {t('initiative.decidesOne', { who: decidersText(decidersOf(right), words) })}
        {forum && ` ${t('initiative.after', { forum: forum.title })}`}
        {standIn && ` (${t('initiative.standIn', { who: standIn.person.name })})`}.
      </p>
    )
  }
  const parties = right.parties.map((p) => p.party)
  const made = gate ? decisionsOf(whole.decisions, gate, attemptOf(whole.decisions, gate, parties)) : []
  return (
    <div>
      <p>{t('initiative.decidesAll')}:</p>
      <ul className={styles.parties}>
        {right.parties.map(({ party, decider }) => {
          const decided = made.find((d) => d.party?.key === party.key)
          return (
            <li key={party.key}>
              <b>{party.title}</b>
              {decider ? ` – ${decider.holder.name}` : ''}:{' '}
              {decided
                ? t('initiative.yes', { outcome: word('outcomes', decided.outcome) })
                : t('initiative.waits')}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
