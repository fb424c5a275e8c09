/** The business case as a grid of kinds and years, and what it comes to: the project, and what it costs to run afterwards. */
import { type Benefit, type CostItem, costKinds, type Financing } from '#src/lists/businessCase.ts'
import type { Ref } from '#src/lists/columns.ts'

/** What tells one row of the grid from another. */
export interface CostHead {
  kind: CostItem['kind']
  title: string
  payer?: Ref
  /** What pays, where the kind doesn't say it. */
  financing?: Financing
}

export interface CostRow extends CostHead {
  id: string
  /** The item of each year. */
  items: Map<number, CostItem>
}

const order = Object.keys(costKinds)

/** `nth` when several items share head and year: each has a row of its own, so that none is hidden behind another. */
export const costRowId = ({ kind, title, payer, financing }: CostHead, nth = 0) =>
  JSON.stringify([kind, title.trim(), payer?.key ?? '', financing ?? '', nth])

export const headOf = ({ kind, title, payer, financing }: CostHead): CostHead => ({
  kind,
  title,
  ...(payer && { payer }),
  ...(financing && { financing }),
})

/** The items as rows of the grid, in the order of the kinds. */
export function costRows(items: readonly CostItem[]): CostRow[] {
  const rows = new Map<string, CostRow>()
  for (const item of items) {
    if (item.archived) continue
    let nth = 0
    while (rows.get(costRowId(item, nth))?.items.has(item.year)) nth++
    const id = costRowId(item, nth)
    const row = rows.get(id) ?? { id, ...headOf(item), items: new Map() }
    row.items.set(item.year, item)
    rows.set(id, row)
  }
  return [...rows.values()].toSorted(byKind)
}

export const byKind = (a: CostHead, b: CostHead) =>
  order.indexOf(a.kind) - order.indexOf(b.kind) || a.title.localeCompare(b.title, 'sv')

/** Every year from the first to the last that has a cost. */
export function yearsOf(items: readonly Pick<CostItem, 'year' | 'archived'>[]): number[] {
  const years = items.flatMap(({ year, archived }) => (archived ? [] : [year]))
  if (years.length === 0) return []
  const [first, last] = [Math.min(...years), Math.max(...years)]
  // A slip of the pen must not make a column for each year since the Vikings.
  if (last - first > 30) return [...new Set(years)].toSorted((a, b) => a - b)
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

export const isRunning = ({ kind }: Pick<CostItem, 'kind'>) => kind === 'operation'

/** The project's cost in all, and the yearly cost afterwards as it stands in the last year that has one. */
export function costSum(items: readonly CostItem[]): {
  projectKr: number
  runningKr: number | undefined
  runningFrom: number | undefined
} {
  const kept = items.filter(({ archived }) => !archived)
  const running = kept.filter(isRunning)
  const last = running.length > 0 ? Math.max(...running.map(({ year }) => year)) : undefined
  const sum = (some: readonly CostItem[]) => some.reduce((total, { amountKr }) => total + amountKr, 0)
  return {
    projectKr: sum(kept.filter((item) => !isRunning(item))),
    runningKr: last === undefined ? undefined : sum(running.filter(({ year }) => year === last)),
    runningFrom: running.length > 0 ? Math.min(...running.map(({ year }) => year)) : undefined,
  }
}

type Gain = { [K in 'lowKr' | 'likelyKr' | 'highKr' | 'year']?: Benefit[K] | undefined } & Pick<
  Benefit,
  'kind' | 'title' | 'unit' | 'archived'
>

/** A benefit written year by year is one: it gives what its last year says. */
const seriesId = ({ kind, title, unit }: Gain) => JSON.stringify([kind, title.trim(), unit?.key ?? ''])

/** What the benefits come to in a year, when all of them give what they will: low, likely and high; one that isn't valued counts for nothing. */
export function benefitSum(benefits: readonly Gain[]): Record<'lowKr' | 'likelyKr' | 'highKr', number> {
  const kept = [
    ...Map.groupBy(
      benefits.filter(({ archived }) => !archived),
      seriesId,
    ).values(),
  ].flatMap((rows) => {
    const last = Math.max(...rows.map(({ year = 0 }) => year))
    return rows.filter(({ year = 0 }) => year === last)
  })
  const sum = (pick: (b: Gain) => number | undefined) => kept.reduce((total, b) => total + (pick(b) ?? 0), 0)
  return {
    lowKr: sum((b) => b.lowKr ?? b.likelyKr),
    likelyKr: sum((b) => b.likelyKr),
    highKr: sum((b) => b.highKr ?? b.likelyKr),
  }
}
