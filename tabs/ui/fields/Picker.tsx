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
  const take = ({ value: found }: Option) => {
    directory?.meet(idOf(found))
    change(found)
  }
  return (
    <Typing
      label={label}
      options={options}
      text={shown}
      type={(text) => {
        setTyped(text)
        const found = find(options, text)
        if (found) take(found)
        else if (text === '') change(null)
        else directory?.search(text)
      }}
      isKnown={(text) => typed === undefined || text.trim() === '' || find(options, text) !== undefined}
      take={take}
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
  const take = ({ value: found }: Option) => {
    directory?.meet(idOf(found))
    if (!value.some((one) => idOf(one) === idOf(found))) change([...value, found])
  }
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
          if (found) take(found)
          else directory?.search(text)
        }}
        isKnown={(text) => text.trim() === '' || find(options, text) !== undefined}
        take={take}
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
  take,
  leave,
}: {
  label: string
  options: Option[]
  text: string
  type: (text: string) => void
  /** Nothing typed, or a name in the list. */
  isKnown: (text: string) => boolean
  take: (option: Option) => void
  leave: () => void
}) {
  const { t } = useWords()
  const id = useId()
  // What was typed leaves the field: it is said, or a slip of the finger would pass for a choice.
  const [missed, setMissed] = useState<string>()
  /** A whole name without the title after it is as good as the line of the list, when only one is called so. */
  const settle = () => {
    const named = onlyNamed(options, text)
    if (named) take(named)
    else setMissed(text.trim())
    return named !== undefined
  }
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
        onKeyDown={(event) => {
          // Enter would save the form without what stands here, and without a word.
          if (event.key !== 'Enter' || isKnown(text)) return
          event.preventDefault()
          if (settle()) leave()
        }}
        onBlur={() => {
          if (!isKnown(text)) settle()
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
const onlyNamed = (options: Option[], text: string) => {
  const name = text.trim().toLowerCase()
  const called = options.filter(({ value }) => nameOf(value).toLowerCase() === name)
  return new Set(called.map(({ value }) => idOf(value))).size === 1 ? called[0] : undefined
}
const textOf = (options: Option[], value: Value | null | undefined) =>
  value ? (options.find((option) => idOf(option.value) === idOf(value))?.text ?? nameOf(value)) : ''
const nullWhenEmpty = <T,>(values: T[]) => (values.length ? values : null)
