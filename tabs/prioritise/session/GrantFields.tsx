/** What a yes to an order is written with: its wording, conditions to watch, and whether it is said at the sitting. */
import type { Meeting } from '#src/lists/meetings.ts'
import { useWords } from '../../language.ts'
import styles from './Session.module.css'

export interface Grant {
  /** Until somebody writes one, the proposed. */
  wording?: string
  conditions: string
  inMeeting: boolean
}
export const newGrant: Grant = { conditions: '', inMeeting: true }

/** As it is sent. */
export const grantOf = (
  { wording, conditions, inMeeting }: Grant,
  { proposed, sitting }: { proposed: string; sitting: Meeting | undefined },
) => ({
  outcome: 'grant' as const,
  wording: wording ?? proposed,
  conditions,
  meeting: inMeeting ? sitting?.key : undefined,
})

export function WordingFields({
  grant: { wording, conditions },
  proposed,
  set,
}: {
  grant: Grant
  proposed: string
  set: (changes: Partial<Grant>) => void
}) {
  const { t } = useWords()
  return (
    <>
      <label>
        {t('session.wording')}
        <textarea
          required
          rows={3}
          value={wording ?? proposed}
          onChange={(event) => set({ wording: event.target.value })}
        />
      </label>
      <label>
        {t('session.newConditions')}
        <textarea rows={2} value={conditions} onChange={(event) => set({ conditions: event.target.value })} />
      </label>
    </>
  )
}

export function InMeeting({
  grant: { inMeeting },
  sitting,
  set,
}: {
  grant: Grant
  sitting: Meeting | undefined
  set: (changes: Partial<Grant>) => void
}) {
  const { t } = useWords()
  if (!sitting) return null
  return (
    <label className={styles.check}>
      <input
        type='checkbox'
        checked={inMeeting}
        onChange={(event) => set({ inMeeting: event.target.checked })}
      />{' '}
      {t('session.inMeeting', { meeting: sitting.title })}
    </label>
  )
}
