/** Several of a fixed set, each with a box to tick. */
import { Checkbox } from '@fluentui/react-components'
import type { List } from '#src/lists/list.ts'
import { useWords } from '../../language.ts'
import { optionsOf } from './choices.ts'
import styles from './Fields.module.css'

export function ChoicesEdit({
  list,
  field,
  value,
  change,
}: {
  list: List
  field: string
  value: readonly string[]
  change: (value: string[] | null) => void
}) {
  const words = useWords()
  const options = optionsOf(list, field, words)
  const pick = (key: string, on: boolean) => {
    // In the order of the set, so that the same choice is always the same value.
    const next = options.map((o) => o.key).filter((k) => (k === key ? on : value.includes(k)))
    change(next.length > 0 ? next : null)
  }
  return (
    <fieldset className={styles.choices}>
      <legend>{words.label(list, field)}</legend>
      {options.map(({ key, text }) => (
        <Checkbox
          key={key}
          label={text}
          checked={value.includes(key)}
          onChange={(_, { checked }) => pick(key, checked === true)}
        />
      ))}
    </fieldset>
  )
}
