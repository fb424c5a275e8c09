/** The meeting is changed here and not in the calendar: says so, why, and lets the person go on. */
import type { SentenceKey } from '#src/text/words.ts'
import { useWords } from '../../language.ts'
import { CalendarTroubles } from '../CalendarTroubles.tsx'
import type { Calendar } from '../useCalendar.ts'
import buttons from '../../ui/Buttons.module.css'
import forms from '../Forms.module.css'

export function NotInCalendar({
  said,
  calendar,
  close,
}: {
  said: SentenceKey
  calendar: Calendar
  close: () => void
}) {
  const { t } = useWords()
  return (
    <div className={forms.form}>
      <p role='status'>{t(said)}</p>
      <CalendarTroubles calendar={calendar} />
      <div className={forms.actions}>
        <button type='button' className={buttons.button} onClick={close}>
          {t('forum.close')}
        </button>
      </div>
    </div>
  )
}
