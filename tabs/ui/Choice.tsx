/** One of a few, chosen in a plain select with its name beside it or above it. */
import { useId } from 'react'
import styles from './Choice.module.css'

export function Choice({
  label,
  value,
  options,
  choose,
  named = 'beside',
}: {
  label: string
  value: string
  options: readonly { value: string; text: string }[]
  choose: (value: string) => void
  /** Where its name stands. */
  named?: 'beside' | 'above'
}) {
  const id = useId()
  return (
    <span className={`${styles.choice} ${styles[named]}`}>
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
