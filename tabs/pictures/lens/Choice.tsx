/** One of a few, chosen in a plain select with its name beside it. */
import { useId } from 'react'
import styles from './Lens.module.css'

export function Choice({
  label,
  value,
  options,
  choose,
}: {
  label: string
  value: string
  options: readonly { value: string; text: string }[]
  choose: (value: string) => void
}) {
  const id = useId()
  return (
    <span className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => choose(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </span>
  )
}
