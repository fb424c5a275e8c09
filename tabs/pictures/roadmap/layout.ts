/** Where things stand on the road map, in pixels. Pure. */
import type { Interval, QuarterNumber } from '#src/rules/pictures/roadmap.ts'
import { QUARTERS } from './address.ts'

export const LINE = 30
export const HEAD = 40
const BAR = 16

export interface Layout {
  /** Of names, to the left of time. */
  names: number
  /** Of all. */
  width: number
  from: QuarterNumber
}

export const quarterWidth = ({ width, names }: Layout) => (width - names) / QUARTERS

/** The left edge of a quarter, or a place within it. */
export const xOf = (quarter: number, layout: Layout) =>
  layout.names + (quarter - layout.from) * quarterWidth(layout)

export interface BarBox {
  left: number
  right: number
  top: number
  height: number
  /** Goes on outside the years that are shown. */
  isCutLeft: boolean
  isCutRight: boolean
  /** Lies wholly outside them. */
  isOutside: 'before' | 'after' | undefined
}

/** `top`: of its line. A bar without an end is drawn a quarter long. */
export function barOf({ from, to = from }: Interval, layout: Layout, top: number): BarBox {
  const [first, last] = [layout.names, layout.width]
  const [left, right] = [xOf(from, layout), xOf(to + 1, layout)]
  const isOutside = right <= first ? 'before' : left >= last ? 'after' : undefined
  return {
    left: Math.max(first, Math.min(left, last - 10)),
    right: Math.min(last, Math.max(right, first + 10)),
    top: top + (LINE - BAR) / 2,
    height: BAR,
    isCutLeft: left < first,
    isCutRight: right > last,
    isOutside,
  }
}

/** From the end of what is needed to the start of what waits, by way of the gap between the lines. */
export function elbow(needed: { x: number; y: number }, waits: { x: number; y: number }): string {
  const out = Math.max(needed.x + 6, waits.x - 8)
  if (waits.x - 8 >= needed.x + 6) return `M${needed.x} ${needed.y}H${out}V${waits.y}H${waits.x - 1}`
  const between = needed.y + Math.sign(waits.y - needed.y || 1) * (LINE / 2)
  return `M${needed.x} ${needed.y}h6V${between}H${waits.x - 8}V${waits.y}H${waits.x - 1}`
}
