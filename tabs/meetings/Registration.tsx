/** By what the meeting is found in the registry, how it is classed and to whom its minutes go: from the forum's template until it is said here. */
import { useEffect, useRef, useState } from 'react'
import { informationClasses } from '#src/lists/initiatives.ts'
import { meetings } from '#src/lists/meetings.ts'
import { same } from '#src/rules/initiatives/editing.ts'
import { isDraft } from '#src/rules/meetings/meetingState.ts'
import { formatList } from '#src/text/format.ts'
import { useWords } from '../language.ts'
import { MeetingForm } from './MeetingForm.tsx'
import { useAsk } from './useAsk.ts'
import { useKeptDraft } from './useKeptDraft.ts'
import type { HeldMeeting } from './useMeeting.ts'
import { useMayInMeeting } from './useMayInMeeting.ts'
import buttons from '../ui/Buttons.module.css'
import forms from './Forms.module.css'
import styles from './Meetings.module.css'

/** Nothing for a reader when nothing is said. */
export function Registration({ held }: { held: HeldMeeting }) {
  const words = useWords()
  const { t, locale } = words
  const { meeting, forum } = held
  const mayChange = useMayInMeeting('prepare', forum, meeting) && isDraft(meeting)
  const [changing, setChanging] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const wasChanging = useRef(false)
  useEffect(() => {
    if (wasChanging.current && !changing) button.current?.focus()
    wasChanging.current = changing
  }, [changing])
  if (changing && mayChange) return <Change held={held} close={() => setChanging(false)} />
  const { caseNumber, informationClass, sentTo } = meeting
  const said = [
    caseNumber && `${words.label(meetings, 'caseNumber')} ${caseNumber}`,
    informationClass &&
      `${words.label(meetings, 'informationClass')} ${words.word('informationClasses', informationClass)}`,
    sentTo && t('meetings.sentTo', { names: formatList(linesIn(sentTo), locale) }),
  ].filter(Boolean)
  if (said.length === 0 && !mayChange) return null
  return (
    <p className={styles.lead}>
      {said.join(' · ')}{' '}
      {mayChange && (
        <button
          ref={button}
          type='button'
          className={`${buttons.small} no-print`}
          {...(said.length > 0 && { 'aria-label': t('meetings.changeRegistration') })}
          onClick={() => setChanging(true)}
        >
          {t(said.length > 0 ? 'agenda.edit' : 'meetings.register')}
        </button>
      )}
    </p>
  )
}

type InformationClass = keyof typeof informationClasses

interface Values {
  caseNumber: string | null
  informationClass: InformationClass | null
  sentTo: string | null
}

function Change({ held: { meeting }, close }: { held: HeldMeeting; close: () => void }) {
  const words = useWords()
  const { t } = words
  const { ask, refusals, busy } = useAsk()
  const { draft, write, clear } = useKeptDraft<Values>(`registration/${meeting.key}`)
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const { caseNumber = null, informationClass = null, sentTo = null } = meeting
  const stands: Values = { caseNumber, informationClass, sentTo }
  const now = { ...stands, ...draft }
  const changed = (Object.keys(draft) as (keyof Values)[]).filter((name) => !same(draft[name], stands[name]))
  const submit = async () => {
    const pick = (values: Values) => Object.fromEntries(changed.map((name) => [name, values[name]] as const))
    const args = {
      meeting: meeting.key,
      forum: meeting.forum.key,
      values: pick(now),
      base: pick(stands),
    }
    if (changed.length > 0 && !(await ask('saveMeeting', args, { [meeting.key]: meeting.version }))) return
    clear()
    close()
  }
  return (
    <MeetingForm
      label={t('meetings.changeRegistration')}
      refusals={refusals}
      submit={submit}
      disabled={busy}
      close={() => {
        clear()
        close()
      }}
    >
      <div className={forms.together}>
        <label className={forms.field}>
          {words.label(meetings, 'caseNumber')}
          <input
            ref={first}
            maxLength={255}
            value={now.caseNumber ?? ''}
            onChange={(event) => write({ caseNumber: event.target.value || null })}
          />
        </label>
        <label className={forms.field}>
          {words.label(meetings, 'informationClass')}
          <select
            value={now.informationClass ?? ''}
            onChange={(event) =>
              write({ informationClass: (event.target.value || null) as InformationClass | null })
            }
          >
            <option value=''>{t('meetings.notClassed')}</option>
            {(Object.keys(informationClasses) as InformationClass[]).map((name) => (
              <option key={name} value={name}>
                {words.word('informationClasses', name)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label className={forms.field}>
        {words.label(meetings, 'sentTo')}
        <textarea
          rows={2}
          value={now.sentTo ?? ''}
          aria-describedby='registration-hint'
          onChange={(event) => write({ sentTo: event.target.value || null })}
        />
      </label>
      <p id='registration-hint' className={styles.quiet}>
        {t('meetings.sentToHint')}
      </p>
    </MeetingForm>
  )
}

/** Each on a line of its own. */
const linesIn = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
