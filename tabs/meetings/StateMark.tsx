/** The state of a meeting as shape and word, never colour alone. */
import { type MeetingState, meetingStates } from '#src/lists/meetings.ts'
import { useWords } from '../language.ts'
import styles from './Meetings.module.css'

const shapes: Record<MeetingState, string> = {
  planned: '○',
  called: '◔',
  open: '▶',
  held: '◑',
  sent: '◕',
  verified: '●',
  settled: '●',
  cancelled: '✕',
}

export function StateMark({ state }: { state: MeetingState }) {
  const words = useWords()
  return (
    <span className={styles.state} data-state={state}>
      <span aria-hidden='true'>{shapes[state]}</span> {words.of(meetingStates, state)}
    </span>
  )
}
