/** How much of a limit is used, as a bar with its numbers. */
import type { ReactNode } from 'react'
import type { Limit } from '#src/rules/selection.ts'
import { useWords } from '../../language.ts'
import { useNaming } from './context.ts'
import styles from './Scenarios.module.css'

export function Bar({
  name,
  of,
  used,
  most,
  byHand,
  children,
}: {
  name: string
  of: Limit['of']
  used: number
  most: number
  /** Set by hand for this scenario. */
  byHand: boolean
  children?: ReactNode
}) {
  const { t } = useWords()
  const { amountOf } = useNaming()
  const left = most - used
  const part = most > 0 ? used / most : Number(used > 0)
  return (
    <li className={styles.bar}>
      <span className={styles.barName}>
        {name}
        {byHand && <small> {t('scenarios.byHand')}</small>}
      </span>
      <span className={styles.track} aria-hidden='true'>
        <span
          className={left < 0 ? styles.overfull : styles.fill}
          style={{ inlineSize: `${Math.min(part, 1) * 100}%` }}
        />
      </span>
      <span className={styles.figures}>
        {t('scenarios.used', { used: amountOf(of, used), most: amountOf(of, most) })}
        {' · '}
        {left < 0
          ? t('scenarios.over', { kr: amountOf(of, -left) })
          : t('scenarios.left', { kr: amountOf(of, left) })}
      </span>
      {children}
    </li>
  )
}
