/** Which of those present may decide what an item is to do with its initiative, and what keeps it from taking effect. */
import type { Person } from '#src/lists/columns.ts'
import type { ItemEffect } from '#src/lists/meetings.ts'
import type { Matter, Role } from '#src/lists/organisation.ts'
import { type Asking, mayDecide } from '../deciding/deciding.ts'
import { type GateName, matterOf, nextGate } from '../gates.ts'
import { keepsFromDeciding } from './itemDecision.ts'
import { decidersOf, decidingRight, isRefusal, mandateOf, type MandateQuestion } from '../mandate.ts'
import { may } from '../permissions.ts'
import { matterOfStage, type StateChange, stateChanges } from '../processes.ts'
import type { Decider, Refusal } from '../refusal.ts'

export interface PresentAsking extends Omit<Asking, 'me'> {
  /** Those who have left the item for a conflict of interest. */
  conflicted: readonly Person[]
  rolesOf: (id: string) => readonly Role[]
}

export interface PresentDecider {
  person: Person
  /** What stands in the way of it taking effect, when this person decides; nothing, when the way is free. */
  lacks: Refusal[]
  /** The forum that must agree first. */
  agreement?: string
}

export interface Deciders {
  /** Those present who may decide. */
  able: PresentDecider[]
  /** Everyone who may, present or not, as shown when nobody present may. */
  others: Decider[]
  /** What the first who may decide, or else the first who is there, would be refused for. */
  lacks: Refusal[]
}

export function decidersAmong(
  present: readonly Person[],
  effect: ItemEffect,
  given: PresentAsking,
): Deciders {
  const asking = withConflicted(given)
  const judged = present
    .filter(({ id }) => !given.conflicted.some((one) => one.id === id))
    .map((person) => ({ person, refusals: refusalsOf(person, effect, asking) }))
  const able = judged
    .filter(({ refusals }) => keepsFromDeciding(refusals).length === 0)
    .map(({ person, refusals }) => ({ person, lacks: refusals, ...agreementOf(person, effect, asking) }))
  const matter = matterIn(effect, asking)
  const right = matter && decidingRight(question(matter, effect, asking))
  return {
    able,
    others: right ? decidersOf(right) : [],
    lacks: able[0]?.lacks ?? judged[0]?.refusals ?? [],
  }
}

/** Some posts decide only when their forum agrees. */
function agreementOf(me: Person, effect: ItemEffect, asking: PresentAsking): { agreement?: string } {
  if (effect.does !== 'gate') return {}
  const { choices } = mayDecide({ ...asking, me })
  const mandate = choices.find(({ outcome }) => outcome === effect.outcome)?.by.mandate
  return mandate?.needsAgreement ? { agreement: mandate.forum?.title ?? '' } : {}
}

/** Whoever leaves the item decides nothing about its initiative either. */
export function withConflicted(asking: PresentAsking): PresentAsking {
  const { preparation, conflicted } = asking
  const { initiative } = preparation
  const all = [...(initiative.conflicted ?? []), ...conflicted]
  return { ...asking, preparation: { ...preparation, initiative: { ...initiative, conflicted: all } } }
}

function refusalsOf(me: Person, effect: ItemEffect, asking: PresentAsking): Refusal[] {
  const { initiative, process } = asking.preparation
  const may = mayDecide({ ...asking, me })
  switch (effect.does) {
    case 'gate':
      return [...may.against(effect.outcome), ...overAmount(me, effect, asking)]
    case 'state': {
      if (effect.to === 'screenedOut') return may.against('screenOut')
      if (may.states.some(({ change }) => stateChanges[change].to === effect.to)) return []
      const fits = changesTo(effect.to).some((change) => isFrom(change, initiative.state))
      return fits
        ? mandateRefusals(me, matterOfStage(initiative.stage, process), effect, asking)
        : [stands(asking)]
    }
    case 'financing':
      return mandateRefusals(me, 'financing', effect, asking)
    case 'owner':
    case 'priority':
      if (mayPrepare(me, asking)) return []
      return oneOfSeveral(effect, asking) ?? mandateRefusals(me, matterIn(effect, asking), effect, asking)
  }
}

const stands = ({ preparation: { initiative } }: PresentAsking): Refusal => ({
  why: 'wrongState',
  state: initiative.state,
})

function mandateRefusals(
  me: Person,
  matter: Matter | null | undefined,
  effect: ItemEffect,
  asking: PresentAsking,
): Refusal[] {
  if (!matter) return [{ why: 'noGate', stage: asking.preparation.initiative.stage }]
  const by = mandateOf(me, question(matter, effect, asking))
  return isRefusal(by) ? [by] : []
}

/** Where each authority decides for itself, none of them decides for all. */
function oneOfSeveral(effect: ItemEffect, asking: PresentAsking): Refusal[] | undefined {
  const asked = askedOf(effect, asking)
  if (!asked) return undefined
  const right = decidingRight(asked)
  if (right.kind !== 'all') return undefined
  return [{ why: 'notYourMandate', matter: asked.matter, mayDecide: decidersOf(right) }]
}

/** A gate that is about money is over somebody's limit only when a sum is said. */
function overAmount(me: Person, effect: Extract<ItemEffect, { does: 'gate' }>, asking: PresentAsking) {
  if (effect.amountKr === undefined) return []
  return mandateRefusals(me, matterIn(effect, asking), effect, asking).filter(
    ({ why }) => why === 'overAmount',
  )
}

/** The matter whose mandate is asked for. */
function matterIn(
  effect: ItemEffect,
  { preparation: { initiative, process } }: PresentAsking,
): Matter | null {
  if (effect.does === 'financing') return 'financing'
  if (effect.does === 'gate') return matterOf(effect.gate as GateName, effect.outcome)
  const gate = nextGate(initiative, process)
  if (effect.does === 'state' && effect.to === 'screenedOut' && gate) return matterOf(gate, 'screenOut')
  return matterOfStage(initiative.stage, process) ?? (effect.does === 'state' ? null : 'start')
}

const question = (
  matter: Matter,
  effect: ItemEffect,
  { preparation: { initiative, tree }, mandates, today }: PresentAsking,
): MandateQuestion => ({
  matter,
  initiative,
  mandates,
  tree,
  today,
  ...('amountKr' in effect && effect.amountKr !== undefined && { amountKr: effect.amountKr }),
})

/** The right that the effect asks for; nothing where it takes no mandate. */
export function askedOf(effect: ItemEffect, asking: PresentAsking): MandateQuestion | undefined {
  const matter = matterIn(effect, asking)
  return matter ? question(matter, effect, asking) : undefined
}

const mayPrepare = ({ id }: Person, { preparation, rolesOf }: PresentAsking) =>
  may('prepare', { id, roles: rolesOf(id) }, preparation.initiative)

const changesTo = (state: string) =>
  (Object.keys(stateChanges) as StateChange[]).filter((change) => stateChanges[change].to === state)

const isFrom = (change: StateChange, state: string) =>
  (stateChanges[change].from as readonly string[]).includes(state)
