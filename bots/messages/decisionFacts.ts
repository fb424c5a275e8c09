/** What a person may decide about an initiative now, read and judged as by the action that decides. */
import { type Decision, type TrailEntry, trail } from '#src/lists/decisions.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { decisionsAbout, loadOrganisation, loadPreparation, type Work } from '#src/actions/work.ts'
import { type MayDecide, mayDecide } from '#src/rules/deciding/deciding.ts'
import { type GateName, gateOf, movesForward } from '#src/rules/gates.ts'
import { latestOf } from '#src/rules/meetings/outcomes.ts'
import type { MatterOf } from './matter.ts'
import type { Telling } from './telling.ts'

export interface DecisionFacts {
  initiative: Initiative
  may: MayDecide
  /** The last one about the gate that was asked about. */
  latest: Decision | undefined
  /** The gate is no longer the one it stands before, or I have decided it. */
  isPast: boolean
  /** What its contact person has said since it came to its stage. */
  answered: TrailEntry | undefined
}

/** Nothing when there is no such initiative that every employee reads. */
export async function readDeciding(
  { item, gate }: Pick<MatterOf<'decision'>, 'item'> & { gate?: GateName },
  { of: { store }, me, today }: Telling,
): Promise<DecisionFacts | undefined> {
  const work: Work = { store, today, me, key: '', seen: {} }
  const [initiative, organisation, made, told] = await Promise.all([
    store.byKey(initiatives, item),
    loadOrganisation(work),
    decisionsAbout(work, item),
    store.where(trail, { column: 'initiative', value: item }),
  ])
  if (!initiative) return undefined
  const preparation = await loadPreparation(work, initiative, organisation)
  const { mandates, forums } = organisation
  const may = mayDecide({ me, today, preparation, decisions: made, mandates, forums })
  const isPast = may.gate !== gate || initiative.state !== 'active' || may.refusal?.why === 'alreadyDecided'
  const answers = told.filter(({ kind, day }) => kind === 'answer' && day >= (initiative.stageSince ?? ''))
  const last = answers.toSorted((a, b) => a.day.localeCompare(b.day)).at(-1)
  return { initiative, may, latest: gate && latestOf(made, gate), isPast, answered: last }
}

/** Outcomes to choose between in the card: where the mandate is one person's, and nothing is lacking. */
export const choicesIn = ({ may: { right, choices } }: DecisionFacts) =>
  right?.kind === 'one' ? choices.filter(({ missing }) => missing.length === 0) : []

/** Whether a step commits some of a portfolio's money. */
export const asksAmount = (gate: GateName, outcomes: readonly Parameters<typeof movesForward>[1][]) =>
  gateOf(gate).raises === true && outcomes.some((outcome) => movesForward(gate, outcome))
