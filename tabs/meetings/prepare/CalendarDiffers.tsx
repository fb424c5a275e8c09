/** The meeting was removed or moved in Outlook: says so, and lets the preparer choose which of the two is meant. */
import { formatTimes, formatWeekday } from '#src/text/formatTime.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import type { Difference } from './useInCalendar.ts'
import buttons from '../../ui/Buttons.module.css'
import forms from '../Forms.module.css'
import meetings from '../Meetings.module.css'

export function CalendarDiffers({
  found,
  busy,
  ours,
  again,
  take,
  putBack,
}: {
  found: Difference
  busy: boolean
  /** Whether the meeting has times of its own to put back. */
  ours: boolean
  again: () => void
  take: () => void
  putBack: () => void
}) {
  const { t, locale } = useWords()
  const { today } = useSession()
  if (found.is === 'gone')
    return (
      <div role='status' className={meetings.notice}>
        {t(ours ? 'agenda.eventGone' : 'agenda.eventGoneNoTimes')}{' '}
        {ours && (
          <button type='button' className={buttons.button} disabled={busy} onClick={again}>
            {t('agenda.eventAgain')}
          </button>
        )}
      </div>
    )
  const { day, start, end } = found.to
  const when = `${formatWeekday(day, locale, { today })} ${formatTimes(start, end, locale)}`
  return (
    <div role='status' className={meetings.notice}>
      {t('agenda.eventMoved', { when })}
      <div className={forms.actions}>
        <button type='button' className={buttons.button} disabled={busy} onClick={take}>
          {t('agenda.eventTake')}
        </button>
        {ours && (
          <button type='button' className={buttons.button} disabled={busy} onClick={putBack}>
            {t('agenda.eventPutBack')}
          </button>
        )}
      </div>
    </div>
  )
}
