/** An amount set by hand instead of what is decided or said; kronor are written in thousands, unless something else is written beside. */
import { useState } from 'react'
import { readAmount } from '#src/rules/money/amounts.ts'
import { useWords } from '../../language.ts'
import styles from './Scenarios.module.css'

export function AmountField({
  label,
  of,
  amount,
  change,
  byHand = false,
}: {
  /** What it is the amount of: `Ramen 2027`. */
  label: string
  of: 'cost' | 'days' | 'daysAMonth'
  amount: number | undefined
  change: (amount: number | undefined) => void
  byHand?: boolean
}) {
  const { t } = useWords()
  const isMoney = of === 'cost'
  const unit = isMoney ? 'tkr' : t(of === 'days' ? 'scenarios.daysUnit' : 'scenarios.daysAMonth')
  const [typed, setTyped] = useState<string>()
  const [unreadable, setUnreadable] = useState<string>()
  const shown = amount === undefined ? '' : String(isMoney ? amount / 1000 : amount)
  const take = () => {
    if (typed === undefined) return
    const read = readAmount(typed, isMoney ? 'tkr' : 'kr')
    if ('fault' in read) return setUnreadable(typed)
    setUnreadable(undefined)
    setTyped(undefined)
    change(read.kr ?? undefined)
  }
  return (
    <span className={styles.byHand}>
      <input
        className={styles.amount}
        inputMode='decimal'
        aria-label={`${label} (${unit})`}
        value={typed ?? shown}
        aria-invalid={unreadable !== undefined}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={take}
        onKeyDown={({ key }) => key === 'Enter' && take()}
      />{' '}
      {unit}
      {byHand && (
        <button type='button' className={styles.quietButton} onClick={() => change(undefined)}>
          {t('scenarios.asDecided')}
        </button>
      )}
      {unreadable !== undefined && (
        <span role='alert' className={styles.trouble}>
          {t('scenarios.unreadable', { text: unreadable })}
        </span>
      )}
    </span>
  )
}
