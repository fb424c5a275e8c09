/** A question with its example, its control, and what is wrong with the answer: each tied to the control for screen readers. */
import type { ReactNode } from 'react'
import { useWords } from '../language.ts'
import styles from './Need.module.css'

/** What the control takes to belong to its question. */
export interface Tied {
  id: string
  'aria-describedby': string
  'aria-invalid': boolean
  'aria-required': boolean
}

interface Asked {
  id: string
  label: string
  help: string
  problem?: string | undefined
}

export function Field({
  required = false,
  children,
  ...asked
}: Asked & { required?: boolean; children: (tied: Tied) => ReactNode }) {
  const { t } = useWords()
  const { id, label, help, problem } = asked
  return (
    <div className={styles.field}>
      <label htmlFor={id}>
        {label} {!required && <span className={styles.quiet}>{t('propose.optional')}</span>}
      </label>
      <p id={`${id}-help`} className={styles.help}>
        {help}
      </p>
      {children({
        id,
        'aria-describedby': problem ? `${id}-help ${id}-problem` : `${id}-help`,
        'aria-invalid': problem !== undefined,
        'aria-required': required,
      })}
      {problem && (
        <p id={`${id}-problem`} className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  )
}

/** A question answered by choosing one of a few. */
export function Choice<V extends string>({
  options,
  value,
  change,
  children,
  ...asked
}: Asked & {
  options: readonly { value: V; text: string }[]
  value: V | undefined
  change: (value: V) => void
  children?: ReactNode
}) {
  const { id, label, help } = asked
  return (
    <fieldset className={styles.field} aria-describedby={`${id}-help`}>
      <legend>{label}</legend>
      <p id={`${id}-help`} className={styles.help}>
        {help}
      </p>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type='radio'
              name={id}
              checked={option.value === value}
              onChange={() => change(option.value)}
            />{' '}
            {option.text}
          </label>
        ))}
      </div>
      {children}
    </fieldset>
  )
}
