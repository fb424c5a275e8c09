/** How long an item has taken, beside what was planned for it. */
import { useWords } from '../../language.ts'
import styles from './Hold.module.css'

export function Spent({ spentMs, plannedMinutes }: { spentMs: number; plannedMinutes: number | undefined }) {
  const { t } = useWords()
  const spent = Math.floor(spentMs / 60_000)
  if (plannedMinutes === undefined) return <span>{t('holding.spent', { minutes: spent })}</span>
  const over = spent - plannedMinutes
  return (
    <span className={over > 0 ? styles.over : undefined}>
      {t('holding.spentOf', { minutes: spent, planned: plannedMinutes })}
      {over > 0 && ` ▲ ${t('holding.over', { minutes: over })}`}
    </span>
  )
}
