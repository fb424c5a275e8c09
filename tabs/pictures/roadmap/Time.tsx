/** What the bars of the road map stand on: lines between quarters, their head, and where we are now. */
import type { Day } from '#src/lists/columns.ts'
import { placeOfDay, type QuarterNumber } from '#src/rules/pictures/roadmap.ts'
import { useWords } from '../../language.ts'
import { QUARTERS } from './address.ts'
import { HEAD, type Layout, quarterWidth, xOf } from './layout.ts'
import styles from './Roadmap.module.css'

const quarters = (layout: Layout): QuarterNumber[] =>
  Array.from({ length: QUARTERS }, (_, i) => layout.from + i)

/** The lines between quarters, heavier between years. */
export function Time({ layout, top = 0, bottom }: { layout: Layout; top?: number; bottom: number }) {
  return (
    <g aria-hidden='true'>
      {quarters(layout).map((quarter) => (
        <line
          key={quarter}
          x1={xOf(quarter, layout)}
          x2={xOf(quarter, layout)}
          y1={top}
          y2={bottom}
          className={quarter % 4 === 0 ? styles.year : styles.quarter}
        />
      ))}
    </g>
  )
}

/** A line over all bars; nothing when now is outside the years that are shown. */
export function Now({
  layout,
  today,
  top = 0,
  bottom,
}: {
  layout: Layout
  today: Day
  top?: number
  bottom: number
}) {
  const now = xOf(placeOfDay(today), layout)
  if (now < layout.names || now > layout.width) return null
  return <line aria-hidden='true' x1={now} x2={now} y1={top} y2={bottom} className={styles.now} />
}

export function Head({ layout, today }: { layout: Layout; today: Day }) {
  const { t } = useWords()
  const now = xOf(placeOfDay(today), layout)
  const width = quarterWidth(layout)
  return (
    <g aria-hidden='true' className={styles.head}>
      <rect width={layout.width} height={HEAD} className={styles.headGround} />
      {quarters(layout).map((quarter, i) => {
        const x = xOf(quarter, layout)
        return (
          <g key={quarter}>
            {(quarter % 4 === 0 || i === 0) && (
              <text x={x + 4} y={15} className={styles.yearName}>
                {Math.floor(quarter / 4)}
              </text>
            )}
            <text x={x + width / 2} y={33} textAnchor='middle' className={styles.quiet}>
              {t('pictures.quarter', { number: (quarter % 4) + 1 })}
            </text>
          </g>
        )
      })}
      {now >= layout.names && now <= layout.width && (
        <text x={now + 4} y={15} className={styles.nowName}>
          {t('pictures.now')}
        </text>
      )}
      <Now layout={layout} today={today} top={20} bottom={HEAD} />
    </g>
  )
}
