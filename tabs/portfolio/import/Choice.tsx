/** One labelled choice of several. */
import { Select } from '@fluentui/react-components'
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
  return (
    <label className={styles.choice}>
      {label}
      <Select value={value} onChange={(_, chosen) => choose(chosen.value)}>
        {options.map(({ key, title }) => (
          <option key={key} value={key}>
            {title}
          </option>
        ))}
      </Select>
    </label>
  )
}
