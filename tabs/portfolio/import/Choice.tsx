/** One labelled choice of several. */
import { Select } from '@fluentui/react-components'
import { useId } from 'react'
import styles from './Import.module.css'

export function Choice({
  label,
  value,
  options,
  choose,
}: {
  label: string
  value: string
  options: readonly { key: string; title: string }[]
  choose: (key: string) => void
}) {
  const id = useId()
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <Select id={id} value={value} onChange={(_, chosen) => choose(chosen.value)}>
        {options.map(({ key, title }) => (
          <option key={key} value={key}>
            {title}
          </option>
        ))}
      </Select>
    </div>
  )
}
