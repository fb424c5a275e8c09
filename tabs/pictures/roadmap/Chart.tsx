/** The road map as drawn: a window of its lines under a head of years and quarters, with what waits for what. */
import { type RefObject, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Day } from '#src/lists/columns.ts'
import {
  type Conflict,
  type Interval,
  intervalOf,
  placeOfDay,
  type QuarterNumber,
  type Waiting,
} from '#src/rules/pictures/roadmap.ts'
import { formatNumber } from '#src/text/format.ts'
import { useWords } from '../../language.ts'
import { mark, markOf } from '../../ui/picture/mark.ts'
import { QUARTERS } from './address.ts'
import { Bar, type Point } from './Bar.tsx'
import { barOf, elbow, HEAD, type Layout, LINE, quarterWidth, xOf } from './layout.ts'
import type { Line, Rows } from './lines.ts'
import { useDragBars } from './useDragBars.ts'
import type { Attempt, Trying } from './useTry.ts'
import styles from './Roadmap.module.css'

export interface ChartFacts {
  rows: Rows
  waits: readonly Waiting[]
  conflicts: ReadonlyMap<string, readonly Conflict[]>
  points: ReadonlyMap<string, readonly Point[]>
  labelOf: (key: string) => string
  attempt: Attempt | undefined
  lifted: string | undefined
  today: Day
}

/** Drawn beyond what is in sight, so that a turn of the wheel shows no gap. */
const MORE = 2

export function Chart({
  facts,
  layout,
  height,
  scroller,
  trying,
}: {
  facts: ChartFacts
  layout: Layout
  height: number
  scroller: RefObject<HTMLElement | null>
  trying: Trying
}) {
  useDragBars(scroller, trying, quarterWidth(layout))
  const top = useScrollTop(scroller)
  const kept = useFocused(scroller)
  const first = Math.max(0, Math.floor(top / LINE) - MORE)
  const last = Math.min(facts.rows.lines.length, Math.ceil((top + height - HEAD) / LINE) + MORE)
  return (
    <>
      <clipPath id='roadmap-lines'>
        <rect y={HEAD} width={layout.width} height={height - HEAD} />
      </clipPath>
      <Time layout={layout} height={height} />
      <g clipPath='url(#roadmap-lines)'>
        <g transform={`translate(0 ${HEAD - top})`}>
          <Lines facts={facts} layout={layout} first={first} last={last} kept={kept} />
        </g>
      </g>
      <Head layout={layout} today={facts.today} height={height} />
    </>
  )
}

/** Lines from `first` up to `last`, and what runs between them. */
export function Lines({
  facts,
  layout,
  first,
  last,
  kept,
}: {
  facts: ChartFacts
  layout: Layout
  first: number
  last: number
  /** Drawn wherever it is: it has the focus. */
  kept?: string | undefined
}) {
  const { rows, waits, attempt } = facts
  const at = kept === undefined ? -1 : (rows.lineOf.get(kept) ?? -1)
  const shown = rows.lines.slice(first, last).map((line, i) => ({ line, at: first + i }))
  const far = rows.lines[at]
  if (far?.kind === 'bar' && far.key === kept && (at < first || at >= last)) shown.push({ line: far, at })
  const timeOf = (key: string): Interval | undefined => {
    if (attempt?.key === key) return attempt.interval
    const line = rows.lines[rows.lineOf.get(key) ?? -1]
    return line?.kind === 'bar' ? intervalOf(line.one) : undefined
  }
  const inSight = (line: number | undefined) => line !== undefined && line >= first && line < last
  return (
    <>
      {waits.map(({ from, to, conflict }) => {
        const [waiting, needed] = [rows.lineOf.get(from), rows.lineOf.get(to)]
        if (waiting === undefined || needed === undefined || waiting === needed) return null
        if (!inSight(waiting) && !inSight(needed)) return null
        const [start, end] = [timeOf(from), timeOf(to)]
        if (!start || !end) return null
        const [right, left] = [barOf(end, layout, 0), barOf(start, layout, 0)]
        return (
          <path
            key={`${from} ${to}`}
            d={elbow(
              { x: right.right, y: needed * LINE + LINE / 2 },
              { x: left.left, y: waiting * LINE + LINE / 2 },
            )}
            className={conflict ? styles.badWait : styles.wait}
          />
        )
      })}
      {shown.map(({ line, at: place }) =>
        line.kind === 'group' ? (
          <Group key={line.key} line={line} top={place * LINE} layout={layout} />
        ) : (
          <Bar
            key={line.key}
            id={line.key}
            title={line.one.title}
            label={facts.labelOf(line.key)}
            interval={line.interval}
            attempt={attempt?.key === line.key ? attempt.interval : undefined}
            isExternal={line.one.external === true}
            isLifted={facts.lifted === line.key}
            conflict={facts.conflicts.get(line.key)?.[0]}
            points={facts.points.get(line.key)}
            layout={layout}
            top={place * LINE}
          />
        ),
      )}
    </>
  )
}

function Group({
  line,
  top,
  layout,
}: {
  line: Extract<Line, { kind: 'group' }>
  top: number
  layout: Layout
}) {
  const { t, locale } = useWords()
  const { key, text, count, clashes, isOpen } = line
  const said = t('pictures.groupCount', { count: formatNumber(count, locale) })
  const clash = clashes > 0 ? t('pictures.groupClashes', { count: clashes }) : ''
  return (
    <g className={styles.group}>
      <g {...mark(key, [text, said, clash].filter(Boolean).join(', '))} role='button' aria-expanded={isOpen}>
        <rect x={0} y={top} width={layout.width} height={LINE} className={styles.groupGround} />
      </g>
      <text aria-hidden='true' x={4} y={top + LINE / 2 + 4} className={styles.words}>
        {isOpen ? '▾' : '▸'} {text}
        <tspan dx={8} className={styles.quiet}>
          {said}
        </tspan>
        {clash && (
          <tspan dx={8} className={styles.bad}>
            ▲ {clash}
          </tspan>
        )}
      </text>
    </g>
  )
}

const quarters = (layout: Layout): QuarterNumber[] =>
  Array.from({ length: QUARTERS }, (_, i) => layout.from + i)

/** The lines between quarters, heavier between years. */
export function Time({ layout, height }: { layout: Layout; height: number }) {
  return (
    <g aria-hidden='true'>
      {quarters(layout).map((quarter) => (
        <line
          key={quarter}
          x1={xOf(quarter, layout)}
          x2={xOf(quarter, layout)}
          y1={HEAD}
          y2={height}
          className={quarter % 4 === 0 ? styles.year : styles.quarter}
        />
      ))}
    </g>
  )
}

export function Head({ layout, today, height }: { layout: Layout; today: Day; height: number }) {
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
        <>
          <line x1={now} x2={now} y1={20} y2={height} className={styles.now} />
          <text x={now + 4} y={15} className={styles.nowName}>
            {t('pictures.now')}
          </text>
        </>
      )}
    </g>
  )
}

function useScrollTop(scroller: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0)
  // Not earlier: the scroller is around what is drawn, and is known after it.
  useEffect(() => {
    const box = scroller.current
    if (!box) return
    // Drawn before the browser paints what it has scrolled.
    const follow = () => flushSync(() => setTop(box.scrollTop))
    setTop(box.scrollTop)
    box.addEventListener('scroll', follow, { passive: true })
    return () => box.removeEventListener('scroll', follow)
  }, [scroller])
  return top
}

/** The bar that has the focus. */
function useFocused(scroller: RefObject<HTMLElement | null>): string | undefined {
  const [focused, setFocused] = useState<string>()
  useEffect(() => {
    const box = scroller.current
    if (!box) return
    const onIn = (event: FocusEvent) => setFocused(markOf(event.target)?.dataset.mark)
    const onOut = (event: FocusEvent) => {
      if (!markOf(event.relatedTarget)) setFocused(undefined)
    }
    box.addEventListener('focusin', onIn)
    box.addEventListener('focusout', onOut)
    return () => {
      box.removeEventListener('focusin', onIn)
      box.removeEventListener('focusout', onOut)
    }
  }, [scroller])
  return focused
}
