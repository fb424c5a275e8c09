/** Where each bubble stands and how big it is, in the picture's own units before anybody zooms. Pure but for the scales. */
import { scaleLinear, scaleLog } from 'd3-scale'
import type { Initiative } from '#src/lists/initiatives.ts'
import { type Figures, hasPlace, type Measure, quartersOf, stepOf } from '#src/rules/pictures/bubbles.ts'
import type { BubbleChoice } from './choice.ts'

export interface Bubble {
  key: string
  title: string
  x: number
  y: number
  r: number
  /** Nobody has said what its size should be. */
  isSizeUnknown: boolean
  /** Hollow. */
  isMandatory: boolean
  /** Quarter of the values, or place of the portfolio; `undefined` when nobody has said. */
  step: number | undefined
}

export interface Box {
  width: number
  height: number
}

/** What an axis needs of a scale of d3: ticks, and where a value is. */
export interface Axis {
  measure: Measure
  at: (value: number) => number
  /** The values that have a line within a part of the axis, in the picture's units. */
  ticks: (from: number, to: number, count: number) => number[]
}

/** Room between the axis and the outermost bubbles. */
const PAD = 28
const RADII = [5, 26] as const
/** Of the width at most, or on a phone a few would hide the rest. */
const WIDEST = 1 / 14
/** Where there are many, or they would hide each other. */
const SMALL = [3, 14] as const
const MANY = 400
const PLAIN = 9
/** Steps of risk stand beside each other, not on a line. */
const SPREAD = 0.36

export function placeBubbles(
  shown: readonly Initiative[],
  figures: ReadonlyMap<string, Figures>,
  { choice, box, portfolios }: { choice: BubbleChoice; box: Box; portfolios: readonly string[] },
): { bubbles: Bubble[]; x: Axis; y: Axis; unplaced: Initiative[]; limits: number[] } {
  const placed: { one: Initiative; own: Figures; x: number; y: number }[] = []
  const unplaced: Initiative[] = []
  for (const one of shown) {
    const own = figures.get(one.key) ?? {}
    const [x, y] = [own[choice.x], own[choice.y]]
    if (hasPlace(x, choice.logX) && hasPlace(y, choice.logY)) placed.push({ one, own, x, y })
    else unplaced.push(one)
  }
  const x = axisOf(choice.x, {
    values: placed.map((p) => p.x),
    isLog: choice.logX,
    from: PAD,
    to: box.width - PAD,
  })
  const y = axisOf(choice.y, {
    values: placed.map((p) => p.y),
    isLog: choice.logY,
    from: box.height - PAD,
    to: PAD,
  })
  const { size, colour } = choice
  const [least, largest] = placed.length > MANY ? SMALL : RADII
  const radii = [least, Math.min(largest, box.width * WIDEST)] as const
  const most = size ? Math.max(...placed.map(({ own }) => own[size] ?? 0)) : 0
  const limits =
    colour && colour !== 'portfolio' ? quartersOf(placed.flatMap(({ own }) => own[colour] ?? [])) : []
  const bubbles = placed.map(({ one, own, x: left, y: up }): Bubble => {
    const weight = size && own[size]
    const value = colour && colour !== 'portfolio' ? own[colour] : undefined
    return {
      key: one.key,
      title: one.title,
      x: x.at(left + spread(choice.x, one.key, 1)),
      y: y.at(up + spread(choice.y, one.key, 7)),
      r: size ? radius(weight, most, radii) : Math.min(PLAIN, radii[1] / 2),
      isSizeUnknown: size !== undefined && weight === undefined,
      isMandatory: one.legal === 'yes',
      step:
        colour === 'portfolio'
          ? portfolios.indexOf(one.portfolio.key)
          : value === undefined
            ? undefined
            : colour === 'risk'
              ? value
              : stepOf(value, limits),
    }
  })
  // The small ones lie on top of the large.
  return { bubbles: bubbles.toSorted((a, b) => b.r - a.r), x, y, unplaced, limits }
}

/** By area: twice as much looks twice as big. */
const radius = (value: number | undefined, most: number, [least, largest]: readonly [number, number]) =>
  value === undefined || most === 0 ? least : least + (largest - least) * Math.sqrt(Math.max(0, value) / most)

function axisOf(
  measure: Measure,
  { values, isLog, from, to }: { values: readonly number[]; isLog: boolean; from: number; to: number },
): Axis {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const scale =
    measure === 'risk'
      ? scaleLinear([0.5, 3.5], [from, to])
      : measure === 'score'
        ? scaleLinear([0, 100], [from, to])
        : isLog && values.length > 0
          ? scaleLog([least === most ? least / 2 : least, most], [from, to])
          : scaleLinear([0, values.length > 0 && most > 0 ? most : 1], [from, to]).nice()
  return {
    measure,
    at: (value) => scale(value),
    ticks: (start, end, count) => {
      if (measure === 'risk') return [1, 2, 3]
      const domain = [scale.invert(start), scale.invert(end)]
      return scale.copy().domain(domain).ticks(count)
    },
  }
}

/** The same each time, so that nothing jumps about. */
function spread(measure: Measure, key: string, salt: number): number {
  if (measure !== 'risk') return 0
  let hash = salt
  for (const letter of key) hash = (hash * 31 + letter.charCodeAt(0)) % 997
  return (hash / 997 - 0.5) * 2 * SPREAD
}
