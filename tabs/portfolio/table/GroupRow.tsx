/** The heading of a group: how many, what they cost together, and how long half of them have stood where they are. */
import { memo } from 'react'
import { formatKr, formatNumber } from '#src/text/format.ts'
import type { Words } from '#src/text/words.ts'
import type { Group } from '../../ui/portfolioView/groups.ts'
import type { Around } from '../../ui/portfolioView/values.ts'
import styles from '../Portfolio.module.css'

export const GroupRow = memo(function GroupRow({
  group,
  open,
  line,
  topPx,
  focused,
  span,
  around,
}: {
  group: Group
  open: boolean
  line: number
  topPx: number
  focused: boolean
  /** How many columns it stands across. */
  span: number
  around: Around
}) {
  const { words } = around
  return (
    <div
      role='row'
      aria-rowindex={line + 2}
      aria-level={1}
      aria-expanded={open}
      data-line={line}
      data-group={group.key}
      tabIndex={focused ? 0 : -1}
      className={`${styles.body} ${styles.group}`}
      style={{ transform: `translateY(${topPx}px)` }}
    >
      <div role='gridcell' aria-colspan={span} className={styles.groupCell}>
        <span aria-hidden='true' className={styles.fold}>
          {open ? '▾' : '▸'}
        </span>
        <span className={styles.groupName}>{group.text || words.t('portfolio.none')}</span>{' '}
        <span className={styles.sums}>{sumsText(group, words)}</span>
      </div>
    </div>
  )
})

/** `12 initiativ · 3,4 mnkr · median 41 d`. */
export function sumsText({ rows, onceKr, yearlyKr, medianDays }: Group, { t, locale }: Words): string {
  return [
    t(rows.length === 1 ? 'portfolio.groupOne' : 'portfolio.groupCount', {
      count: formatNumber(rows.length, locale),
    }),
    onceKr > 0 && formatKr(onceKr, locale),
    yearlyKr > 0 && `${formatKr(yearlyKr, locale)}${t('portfolio.perYear')}`,
    medianDays !== undefined && t('portfolio.median', { days: medianDays }),
  ]
    .filter(Boolean)
    .join(' · ')
}
