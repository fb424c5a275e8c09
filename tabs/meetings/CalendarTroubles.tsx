/** Why something could not be done in the calendar, and what the person can do about it. */
import { useWords } from '../language.ts'
import type { Calendar } from './useCalendar.ts'
import buttons from '../ui/Buttons.module.css'
import styles from './Meetings.module.css'

export function CalendarTroubles({ calendar: { trouble, consent, busy } }: { calendar: Calendar }) {
  const { t } = useWords()
  if (!trouble) return null
  return (
    <div role='alert' className={styles.notice}>
      {t(`calendar.${trouble}`)}{' '}
      {trouble === 'consent' && (
        <button type='button' className={buttons.button} disabled={busy} onClick={() => void consent()}>
          {t('meetings.letIn')}
        </button>
      )}
    </div>
  )
}
