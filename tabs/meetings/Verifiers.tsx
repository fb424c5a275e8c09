/** Who is to verify the minutes of this meeting: often chosen when it opens, so it is changed where the meeting is held and written up. */
import { useEffect, useRef, useState } from 'react'
import type { Person } from '#src/lists/columns.ts'
import { isDraft } from '#src/rules/meetings/meetingState.ts'
import { isVerified } from '#src/rules/meetings/verifying.ts'
import { formatList } from '#src/text/format.ts'
import { useWords } from '../language.ts'
import { attendingOf } from './hold/people.ts'
import { PersonInput } from './hold/PersonInput.tsx'
import { MeetingForm } from './MeetingForm.tsx'
import { useAsk } from './useAsk.ts'
import type { HeldMeeting } from './useMeeting.ts'
import { useMayInMeeting } from './useMayInMeeting.ts'
import buttons from '../ui/Buttons.module.css'
import forms from './Forms.module.css'
import styles from './Meetings.module.css'

/** Nothing where nobody verifies. */
export function Verifiers({ held }: { held: HeldMeeting }) {
  const { t, locale } = useWords()
  const { meeting, forum } = held
  const mayChange = useMayInMeeting('prepare', forum, meeting) && isDraft(meeting)
  const [changing, setChanging] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const wasChanging = useRef(false)
  useEffect(() => {
    if (wasChanging.current && !changing) button.current?.focus()
    wasChanging.current = changing
  }, [changing])
  if (!isVerified(meeting)) return null
  if (changing) return <Choose held={held} close={() => setChanging(false)} />
  const names = (meeting.verifiers ?? []).map(({ name }) => name)
  return (
    <p className={styles.verifiers}>
      <span>
        {names.length > 0
          ? t('meetings.verifiersAre', { names: formatList(names, locale) })
          : t('meetings.lacksVerifiers')}
      </span>
      {mayChange && (
        <button
          ref={button}
          type='button'
          className={`${buttons.small} no-print`}
          onClick={() => setChanging(true)}
        >
          {t('meetings.changeVerifiers')}
        </button>
      )}
    </p>
  )
}

function Choose({ held, close }: { held: HeldMeeting; close: () => void }) {
  const { t } = useWords()
  const { meeting, forum, attendance } = held
  const { ask, refusals, busy } = useAsk()
  const before = meeting.verifiers ?? []
  const [chosen, setChosen] = useState<readonly Person[]>(before)
  const [others, setOthers] = useState<readonly Person[]>([])
  const first = useRef<HTMLFieldSetElement>(null)
  useEffect(() => first.current?.querySelector('input')?.focus(), [])
  const there = attendingOf(meeting, forum, attendance).flatMap(({ person, presence }) =>
    presence === 'absent' ? [] : [person],
  )
  const offered = [...new Map([...there, ...before, ...others].map((person) => [person.id, person])).values()]
  const isChosen = ({ id }: Person) => chosen.some((one) => one.id === id)
  const save = async () => {
    const args = {
      meeting: meeting.key,
      forum: meeting.forum.key,
      values: { verifiers: [...chosen] },
      base: { verifiers: [...before] },
    }
    if (await ask('saveMeeting', args)) close()
  }
  return (
    <MeetingForm
      label={t('meetings.changeVerifiers')}
      refusals={refusals}
      submit={save}
      disabled={busy || chosen.length === 0}
      close={close}
    >
      <fieldset ref={first} className={forms.group}>
        <legend>{t('meetings.whoVerifies')}</legend>
        <div className={forms.boxes}>
          {offered.map((person) => (
            <label key={person.id}>
              <input
                type='checkbox'
                checked={isChosen(person)}
                onChange={({ target }) =>
                  setChosen([
                    ...chosen.filter(({ id }) => id !== person.id),
                    ...(target.checked ? [person] : []),
                  ])
                }
              />
              {person.name}
            </label>
          ))}
        </div>
      </fieldset>
      <PersonInput
        // A field of its own for the next one.
        key={others.length}
        label={t('meetings.otherVerifier')}
        value={undefined}
        change={(person) => {
          if (!person || isChosen(person)) return
          setOthers([...others, person])
          setChosen([...chosen, person])
        }}
      />
    </MeetingForm>
  )
}
