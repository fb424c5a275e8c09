/** A paragraph that is verified by itself: sent to the verifiers from the meeting, and what they have answered. */
import { type AgendaItem } from '#src/lists/meetings.ts'
import { answers } from '#src/lists/minutes.ts'
import { atOnceFaults, latestOf } from '#src/rules/meetings/verifying.ts'
import { useWords } from '../../language.ts'
import { Refusals } from '../../ui/Refusals.tsx'
import buttons from '../../ui/Buttons.module.css'
import { useAsk } from '../useAsk.ts'
import type { HeldMeeting } from '../useMeeting.ts'
import { Lacking } from './Lacking.tsx'
import styles from './Hold.module.css'

export function AtOnceHere({
  held: { meeting, verifications },
  item,
  maySend,
}: {
  held: HeldMeeting
  item: AgendaItem
  maySend: boolean
}) {
  const words = useWords()
  const { t } = words
  const { ask, refusals, busy } = useAsk()
  const asked = latestOf(verifications, item.key)
  const isUnsent = asked.length === 0 || asked.some(({ answer }) => answer === 'returned')
  const faults = isUnsent && maySend ? atOnceFaults(item, meeting) : []
  return (
    <div className={styles.atOnce}>
      <p>{t('holding.atOnceSaid')}</p>
      {asked.length > 0 && (
        <ul className={styles.material}>
          {asked.map(({ key, person, answer, comment }) => (
            <li key={key}>
              {person.name}: {words.of(answers, answer).toLowerCase()}
              {comment && ` – ${comment}`}
            </li>
          ))}
        </ul>
      )}
      <Lacking title={t('holding.notYet')} refusals={faults} />
      {isUnsent && maySend && (
        <button
          type='button'
          className={buttons.button}
          disabled={busy || faults.length > 0}
          onClick={() => void ask('sendItem', { item: item.key }, { [item.key]: item.version })}
        >
          {t('holding.sendAtOnce')}
        </button>
      )}
      <Refusals refusals={refusals} />
    </div>
  )
}
