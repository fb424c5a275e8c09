/** An action in one line of typing: shows what it understood before Enter, and completes names. */
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import type { Day, Person } from '#src/lists/columns.ts'
import { people } from '#src/lists/organisation.ts'
import {
  type ActionLine,
  completions,
  lacksIn,
  nameBeing,
  readActionLine,
} from '#src/rules/meetings/actionLine.ts'
import { holidays } from '#src/rules/days/holidays.ts'
import { actionLineWords } from '#src/text/actionLineWords.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import { useWords } from '../../language.ts'
import forms from '../Forms.module.css'
import { Understood } from './Understood.tsx'
import { useKept } from '../useKept.ts'
import styles from './Hold.module.css'

export type WholeAction = Required<Pick<ActionLine, 'what' | 'owner' | 'due'>>

export function ActionInput({
  name,
  begin = '',
  present,
  nextMeeting,
  add,
}: {
  /** Where what is half typed is kept. */
  name: string
  /** What stands in the line to begin with. */
  begin?: string
  present: readonly Person[]
  nextMeeting: Day | undefined
  /** True when it was taken. */
  add: (action: WholeAction) => Promise<boolean>
}) {
  const { t } = useWords()
  const { session, today } = useSession()
  const rows = useItems(session.data, people)
  const known = useMemo(() => rows.map(({ person }) => person), [rows])
  const [kept, keep] = useKept<string>(name)
  const [caret, setCaret] = useState(0)
  const [active, setActive] = useState<number>()
  const [closed, setClosed] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const line = kept ?? begin
  const me = known.find(({ id }) => id === session.person.id) ?? session.person
  const context = { today, words: actionLineWords, me, present, people: known, nextMeeting, holidays }
  const read = readActionLine(line, context)
  const being = closed ? undefined : nameBeing(line, caret)
  const names = being ? completions(being.text, context).filter(({ name: of }) => of !== being.text) : []

  const complete = (person: Person) => {
    if (!being) return
    const marked = line.charAt(being.from) === '@' ? '@' : ''
    const before = `${line.slice(0, being.from)}${marked}${person.name} `
    keep(`${before}${line.slice(caret).trimStart()}`)
    setClosed(true)
    setActive(undefined)
    requestAnimationFrame(() => {
      input.current?.focus()
      input.current?.setSelectionRange(before.length, before.length)
    })
  }
  const submit = async () => {
    const { what, owner, due } = read
    if (!owner || !due || lacksIn(read).length > 0) return
    if (!(await add({ what, owner, due }))) return
    keep(undefined)
    // The list above has grown by a line.
    requestAnimationFrame(() => input.current?.scrollIntoView({ block: 'nearest' }))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
    const chosen = active === undefined ? undefined : names[active]
    if (names.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive(((active ?? (step > 0 ? -1 : 0)) + step + names.length) % names.length)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (chosen) complete(chosen)
      else void submit()
    } else if (event.key === 'Escape' && names.length > 0) {
      event.preventDefault()
      setClosed(true)
      setActive(undefined)
    }
  }
  return (
    <div className={styles.actionInput}>
      <label className={forms.field}>
        {t('holding.newAction')}
        <input
          ref={input}
          data-part='action'
          role='combobox'
          aria-expanded={names.length > 0}
          aria-controls={`${id}-names`}
          aria-autocomplete='list'
          aria-activedescendant={active === undefined ? undefined : `${id}-${active}`}
          aria-describedby={`${id}-understood`}
          autoComplete='off'
          placeholder={t('holding.actionHint')}
          value={line}
          onChange={(event) => {
            keep(event.target.value)
            setCaret(event.target.selectionStart ?? event.target.value.length)
            setClosed(false)
            setActive(undefined)
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart ?? 0)}
          onBlur={() => setClosed(true)}
          onKeyDown={onKeyDown}
        />
      </label>
      <div id={`${id}-names`} role='listbox' aria-label={t('holding.names')} className={styles.names}>
        {names.map((person, at) => (
          <div
            key={person.id}
            id={`${id}-${at}`}
            tabIndex={-1}
            role='option'
            aria-selected={at === active}
            // The field keeps the focus.
            onMouseDown={(event) => {
              event.preventDefault()
              complete(person)
            }}
          >
            {person.name}
          </div>
        ))}
      </div>
      <Understood
        id={`${id}-understood`}
        line={line}
        read={read}
        choose={(person) => keep(`@${person.name} ${line.replace(/^\s*@?\S+\s*/, '')}`)}
        submit={() => void submit()}
      />
    </div>
  )
}
