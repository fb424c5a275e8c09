/** The lines of the matrix: which initiatives, in which order, and what is told of each besides its scores. */
import type { Criterion } from '#src/lists/prioritising.ts'
import { type Cell, isWide } from '#src/rules/prioritising/assessing.ts'
import type { CandidateInitiative, ForumCandidate } from '#src/rules/prioritising/candidates.ts'
import { type Scored, scored } from '#src/rules/prioritising/scoring.ts'

export const orders = ['number', 'total', 'missing', 'spread'] as const
export type MatrixOrder = (typeof orders)[number]

export interface MatrixChoice {
  search: string
  /** Only those that lack a score of mine. */
  mineMissing: boolean
  order: MatrixOrder
}

export interface MatrixRow {
  candidate: ForumCandidate
  /** By all that have scored. */
  scored: Scored
}

type CellAt = (initiative: string, criterion: string) => Cell

/** Totals of all that rank, by everybody's means. */
export function totalsOf(
  candidates: readonly ForumCandidate[],
  criteria: readonly Criterion[],
  cellAt: CellAt,
): Map<string, Scored> {
  const keys = candidates.map(({ initiative }) => initiative.key)
  const given = keys.flatMap((initiative) =>
    criteria.flatMap(({ key: criterion }) => {
      const { own, others } = cellAt(initiative, criterion)
      return [...others, ...(own ? [own] : [])].map(({ value }) => ({ initiative, criterion, value }))
    }),
  )
  return new Map(scored(keys, criteria, given).map((one) => [one.initiative, one]))
}

export function matrixRows(
  candidates: readonly ForumCandidate[],
  {
    criteria,
    cellAt,
    totals,
    choice: { search, mineMissing, order },
  }: {
    criteria: readonly Criterion[]
    cellAt: CellAt
    totals: ReadonlyMap<string, Scored>
    choice: MatrixChoice
  },
): MatrixRow[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const cells = (key: string) => criteria.map((criterion) => cellAt(key, criterion.key))
  const lacks = (key: string) => cells(key).filter(({ own }) => !own).length
  const rows = candidates
    .filter(({ initiative, isExternal }) => {
      const text = `${initiative.number} ${initiative.title}`.toLowerCase()
      if (!words.every((word) => text.includes(word))) return false
      return !mineMissing || (!isExternal && lacks(initiative.key) > 0)
    })
    .map((candidate) => ({
      candidate,
      scored: totals.get(candidate.initiative.key) ?? {
        initiative: candidate.initiative.key,
        total: 0,
        contributions: [],
        missing: [],
      },
    }))
  const by: Record<MatrixOrder, (row: MatrixRow) => number> = {
    number: () => 0,
    total: (row) => -row.scored.total,
    missing: (row) => -cells(row.candidate.initiative.key).filter(({ by: count }) => count === 0).length,
    spread: (row) => -cells(row.candidate.initiative.key).filter(isWide).length,
  }
  const inNumber = (a: MatrixRow, b: MatrixRow) => compare(a.candidate.initiative, b.candidate.initiative)
  const worth = new Map(rows.map((row) => [row, by[order](row)]))
  return rows.toSorted(
    (a, b) =>
      Number(a.candidate.isExternal) - Number(b.candidate.isExternal) ||
      (worth.get(a) ?? 0) - (worth.get(b) ?? 0) ||
      inNumber(a, b),
  )
}

const collator = new Intl.Collator('sv', { numeric: true })
const compare = (a: CandidateInitiative, b: CandidateInitiative) =>
  collator.compare(a.number ?? '', b.number ?? '') || collator.compare(a.title, b.title)
