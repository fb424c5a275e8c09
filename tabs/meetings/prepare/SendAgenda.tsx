/** Sends the agenda: it binds others, so it is confirmed, after saying to whom it goes and that it is kept as it is. */
import { type RefObject, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { AgendaChanges } from '#src/rules/meetings/agendaChanges.ts'
import { holidays } from '#src/rules/days/holidays.ts'
import { sendDayOf } from '#src/rules/deciding/lacking.ts'
import { noticeOf } from '#src/rules/reminding/notices.ts'
import { formatList } from '#src/text/format.ts'
import { formatWeekday } from '#src/text/formatTime.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { Refusals } from '../../ui/Refusals.tsx'
import { useAsk } from '../useAsk.ts'
import type { HeldMeeting } from '../useMeeting.ts'
import type { Settle } from './useOrder.ts'
import buttons from '../../ui/Buttons.module.css'
import forms from '../Forms.module.css'
import styles from './Prepare.module.css'

export function SendAgenda({
  held,
  changes,
  settle,
}: {
  held: HeldMeeting
  changes: AgendaChanges | undefined
  settle: RefObject<Settle | null>
}) {
  const { t, locale } = useWords()
  const { session, today } = useSession()
  const { ask, refusals, busy } = useAsk()
  const [asking, setAsking] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const { meeting, forum, template, items } = held
  const version = (meeting.agendaVersion ?? 0) + 1
  const isSent = meeting.agendaVersion !== undefined
  const nothingNew = isSent && changes !== undefined && !changes.any
  const to = forum
    ? noticeOf(
        'agendaSent',
        meeting.key,
        { forum, meeting },
        { by: session.person, on: today, also: items.map(({ presenter }) => presenter) },
      ).to
    : []
  const close = () => {
    // Drawn at once: the button is there only when the question is gone.
    flushSync(() => setAsking(false))
    button.current?.focus()
  }
  const send = async () => {
    await settle.current?.()
    if (await ask('sendAgenda', { meeting: meeting.key }, { [meeting.key]: meeting.version })) close()
  }
  const why = items.length === 0 ? t('agenda.sendEmpty') : nothingNew ? t('agenda.sendSame') : undefined
  return (
    <div className={`${styles.send} no-print`}>
      {!asking && (
        <div className={forms.actions}>
          <button
            ref={button}
            type='button'
            className={buttons.primary}
            disabled={why !== undefined}
            aria-describedby={why ? 'agenda-why-not' : undefined}
            onClick={() => setAsking(true)}
          >
            {t(isSent ? 'agenda.sendAgain' : 'agenda.send')}
          </button>
          <span id='agenda-why-not' className={styles.quiet}>
            {why ??
              (isSent
                ? ''
                : t('agenda.sendBy', {
                    day: formatWeekday(sendDayOf({ meeting, template, holidays }), locale, { today }),
                  }))}
          </span>
        </div>
      )}
      {asking && (
        <div ref={takeFocus} role='group' tabIndex={-1} aria-labelledby='agenda-send' className={forms.form}>
          <h3 id='agenda-send'>{t(isSent ? 'agenda.sendAgain' : 'agenda.send')}</h3>
          <p>
            {to.length > 0
              ? t('agenda.sendTo', {
                  names: formatList(
                    to.map(({ name }) => name),
                    locale,
                  ),
                })
              : t('agenda.sendToNobody')}
          </p>
          <p>{t('agenda.sendFreezes', { version })}</p>
          <Refusals refusals={refusals} />
          <div className={forms.actions}>
            <button type='button' className={buttons.primary} disabled={busy} onClick={() => void send()}>
              {t('agenda.sendNow')}
            </button>
            <button type='button' className={buttons.button} onClick={close}>
              {t('app.cancel')}
            </button>
          </div>
        </div>
      )}
    </div>
  )
}

/** The button is gone with its press; what it asks is read, and comes into view, before it is answered. */
const takeFocus = (question: HTMLElement | null) => question?.focus()
