/** What a forum's assessors have given, cell by cell: one's own beside the others', what is missing, and how far apart they are. */
import type { Score } from '#src/lists/prioritising.ts'
import { isStep } from './scoringFaults.ts'

/** One initiative by one criterion. */
export interface Cell {
  /** One's own. */
  own?: { value: number; reason?: string }
  others: readonly Score[]
  /** Of all, one's own included; nothing while nobody has. */
  mean?: number
  lowest?: number
  highest?: number
  by: number
}

/** What somebody has given or means to give: nothing takes it back. */
export interface OwnScore {
  value: number | null
  reason?: string | null
}

export const cellKey = (initiative: string, criterion: string) => `${initiative}\n${criterion}`

/** Two steps apart is more than a matter of taste. */
const WIDE = 2

export const isWide = ({ lowest, highest }: Pick<Cell, 'lowest' | 'highest'>): boolean =>
  lowest !== undefined && highest !== undefined && highest - lowest >= WIDE

const nothing: Cell = { others: [], by: 0 }

/** `meant`: one's own by cell, as it was last written, also what has yet to be sent. */
export function cellsOf(
  scores: readonly Score[],
  me: string,
  meant: ReadonlyMap<string, OwnScore> = new Map(),
): (initiative: string, criterion: string) => Cell {
  const byCell = Map.groupBy(
    scores.filter(({ archived }) => !archived),
    ({ initiative, criterion }) => cellKey(initiative.key, criterion.key),
  )
  const known = new Map<string, Cell>()
  return (initiative, criterion) => {
    const key = cellKey(initiative, criterion)
    const found = known.get(key) ?? cellOf(byCell.get(key) ?? [], me, meant.get(key))
    known.set(key, found)
    return found
  }
}

function cellOf(given: readonly Score[], me: string, meant: OwnScore | undefined): Cell {
  const others = given.filter(({ by }) => by?.id !== me)
  const mine = given.find(({ by }) => by?.id === me)
  const saved = mine && { value: mine.value, reason: mine.reason ?? null }
  const now = meant ?? saved
  const reason = (meant?.reason === undefined ? saved?.reason : meant.reason) ?? undefined
  const own = now && now.value !== null ? { value: now.value, ...(reason && { reason }) } : undefined
  const values = [...others.map(({ value }) => value), ...(own ? [own.value] : [])]
  if (values.length === 0) return nothing
  return {
    ...(own && { own }),
    others,
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    lowest: Math.min(...values),
    highest: Math.max(...values),
    by: values.length,
  }
}

/** How far the assessing has come, over some initiatives by all criteria. */
export interface Progress {
  cells: number
  /** Those I have given. */
  own: number
  /** Nobody has given any. */
  missing: number
  /** Mine without a word about why. */
  unexplained: number
  wide: number
}

export function progressOf(
  initiatives: readonly string[],
  criteria: readonly string[],
  cellAt: (initiative: string, criterion: string) => Cell,
): Progress {
  const all = initiatives.flatMap((one) => criteria.map((criterion) => cellAt(one, criterion)))
  const count = (is: (cell: Cell) => boolean) => all.filter(is).length
  return {
    cells: all.length,
    own: count(({ own }) => own !== undefined),
    missing: count(({ by }) => by === 0),
    unexplained: count(({ own }) => own !== undefined && !own.reason),
    wide: count(isWide),
  }
}

/** A block as it was copied from a sheet: steps, and empty cells that are left as they are. The first text that is no step is told. */
export function stepsOf(block: readonly (readonly string[])[]): (number | null)[][] | { fault: string } {
  const steps: (number | null)[][] = []
  for (const line of block) {
    const row: (number | null)[] = []
    for (const text of line) {
      const value = text.trim() === '' ? null : Number(text.trim().replace(',', '.'))
      if (value !== null && !isStep(value)) return { fault: text.trim() }
      row.push(value)
    }
    steps.push(row)
  }
  return steps
}
