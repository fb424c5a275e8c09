/** The frames of years as they stand: the latest row of each portfolio, of those that no other has replaced. */
import type { FrameKind, FrameYearDraft } from '#src/lists/prioritising.ts'

export interface Frame {
  year: number
  amountKr: number
  /** Kept for concepts, a part of the amount. */
  conceptKr: number
  state: FrameYearDraft['state']
  key: string
  day: string
}

/** The frame of a year for a portfolio, or for all together when none is named; nothing when none is set. */
export function frameOf(
  rows: readonly FrameYearDraft[],
  { year, portfolio, kind = 'development' }: { year: number; portfolio?: string; kind?: FrameKind },
): Frame | undefined {
  const replaced = new Set(
    rows.flatMap(({ supersedes, archived }) => (supersedes && !archived ? [supersedes.key] : [])),
  )
  const latest = rows
    .filter(
      (row) =>
        !row.archived &&
        row.year === year &&
        row.kind === kind &&
        row.portfolio?.key === portfolio &&
        !replaced.has(row.key),
    )
    .toSorted((a, b) => a.day.localeCompare(b.day) || a.key.localeCompare(b.key))
    .at(-1)
  if (!latest) return undefined
  const { key, amountKr, conceptKr = 0, state, day } = latest
  return { year, amountKr, conceptKr, state, key, day }
}
