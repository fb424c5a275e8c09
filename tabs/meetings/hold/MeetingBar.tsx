/** Opens and closes the sitting, and says how the time goes. Closing binds nobody yet: the minutes are a draft. */
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Person } from '#src/lists/columns.ts'
import { moveFaults } from '#src/rules/meetings/meetingState.ts'
import { fixingFaults } from '#src/rules/meetings/verifying.ts'
import { useWords } from '../../language.ts'
import { Refusals } from '../../ui/Refusals.tsx'
import buttons from '../../ui/Buttons.module.css'
import forms from '../Forms.module.css'
import { useAsk } from '../useAsk.ts'
import type { HeldMeeting } from '../useMeeting.ts'
import { Lacking } from './Lacking.tsx'
import { PersonInput } from './PersonInput.tsx'
import { SaveStatus } from './SaveStatus.tsx'
import { Spent } from './Spent.tsx'
import styles from './Hold.module.css'

export function MeetingBar({
  held,
  mayHold,
  spentMs,
}: {
  held: HeldMeeting
  mayHold: boolean
  /** At all items together. */
  spentMs: number
}) {
  const { meeting, items } = held
  const planned = items.reduce((sum, { minutes = 0 }) => sum + minutes, 0)
  return (
    <div className={styles.bar}>
      <div className={styles.barLine}>
        <p>
          <Spent spentMs={spentMs} plannedMinutes={planned || undefined} />
        </p>
        <SaveStatus />
        {mayHold && meeting.state === 'open' && <Close held={held} />}
      </div>
      {mayHold && meeting.state !== 'open' && <Open held={held} />}
    </div>
  )
}

/** Somebody leads and somebody writes before the sitting is open. */
function Open({ held: { meeting, forum } }: { held: HeldMeeting }) {
  const { t } = useWords()
  const { ask, refusals, busy } = useAsk()
  const [chair, setChair] = useState<Person | undefined>(meeting.chair ?? forum?.chair)
  const [secretary, setSecretary] = useState<Person | undefined>(meeting.secretary ?? forum?.secretary)
  const led = { ...meeting, ...(chair && { chair }), ...(secretary && { secretary }) }
  const faults = moveFaults('open', led)
  const named = meeting.chair?.id === chair?.id && meeting.secretary?.id === secretary?.id
  const open = async () => {
    const args = {
      meeting: meeting.key,
      forum: meeting.forum.key,
      values: { chair: chair ?? null, secretary: secretary ?? null },
      base: { chair: meeting.chair ?? null, secretary: meeting.secretary ?? null },
    }
    if (named || (await ask('saveMeeting', args)))
      await ask('moveMeeting', { meeting: meeting.key, to: 'open' })
  }
  const reopens = meeting.state === 'held'
  return (
    <form
      className={styles.open}
      aria-label={t('holding.openMeeting')}
      onSubmit={(event) => {
        event.preventDefault()
        void open()
      }}
    >
      {!reopens && (
        <div className={forms.fields}>
          <PersonInput label={t('holding.chair')} value={chair} change={setChair} />
          <PersonInput label={t('holding.secretary')} value={secretary} change={setSecretary} />
        </div>
      )}
      <Lacking title={t('holding.notYet')} refusals={faults} />
      <Refusals refusals={refusals} />
      <button
        type='submit'
        className={reopens ? buttons.button : buttons.primary}
        disabled={busy || faults.length > 0}
      >
        {reopens ? t('holding.reopen') : t('holding.openMeeting')}
      </button>
    </form>
  )
}

function Close({ held: { meeting, items } }: { held: HeldMeeting }) {
  const { t } = useWords()
  const { ask, refusals, busy } = useAsk()
  const [asking, setAsking] = useState(false)
  const [, navigate] = useLocation()
  const untreated = items.filter(({ outcome }) => outcome === undefined)
  const close = async () => {
    if (!(await ask('moveMeeting', { meeting: meeting.key, to: 'held' }))) return
    navigate(`/meeting/${encodeURIComponent(meeting.key)}?part=minutes`)
  }
  return (
    <div className={asking ? styles.closing : undefined}>
      {asking && (
        <>
          <Lacking title={t('holding.beforeMinutes')} refusals={fixingFaults(items)} />
          {untreated.length > 0 && <p>{t('holding.untreated', { count: untreated.length })}</p>}
        </>
      )}
      <Refusals refusals={refusals} />
      <div className={forms.actions}>
        {asking ? (
          <>
            <button type='button' className={buttons.primary} disabled={busy} onClick={() => void close()}>
              {t('holding.closeMeeting')}
            </button>
            <button type='button' className={buttons.button} onClick={() => setAsking(false)}>
              {t('holding.goOn')}
            </button>
          </>
        ) : (
          <button
            type='button'
            className={buttons.small}
            onClick={() => (untreated.length > 0 ? setAsking(true) : void close())}
          >
            {t('holding.closeMeeting')}
          </button>
        )}
      </div>
    </div>
  )
}
