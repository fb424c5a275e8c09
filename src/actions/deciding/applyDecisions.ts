/** Carries out what decisions led to; what a crash left half done is finished here. Safe to run at any time, any number of times. */
import { type Decision, decisions, trail, type TrailDraft } from '#src/lists/decisions.ts'
import { type Initiative, initiatives, stages, states } from '#src/lists/initiatives.ts'
import { isChangedByOther } from '#src/graph/errors.ts'
import { byNumber, decisionsOf, effectOf, settlement } from '#src/rules/meetings/outcomes.ts'
import type { Day } from '#src/lists/columns.ts'
import { loadInitiative, leaveTrail, type Work } from '../work.ts'

const MOST_ATTEMPTS = 4

/** Applies every settled decision about the initiative that hasn't left its trail. Answers the initiative as it then stands. */
export async function applyDecisions(work: Work, key: string): Promise<Initiative> {
  // The trail first: an initiative read after it holds all that the trail tells of.
  const [about, left] = await work.store.whereOf([decisions, trail], { column: 'initiative', value: key })
  const initiative = await loadInitiative(work, key)
  const applied = new Set(left.map((entry) => entry.key))
  const open = settledDecisions(about).filter((decision) => !applied.has(trailKey(decision)))
  let current = initiative
  for (const decision of open) {
    const from = current
    current = await carryOut(work, current, decision)
    await leaveTrail(work, trailOf(decision, from))
  }
  return current
}

/**
 * At start and on a timer: finishes decisions made since a day. Answers how many initiatives were looked at. One that can't be
 * finished doesn't keep the others from it; the first error is thrown at the end.
 */
export async function applyDecisionsSince(work: Work, day: Day): Promise<number> {
  const recent = await work.store.since(decisions, 'decidedOn', day)
  // Asked for one by one: on the day of a large import the trail has more entries than a filter may touch.
  const left = await work.store.holdersOf(trail, 'key', recent.map(trailKey))
  const open = recent.filter((_, i) => left[i] === undefined)
  const keys = [...new Set(open.flatMap((decision) => decision.initiative?.key ?? []))]
  if (keys.length === 0) return 0
  const errors: unknown[] = []
  for (const key of keys) {
    try {
      await applyDecisions(work, key)
    } catch (error) {
      errors.push(error)
    }
  }
  if (errors.length > 0) throw errors[0]
  return keys.length
}

export const trailKey = (decision: Decision) => `${decision.key}/applied`

/** The decision that settled each attempt, in the order they were made. */
function settledDecisions(about: readonly Decision[]): Decision[] {
  const attempts = new Map(about.map((d) => [`${d.matter}/${d.attempt}`, d]))
  return [...attempts.values()]
    .flatMap(({ matter, attempt }) => {
      const made = decisionsOf(about, matter, attempt)
      const how = settlement(made)
      if (how === 'open') return []
      return how === 'refused' ? made.filter((d) => d.outcome === 'refuse').slice(0, 1) : made.slice(-1)
    })
    .toSorted(byNumber)
}

/**
 * Writes the effect unless it is there already; someone else's change in between is kept. The trail is asked each time,
 * after the initiative was read: whoever carried the decision out may have carried out later ones since.
 */
async function carryOut(work: Work, initiative: Initiative, decision: Decision): Promise<Initiative> {
  let current = initiative
  for (let attempt = 1; current.lastDecision?.key !== decision.key; attempt++) {
    if (await work.store.byKey(trail, trailKey(decision))) return loadInitiative(work, initiative.key)
    try {
      current = await work.store.change(initiatives, current, {
        ...effectOf(decision),
        changedBy: decision.decidedBy,
        changedOn: decision.decidedOn,
      })
    } catch (error) {
      if (!isChangedByOther(error) || attempt === MOST_ATTEMPTS) throw error
      current = await loadInitiative(work, initiative.key)
    }
  }
  return current
}

/** One entry for each settled decision: the move if it moved, else that it was made. */
function trailOf(decision: Decision, before: Initiative): TrailDraft {
  const base = {
    key: trailKey(decision),
    title: decision.title,
    initiative: { key: before.key, title: before.title },
    day: decision.decidedOn,
    person: decision.decidedBy,
    decision: { key: decision.key, title: decision.number },
    changedBy: decision.decidedBy,
    changedOn: decision.decidedOn,
  }
  if (decision.fromStage !== decision.toStage)
    return {
      ...base,
      kind: 'stage',
      field: 'stage',
      from: stages[decision.fromStage],
      to: stages[decision.toStage],
    }
  if (decision.fromState !== decision.toState)
    return {
      ...base,
      kind: 'state',
      field: 'state',
      from: states[decision.fromState],
      to: states[decision.toState],
    }
  if (decision.matter === 'financing' && decision.outcome === 'grant')
    return { ...base, kind: 'money', field: 'financing', to: String(decision.amountKr ?? '') }
  return { ...base, kind: 'decision' }
}
