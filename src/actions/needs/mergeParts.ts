/** The needs that take part in a merge or a split, with what its rules look at; and how they are changed. */
import { decisions, trail } from '#src/lists/decisions.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import type { ChangesOf } from '#src/lists/list.ts'
import { isChangedByOther } from '#src/graph/errors.ts'
import { type MergePart, partsOf } from '#src/rules/needs/merging.ts'
import { processOf } from '#src/rules/processes.ts'
import { applyDecisions } from '../deciding/applyDecisions.ts'
import { type Told, toldIn } from './mergeTrail.ts'
import { loadInitiative, type Organisation, stamp, type Work } from '../work.ts'

export interface LoadedPart extends MergePart {
  decisions: NonNullable<MergePart['decisions']>
  told: Told
}

/** With what earlier decisions led to carried out. Throws Refused when there is none. */
export async function loadPart(work: Work, key: string, organisation: Organisation): Promise<LoadedPart> {
  // The trail first: a need read after it holds all that the trail tells of.
  const [made, left] = await work.store.whereOf([decisions, trail], { column: 'initiative', value: key })
  const held = await work.store.where(initiatives, { column: 'mergedInto', value: key })
  const initiative = await applyDecisions(work, key)
  return {
    initiative,
    process: processOf(initiative, organisation.portfolios),
    decisions: made,
    parts: partsOf(key, held).length,
    told: toldIn(key, left),
  }
}

const MOST_ATTEMPTS = 4

/** Writes what `changesOf` says of the need as it stands; nothing when it says nothing. Others' changes in between are kept. */
export async function changeNeed(
  work: Work,
  need: Initiative,
  changesOf: (now: Initiative) => ChangesOf<typeof initiatives> | undefined,
): Promise<Initiative> {
  let now = need
  for (let attempt = 1; ; attempt++) {
    const changes = changesOf(now)
    if (!changes) return now
    try {
      return await work.store.change(initiatives, now, { ...changes, ...stamp(work) })
    } catch (error) {
      if (!isChangedByOther(error) || attempt === MOST_ATTEMPTS) throw error
      now = await loadInitiative(work, need.key)
    }
  }
}
