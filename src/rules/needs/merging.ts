/** Which needs may become one, and what the one takes over from them. */
import type { Ref } from '#src/lists/columns.ts'
import type { Decision } from '#src/lists/decisions.ts'
import type { Initiative, Stage } from '#src/lists/initiatives.ts'
import type { Role } from '#src/lists/organisation.ts'
import type { ProcessName } from '#src/lists/portfolios.ts'
import { isConfidential, refToOthers } from '../initiatives/confidential.ts'
import { roundRefusals } from '../deciding/jointRound.ts'
import { isAlive } from './mergedStage.ts'
import { concernedUnits, scopeOf } from '../needs.ts'
import { may, permissions } from '../permissions.ts'
import type { Refusal } from '../refusal.ts'
import type { UnitTree } from '../organisation/tree.ts'

/** Until somebody has decided what it leads to (BP3; the concept in the portfolio process), a need may become part of another. */
export const mergeableStages: readonly Stage[] = [
  'collection',
  'screening',
  'preparation',
  'need',
  'intake',
  'prioritisation',
]

/** A need that takes part. A screen hasn't read its decisions. */
export interface MergePart {
  initiative: Initiative
  process: ProcessName
  decisions?: readonly Decision[]
  /** How many needs have become part of it. */
  parts: number
}

interface Who {
  id: string
  roles: readonly Role[]
}

type Fault = (part: MergePart, into: MergePart) => boolean

/** Why needs can't become one: what is wrong with the one, with those that would become part of it, or with any of them. */
export const mergeFaults = {
  into: {
    targetMerged: ({ initiative }) => initiative.state === 'merged',
    targetClosed: ({ initiative }) => initiative.state !== 'merged' && !isAlive(initiative),
  },
  from: {
    self: ({ initiative }, into) => initiative.key === into.initiative.key,
    sourceMerged: ({ initiative: { state, mergedInto } }, into) =>
      state === 'merged' && mergedInto?.key !== into.initiative.key,
    sourceHeld: ({ initiative: { state } }) => state !== 'active' && state !== 'merged',
    sourceDecided: ({ initiative }) => !mergeableStages.includes(initiative.stage),
    sourceHasParts: ({ parts }) => parts > 0,
    // What is merged tells of each other in both histories, and one of them would be read by all.
    confidentialApart: ({ initiative }, into) =>
      isConfidential(initiative) !== isConfidential(into.initiative),
  },
  any: {
    external: ({ initiative }) => initiative.external === true,
  },
} as const satisfies Record<string, Record<string, Fault>>
export type MergeFault =
  | keyof (typeof mergeFaults)['into']
  | keyof (typeof mergeFaults)['from']
  | keyof (typeof mergeFaults)['any']
  | 'conflicted'
  | 'notMerged'

/** What stands in the way of making needs part of one; nothing, when the way is free. */
export function mergeRefusals(who: Who, into: MergePart, from: readonly MergePart[]): Refusal[] {
  const all = [into, ...from]
  return [
    ...rightRefusals(who, all),
    ...faultsIn(mergeFaults.into, [into], into),
    ...faultsIn(mergeFaults.from, from, into),
    ...faultsIn(mergeFaults.any, all, into),
    ...all.flatMap(({ initiative, decisions = [], process }) =>
      roundRefusals({ changed: ['concernedUnits'], decisions, initiative, process }),
    ),
  ]
}

/** What stands in the way of taking a need out of the one it became part of. That one may be gone. */
export function splitRefusals(who: Who, need: MergePart, from: MergePart | undefined): Refusal[] {
  return [
    ...rightRefusals(who, [need, ...(from ? [from] : [])]),
    ...(need.initiative.state === 'merged' ? [] : [refused('notMerged', [need])]),
  ]
}

/**
 * What the one gains: every unit concerned, links to the needs that became part of it, and that it is shared when they
 * belong to several administrations. Undefined when it has it all. Contact persons stay with their needs: `partsOf` finds them.
 */
export function mergedChanges(
  into: Initiative,
  from: readonly Initiative[],
  tree: UnitTree,
): Pick<Initiative, 'concernedUnits' | 'similar' | 'similarChecked' | 'scope'> | undefined {
  const more = from.flatMap(concernedUnits).filter(({ key }) => key !== into.unit?.key)
  const units = union(into.concernedUnits, more)
  const similar = union(into.similar, from.map(refOf))
  const scope = scopeOf({ ...into, concernedUnits: units }, tree)
  const gained =
    units.length > (into.concernedUnits ?? []).length ||
    similar.length > (into.similar ?? []).length ||
    into.similarChecked !== 'linked' ||
    scope !== into.scope
  return gained
    ? { concernedUnits: units, similar, similarChecked: 'linked', ...(scope && { scope }) }
    : undefined
}

/** The needs that have become part of an initiative. */
export const partsOf = <I extends Pick<Initiative, 'state' | 'mergedInto'>>(key: string, all: readonly I[]) =>
  all.filter(({ state, mergedInto }) => state === 'merged' && mergedInto?.key === key)

/** Each once, those that were there first. */
export function union(before: readonly Ref[] | undefined, more: readonly Ref[]): Ref[] {
  const there = before ?? []
  const known = new Set(there.map(({ key }) => key))
  return [
    ...there,
    ...new Map(more.filter(({ key }) => !known.has(key)).map((ref) => [ref.key, ref])).values(),
  ]
}

/** Links with some added and some taken away; undefined when they are so already. */
export function relink(
  before: readonly Ref[] | undefined,
  { add, drop }: { add: readonly Ref[]; drop: readonly Ref[] },
): Ref[] | undefined {
  const gone = new Set(drop.map(({ key }) => key))
  const after = union(before, add).filter(({ key }) => !gone.has(key))
  const keys = (refs: readonly Ref[]) => refs.map(({ key }) => key).join('\n')
  return keys(after) === keys(before ?? []) ? undefined : after
}

/** As others' rows name it. */
export const refOf = refToOthers

/** How a need is called where several are spoken of. */
export const nameOf = (need: Initiative) =>
  isConfidential(need) ? need.number : `${need.number} ${need.title}`

function faultsIn<F extends MergeFault>(
  faults: Record<F, Fault>,
  parts: readonly MergePart[],
  into: MergePart,
): Refusal[] {
  return (Object.keys(faults) as F[]).flatMap((fault) => {
    const at = parts.filter((part) => faults[fault](part, into))
    return at.length > 0 ? [refused(fault, at)] : []
  })
}

/** A conflict of interest shuts out also those whose task it is, and is said by its name. */
function rightRefusals({ id, roles }: Who, parts: readonly MergePart[]): Refusal[] {
  const conflicted = parts.filter(({ initiative }) => initiative.conflicted?.some((one) => one.id === id))
  if (conflicted.length > 0) return [refused('conflicted', conflicted)]
  if (!parts.every(({ initiative }) => may('prepare', { id, roles }, initiative)))
    return [{ why: 'notYourTask', roles: [...permissions.prepare.roles] }]
  return parts.some(({ initiative }) => initiative.archived) ? [{ why: 'archived' }] : []
}

const refused = (fault: MergeFault, parts: readonly MergePart[]): Refusal => ({
  why: 'notMergeable',
  fault,
  names: parts.map(({ initiative }) => nameOf(initiative)),
})
