/** How many minutes an item has, changed where it stands; saved when the field is left. */
import { useState } from 'react'
import { useWords } from '../../language.ts'
import styles from './Prepare.module.css'

export function MinutesInput({
  value,
  label,
  save,
}: {
  value: number | undefined
  label: string
  save: (minutes: number | null) => void
}) {
  const { t } = useWords()
  const [typed, setTyped] = useState<string>()
  const leave = () => {
    if (typed === undefined) return
    setTyped(undefined)
    const minutes = typed === '' ? null : Math.min(600, Math.max(0, Math.round(Number(typed))))
    if (minutes !== (value ?? null)) save(minutes)
  }
  return (
    <span className={styles.minutes}>
      <input
        type='number'
        data-control='minutes'
        min={0}
        max={600}
        inputMode='numeric'
        aria-label={label}
        value={typed ?? value ?? ''}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={leave}
        onKeyDown={(event) => event.key === 'Enter' && leave()}
      />{' '}
      {t('agenda.min')}
    </span>
  )
}
