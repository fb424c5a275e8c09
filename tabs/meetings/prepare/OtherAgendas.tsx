/** That another meeting carries the same matter, with a way there. */
import { Link } from 'wouter'
import type { Elsewhere } from '#src/rules/meetings/onOtherAgendas.ts'
import { formatDay } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import styles from './Prepare.module.css'

export function OtherAgendas({ found }: { found: readonly Elsewhere[] }) {
  const { t, locale } = useWords()
  const { today } = useSession()
  return found.map(({ how, forum, meeting, day }) => (
    <span key={`${how} ${meeting.key}`} className={styles.meta}>
      <span className={styles.late} aria-hidden='true'>
        ▲
      </span>{' '}
      {t(how === 'decided' ? 'agenda.decidedElsewhere' : 'agenda.onOtherAgenda')}{' '}
      <Link
        className={styles.link}
        href={`/meeting/${encodeURIComponent(meeting.key)}?part=${how === 'decided' ? 'minutes' : 'prepare'}`}
      >
        {forum.title}, {formatDay(day, locale, today)}
      </Link>
    </span>
  ))
}
