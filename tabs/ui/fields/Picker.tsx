/** Picks one or several of many by typing: the browser's own list, reachable by keyboard, screen reader and phone. */
import { Button, Input } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { useId, useState } from 'react'
import type { Person, Ref } from '#src/lists/columns.ts'
import { useWords } from '../../language.ts'
import type { Option } from './options.ts'
import type { Directory } from './useDirectory.ts'
import { nameOf } from './FieldView.tsx'
import styles from './Fields.module.css'

type Value = Person | Ref
const idOf = (value: Value) => ('id' in value ? value.id : value.key)

export function OnePicker({
  label,
  options: known,
  value,
  change,
  directory,
}: {
  label: string
  options: Option[]
  value: Value | null | undefined
  change: (value: Value | null) => void
  directory?: Directory | undefined
}) {
  const [typed, setTyped] = useState<string>()
  const options = directory ? [...known, ...directory.found] : known
  const shown = typed ?? textOf(options, value)
  return (
    <Typing
      label={label}
      options={options}
      text={shown}
      type={(text) => {
        setTyped(text)
        const found = find(options, text)
        if (found) {
          directory?.meet(idOf(found.value))
          change(found.value)
        } else if (text === '') change(null)
        else directory?.search(text)
      }}
      isKnown={(text) => text.trim() === '' || find(options, text) !== undefined}
      leave={() => setTyped(undefined)}
    />
  )
}

export function ManyPicker({
  label,
  options: known,
  value,
  change,
  directory,
}: {
  label: string
  options: Option[]
  value: readonly Value[]
  change: (value: Value[] | null) => void
  directory?: Directory | undefined
}) {
  const { t } = useWords()
  const options = directory ? [...known, ...directory.found] : known
  const [typed, setTyped] = useState('')
  return (
    <div>
      {value.length > 0 && (
        <ul className={styles.chips}>
          {value.map((one) => (
            <li key={idOf(one)}>
              {nameOf(one)}
              <Button
                size='small'
                appearance='transparent'
                icon={<DismissRegular />}
                aria-label={`${t('initiative.remove')} ${nameOf(one)}`}
                onClick={() => change(nullWhenEmpty(value.filter((other) => idOf(other) !== idOf(one))))}
              />
            </li>
          ))}
        </ul>
      )}
      <Typing
        label={label}
        options={options}
        text={typed}
        type={(text) => {
          const found = find(options, text)
          setTyped(found ? '' : text)
          if (!found) return directory?.search(text)
          directory?.meet(idOf(found.value))
          if (!value.some((one) => idOf(one) === idOf(found.value))) change([...value, found.value])
        }}
        isKnown={(text) => text.trim() === '' || find(options, text) !== undefined}
        leave={() => setTyped('')}
      />
    </div>
  )
}

function Typing({
  label,
  options,
  text,
  type,
  isKnown,
  leave,
}: {
  label: string
  options: Option[]
  text: string
  type: (text: string) => void
  /** Nothing typed, or a name in the list. */
  isKnown: (text: string) => boolean
  leave: () => void
}) {
  const { t } = useWords()
  const id = useId()
  // What was typed leaves the field: it is said, or a slip of the finger would pass for a choice.
  const [missed, setMissed] = useState<string>()
  return (
    <>
      <Input
        aria-label={label}
        list={id}
        value={text}
        {...(missed !== undefined && { 'aria-describedby': `${id}-missed` })}
        onChange={(_, d) => {
          setMissed(undefined)
          type(d.value)
        }}
        onBlur={() => {
          if (!isKnown(text)) setMissed(text.trim())
          leave()
        }}
        className={styles.wide ?? ''}
      />
      <datalist id={id}>
        {options.map((option) => (
          <option key={idOf(option.value)} value={option.text} />
        ))}
      </datalist>
      {missed !== undefined && (
        <p id={`${id}-missed`} role='alert' className={styles.missed}>
          {t('initiative.noSuch', { text: missed })}
        </p>
      )}
    </>
  )
}

const find = (options: Option[], text: string) =>
  options.find((option) => option.text.toLowerCase() === text.trim().toLowerCase())
const textOf = (options: Option[], value: Value | null | undefined) =>
  value ? (options.find((option) => idOf(option.value) === idOf(value))?.text ?? nameOf(value)) : ''
const nullWhenEmpty = <T,>(values: T[]) => (values.length ? values : null)
