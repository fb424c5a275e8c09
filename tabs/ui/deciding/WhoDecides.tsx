/** Who decides: a post with its forum and stand-in, the level it has been raised to, or each concerned authority by itself. */
import type { MayDecide } from '#src/rules/deciding/deciding.ts'
import { decidersOf } from '#src/rules/mandate.ts'
import { attemptOf, decisionsOf, inForce } from '#src/rules/meetings/outcomes.ts'
import { decidersText } from '#src/text/refusals.ts'
import { useWords } from '../../language.ts'
import type { Whole } from '../useWhole.ts'
import styles from './Deciding.module.css'

export function WhoDecides({ may, whole }: { may: MayDecide; whole: Whole }) {
  const words = useWords()
  const { t, word } = words
  const { right, gate, raisedTo } = may
  if (!right || right.kind === 'nobody') return null
  if (right.kind === 'one') {
    const [post] = right.posts
    const { forum, standIn } = post?.decider ?? {}
    return (
      <p>
        {raisedTo && `${t('initiative.raisedTo', { forum: raisedTo.title })} `}
        {t('initiative.decidesOne', { who: decidersText(decidersOf(right), words) })}
        {forum && ` ${t('initiative.after', { forum: forum.title })}`}
        {standIn && ` (${t('initiative.standIn', { who: standIn.person.name })})`}.
      </p>
    )
  }
  const parties = right.parties.map((p) => p.party)
  const round = gate ? decisionsOf(whole.decisions, gate, attemptOf(whole.decisions, gate, parties)) : []
  const made = inForce(round)
  return (
    <div>
      <p>{t('initiative.decidesAll')}:</p>
      <ul className={styles.parties}>
        {right.parties.map(({ party, posts }) => {
          const decided = made.find((d) => d.party?.key === party.key)
          return (
            <li key={party.key}>
              <b>{party.title}</b>
              {posts.length > 0 ? ` – ${posts.map(({ decider }) => decider.holder.name).join(', ')}` : ''}:{' '}
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
