/** The plain fields of a report: an amount in kronor and a text, each with its hint. */
import { useId } from 'react'
import { useWords } from '../language.ts'
import { kronorOf } from './draft.ts'
import styles from './Report.module.css'

interface Given {
  label: string
  hint?: string | undefined
  value: string
  change: (value: string) => void
}

export function MoneyField({ label, hint, value, change }: Given) {
  const { t } = useWords()
  const id = useId()
  const isWrong = kronorOf(value) === null
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        inputMode='numeric'
        autoComplete='off'
        value={value}
        aria-invalid={isWrong || undefined}
        aria-describedby={`${id}-hint`}
        onChange={(event) => change(event.target.value)}
      />
      <span id={`${id}-hint`} className={isWrong ? styles.wrong : styles.quiet}>
        {isWrong ? t('report.notANumber') : hint}
      </span>
    </div>
  )
}

export function NoteField({ label, hint, value, change, invalid = false }: Given & { invalid?: boolean }) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={3}
        value={value}
        aria-invalid={invalid || undefined}
        {...(hint && { 'aria-describedby': `${id}-hint` })}
        onChange={(event) => change(event.target.value)}
      />
      {hint && (
        <span id={`${id}-hint`} className={styles.quiet}>
          {hint}
        </span>
      )}
    </div>
  )
}
