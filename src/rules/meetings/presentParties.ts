/** Which of those present may decide for each authority of a joint matter, and who may stand behind it. */
import type { Person, Ref } from '#src/lists/columns.ts'
import { type Decision, isOfForum } from '#src/lists/decisions.ts'
import type { ItemEffect } from '#src/lists/meetings.ts'
import type { PersonRow } from '#src/lists/organisation.ts'
import { matterOfEffect } from './atMeetings.ts'
import { endorsersOf, mayEndorse } from '../deciding/endorsing.ts'
import { type GateName, missingFor } from '../gates.ts'
import { decidingRight, isRefusal, mandateOf } from '../mandate.ts'
import { attemptOf, decisionsOf } from './outcomes.ts'
import { askedOf, type PresentAsking, withConflicted } from './presentDeciders.ts'
import type { Decider } from '../refusal.ts'

/** An authority that decides for itself. */
export interface PartyThere {
  party: Ref
  /** Those present who may decide for it. */
  able: Person[]
  /** Its posts, present or not. */
  posts: Decider[]
  /** What it has decided already in the round that is open. */
  decided?: Decision
}

/** Every authority that has to decide the matter for itself; nothing when one decides for all. */
export function partiesAmong(
  present: readonly Person[],
  effect: ItemEffect,
  given: PresentAsking,
): PartyThere[] {
  const asking = withConflicted(given)
  const question = askedOf(effect, asking)
  const right = question && decidingRight(question)
  if (!question || right?.kind !== 'all') return []
  const parties = right.parties.map(({ party }) => party)
  const matter = matterOfEffect(effect)
  // Who answers for it and its place are decided item by item: what was decided at another is of another round.
  const round = isOfForum(matter)
    ? []
    : decisionsOf(asking.decisions, matter, attemptOf(asking.decisions, matter, parties))
  return right.parties.map(({ party, posts }) => {
    const others = parties.flatMap(({ key }) => (key === party.key ? [] : key))
    const decided = round.find((decision) => decision.party?.key === party.key)
    const able = present.filter((person) => {
      const by = mandateOf(person, { ...question, decided: others })
      return !isRefusal(by) && by.party?.key === party.key
    })
    return { party, able, posts: posts.map(({ decider }) => decider), ...(decided && { decided }) }
  })
}

/** Those whose endorsement the gate still asks for, where somebody present may give it. */
export function endorsersAmong(
  present: readonly Person[],
  effect: ItemEffect | undefined,
  { preparation, mandates, today, conflicted, people }: PresentAsking & { people: readonly PersonRow[] },
): { party: Ref; able: Person[] }[] {
  if (effect?.does !== 'gate') return []
  const { initiative, tree } = preparation
  const missing = missingFor(effect.gate as GateName, preparation, effect.outcome)
  const units = missing.includes('endorsements')
  if (!units && !missing.includes('administrationsEndorse')) return []
  const given = new Set(initiative.endorsements?.map(({ unit }) => unit.key))
  return endorsersOf({ initiative, tree })
    .filter(({ key }) => !given.has(key) && (units || tree.get(key)?.kind === 'administration'))
    .map((party) => {
      const may = mayEndorse(party.key, { initiative, tree, people, mandates, today })
      const isFree = ({ id }: Person) =>
        may.some((one) => one.id === id) && !conflicted.some((one) => one.id === id)
      return { party, able: present.filter(isFree) }
    })
    .filter(({ able }) => able.length > 0)
}
