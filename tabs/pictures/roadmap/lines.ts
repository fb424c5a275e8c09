/** The lines of the road map from above: groups with their initiatives, those led by others apart, and where each stands. Pure. */
import type { Initiative } from '#src/lists/initiatives.ts'
import { type Interval, intervalOf } from '#src/rules/pictures/roadmap.ts'
import type { Grouping } from './address.ts'

export type Line =
  | { kind: 'group'; key: string; text: string; count: number; clashes: number; isOpen: boolean }
  | { kind: 'bar'; key: string; one: Initiative; interval: Interval }

/** Stands for the group of what others lead, and of what has no unit. */
export const EXTERNAL = '*external'
const NONE = '*none'

export interface Rows {
  lines: Line[]
  /** Initiative → its line, or that of its folded group. */
  lineOf: ReadonlyMap<string, number>
  /** Without a time. */
  unknown: Initiative[]
}

export function rowsOf(
  shown: readonly Initiative[],
  {
    by,
    folded,
    clashing,
    words,
  }: {
    by: Grouping
    folded: ReadonlySet<string>
    /** Initiatives with a conflict. */
    clashing: ReadonlySet<string>
    words: { external: string; none: string; compare: (a: string, b: string) => number }
  },
): Rows {
  const timed: { one: Initiative; interval: Interval }[] = []
  const unknown: Initiative[] = []
  for (const one of shown) {
    const interval = intervalOf(one)
    if (interval) timed.push({ one, interval })
    else unknown.push(one)
  }
  const groupOf = ({ external, portfolio, unit }: Initiative) =>
    external
      ? { key: EXTERNAL, text: words.external }
      : by === 'portfolio'
        ? { key: portfolio.key, text: portfolio.title }
        : unit
          ? { key: unit.key, text: unit.title }
          : { key: NONE, text: words.none }
  const groups = new Map<string, { text: string; bars: typeof timed }>()
  for (const bar of timed) {
    const { key, text } = groupOf(bar.one)
    const group = groups.get(key) ?? { text, bars: [] }
    group.bars.push(bar)
    groups.set(key, group)
  }
  const lines: Line[] = []
  const lineOf = new Map<string, number>()
  const sorted = [...groups].toSorted(
    ([a, one], [b, other]) =>
      Number(a.startsWith('*')) - Number(b.startsWith('*')) || words.compare(one.text, other.text),
  )
  for (const [key, { text, bars }] of sorted) {
    const isOpen = !folded.has(key)
    const at = lines.length
    const clashes = bars.filter(({ one }) => clashing.has(one.key)).length
    lines.push({ kind: 'group', key, text, count: bars.length, clashes, isOpen })
    for (const { one, interval } of bars.toSorted(byTime)) {
      lineOf.set(one.key, isOpen ? lines.length : at)
      if (isOpen) lines.push({ kind: 'bar', key: one.key, one, interval })
    }
  }
  return { lines, lineOf, unknown }
}

interface Bar {
  one: Initiative
  interval: Interval
}

const byTime = (a: Bar, b: Bar) =>
  a.interval.from - b.interval.from ||
  (a.interval.to ?? Number.MAX_SAFE_INTEGER) - (b.interval.to ?? Number.MAX_SAFE_INTEGER) ||
  a.one.number.localeCompare(b.one.number)
