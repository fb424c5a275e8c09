/** The control of one field, small enough for a cell: the browser's own, by the kind of the column. */
import { type RefObject, useId, useState } from 'react'
import type { Person, Ref } from '#src/lists/columns.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { formatQuarter } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { optionsOf } from '../../ui/fields/choices.ts'
import { useOptions } from '../../ui/fields/options.ts'
import type { EditedField } from './editable.ts'
import styles from './Editing.module.css'

/** What was typed: a value, `null` for none, or something that stands for no value. */
export type Entry = { value: unknown } | { unknown: string }

interface Given {
  field: EditedField
  value: unknown
  change: (entry: Entry) => void
  label: string
  /** Given to the control that takes the focus. */
  first?: RefObject<(HTMLInputElement & HTMLSelectElement) | null>
  invalid: boolean
}

export function ValueControl(given: Given) {
  const words = useWords()
  const { today } = useSession()
  const { field, value, change, label, first, invalid } = given
  const { kind } = initiatives.columns[field]
  const shared = {
    ref: first,
    className: styles.control,
    'aria-label': label,
    'aria-invalid': invalid || undefined,
  }
  const text = typeof value === 'string' ? value : ''
  if (kind === 'person' || kind === 'ref') return <Picking {...given} />
  if (kind === 'money') return <Kronor {...given} />
  if (kind === 'yesNo')
    return (
      <label className={styles.check}>
        <input
          ref={first}
          type='checkbox'
          checked={value === true}
          onChange={({ target }) => change({ value: target.checked })}
        />
        {label}
      </label>
    )
  if (kind === 'choice' || field === 'start' || field === 'plannedEnd') {
    const options =
      kind === 'choice'
        ? optionsOf(initiatives, field, words)
        : quarters(today, text).map((key) => ({ key, text: formatQuarter(key, words.locale) }))
    return (
      <select {...shared} value={text} onChange={({ target }) => change({ value: target.value || null })}>
        <option value=''>{words.t('table.noValue')}</option>
        {options.map((option) => (
          <option key={option.key} value={option.key}>
            {option.text}
          </option>
        ))}
      </select>
    )
  }
  return (
    <input
      {...shared}
      type={kind === 'day' ? 'date' : 'text'}
      value={text}
      onChange={({ target }) => change({ value: target.value || null })}
    />
  )
}

/** Four years of quarters from the last one, and the one that stands there. */
function quarters(today: string, chosen: string): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number)
  const first = year * 4 + Math.ceil(month / 3) - 2
  const ahead = Array.from(
    { length: 17 },
    (_, i) => `${Math.floor((first + i) / 4)}-Q${((first + i) % 4) + 1}`,
  )
  return chosen && !ahead.includes(chosen) ? [chosen, ...ahead] : ahead
}

/** Whole kronor; spaces between thousands may be typed. */
function Kronor({ value, change, label, first, invalid }: Given) {
  const [typed, setTyped] = useState(typeof value === 'number' ? String(value) : '')
  return (
    <input
      ref={first}
      className={styles.control}
      aria-label={label}
      placeholder={label}
      aria-invalid={invalid || undefined}
      inputMode='numeric'
      value={typed}
      onChange={({ target }) => {
        setTyped(target.value)
        const figures = target.value.replaceAll(/\s/g, '').replace(',', '.')
        change({ value: figures === '' ? null : Number(figures) })
      }}
    />
  )
}

/** Picks by typing: the browser's own list of suggestions. */
function Picking({ field, value, change, label, first, invalid }: Given) {
  const id = useId()
  const options = useOptions(field)
  const [typed, setTyped] = useState(() => nameOf(value as Person | Ref | null | undefined))
  return (
    <>
      <input
        ref={first}
        className={styles.control}
        aria-label={label}
        aria-invalid={invalid || undefined}
        list={id}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          const wanted = target.value.trim().toLowerCase()
          const found = options.find(
            (option) => option.text.toLowerCase() === wanted || nameOf(option.value).toLowerCase() === wanted,
          )
          change(wanted === '' ? { value: null } : found ? { value: found.value } : { unknown: target.value })
        }}
      />
      <datalist id={id}>
        {options.map((option) => (
          <option key={'id' in option.value ? option.value.id : option.value.key} value={option.text} />
        ))}
      </datalist>
    </>
  )
}

const nameOf = (value: Person | Ref | null | undefined) =>
  value ? ('name' in value ? value.name : value.title) : ''
