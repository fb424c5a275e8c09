/** What the bubbles stand on: the ground, and the axes with their lines and values. On paper the bubbles too. */
import { useWords } from '../../language.ts'
import { Patterns } from '../../ui/picture/Patterns.tsx'
import { tickText } from './figureText.ts'
import { type Drawing, Marks, Names } from './Marks.tsx'
import type { Axis, Box } from './place.ts'
import { useView, type View, type Zoom } from './zoom.ts'
import styles from './Bubbles.module.css'

/** Room round the plot for what stands at its axes. */
export const MARGIN = { left: 78, top: 22, right: 8, bottom: 44 }

export function Plot({
  drawing,
  axes,
  zoom,
  isPaper,
}: {
  drawing: Drawing
  axes: { x: Axis; y: Axis; nameX: string; nameY: string }
  zoom: Zoom
  /** Nothing moves there, and all of it is one drawing. */
  isPaper: boolean
}) {
  const { bubbles, box, prefix } = drawing
  const view = useView(zoom)
  return (
    <>
      <Patterns prefix={prefix} />
      <g transform={`translate(${MARGIN.left} ${MARGIN.top})`}>
        <rect width={box.width} height={box.height} className={styles.ground} />
        <Lines axis={axes.x} name={axes.nameX} view={view} box={box} along='x' />
        <Lines axis={axes.y} name={axes.nameY} view={view} box={box} along='y' />
        {isPaper && (
          <svg width={box.width} height={box.height} overflow='hidden'>
            <g transform={`translate(${view.left} ${view.top})`}>
              <Marks drawing={drawing} k={view.k} />
              <Names bubbles={bubbles} view={view} box={box} />
            </g>
          </svg>
        )}
      </g>
    </>
  )
}

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
            <text
              x={inside(at, tickText(axis.measure, value, words), box.width + MARGIN.right)}
              y={box.height + 16}
              textAnchor='middle'
            >
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

/** A letter of a value, at twelve pixels. */
const LETTER = 6.6

/** How far to the left of its line a value has its middle, so that none is cut by the edge of the picture. */
const inside = (at: number, text: string, edge: number) => Math.min(0, edge - (text.length * LETTER) / 2 - at)

/** Every line that has room for its value: a logarithm crowds them. */
function roomy<T extends { at: number }>(lines: readonly T[], least: number): T[] {
  const kept: T[] = []
  for (const line of lines) if (kept.every(({ at }) => Math.abs(at - line.at) >= least)) kept.push(line)
  return kept
}
