/** Where a new need belongs: the portfolio of the unit that asks, and the number it gets there. */
import type { Stage } from '#src/lists/initiatives.ts'
import type { Portfolio } from '#src/lists/portfolios.ts'
import { stagesOf } from '../processes.ts'
import { lineOf, type UnitTree } from '../organisation/tree.ts'

/** The portfolios a need of the unit may go to, those nearest above the unit first. Without a unit they stand as they are. */
export function portfoliosFor(
  unit: string | undefined,
  portfolios: readonly Portfolio[],
  tree: UnitTree,
): Portfolio[] {
  const distance = distanceFrom(unit, tree)
  return portfolios.filter(({ archived }) => !archived).toSorted((a, b) => distance(a) - distance(b))
}

/** The one nearest above the unit, or the only one there is; `undefined` when somebody has to choose. */
export function standardPortfolio(
  unit: string | undefined,
  portfolios: readonly Portfolio[],
  tree: UnitTree,
): Portfolio | undefined {
  const distance = distanceFrom(unit, tree)
  const [first, second] = portfoliosFor(unit, portfolios, tree)
  return first && (!second || distance(first) < distance(second)) ? first : undefined
}

/** Steps from the unit up to the portfolio's own; those beside it are all as far. */
function distanceFrom(unit: string | undefined, tree: UnitTree) {
  const line = unit === undefined ? [] : lineOf(unit, tree).map(({ key }) => key)
  return ({ unit: over }: Portfolio) => {
    const at = over ? line.indexOf(over.key) : -1
    return at < 0 ? Number.MAX_SAFE_INTEGER : at
  }
}

/** The stage every need of the portfolio begins in. */
export const firstStage = ({ process }: Pick<Portfolio, 'process'>) => stagesOf(process)[0] as Stage

/** `ÄVO-2024-`: numbers of a portfolio's year start so. */
export const numberStart = ({ code }: Pick<Portfolio, 'code'>, year: number) => `${code}-${year}-`

/** `ÄVO-2024-091` as 91; a suffix (`023b`) counts as its number. Not a number: 0. */
const runningOf = (number: string, start: string) =>
  Number(/^\d{1,9}/.exec(number.slice(start.length))?.[0] ?? 0)

/** The next running number of those taken; three digits at least, as an import writes them. */
export function nextRunning(taken: readonly string[], start: string): number {
  const lower = start.toLowerCase()
  const mine = taken.filter((number) => number.toLowerCase().startsWith(lower))
  return 1 + Math.max(0, ...mine.map((number) => runningOf(number, start)))
}

export const numberWith = (start: string, running: number) => `${start}${String(running).padStart(3, '0')}`
