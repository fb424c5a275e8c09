/** A correction: a new version that everybody sees, with what was changed and why. What was fixed stays. */
import { useEffect, useSyncExternalStore } from 'react'
import type { MinutesPicture } from '#src/rules/minutes.ts'
import { isVerified, verdictOf } from '#src/rules/meetings/verifying.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import type { HeldMeeting } from '../useMeeting.ts'
import { useKept } from '../useKept.ts'
import { useMayInMeeting } from '../useMayInMeeting.ts'
import { Answers, answersOf } from './Answers.tsx'
import { CorrectForm, type Correcting, editsOf, freshEdit } from './CorrectForm.tsx'
import { useFrozen, versionsOf } from './frozen.ts'
import buttons from '../../ui/Buttons.module.css'
import forms from '../Forms.module.css'
import meetings from '../Meetings.module.css'

/** What is half written is kept in the browser from the first letter until it is sent or thrown away. */
export function CorrectMinutes({ held, picture }: { held: HeldMeeting; picture: MinutesPicture }) {
  const { t } = useWords()
  const { session } = useSession()
  const { acting } = session
  const { meeting, forum } = held
  const may = useMayInMeeting('decideIn', forum, meeting)
  const [kept, keep] = useKept<Correcting>(`correction/${meeting.key}`)
  const queue = useSyncExternalStore(acting.subscribe, acting.queue)
  const waits = kept?.sentAs !== undefined && queue.some(({ key }) => key === kept.sentAs)
  // Sent from the queue, it is a version of its own by now; refused, it is here to be mended.
  const isDone = kept?.sentAs !== undefined && !waits && meeting.minutesVersion !== kept.after
  useEffect(() => {
    if (isDone) keep(undefined)
  }, [isDone, keep])
  const { returned, correction } = useReturned(held)
  const isFixed = meeting.state === 'verified' || meeting.state === 'settled'
  if (!isFixed || !may) return null
  return (
    <section className={meetings.section} aria-labelledby='minutes-correct'>
      <h2 id='minutes-correct'>{t('minutes.correct')}</h2>
      <p>{t(isVerified(meeting) ? 'minutes.correctAbout' : 'minutes.correctAboutSettled')}</p>
      {returned && !waits && (
        <>
          <p>{t('minutes.correctReturned', { version: returned.version })}</p>
          <Answers rows={returned.answers} onlyReturned />
        </>
      )}
      {waits && <p role='status'>{t('minutes.correctWaits')}</p>}
      {!waits && kept && !isDone && (
        <CorrectForm meeting={meeting} picture={picture} draft={kept} keep={keep} />
      )}
      {!kept && (
        <div className={forms.actions}>
          {correction && (
            <button
              type='button'
              className={buttons.primary}
              onClick={() => keep({ edits: editsOf(correction), reason: correction.reason })}
            >
              {t('minutes.correctAgain')}
            </button>
          )}
          <button
            type='button'
            className={buttons.button}
            onClick={() => keep({ edits: [freshEdit(picture, 0)], reason: '' })}
          >
            {t('minutes.correctStart')}
          </button>
        </div>
      )}
    </section>
  )
}

/** The last correction, when it was returned: what was answered, and what it said once that has been read. */
function useReturned(held: HeldMeeting) {
  const { meeting, papers } = held
  const version = versionsOf(papers).find(
    ({ kind, version: of }) => kind === 'correction' && of === meeting.minutesVersion,
  )
  const answers = version && answersOf(held, version.version)
  const isReturned = version !== undefined && answers !== undefined && verdictOf(answers) === 'returned'
  const { picture } = useFrozen(isReturned ? version : undefined)
  if (!isReturned) return {}
  return { returned: { version: version.version, answers }, correction: picture?.correction }
}
