/** The lines of the road map on sheets of paper. */
import { expect, test } from 'vitest'
import { sheetRanges } from '#tabs/pictures/roadmap/sheetRanges.ts'

const group = { kind: 'group' as const }
const bars = (count: number) => Array.from({ length: count }, () => ({ kind: 'bar' as const }))

test.for([
  { says: 'nothing is on no sheet', lines: [], sheets: [] },
  { says: 'a few are on one', lines: [group, ...bars(5)], sheets: [6] },
  { says: 'the first has room for the heading too', lines: [group, ...bars(40)], sheets: [17, 22, 2] },
  {
    says: 'the name of a group goes with what is in it',
    lines: [group, ...bars(15), group, ...bars(3)],
    sheets: [16, 4],
  },
  {
    says: 'folded groups are lines as any',
    lines: Array.from({ length: 30 }, () => group),
    sheets: [17, 13],
  },
])('$says', ({ lines, sheets }) => {
  const ranges = sheetRanges(lines)
  expect(ranges.reduce((sum, { first, last }) => sum + last - first, 0)).toBe(lines.length)
  expect(ranges.map(({ first, last }) => last - first)).toEqual(sheets)
})
