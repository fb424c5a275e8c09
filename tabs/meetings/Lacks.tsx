/** What a meeting lacks, a line each: what is late with a mark, what is only due without. */
import type { Lack, LackKind } from '#src/rules/deciding/lacking.ts'
import type { SentenceKey } from '#src/text/words.ts'
import { formatWeekday } from '#src/text/formatTime.ts'
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'
import styles from './Meetings.module.css'

const sentences: Record<LackKind, SentenceKey> = {
  notHeld: 'meetings.lacksNotHeld',
  stillOpen: 'meetings.lacksStillOpen',
  chair: 'meetings.lacksChair',
  secretary: 'meetings.lacksSecretary',
  verifiers: 'meetings.lacksVerifiers',
  items: 'meetings.lacksItems',
  agendaLate: 'meetings.lacksAgendaLate',
  agendaDue: 'meetings.lacksAgendaDue',
  minutesDraft: 'meetings.lacksMinutes',
  notVerified: 'meetings.lacksVerified',
}

/** Known in good time: nothing is wrong yet. */
const isDue = ({ lack }: Lack) => lack === 'agendaDue'

export function Lacks({ lacks }: { lacks: readonly Lack[] }) {
  const { t, locale } = useWords()
  const { today } = useSession()
  if (lacks.length === 0) return null
  return (
    <ul className={styles.lacks}>
      {lacks.map((each) => (
        <li key={each.lack} className={isDue(each) ? styles.quiet : undefined}>
          <span className={isDue(each) ? undefined : styles.late} aria-hidden='true'>
            {isDue(each) ? '○' : '▲'}
          </span>{' '}
          {t(
            sentences[each.lack],
            each.day === undefined ? {} : { day: formatWeekday(each.day, locale, { today }) },
          )}
        </li>
      ))}
    </ul>
  )
}
