/** How far the minutes have come, what keeps them from the next step, and the step itself. */
import { type ReactNode, useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { isVerified, latestOf } from '#src/rules/meetings/verifying.ts'
import { formatDay } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import type { HeldMeeting } from '../useMeeting.ts'
import { Verifiers } from '../Verifiers.tsx'
import { Answers, answersOf } from './Answers.tsx'
import { AnswerForm } from './AnswerForm.tsx'
import type { Frozen, Version } from './frozen.ts'
import { SendMinutes } from './SendMinutes.tsx'
import meetings from '../Meetings.module.css'

export function Standing({
  held,
  version,
  frozen,
}: {
  held: HeldMeeting
  /** What lies with the verifiers, or holds; none while nothing has been fixed. */
  version: Version | undefined
  frozen: Frozen
}) {
  const { t, locale } = useWords()
  const { session, today } = useSession()
  const { meeting } = held
  const asked = latestOf(held.verifications)
  const mine = asked.find(({ person, answer }) => person.id === session.person.id && answer === 'asked')
  useFocusOn('minutes-standing', meeting.state)
  const day = (of: string | undefined) => (of ? formatDay(of, locale, today) : '')
  switch (meeting.state) {
    case 'cancelled':
      return <Note>{t('minutes.cancelled')}</Note>
    case 'planned':
    case 'called':
    case 'open':
      return (
        <Note>
          {t('minutes.notHeld')}{' '}
          <Link className={meetings.link} href={`/meeting/${encodeURIComponent(meeting.key)}?part=hold`}>
            {t('minutes.toHold')}
          </Link>
        </Note>
      )
    case 'held':
      return (
        <section className={meetings.section} aria-labelledby='minutes-standing'>
          <Heading>{t('minutes.draft')}</Heading>
          <p>{t(isVerified(meeting) ? 'minutes.draftAbout' : 'minutes.draftNotes')}</p>
          <Answers rows={asked} onlyReturned />
          <Verifiers held={held} />
          <SendMinutes held={held} />
        </section>
      )
    case 'sent':
      return (
        <section className={meetings.section} aria-labelledby='minutes-standing'>
          <Heading>{t('minutes.sent')}</Heading>
          <p>
            {meeting.validVersion === undefined
              ? t('minutes.sentAbout')
              : t('minutes.correctionSent', { version: meeting.validVersion })}
          </p>
          <Answers rows={asked} />
          {mine && version && (
            <AnswerForm
              asked={mine}
              what={{ meeting: meeting.key, version: version.version }}
              state={frozen.state}
            />
          )}
        </section>
      )
    case 'verified':
    case 'settled':
      return (
        <section className={meetings.section} aria-labelledby='minutes-standing'>
          <Heading>
            {t(meeting.state === 'verified' ? 'minutes.verified' : 'minutes.settled', {
              day: day(meeting.drawnUpOn ?? meeting.fixedOn),
            })}
          </Heading>
          <p>{t('minutes.lockedAbout')}</p>
          <Answers rows={answersOf(held, meeting.validVersion) ?? asked} />
        </section>
      )
  }
}

function Heading({ children }: { children: ReactNode }) {
  return (
    <h2 id='minutes-standing' tabIndex={-1}>
      {children}
    </h2>
  )
}

function Note({ children }: { children: ReactNode }) {
  return <p className={meetings.notice}>{children}</p>
}

/** The button that brought the minutes on is gone: the keyboard and the screen reader go on from what came of it. */
function useFocusOn(id: string, state: string) {
  const before = useRef(state)
  useEffect(() => {
    if (before.current === state) return
    before.current = state
    if (document.activeElement === document.body) document.getElementById(id)?.focus({ preventScroll: true })
  }, [id, state])
}
