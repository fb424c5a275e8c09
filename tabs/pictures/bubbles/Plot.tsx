/** The bubbles themselves: axes, a mark for each initiative, and names where there is room. */
import { memo, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useWords } from '../../language.ts'
import { mark } from '../../ui/picture/mark.ts'
import { Patterns, SERIES, seriesFill } from '../../ui/picture/Patterns.tsx'
import { tickText } from './figureText.ts'
import { labelsOf } from './labels.ts'
import type { Axis, Box, Bubble } from './place.ts'
import { usePan } from './usePan.ts'
import { useView, type View, type Zoom } from './zoom.ts'
import styles from './Bubbles.module.css'

/** Room round the plot for what stands at its axes. */
export const MARGIN = { left: 78, top: 22, right: 8, bottom: 44 }

/** How a bubble is filled: by the pattern of its portfolio, by one of four shades, or plain. */
export type Fill = 'portfolio' | 'step' | 'plain'

export function Plot({
  bubbles,
  axes,
  box,
  zoom,
  fill,
  labelOf,
}: {
  bubbles: readonly Bubble[]
  axes: { x: Axis; y: Axis; nameX: string; nameY: string }
  box: Box
  zoom: Zoom
  fill: Fill
  labelOf: (key: string) => string
}) {
  const id = useId().replaceAll(/\W/g, '')
  const frame = useRef<SVGRectElement>(null)
  const view = useView(zoom)
  const settled = useSettled(view)
  usePan(frame, zoom, box)
  return (
    <>
      <Patterns prefix={id} />
      <g transform={`translate(${MARGIN.left} ${MARGIN.top})`}>
        <rect ref={frame} width={box.width} height={box.height} className={styles.ground} />
        <Lines axis={axes.x} name={axes.nameX} view={view} box={box} along='x' />
        <Lines axis={axes.y} name={axes.nameY} view={view} box={box} along='y' />
        {/* Cut by a frame of its own, and moved as one layer: a pan then paints no bubble anew. */}
        <svg width={box.width} height={box.height} overflow='hidden'>
          <g style={{ transform: `translate(${view.left}px, ${view.top}px)` }} className={styles.moving}>
            <Marks bubbles={bubbles} k={view.k} fill={fill} prefix={id} labelOf={labelOf} />
            <Names bubbles={bubbles} view={settled} box={box} />
          </g>
        </svg>
      </g>
    </>
  )
}

const REST_MS = 150

/** Names follow when the hand rests. */
function useSettled(view: View): View {
  const [settled, setSettled] = useState(view)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(view), REST_MS)
    return () => clearTimeout(timer)
  }, [view])
  return settled.k === view.k ? settled : view
}

/** More bubbles than this are too small for a pattern to be seen, and too many to paint one each. */
const MOST_PATTERNS = 400

const Marks = memo(function Marks({
  bubbles,
  k,
  fill,
  prefix,
  labelOf,
}: {
  bubbles: readonly Bubble[]
  k: number
  fill: Fill
  prefix: string
  labelOf: (key: string) => string
}) {
  const seriesOf = (step: number) =>
    bubbles.length > MOST_PATTERNS ? `var(--series${step % SERIES})` : seriesFill(prefix, step)
  return bubbles.map(({ key, x, y, r, isMandatory, isSizeUnknown, step }) => {
    const shade = step === undefined ? 0 : Math.min(step, 3)
    const colour = fill === 'portfolio' && step !== undefined && step >= 0 ? seriesOf(step) : 'var(--mark)'
    return (
      <g key={key} {...mark(key, labelOf(key))}>
        <circle
          cx={x * k}
          cy={y * k}
          r={r}
          className={`${isMandatory ? styles.hollow : styles.bubble} ${isSizeUnknown ? styles.dashed : ''}`}
          {...(isMandatory
            ? {
                stroke:
                  fill === 'portfolio' ? `var(--series${Math.max(0, step ?? 0) % SERIES})` : 'var(--mark)',
              }
            : {
                fill: fill === 'step' && step === undefined ? 'var(--paper)' : colour,
                fillOpacity: fill === 'step' ? (shades[shade] ?? 1) : 0.82,
              })}
        />
      </g>
    )
  })
})

/** From the least to the most, told apart in grey too. */
export const shades = [0.12, 0.38, 0.68, 1]

const Names = memo(function Names({
  bubbles,
  view: { k, left, top },
  box,
}: {
  bubbles: readonly Bubble[]
  view: View
  box: Box
}) {
  const labels = useMemo(
    () =>
      labelsOf(
        bubbles.map(({ key, title, x, y, r }) => ({ key, title, x: x * k, y: y * k, r })),
        { left: -left, right: box.width - left, top: -top, bottom: box.height - top },
      ),
    [bubbles, k, left, top, box],
  )
  return (
    <g aria-hidden='true' className={styles.names}>
      {labels.map(({ key, text, x, y, anchor }) => (
        <text key={key} x={x} y={y} textAnchor={anchor}>
          {text}
        </text>
      ))}
    </g>
  )
})

/** The lines of one axis with their values, and its name. */
function Lines({
  axis,
  name,
  view,
  box,
  along,
}: {
  axis: Axis
  name: string
  view: View
  box: Box
  along: 'x' | 'y'
}) {
  const words = useWords()
  const isX = along === 'x'
  const [offset, length] = isX ? [view.left, box.width] : [view.top, box.height]
  const [first, last] = [-offset / view.k, (length - offset) / view.k]
  const ticks = isX
    ? axis.ticks(first, last, Math.max(2, length / 110))
    : axis.ticks(last, first, Math.max(2, length / 60))
  const lines = roomy(
    ticks
      .map((value) => ({ value, at: axis.at(value) * view.k + offset }))
      .filter(({ at }) => at >= -1 && at <= length + 1),
    isX ? 62 : 18,
  )
  return (
    <g aria-hidden='true' className={styles.axis}>
      {lines.map(({ value, at }) =>
        isX ? (
          <g key={value} transform={`translate(${at} 0)`}>
            <line y2={box.height} />
            <text y={box.height + 16} textAnchor='middle'>
              {tickText(axis.measure, value, words)}
            </text>
          </g>
        ) : (
          <g key={value} transform={`translate(0 ${at})`}>
            <line x2={box.width} />
            <text x={-6} y={4} textAnchor='end'>
              {tickText(axis.measure, value, words)}
            </text>
          </g>
        ),
      )}
      {isX ? (
        <text x={box.width} y={box.height + 36} textAnchor='end' className={styles.axisName}>
          {name} →
        </text>
      ) : (
        <text x={-MARGIN.left + 4} y={-8} className={styles.axisName}>
          ↑ {name}
        </text>
      )}
    </g>
  )
}

/** Every line that has room for its value: a logarithm crowds them. */
function roomy<T extends { at: number }>(lines: readonly T[], least: number): T[] {
  const kept: T[] = []
  for (const line of lines) if (kept.every(({ at }) => Math.abs(at - line.at) >= least)) kept.push(line)
  return kept
}
