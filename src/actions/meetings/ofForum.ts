/** Decisions that no mandate is named for: what a forum decided, guided or handed out, and who answers for or comes first. */
import { type Decision, decisions, type DecisionMatter, type Outcome, trail } from '#src/lists/decisions.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { type AgendaItem, capacities, type ItemEffect } from '#src/lists/meetings.ts'
import type { Mandate } from '#src/lists/organisation.ts'
import { isRefusal, mandateOf } from '#src/rules/mandate.ts'
import { attemptOf, claimOf } from '#src/rules/outcomes.ts'
import { may } from '#src/rules/permissions.ts'
import { matterOfStage, processOf } from '#src/rules/processes.ts'
import { Refused } from '#src/rules/refusal.ts'
import { applyDecisions } from '../applyDecisions.ts'
import { keepRounds } from '../keepRounds.ts'
import { fillIn } from '../prepareInitiative.ts'
import { record } from '../record.ts'
import {
  decisionsAbout,
  type Done,
  leaveTrail,
  loadInitiative,
  loadOrganisation,
  type Organisation,
  rolesOf,
  stamp,
  type Work,
} from '../work.ts'
import { changeRow } from './changeRow.ts'
import { refOf } from './place.ts'

/** What is decided, as the register will have it. */
export interface Decided {
  item: AgendaItem
  matter: DecisionMatter
  outcome: Outcome
  wording: string
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

/** Gives a role in the initiative to somebody. */
export async function decideOwner(
  work: Work,
  { role, person }: Extract<ItemEffect, { does: 'owner' }>,
  decided: Omit<Decided, 'matter'>,
): Promise<Done> {
  const { initiative, right } = await toDecideAbout(work, decided.item)
  await keepRounds(work, initiative, [role])
  if (work.at?.trial) return {}
  const done = await writeDown(work, { ...decided, matter: 'owner', initiative, right })
  if (await work.store.byKey(trail, `${work.key}/${role}`)) return done
  const now = done.initiatives?.[0] ?? initiative
  const args = { initiative: now.key, changes: { [role]: person }, base: { [role]: now[role] ?? null } }
  return { ...done, ...(await fillIn(work, now, args)) }
}

/** Gives the initiative its place among the others. */
export async function decidePriority(
  work: Work,
  { rank }: Extract<ItemEffect, { does: 'priority' }>,
  decided: Omit<Decided, 'matter'>,
): Promise<Done> {
  const { initiative, right } = await toDecideAbout(work, decided.item)
  if (work.at?.trial) return {}
  const done = await writeDown(work, { ...decided, matter: 'priority', initiative, right })
  const key = `${work.key}/rank`
  if (await work.store.byKey(trail, key)) return done
  const before = done.initiatives?.[0] ?? initiative
  const now = await changeRow(work, initiatives, before, { values: { rank } })
  const entry = await leaveTrail(work, {
    key,
    title: initiatives.columns.rank.label,
    initiative: refOf(now),
    kind: 'rank',
    field: 'Rank',
    // Asked again after a crash it stands there already: what it was before is then not known.
    ...(before.rank !== undefined && before.rank !== rank && { from: String(before.rank) }),
    to: String(rank),
    day: work.at?.decidedOn ?? work.today,
    person: work.me,
    decision: { key: work.key, title: done.decisions?.find((d) => d.key === work.key)?.number ?? '' },
    ...stamp(work),
  })
  return { ...done, initiatives: [now], trail: [entry] }
}

/** The post that decides, and its mandate when there is one for the stage the initiative is in. */
interface Right {
  post: string
  mandate?: Mandate
}

/** The initiative, for somebody who governs it: by the mandate of its stage, or since they prepare it. Throws Refused otherwise. */
async function toDecideAbout(work: Work, { initiative: about, key }: AgendaItem) {
  if (!about) throw new Refused({ why: 'notFound', what: 'initiative', key })
  const [organisation, initiative] = await Promise.all([
    loadOrganisation(work),
    applyDecisions(work, about.key),
  ])
  if (initiative.external) throw new Refused({ why: 'external' })
  if (initiative.archived) throw new Refused({ why: 'archived' })
  return { initiative, right: rightOf(work, initiative, organisation) }
}

function rightOf(work: Work, initiative: Initiative, organisation: Organisation): Right {
  const { me, at, today } = work
  const { mandates, tree, portfolios } = organisation
  const conflicted = [...(initiative.conflicted ?? []), ...(at?.conflicted ?? [])]
  const judged = { ...initiative, conflicted }
  const matter = matterOfStage(initiative.stage, processOf(initiative, portfolios)) ?? 'start'
  const by = mandateOf(me, { matter, initiative: judged, mandates, tree, today: at?.decidedOn ?? today })
  if (!isRefusal(by)) return { post: by.mandate.title, mandate: by.mandate }
  if (may('prepare', { id: me.id, roles: rolesOf(me.id, organisation) }, judged))
    return { post: postOf(work, organisation) }
  throw new Refused(by)
}

/** What somebody is by profession; of one who isn't known here, that they chair. */
const postOf = ({ me }: Work, { people }: Organisation) =>
  people.find(({ person, archived }) => person.id === me.id && !archived)?.jobTitle ?? capacities.chair

async function writeDown(
  work: Work,
  {
    item,
    matter,
    outcome,
    wording,
    initiative,
    right,
  }: Decided & { initiative?: Initiative | undefined; right: Right },
): Promise<Done> {
  const { at, key } = work
  const stage = initiative?.stage ?? 'collection'
  const state = initiative?.state ?? 'active'
  const { mandate } = right
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
    ...(item.basis && { grounds: item.basis }),
    ...(at && { forum: at.forum }),
    ...(at?.conflicted?.length && { conflicted: [...at.conflicted] }),
    ...stamp(work),
  }
  for (let tries = 1; ; tries++) {
    const made = initiative ? await decisionsAbout(work, initiative.key) : []
    const own = made.find((d) => d.key === key) ?? (await work.store.byKey(decisions, key))
    if (own) return done(work, own, initiative)
    const attempt = attemptOf(made, matter, [])
    const claim = initiative ? claimOf({ initiative: initiative.key, matter, attempt }) : key
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
  return { decisions: [decision], initiatives: [await applyDecisions(work, initiative.key)] }
}
