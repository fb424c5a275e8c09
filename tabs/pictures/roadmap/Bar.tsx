/** One initiative on the road map: its name, its bar, its decision points, and what is wrong with its time. */
import { memo } from 'react'
import type { Day } from '#src/lists/columns.ts'
import { type Conflict, type Interval, placeOfDay } from '#src/rules/pictures/roadmap.ts'
import { useWords } from '../../language.ts'
import { mark } from '../../ui/picture/mark.ts'
import { short } from '../bubbles/labels.ts'
import { shortConflict } from './conflictText.ts'
import { type BarBox, barOf, type Layout, LINE, xOf } from './layout.ts'
import styles from './Roadmap.module.css'

/** A day that something is decided, or that a law gives. */
export interface Point {
  day: Day
  kind: 'planned' | 'passed' | 'legal'
}

/** That fit beside the bars. */
const NAME_LETTERS = 36
/** Room for a conflict in a few words. */
const NOTE = 120

export const Bar = memo(function Bar({
  id,
  title,
  label,
  interval,
  attempt,
  isExternal,
  isLifted,
  conflict,
  points,
  layout,
  top,
}: {
  id: string
  title: string
  /** What a screen reader says of it. */
  label: string
  interval: Interval
  /** The time that is tried. */
  attempt: Interval | undefined
  isExternal: boolean
  isLifted: boolean
  /** The worst. */
  conflict: Conflict | undefined
  points: readonly Point[] | undefined
  layout: Layout
  top: number
}) {
  const words = useWords()
  const planned = barOf(interval, layout, top)
  const bar = attempt ? barOf(attempt, layout, top) : planned
  const middle = top + LINE / 2
  const isOpen = (attempt ?? interval).to === undefined
  const noteRight = bar.right + 6 + NOTE <= layout.width
  const noteX = noteRight ? bar.right + 6 : Math.max(layout.names + NOTE, bar.left - 6)
  return (
    <g className={styles.line}>
      <g {...mark(id, label)}>
        <rect x={0} y={top} width={layout.width} height={LINE} className={styles.hit} />
        {attempt && !planned.isOutside && <Rect box={planned} className={styles.ghost ?? ''} />}
        {!bar.isOutside && (
          <Rect
            box={bar}
            data-bar=''
            className={[
              styles.bar,
              isExternal && styles.external,
              conflict && styles.clashing,
              isOpen && styles.open,
              attempt && styles.tried,
              isLifted && styles.lifted,
            ]
              .filter(Boolean)
              .join(' ')}
          />
        )}
      </g>
      <g aria-hidden='true' className={styles.words}>
        <text x={14} y={middle + 4}>
          {short(title, NAME_LETTERS)}
        </text>
        {bar.isOutside && (
          <text
            x={bar.isOutside === 'before' ? layout.names + 4 : layout.width - 4}
            y={middle + 4}
            textAnchor={bar.isOutside === 'before' ? 'start' : 'end'}
          >
            {bar.isOutside === 'before' ? '◂' : '▸'}
          </text>
        )}
        {!bar.isOutside && isOpen && (
          <text x={bar.right - 4} y={middle + 4} textAnchor='end' className={styles.question}>
            ?
          </text>
        )}
        <Points points={points} layout={layout} middle={middle} />
        {conflict && (
          <g className={styles.note}>
            <path d={triangle(noteRight ? noteX : noteX - NOTE + 6, middle)} />
            <text x={noteRight ? noteX + 15 : noteX - NOTE + 21} y={middle + 4}>
              {shortConflict(conflict, words)}
            </text>
          </g>
        )}
      </g>
    </g>
  )
})

function Rect({ box, ...more }: { box: BarBox; className: string; 'data-bar'?: string }) {
  const { left, right, top, height, isCutLeft, isCutRight } = box
  return (
    <rect
      x={left}
      y={top}
      width={right - left}
      height={height}
      rx={isCutLeft || isCutRight ? 0 : 3}
      {...more}
    />
  )
}

function Points({
  points,
  layout,
  middle,
}: {
  points: readonly Point[] | undefined
  layout: Layout
  middle: number
}) {
  return points?.map(({ day, kind }) => {
    const x = xOf(placeOfDay(day), layout)
    if (x < layout.names || x > layout.width) return null
    return kind === 'legal' ? (
      <text key={`${kind}${day}`} x={x} y={middle + 5} textAnchor='middle' className={styles.law}>
        §
      </text>
    ) : (
      <path
        key={`${kind}${day}`}
        d={`M${x} ${middle - 6}l6 6l-6 6l-6-6z`}
        className={kind === 'passed' ? styles.passed : styles.point}
      />
    )
  })
}

const triangle = (x: number, middle: number) => `M${x} ${middle + 5}l6-11l6 11z`
