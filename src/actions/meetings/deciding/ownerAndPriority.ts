/** Who answers for an initiative and which comes first, as decided at a meeting: by one, or by several authorities each for itself. */
import { trail } from '#src/lists/decisions.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import type { AgendaItem, ItemEffect } from '#src/lists/meetings.ts'
import { decidersOf, decidingRight, isRefusal, mandateOf } from '#src/rules/mandate.ts'
import { settlement } from '#src/rules/meetings/outcomes.ts'
import { may } from '#src/rules/permissions.ts'
import { matterOfStage, processOf } from '#src/rules/processes.ts'
import { Refused } from '#src/rules/refusal.ts'
import { decisionKey } from '#src/rules/meetings/voices.ts'
import { applyDecisions } from '../../deciding/applyDecisions.ts'
import { keepRounds } from '../../deciding/keepRounds.ts'
import { fillIn } from '../../initiatives/prepareInitiative.ts'
import {
  type Done,
  leaveTrail,
  loadOrganisation,
  type Organisation,
  rolesOf,
  stamp,
  type Work,
} from '../../work.ts'
import { changeRow } from '../changeRow.ts'
import { type Decided, postOf, type Right, writeDown } from '../ofForum.ts'
import { refOf } from '../place.ts'

/** Gives a role in the initiative to somebody; where several authorities each decide it, when the last has said yes. */
export async function decideOwner(
  work: Work,
  { role, person }: Extract<ItemEffect, { does: 'owner' }>,
  decided: Omit<Decided, 'matter'>,
): Promise<Done> {
  const { initiative, right } = await toDecideAbout(work, decided.item)
  await keepRounds(work, initiative, [role])
  if (work.at?.trial) return {}
  const done = await writeDown(work, { ...decided, matter: 'owner', initiative, right })
  const key = decisionKey(decided.item)
  if (!isAgreed(done) || (await work.store.byKey(trail, `${key}/${role}`))) return done
  const now = done.initiatives?.[0] ?? initiative
  const args = { initiative: now.key, changes: { [role]: person }, base: { [role]: now[role] ?? null } }
  return { ...done, ...(await fillIn({ ...work, key }, now, args)) }
}

/** Gives the initiative its place among the others; where several authorities each decide it, when the last has said yes. */
export async function decidePriority(
  work: Work,
  { rank }: Extract<ItemEffect, { does: 'priority' }>,
  decided: Omit<Decided, 'matter'>,
): Promise<Done> {
  const { initiative, right } = await toDecideAbout(work, decided.item)
  if (work.at?.trial) return {}
  const done = await writeDown(work, { ...decided, matter: 'priority', initiative, right })
  const key = `${decisionKey(decided.item)}/rank`
  if (!isAgreed(done) || (await work.store.byKey(trail, key))) return done
  const before = done.initiatives?.[0] ?? initiative
  const now = await changeRow(work, initiatives, before, { values: { rank, rankYear: null, rankedIn: null } })
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

/** Whether what was decided is to be done: of several authorities, when all have said yes. */
const isAgreed = ({ decisions: made = [] }: Done) =>
  made.every(({ party }) => !party) || settlement(made) === 'settled'

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

/** None of several authorities decides for all of them; whoever prepares the initiative may, where no party is named. */
function rightOf(work: Work, initiative: Initiative, organisation: Organisation): Right {
  const { me, at, today } = work
  const { mandates, tree, portfolios } = organisation
  const conflicted = [...(initiative.conflicted ?? []), ...(at?.conflicted ?? [])]
  const judged = { ...initiative, conflicted }
  const matter = matterOfStage(initiative.stage, processOf(initiative, portfolios)) ?? 'start'
  const question = { matter, initiative: judged, mandates, tree, today: at?.decidedOn ?? today }
  const asked = decidingRight(question)
  const parties = asked.kind === 'all' ? asked.parties.map(({ party }) => party) : []
  const others = parties.flatMap(({ key }) => (key === at?.party ? [] : key))
  const by = mandateOf(me, { ...question, ...(at?.party && { decided: others }) })
  if (!isRefusal(by) && by.party?.key === at?.party)
    return {
      post: by.mandate.title,
      mandate: by.mandate,
      ...(by.actingFor && { actingFor: by.actingFor }),
      ...(by.party && { party: by.party, parties }),
    }
  if (!at?.party && may('prepare', { id: me.id, roles: rolesOf(me.id, organisation) }, judged))
    return { post: postOf(work, organisation) }
  const mayDecide = decidersOf(asked).filter(({ party }) => !at?.party || party?.key === at.party)
  throw new Refused(isRefusal(by) ? by : { why: 'notYourMandate', matter, mayDecide })
}
