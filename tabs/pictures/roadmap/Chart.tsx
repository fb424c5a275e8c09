/** The road map as drawn: those of its lines that are in sight or nearly, and what waits for what. */
import { type RefObject, useEffect, useId, useMemo, useState } from 'react'
import type { Day } from '#src/lists/columns.ts'
import { type Conflict, type Interval, intervalOf, type Waiting } from '#src/rules/pictures/roadmap.ts'
import { formatNumber } from '#src/text/format.ts'
import { useWords } from '../../language.ts'
import { mark, markOf } from '../../ui/picture/mark.ts'
import { Bar, type Point } from './Bar.tsx'
import { barOf, elbow, HEAD, type Layout, LINE, quarterWidth } from './layout.ts'
import type { Line, Rows } from './lines.ts'
import { Now, Time } from './Time.tsx'
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

/** Lines come and go so many at a time. */
const BLOCK = 8
/** Drawn beyond what is in sight: the browser scrolls before we are told, and a turn of the wheel shows no gap. */
const MORE = 16
/** What runs through many lines is drawn so far: a broken line through thousands of them takes longer than all the rest. */
const STRETCH = 48

/** Stays the same while some turns of the wheel pass. */
function reachOf(line: number, count: number): Reach {
  const from = Math.floor(line / STRETCH - 1) * STRETCH
  return { from: Math.max(0, from), to: Math.min(count, from + 4 * STRETCH) }
}

interface Reach {
  from: number
  to: number
}

export function Chart({
  facts,
  layout,
  height,
  scroller,
  trying,
}: {
  facts: ChartFacts
  layout: Layout
  /** Of the frame it is scrolled in. */
  height: number
  scroller: RefObject<HTMLElement | null>
  trying: Trying
}) {
  useDragBars(scroller, trying, quarterWidth(layout))
  const block = useBlock(scroller)
  const kept = useFocused(scroller)
  const count = facts.rows.lines.length
  const reach = useMemo(() => reachOf(block * BLOCK, count), [block, count])
  const along = { top: reach.from * LINE, bottom: reach.to * LINE }
  const first = Math.max(0, block * BLOCK - MORE)
  const last = Math.min(count, (block + 1) * BLOCK + Math.ceil((height - HEAD) / LINE) + MORE)
  return (
    <>
      <Time layout={layout} {...along} />
      <Lines facts={facts} layout={layout} first={first} last={last} reach={reach} kept={kept} />
      <Now layout={layout} today={facts.today} {...along} />
    </>
  )
}

/** Lines from `first` up to `last`, and what runs between them. */
export function Lines({
  facts,
  layout,
  first,
  last,
  reach,
  kept,
}: {
  facts: ChartFacts
  layout: Layout
  first: number
  last: number
  /** What waits for something is drawn no farther than this. */
  reach: Reach
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
  const broken = useId().replaceAll(/\W/g, '')
  const yOf = (line: number) => Math.max(reach.from - 1, Math.min(reach.to, line)) * LINE + LINE / 2
  const inSight = (line: number | undefined) => line !== undefined && line >= first && line < last
  return (
    <>
      <Broken id={broken} />
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
            d={elbow({ x: right.right, y: yOf(needed) }, { x: left.left, y: yOf(waiting) })}
            className={conflict ? styles.badWait : styles.wait}
            stroke={conflict ? `url(#${broken})` : undefined}
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

/** Of a broken line: stripes across it. Dashes along a path through hundreds of lines take the browser longer than all the rest. */
const Broken = ({ id }: { id: string }) => (
  <pattern id={id} width={8} height={8} patternUnits='userSpaceOnUse'>
    <path d='M-1 3L3 -1M2 8L8 2' className={styles.stripe} />
  </pattern>
)

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

/** Which eight lines the scroller begins with: the browser moves what is drawn, and we are needed when others come into sight. */
function useBlock(scroller: RefObject<HTMLElement | null>): number {
  const [block, setBlock] = useState(0)
  // Not earlier: the scroller is around what is drawn, and is known after it.
  useEffect(() => {
    const box = scroller.current
    if (!box) return
    const follow = () => setBlock(Math.floor(box.scrollTop / LINE / BLOCK))
    follow()
    box.addEventListener('scroll', follow, { passive: true })
    return () => box.removeEventListener('scroll', follow)
  }, [scroller])
  return block
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
