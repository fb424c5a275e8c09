/** Which lines of the road map stand on which sheet of paper. Pure. */
import type { Line } from './lines.ts'

/** What an A4 or A3 on its side has room for; on the first the heading and what the picture says stand above. */
const FIRST = 17
const REST = 22

/** From the first line up to the last, sheet by sheet; the name of a group is never parted from what is in it. */
export function sheetRanges(lines: readonly Pick<Line, 'kind'>[]): { first: number; last: number }[] {
  const ranges: { first: number; last: number }[] = []
  for (let first = 0; first < lines.length; ) {
    const full = Math.min(lines.length, first + (first === 0 ? FIRST : REST))
    const parts = lines[full - 1]?.kind === 'group' && lines[full]?.kind === 'bar'
    const last = parts ? full - 1 : full
    ranges.push({ first, last })
    first = last
  }
  return ranges
}
