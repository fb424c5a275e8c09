/** What initiatives ask of people: reports that are owed, decisions that wait; and what their contact person wants to know. */
import type { Person } from '#src/lists/columns.ts'
import type { Decision } from '#src/lists/decisions.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { ProcessName } from '#src/lists/portfolios.ts'
import { daysBetween, daysEarlier } from '../calendar.ts'
import { nextGate } from '../gates.ts'
import { lastPassed, type Milestone } from './milestones.ts'
import { lastDayOf, monthOf, monthsAfter, type Month } from '../days/months.ts'
import { inForce } from '../meetings/outcomes.ts'
import { isRunning, owesReport } from './owing.ts'
import { isStarted, processOf } from '../processes.ts'
import { byInitiative, type ReminderFacts } from './reminderFacts.ts'
import type { Occasion } from '../reminders.ts'
import { whoDecides } from '../deciding/whoDecides.ts'

/** Decisions are told of for so long: those of a meeting are written down when its minutes are verified, weeks after. */
const TOLD_DAYS = 60

/** Ends when it is sent, or the work rests. A month that nobody reported is asked for until the next one's first milestone. */
export function reportsOwed(facts: ReminderFacts, milestones: readonly Milestone[]): Occasion[] {
  const { initiatives, reports, today } = facts
  const sent = byInitiative(reports)
  const now = monthOf(today)
  const month = lastPassed(milestones, lastDayOf(now), facts) ? now : monthsAfter(now, -1)
  return initiatives.filter(isRunning).flatMap((initiative) => {
    const { key, title, number, projectManager, projectOwner } = initiative
    const months: Month[] = (sent.get(key) ?? []).map((report) => report.month)
    const to = [projectManager ?? projectOwner].filter((one) => one !== undefined)
    if (to.length === 0 || months.includes(month)) return []
    if (!owesReport(initiative, month, months.toSorted()[0])) return []
    const second = projectOwner && [projectOwner]
    return [
      {
        item: { key, title },
        due: lastDayOf(month),
        to,
        ...(second && { second }),
        values: { number, month },
      },
    ]
  })
}

/** Ends when it is decided, or something is lacking again. Put up the day it came to its stage, or was raised. */
export function decisionsWaiting(facts: ReminderFacts): Occasion[] {
  const decisions = byInitiative(facts.decisions)
  const costs = byInitiative(facts.costItems)
  const gains = byInitiative(facts.benefits)
  const waits = byInitiative(facts.dependencies)
  const find = new Map(facts.initiatives.map((one) => [one.key, one]))
  const asks = whoDecides(facts)
  return openOnes(facts).flatMap(({ initiative, process }) => {
    const { key, title, number, stageSince } = initiative
    const found = asks(initiative, process, {
      decisions: decisions.get(key) ?? [],
      costItems: costs.get(key) ?? [],
      benefits: gains.get(key) ?? [],
      dependencies: waits.get(key) ?? [],
      find: (other) => find.get(other),
    })
    const due = found?.raised?.decidedOn ?? stageSince
    if (!found || due === undefined || found.to.length === 0) return []
    return [{ item: { key, title }, due, to: found.to, values: { number, gate: found.gate } }]
  })
}

/** What was decided and moved it, told to whoever asked for it and didn't decide it. Nothing is to be done: it ends by itself. */
export function moved({ initiatives, decisions, today }: ReminderFacts): Occasion[] {
  const oldest = daysEarlier(today, TOLD_DAYS)
  const latest = new Map<string, Decision>()
  for (const one of inForce(decisions.filter(({ decidedOn }) => decidedOn >= oldest))) {
    const key = one.initiative?.key
    const known = key === undefined ? undefined : latest.get(key)
    if (key === undefined || (one.fromStage === one.toStage && one.fromState === one.toState)) continue
    if (!known || known.decidedOn <= one.decidedOn) latest.set(key, one)
  }
  return initiatives.flatMap((initiative) => {
    const decision = latest.get(initiative.key)
    if (!decision || initiative.archived) return []
    const { key, title, number, contact, proposer } = initiative
    const to = peopleOf([contact, proposer]).filter(({ id }) => id !== decision.decidedBy.id)
    const { outcome, toStage, toState, decidedOn } = decision
    const values = { number, outcome, stage: toStage, state: toState, decision: decision.key }
    return to.length === 0 ? [] : [{ item: { key, title }, about: decision.key, due: decidedOn, to, values }]
  })
}

/** Ends when it moves, rests or begins. */
export const stalled = (facts: ReminderFacts): Occasion[] =>
  openOnes(facts).flatMap(({ initiative }) => {
    const { key, title, number, contact, stageSince, stage } = initiative
    if (!contact || stageSince === undefined) return []
    const days = daysBetween(stageSince, facts.today)
    return [{ item: { key, title }, due: stageSince, to: [contact], values: { number, stage, days } }]
  })

/** Those that stand before a gate, work that has begun excepted: that is no waiting. */
function openOnes({
  initiatives,
  portfolios,
}: ReminderFacts): { initiative: Initiative; process: ProcessName }[] {
  return initiatives.flatMap((initiative) => {
    const { state, external, archived, stage } = initiative
    if (state !== 'active' || external || archived || stage === 'closed') return []
    const process = processOf(initiative, portfolios)
    return isStarted(stage, process) || !nextGate(initiative, process) ? [] : [{ initiative, process }]
  })
}

const peopleOf = (people: readonly (Person | undefined)[]) => people.filter((one) => one !== undefined)
