/** Makes several needs part of one. They stay as they are, with their history and their contact persons, and are handled by the one. */
import * as v from 'valibot'
import type { Initiative } from '#src/lists/initiatives.ts'
import { mergedChanges, mergeRefusals, refOf, union } from '#src/rules/needs/merging.ts'
import { Refused } from '#src/rules/refusal.ts'
import { changeNeed, type LoadedPart, loadPart } from './mergeParts.ts'
import { tellUntold } from './mergeTrail.ts'
import { refuseMergedCircle } from '../initiatives/refuseCircle.ts'
import { shortText } from '../schemas.ts'
import {
  type Done,
  loadInitiative,
  loadOrganisation,
  type Organisation,
  rolesOf,
  type Work,
} from '../work.ts'

export const mergeNeedsArgs = v.strictObject({
  into: shortText,
  from: v.pipe(v.array(shortText), v.minLength(1), v.maxLength(20)),
})

/**
 * The one gains its units first, then each need becomes part of it: nothing is ever part of what doesn't know whom it
 * concerns. Asked again, by whoever, it does what is left to do. Throws Refused with everything that stands in the way.
 */
export async function mergeNeeds(work: Work, args: v.InferOutput<typeof mergeNeedsArgs>): Promise<Done> {
  const organisation = await loadOrganisation(work)
  const who = { id: work.me.id, roles: rolesOf(work.me.id, organisation) }
  const before = await loadAll(work, args, organisation)
  refuse(mergeRefusals(who, before.into, before.from))
  await refuseMergedCircle(work, args)

  const history = []
  for (const { initiative, told } of before.from) history.push(...(await tellUntold(work, initiative, told)))
  const sources = before.from.map(({ initiative }) => initiative)
  await changeNeed(work, before.into.initiative, (now) => mergedChanges(now, sources, organisation.tree))
  const merged = new Set<string>()
  try {
    for (const part of before.from)
      await changeNeed(work, part.initiative, (now) => {
        if (isPart(now, args.into)) return undefined
        refuse(mergeRefusals(who, before.into, [{ ...part, initiative: now }]))
        merged.add(now.key)
        return {
          state: 'merged',
          mergedInto: refOf(before.into.initiative),
          similar: union(now.similar, [refOf(before.into.initiative)]),
          similarChecked: 'linked',
        }
      })
    // Others may have merged, decided or split meanwhile: of two that look after they have written, one sees the other.
    const after = await loadAll(work, args, organisation)
    refuse(mergeRefusals(who, after.into, after.from))
    await refuseMergedCircle(work, args)
    for (const { initiative, told } of after.from) history.push(...(await tellUntold(work, initiative, told)))
    return {
      initiatives: [after.into.initiative, ...after.from.map(({ initiative }) => initiative)],
      trail: history,
    }
  } catch (error) {
    if (error instanceof Refused) await undo(work, merged, args.into)
    throw error
  }
}

async function loadAll(
  work: Work,
  { into, from }: v.InferOutput<typeof mergeNeedsArgs>,
  organisation: Organisation,
): Promise<{ into: LoadedPart; from: LoadedPart[] }> {
  const load = (key: string) => loadPart(work, key, organisation)
  const [one, ...others] = await Promise.all([into, ...new Set(from)].map(load))
  return { into: one as LoadedPart, from: others }
}

const isPart = ({ state, mergedInto }: Initiative, into: string) =>
  state === 'merged' && mergedInto?.key === into

/** Nobody has been told yet. */
async function undo(work: Work, merged: ReadonlySet<string>, into: string) {
  for (const key of merged)
    await changeNeed(work, await loadInitiative(work, key), (now) =>
      isPart(now, into) ? { state: 'active', mergedInto: null } : undefined,
    )
}

function refuse(refusals: ConstructorParameters<typeof Refused>) {
  if (refusals.length > 0) throw new Refused(...refusals)
}
