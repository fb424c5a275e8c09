/** What the items take together against the meeting's length, in words and as a bar; and the last day for matters. */
import { daysBetween } from '#src/rules/calendar.ts'
import { lengthOf, minutesIn } from '#src/rules/meetings/agendaTimes.ts'
import { later } from '#src/rules/days/clock.ts'
import { formatTime, formatWeekday } from '#src/text/formatTime.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import type { HeldMeeting } from '../useMeeting.ts'
import styles from './Prepare.module.css'

export function SumOfMinutes({ held: { meeting, template, items } }: { held: HeldMeeting }) {
  const { t, locale } = useWords()
  const { today } = useSession()
  const sum = minutesIn(items)
  const length = lengthOf(meeting, template)
  const over = length === undefined ? 0 : sum - length
  const ends = later(meeting.start, sum)
  const without = items.filter(({ minutes }) => minutes === undefined).length
  return (
    <div className={styles.sum}>
      <p role='status'>
        {t('agenda.count', { count: items.length })} ·{' '}
        {length === undefined ? t('agenda.sum', { sum }) : t('agenda.sumOf', { sum, length })}
        {ends && sum > 0 && ` · ${t('agenda.ends', { time: formatTime(ends, locale) })}`}
        {over > 0 && (
          <b>
            {' '}
            <span className={styles.late} aria-hidden='true'>
              ▲
            </span>{' '}
            {t('agenda.over', { minutes: over })}
          </b>
        )}
        {without > 0 && ` · ${t('agenda.without', { count: without })}`}
      </p>
      {length !== undefined && length > 0 && (
        <div className={styles.bar} aria-hidden='true' data-over={over > 0}>
          <i style={{ width: `${Math.min(100, (sum / length) * 100)}%` }} />
        </div>
      )}
      {meeting.stopDay && (
        <p>
          {t(daysBetween(meeting.stopDay, today) > 0 ? 'agenda.stopPassed' : 'agenda.stopDay', {
            day: formatWeekday(meeting.stopDay, locale, { today }),
          })}
        </p>
      )}
    </div>
  )
}
