/** Proposes which column is which field, from its header and from what its cells look like. */
import { type Cell, columnLetter } from './cells.ts'
import { type Field, fields } from '#src/rules/needs/importTerms.ts'
import { type HeaderCell, headerScores } from './headerScore.ts'

/** What a person chose: the field of a column, or null for none; columns left out keep the proposal. */
export type Mapping = Readonly<Record<string, Field | null>>

export type ColumnMapping = {
  readonly column: string
  readonly header: string
  readonly field: Field | null
  /** 0–1; below 0.75 the plan also doubts it aloud; 1 when a person chose. */
  readonly confidence: number
  readonly sample: readonly string[]
  readonly hidden: boolean
}

export type ContentOf = (cells: readonly Cell[]) => Partial<Record<Field, number>>

type Candidate = { column: number; field: Field; score: number }

export function proposeMapping(
  headers: readonly HeaderCell[],
  cellsOf: (column: number) => readonly Cell[],
  contentOf: ContentOf,
  chosen: Mapping = {},
): ColumnMapping[] {
  const letters = new Map(headers.map(({ column }) => [column, columnLetter(column)]))
  const isChosen = (column: number) => Object.hasOwn(chosen, letters.get(column) ?? '')
  const taken = new Map<number, { field: Field; score: number }>()
  for (const { column } of headers) {
    const field = chosen[letters.get(column) ?? '']
    if (field) taken.set(column, { field, score: 1 })
  }
  const candidates = headers
    .filter(({ column }) => !isChosen(column))
    .flatMap((header) => candidatesOf(header, contentOf(cellsOf(header.column))))
    .sort((a, b) => b.score - a.score)
  assign(candidates, taken)
  ensureTitle(candidates, taken)
  return headers.map(({ column, header, hidden }) => {
    const found = taken.get(column)
    const sample = cellsOf(column)
      .map(({ text }) => text.trim())
      .filter((text) => text !== '')
    return {
      column: letters.get(column) ?? '',
      header,
      field: found?.field ?? null,
      confidence: found ? Math.round(Math.min(1, found.score) * 100) / 100 : 0,
      sample: [...new Set(sample)].slice(0, 3),
      hidden,
    }
  })
}

function candidatesOf(header: HeaderCell, content: Partial<Record<Field, number>>): Candidate[] {
  const scores = headerScores(header)
  return fields.flatMap((field) => {
    const named = scores.get(field) ?? 0
    const shown = content[field]
    const score =
      named > 0
        ? named + evidence(field, shown)
        : shown !== undefined && shown >= 0.6 && header.own === ''
          ? 0.4 + 0.2 * shown
          : shown !== undefined && shown >= 0.75
            ? 0.35 + 0.2 * shown
            : 0
    return score > 0.4 ? [{ column: header.column, field, score }] : []
  })
}

/** Cells that look right speak a little for a field; cells that look wrong speak much against it. */
function evidence(field: Field, shown: number | undefined): number {
  if (shown === undefined) return 0
  if (shown >= 0.5) return 0.08 * shown
  if (field === 'title' || field === 'number' || field === 'state') return shown < 0.2 ? -0.5 : 0
  return shown < 0.15 ? -0.3 : 0
}

function assign(candidates: readonly Candidate[], taken: Map<number, { field: Field; score: number }>): void {
  const used = new Set([...taken.values()].map(({ field }) => field))
  for (const { column, field, score } of candidates) {
    if (taken.has(column) || (used.has(field) && field !== 'costPart')) continue
    taken.set(column, { field, score })
    used.add(field)
  }
}

/** A need without a title is no need: `Behov` alone is the title, not the description. */
function ensureTitle(
  candidates: readonly Candidate[],
  taken: Map<number, { field: Field; score: number }>,
): void {
  if ([...taken.values()].some(({ field }) => field === 'title')) return
  const best = candidates.find(
    ({ field, column }) =>
      field === 'title' && ['need', 'contact', 'unit', undefined].includes(taken.get(column)?.field),
  )
  if (best) taken.set(best.column, { field: 'title', score: best.score })
}
