/** The balance lens: initiatives along two axes, and which shares that a forum wants kept are broken and by how much. */
import type { Axis, Corridor, Measure } from '#src/lists/balance.ts'
import type { Ref } from '#src/lists/columns.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { departmentOf } from '../needs/funnel.ts'
import { administrationOf, type UnitTree } from '../organisation/tree.ts'
import type { Prices } from './price.ts'

/** Where nobody has said. */
export const UNKNOWN = '?'

type Row = Pick<Initiative, Exclude<Axis, 'unit' | 'portfolio'> | 'key'> & {
  unit?: Ref
  portfolio: Ref
}

/** A value on an axis: the key of a fixed word, or of a unit or portfolio with its title. */
export interface AxisValue {
  key: string
  title?: string
}

/** Where an initiative stands on an axis; what is said to be unclear is unknown too. */
export function valueOn(axis: Axis, row: Row, tree: UnitTree): AxisValue {
  if (axis === 'portfolio') return row.portfolio
  if (axis === 'unit') {
    const { unit } = row
    const over = unit && (departmentOf(unit.key, tree) ?? administrationOf(unit.key, tree) ?? unit)
    return over ? { key: over.key, title: over.title } : { key: UNKNOWN }
  }
  const value = row[axis]
  return { key: value === undefined || value === 'unknown' ? UNKNOWN : value }
}

/** The first of some axes that anything is placed on: one that nobody has filled in yet shows nothing. */
export const firstPlaced = (axes: readonly [Axis, ...Axis[]], rows: readonly Row[], tree: UnitTree): Axis =>
  axes.find((axis) => rows.some((row) => valueOn(axis, row, tree).key !== UNKNOWN)) ?? axes[0]

export interface BalanceCell<T> {
  rows: T[]
  kr: number
  /** How many nobody knows the cost of, and add nothing to `kr`. */
  unpriced: number
  /** How many are reckoned by a rough estimate. */
  rough: number
}

export interface Balance<T> {
  down: AxisValue[]
  across: AxisValue[]
  cell: (down: string, across: string) => BalanceCell<T>
  downSum: (down: string) => BalanceCell<T>
  acrossSum: (across: string) => BalanceCell<T>
  all: BalanceCell<T>
}

/** The order of the fixed words of an axis; an axis without one is ordered by title. */
export type OrderOf = (axis: Axis) => readonly string[] | undefined

/** A cell for each pair of values that any of the rows has; what nobody has said stands last. */
export function balanceOf<T extends Row>(
  rows: readonly T[],
  {
    down,
    across,
    tree,
    prices,
    orderOf,
    compare,
  }: {
    down: Axis
    across: Axis
    tree: UnitTree
    prices: Prices
    orderOf: OrderOf
    compare: (a: string, b: string) => number
  },
): Balance<T> {
  const cells = new Map<string, BalanceCell<T>>()
  const values = { down: new Map<string, AxisValue>(), across: new Map<string, AxisValue>() }
  const put = (at: string, row: T) => {
    const cell = cells.get(at) ?? emptyCell<T>()
    cells.set(at, cell)
    const price = prices.get(row.key)
    cell.rows.push(row)
    if (price) cell.kr += price.kr
    else cell.unpriced++
    if (price?.isRough) cell.rough++
  }
  for (const row of rows) {
    const [d, a] = [valueOn(down, row, tree), valueOn(across, row, tree)]
    values.down.set(d.key, d)
    values.across.set(a.key, a)
    for (const at of [
      pair(d.key, a.key),
      pair(d.key, undefined),
      pair(undefined, a.key),
      pair(undefined, undefined),
    ])
      put(at, row)
  }
  const ordered = (axis: Axis, held: ReadonlyMap<string, AxisValue>) => {
    const order = orderOf(axis)
    const place = ({ key }: AxisValue) =>
      key === UNKNOWN ? Number.MAX_SAFE_INTEGER : (order?.indexOf(key) ?? 0)
    return [...held.values()].toSorted(
      (a, b) => place(a) - place(b) || compare(a.title ?? a.key, b.title ?? b.key),
    )
  }
  const at = (d: string | undefined, a: string | undefined) => cells.get(pair(d, a)) ?? emptyCell<T>()
  return {
    down: ordered(down, values.down),
    across: ordered(across, values.across),
    cell: at,
    downSum: (d) => at(d, undefined),
    acrossSum: (a) => at(undefined, a),
    all: at(undefined, undefined),
  }
}

const pair = (down: string | undefined, across: string | undefined) => JSON.stringify([down, across])
const emptyCell = <T>(): BalanceCell<T> => ({ rows: [], kr: 0, unpriced: 0, rough: 0 })

export interface CorridorState<C> {
  corridor: C
  /** Kronor or how many. */
  part: number
  whole: number
  /** Between 0 and 1; `undefined` when there is nothing to take a share of. */
  share: number | undefined
  broken?: 'below' | 'above'
  /** How much more (or less) the part must be for the share to hold while all the rest stays: kronor or how many. */
  by: number
  /** Initiatives that nobody has placed on the axis: the share may be other than it seems. */
  unknown: number
  /** Of a share of kronor: how many are reckoned roughly, and how many nobody knows the cost of. */
  rough: number
  unpriced: number
}

type Judged = Pick<Corridor, 'axis' | 'value' | 'measure' | 'leastPercent' | 'mostPercent'>

/** How a share stands against its corridor. */
export function corridorState<C extends Judged>(
  corridor: C,
  rows: readonly Row[],
  { tree, prices }: { tree: UnitTree; prices: Prices },
): CorridorState<C> {
  const { axis, value, measure, leastPercent = 0, mostPercent = 100 } = corridor
  const inKr = measure === 'kr'
  let [part, whole, unknown, rough, unpriced] = [0, 0, 0, 0, 0]
  for (const row of rows) {
    const { key } = valueOn(axis, row, tree)
    const price = prices.get(row.key)
    const amount = inKr ? (price?.kr ?? 0) : 1
    if (inKr && !price) unpriced++
    if (inKr && price?.isRough) rough++
    whole += amount
    if (key === value) part += amount
    if (key === UNKNOWN) unknown++
  }
  const [least, most] = [leastPercent / 100, mostPercent / 100]
  const state = {
    corridor,
    part,
    whole,
    share: whole > 0 ? part / whole : undefined,
    unknown,
    rough,
    unpriced,
  }
  // To the krona: a share that is met by less than that is met.
  if (whole > 0 && part < least * whole - SLACK)
    return { ...state, broken: 'below', by: short(measure, least, part, whole) }
  if (whole > 0 && part > most * whole + SLACK)
    return { ...state, broken: 'above', by: long(measure, most, part, whole) }
  return { ...state, by: 0 }
}

const SLACK = 1e-6

/** (part + x) / (whole + x) = least; all of it can't be reached while anything else is there. */
function short(measure: Measure, least: number, part: number, whole: number): number {
  if (least >= 1) return whole - part
  return rounded(measure, (least * whole - part) / (1 - least))
}

/** (part − x) / (whole − x) = most. */
function long(measure: Measure, most: number, part: number, whole: number): number {
  if (most >= 1) return 0
  return Math.min(part, rounded(measure, (part - most * whole) / (1 - most)))
}

/** Whole initiatives and whole kronor: never less than it takes. */
const rounded = (measure: Measure, amount: number) => Math.ceil(amount - (measure === 'count' ? SLACK : 0))

/** Those that are broken first, the one that is most off before the others. */
export const brokenFirst = <C>(states: readonly CorridorState<C>[]): CorridorState<C>[] =>
  states.toSorted((a, b) => Number(b.broken !== undefined) - Number(a.broken !== undefined))

export type CorridorFault = 'noShare' | 'outside' | 'upsideDown'

/** What is wrong with a corridor's shares; nothing when it can be kept. */
export function corridorFault({
  leastPercent,
  mostPercent,
}: Pick<Judged, 'leastPercent' | 'mostPercent'>): CorridorFault | undefined {
  if (leastPercent === undefined && mostPercent === undefined) return 'noShare'
  const [least, most] = [leastPercent ?? 0, mostPercent ?? 100]
  if (![least, most].every((share) => Number.isFinite(share) && share >= 0 && share <= 100)) return 'outside'
  return least > most ? 'upsideDown' : undefined
}
