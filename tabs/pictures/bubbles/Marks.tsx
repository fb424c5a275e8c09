/** A mark for each initiative among the bubbles, and names where there is room. */
import { memo, useMemo } from 'react'
import { mark } from '../../ui/picture/mark.ts'
import { SERIES, seriesFill } from '../../ui/picture/Patterns.tsx'
import { labelsOf } from './labels.ts'
import type { Box, Bubble } from './place.ts'
import type { View } from './zoom.ts'
import styles from './Bubbles.module.css'

/** How a bubble is filled: by the pattern of its portfolio, by one of four shades, or plain. */
type Fill = 'portfolio' | 'step' | 'plain'

/** What is drawn wherever it is drawn: in the layer that moves, or on paper. */
export interface Drawing {
  bubbles: readonly Bubble[]
  box: Box
  fill: Fill
  /** Of the patterns. */
  prefix: string
  /** What each says, by its key. */
  labels: ReadonlyMap<string, string>
}

/** From the least to the most, told apart in grey too. */
export const shades = [0.12, 0.38, 0.68, 1]

/** More bubbles than this are too small for a pattern to be seen, and too many to paint one each. */
const MOST_PATTERNS = 400

export const Marks = memo(function Marks({
  drawing: { bubbles, fill, prefix, labels },
  k,
}: {
  drawing: Drawing
  k: number
}) {
  const seriesOf = (step: number) =>
    bubbles.length > MOST_PATTERNS ? `var(--series${step % SERIES})` : seriesFill(prefix, step)
  return bubbles.map(({ key, x, y, r, isMandatory, isSizeUnknown, step }) => {
    const shade = step === undefined ? 0 : Math.min(step, 3)
    const colour = fill === 'portfolio' && step !== undefined && step >= 0 ? seriesOf(step) : 'var(--mark)'
    return (
      <circle
        key={key}
        {...mark(key, labels.get(key) ?? '')}
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
              fillOpacity: fill === 'step' ? (shades[shade] ?? 1) : undefined,
            })}
      />
    )
  })
})

export const Names = memo(function Names({
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
