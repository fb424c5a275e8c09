/** Fixes the minutes: § are given, and the text is frozen. It binds others, so it says what happens before it does. */
import { useEffect, useRef, useState } from 'react'
import { meetingRightFaults } from '#src/rules/meetings/meetingRights.ts'
import { moveFaults } from '#src/rules/meetings/meetingState.ts'
import { fixingFaults, isVerified } from '#src/rules/meetings/verifying.ts'
import { formatList } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { Refusals } from '../../ui/Refusals.tsx'
import { useMyRoles } from '../../ui/useMyRoles.ts'
import type { HeldMeeting } from '../useMeeting.ts'
import { useAsk } from '../useAsk.ts'
import buttons from '../../ui/Buttons.module.css'
import forms from '../Forms.module.css'

export function SendMinutes({ held: { meeting, forum, items } }: { held: HeldMeeting }) {
  const { t, locale } = useWords()
  const { session } = useSession()
  const roles = useMyRoles()
  const { ask, refusals, busy } = useAsk()
  const [asking, setAsking] = useState(false)
  const yes = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (asking) yes.current?.focus()
  }, [asking])
  const verified = isVerified(meeting)
  const place = { forum: forum ?? {}, meeting }
  const faults = [
    ...meetingRightFaults('decideIn', { id: session.person.id, roles }, place),
    ...moveFaults(verified ? 'send' : 'settle', meeting),
    ...fixingFaults(items),
  ]
  const verifiers = formatList(
    (meeting.verifiers ?? []).map(({ name }) => name),
    locale,
  )
  return (
    <>
      {faults.length > 0 && <Refusals refusals={faults} />}
      <div className={forms.actions}>
        <button
          type='button'
          className={buttons.primary}
          disabled={faults.length > 0 || busy}
          aria-expanded={asking}
          onClick={() => setAsking(!asking)}
        >
          {t(verified ? 'minutes.send' : 'minutes.settle')}
        </button>
      </div>
      {asking && faults.length === 0 && (
        <div className={forms.form} role='group' aria-label={t(verified ? 'minutes.send' : 'minutes.settle')}>
          <p>
            {verified
              ? t('minutes.sendAbout', { names: verifiers })
              : t(meeting.minutesKind === 'protocol' ? 'minutes.settleProtocol' : 'minutes.settleNotes')}
          </p>
          <div className={forms.actions}>
            <button
              type='button'
              ref={yes}
              className={buttons.primary}
              disabled={busy}
              onClick={() => {
                void ask('sendMinutes', { meeting: meeting.key }, { [meeting.key]: meeting.version }).then(
                  () => setAsking(false),
                )
              }}
            >
              {t(verified ? 'minutes.sendNow' : 'minutes.settleNow')}
            </button>
            <button type='button' className={buttons.button} onClick={() => setAsking(false)}>
              {t('app.cancel')}
            </button>
          </div>
        </div>
      )}
      <Refusals refusals={refusals} />
    </>
  )
}
