/** The history of a need that becomes part of another and is taken out again: told once in both, whoever asks how often. */
import type { Ref } from '#src/lists/columns.ts'
import { type TrailDraft, type TrailEntry, trail, trailKinds } from '#src/lists/decisions.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { internalName } from '#src/lists/list.ts'
import { nameOf, refOf } from '#src/rules/needs/merging.ts'
import { leaveTrail, type Work } from '../work.ts'

/** How many times a need has been merged and taken out, as its own trail tells. Read before the need itself. */
export interface Told {
  merged: number
  split: number
}

export function toldIn(need: string, entries: readonly TrailEntry[]): Told {
  const count = (what: What) => entries.filter(({ key }) => key.startsWith(`${need}/${what}/`)).length
  return { merged: count('merged'), split: count('split') }
}

/**
 * Tells what a process that died, or that still runs, has done and not told. Written after the need has been changed and
 * keyed by which time it is, so that all who tell it write the same. Answers what was told now.
 */
export async function tellUntold(work: Work, need: Initiative, told: Told): Promise<TrailEntry[]> {
  if (need.state === 'merged' && need.mergedInto && told.merged === told.split)
    return tell(work, { what: 'merged', time: told.merged + 1, need, other: need.mergedInto })
  if (need.state === 'merged' || told.merged === told.split) return []
  const last = await work.store.byKey(trail, otherKey(need, 'merged', told.merged))
  return tell(work, {
    what: 'split',
    time: told.merged,
    need,
    ...(last && { other: last.initiative }),
  })
}

type What = 'merged' | 'split'

const ownKey = (need: Initiative, what: What, time: number) => `${need.key}/${what}/${time}`
const otherKey = (need: Initiative, what: What, time: number) => `${ownKey(need, what, time)}/other`

/** The other's entry first: what the need's own trail tells has been told in both. */
async function tell(
  work: Work,
  { what, time, need, other }: { what: What; time: number; need: Initiative; other?: Ref },
): Promise<TrailEntry[]> {
  const [changedBy, changedOn] = [need.changedBy ?? work.me, need.changedOn ?? work.today]
  const end = what === 'merged' ? 'to' : 'from'
  const common = { kind: 'merged' as const, day: changedOn, person: changedBy, changedBy, changedOn }
  const drafts: TrailDraft[] = [
    ...(other
      ? [
          {
            ...common,
            key: otherKey(need, what, time),
            title: trailKinds.merged,
            initiative: other,
            [end]: nameOf(need),
          },
        ]
      : []),
    {
      ...common,
      key: ownKey(need, what, time),
      title: initiatives.columns.mergedInto.label,
      initiative: refOf(need),
      field: internalName('mergedInto'),
      ...(other && { [end]: other.title }),
    },
  ]
  const entries: TrailEntry[] = []
  for (const draft of drafts) entries.push(await leaveTrail(work, draft))
  return entries
}
