/** How an order differs from an earlier one: who moved, who is new or gone, what grew, and what passed the line where the money ends. */
import type { RankedLine } from '#src/lists/prioritising.ts'

type Line = Pick<RankedLine, 'rank' | 'initiative' | 'total' | 'needKr' | 'isWithin'>

export type RankingChange = { initiative: { key: string; title: string } } & (
  | { what: 'new'; to: number }
  | { what: 'gone'; from: number }
  | { what: 'moved'; from: number; to: number }
  | { what: 'need'; fromKr: number; toKr: number }
  | { what: 'total'; from: number; to: number }
  /** Within the frame before, or now. */
  | { what: 'within' | 'beyond' }
)

/** In the order of today; those that are gone last. A place that only follows from others' coming and going is no move. `least`: points that count. */
export function rankingChanges(
  before: readonly Line[],
  now: readonly Line[],
  { least = IN_WHOLE_POINTS }: { least?: number } = {},
): RankingChange[] {
  const was = new Map(before.map((line) => [line.initiative.key, line]))
  const is = new Set(now.map(({ initiative }) => initiative.key))
  const staying = before.filter(({ initiative }) => is.has(initiative.key))
  const placeBefore = new Map(staying.map(({ initiative }, i) => [initiative.key, i]))
  const placeNow = new Map(
    now.filter(({ initiative }) => was.has(initiative.key)).map(({ initiative }, i) => [initiative.key, i]),
  )
  const changes = now.flatMap((line): RankingChange[] => {
    const { initiative } = line
    const old = was.get(initiative.key)
    if (!old) return [{ what: 'new', initiative, to: line.rank }]
    const isMoved = placeBefore.get(initiative.key) !== placeNow.get(initiative.key)
    return [
      ...(isMoved ? [{ what: 'moved', initiative, from: old.rank, to: line.rank } as const] : []),
      ...(old.needKr !== line.needKr
        ? [{ what: 'need', initiative, fromKr: old.needKr, toKr: line.needKr } as const]
        : []),
      ...(Math.abs(old.total - line.total) >= least
        ? [{ what: 'total', initiative, from: old.total, to: line.total } as const]
        : []),
      ...(old.isWithin !== line.isWithin
        ? [{ what: line.isWithin ? 'within' : 'beyond', initiative } as const]
        : []),
    ]
  })
  const gone = before
    .filter(({ initiative }) => !is.has(initiative.key))
    .map(({ initiative, rank }): RankingChange => ({ what: 'gone', initiative, from: rank }))
  return [...changes, ...gone]
}

/** Points of a hundred that count as another total: what was kept may be in whole points. */
const IN_WHOLE_POINTS = 0.6
