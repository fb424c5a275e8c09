/** Decisions that no mandate is named for, written into the register: what a forum decided, guided or handed out. */
import type { Person, Ref } from '#src/lists/columns.ts'
import { type Decision, decisions, type DecisionMatter, type Outcome } from '#src/lists/decisions.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { type AgendaItem, capacities } from '#src/lists/meetings.ts'
import type { Mandate } from '#src/lists/organisation.ts'
import { attemptOf, claimOf } from '#src/rules/meetings/outcomes.ts'
import { Refused } from '#src/rules/refusal.ts'
import { applyDecisions } from '../deciding/applyDecisions.ts'
import { record } from '../record.ts'
import {
  decisionsAbout,
  type Done,
  loadInitiative,
  loadOrganisation,
  type Organisation,
  stamp,
  type Work,
} from '../work.ts'
import { refOf } from './place.ts'

/** What is decided, as the register will have it. */
export interface Decided {
  item: AgendaItem
  matter: DecisionMatter
  outcome: Outcome
  wording: string
  /** In the party's own registry, where several decide. */
  caseNumber?: string | undefined
}

/** The post that decides, and its mandate when there is one for the stage the initiative is in. */
export interface Right {
  post: string
  mandate?: Mandate
  actingFor?: Person
  /** For which of several authorities, when each decides for itself. */
  party?: Ref
  parties?: Ref[]
}

const MOST_ATTEMPTS = 25

/** Writes a decision of the forum into the register, once. */
export async function decideOfForum(work: Work, decided: Decided): Promise<Done> {
  const { initiative: about } = decided.item
  const initiative = about && (await loadInitiative(work, about.key))
  if (work.at?.trial) return {}
  const organisation = await loadOrganisation(work)
  return writeDown(work, { ...decided, initiative, right: { post: postOf(work, organisation) } })
}

/** What somebody is by profession; of one who isn't known here, that they chair. */
export const postOf = ({ me }: Work, { people }: Organisation) =>
  people.find(({ person, archived }) => person.id === me.id && !archived)?.jobTitle ?? capacities.chair

/** Writes it once. Answers, where several authorities decide, what all of them have decided at the item. */
export async function writeDown(
  work: Work,
  {
    item,
    matter,
    outcome,
    wording,
    caseNumber,
    initiative,
    right,
  }: Decided & { initiative?: Initiative | undefined; right: Right },
): Promise<Done> {
  const { at, key } = work
  const stage = initiative?.stage ?? 'collection'
  const state = initiative?.state ?? 'active'
  const { mandate, actingFor, party, parties = [] } = right
  const draft = {
    key,
    title: item.title,
    matter,
    outcome,
    wording,
    decidedBy: work.me,
    post: right.post,
    kind: mandate?.kind ?? ('execution' as const),
    decidedOn: at?.decidedOn ?? work.today,
    fromStage: stage,
    toStage: stage,
    fromState: state,
    toState: state,
    ...(initiative && { initiative: refOf(initiative) }),
    ...(item.also?.length && { also: item.also }),
    ...(mandate && { mandate: refOf(mandate) }),
    ...(actingFor && { actingFor }),
    ...(party && { party, parties }),
    ...(caseNumber?.trim() && { caseNumber: caseNumber.trim() }),
    ...(item.basis && { grounds: item.basis }),
    ...(at && { forum: at.forum }),
    ...(at?.conflicted?.length && { conflicted: [...at.conflicted] }),
    ...stamp(work),
  }
  for (let tries = 1; ; tries++) {
    const made = initiative ? await decisionsAbout(work, initiative.key) : []
    const own = made.find((d) => d.key === key) ?? (await work.store.byKey(decisions, key))
    if (own) return done(work, own, initiative)
    const round = party && made.find((d) => d.party && d.matter === matter && d.item?.key === item.key)
    const attempt = round?.attempt ?? attemptOf(made, matter, [])
    // What several decide belongs to this item alone, whatever they decide at others meanwhile.
    const claim = initiative && !party ? claimOf({ initiative: initiative.key, matter, attempt }) : key
    try {
      return await done(work, await record(work, { ...draft, attempt, claim }), initiative)
    } catch (error) {
      // Another item about the same initiative was first with the number of this attempt.
      const wasTaken = error instanceof Refused && error.refusals[0]?.why === 'alreadyDecided'
      if (!wasTaken || tries === MOST_ATTEMPTS) throw error
    }
  }
}

async function done(work: Work, decision: Decision, initiative?: Initiative): Promise<Done> {
  if (!initiative) return { decisions: [decision] }
  const now = await applyDecisions(work, initiative.key)
  const made = decision.party ? await decisionsAbout(work, initiative.key) : []
  const others = made.filter((d) => d.item?.key === decision.item?.key && d.key !== decision.key)
  return { decisions: [...others, decision], initiatives: [now] }
}
