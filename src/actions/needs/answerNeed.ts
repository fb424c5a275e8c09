/** The contact person's answer about a need that stands still: still needed, or withdrawn; whoever decides is told, and screens it out. */
import * as v from 'valibot'
import { needAnswers, trailKinds } from '#src/lists/decisions.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { isWithin } from '#src/rules/calendar.ts'
import { refToOthers } from '#src/rules/initiatives/confidential.ts'
import { matterOf, nextGate } from '#src/rules/gates.ts'
import { decidersOf, decidingRight } from '#src/rules/mandate.ts'
import { may } from '#src/rules/permissions.ts'
import { processOf } from '#src/rules/processes.ts'
import { type Refusal, Refused } from '#src/rules/refusal.ts'
import { keysOf, shortText, text } from '../schemas.ts'
import {
  type Done,
  leaveTrail,
  loadInitiative,
  loadOrganisation,
  type Organisation,
  rolesOf,
  stamp,
  type Work,
} from '../work.ts'

export const answerNeedArgs = v.strictObject({
  initiative: shortText,
  answer: v.picklist(keysOf(needAnswers)),
  comment: v.optional(text),
})

/** Keeps what was said in the trail; the need itself is moved by a decision only. */
export async function answerNeed(work: Work, args: v.InferOutput<typeof answerNeedArgs>): Promise<Done> {
  const [organisation, initiative] = await Promise.all([
    loadOrganisation(work),
    loadInitiative(work, args.initiative),
  ])
  const refusals = refusalsFor(work, initiative, organisation)
  if (refusals.length > 0) throw new Refused(...refusals)
  const entry = await leaveTrail(work, {
    key: work.key,
    title: trailKinds.answer,
    initiative: { key: initiative.key, title: initiative.title },
    kind: 'answer',
    field: args.answer,
    ...(args.comment && { to: args.comment }),
    day: work.today,
    person: work.me,
    ...stamp(work),
  })
  if (args.answer === 'withdrawn') await tellDeciders(work, initiative, organisation)
  return { trail: [entry] }
}

function refusalsFor({ me }: Work, initiative: Initiative, organisation: Organisation): Refusal[] {
  const { archived, external, state } = initiative
  return [
    ...(may('answerNeed', { id: me.id, roles: rolesOf(me.id, organisation) }, initiative)
      ? []
      : [{ why: 'notYourTask' as const, roles: [], people: initiative.contact ? [initiative.contact] : [] }]),
    ...(archived ? [{ why: 'archived' as const }] : []),
    ...(external ? [{ why: 'external' as const }] : []),
    ...(state === 'active' ? [] : [{ why: 'notActive' as const, state }]),
  ]
}

/** Those who may screen it out now. */
async function tellDeciders(
  work: Work,
  initiative: Initiative,
  { tree, mandates, portfolios }: Organisation,
): Promise<void> {
  const { me, today } = work
  const gate = nextGate(initiative, processOf(initiative, portfolios))
  if (!gate) return
  const matter = matterOf(gate, 'screenOut')
  const deciders = decidersOf(decidingRight({ matter, initiative, mandates, tree, today }))
  const to = deciders.map(({ holder, standIn }) =>
    standIn && (standIn.from || standIn.to) && isWithin(today, standIn.from, standIn.to)
      ? standIn.person
      : holder,
  )
  const { key, title } = refToOthers(initiative)
  await work.tell?.({
    key: `${key}/withdrawn/${work.key}`,
    kind: 'needWithdrawn',
    to: [...new Map(to.map((person) => [person.id, person])).values()].filter(({ id }) => id !== me.id),
    need: { key, title, number: initiative.number, gate },
    by: me,
    on: today,
  })
}
