/** The steps every decision about an initiative goes through: finish what is open, judge, write, carry out. */
import {
  type Decision,
  decisionMatters,
  type DecisionMatter,
  type Outcome,
  outcomes,
} from '#src/lists/decisions.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Matter } from '#src/lists/organisation.ts'
import type { Effect } from '#src/rules/gates.ts'
import { decidingRight, isRefusal, mandateOf, type MandateQuestion } from '#src/rules/mandate.ts'
import { attemptOf, claimOf, needsReason, decisionsOf } from '#src/rules/outcomes.ts'
import { type Refusal, Refused } from '#src/rules/refusal.ts'
import { applyDecisions } from './applyDecisions.ts'
import { alreadyDecided, record } from './record.ts'
import {
  decisionsAbout,
  type Done,
  loadOrganisation,
  type Organisation,
  changedSince,
  stamp,
  type Work,
} from './work.ts'

/** What the person says about the decision. */
export interface Words {
  initiative: string
  wording: string
  grounds?: string | undefined
  conditions?: string | undefined
  caseNumber?: string | undefined
}

export interface Judgement {
  outcome: Outcome
  effect: Effect
  /** The matter whose mandate is asked for. */
  mandate: Matter
  amountKr?: number
  refusals: Refusal[]
}

/**
 * Decides a matter. `judge` sees the initiative as it stands and says what the decision would do and what forbids it.
 * Asked again with the same key, it answers what was decided. Throws Refused with everything that stands in the way.
 */
export async function decide(
  work: Work,
  matter: DecisionMatter,
  words: Words,
  judge: (initiative: Initiative, organisation: Organisation, byParties: boolean) => Promise<Judgement>,
): Promise<Done> {
  // Decisions first: one that is made after this competes for the same claim, and all of these have been carried out below.
  const [organisation, before] = await Promise.all([
    loadOrganisation(work),
    decisionsAbout(work, words.initiative),
  ])
  const initiative = await applyDecisions(work, words.initiative, organisation)
  const same = before.find((d) => d.key === work.key)
  if (same && same.matter !== matter) throw alreadyDecided(same)
  if (same) return done(work, initiative)

  const question = (asked: Matter, amountKr?: number): MandateQuestion => ({
    matter: asked,
    initiative,
    mandates: organisation.mandates,
    tree: organisation.tree,
    today: work.today,
    ...(amountKr !== undefined && { amountKr }),
  })
  const gateRight = decidingRight(question(matter === 'state' ? 'start' : matter))
  const judgement = await judge(initiative, organisation, gateRight.kind === 'all')
  const asked = question(judgement.mandate, judgement.amountKr)
  const right = decidingRight(asked)
  const parties = right.kind === 'all' ? right.parties.map((p) => p.party) : []
  const attempt = attemptOf(before, matter, parties)
  const decided = decisionsOf(before, matter, attempt).flatMap((d) => d.party?.key ?? [])
  const by = mandateOf(work.me, { ...asked, decided })
  const refusals = [
    ...changedSince(work, initiative),
    ...judgement.refusals,
    ...(isRefusal(by) ? [by] : []),
    ...(needsReason(judgement.outcome) && !words.grounds?.trim() ? [{ why: 'reasonMissing' } as const] : []),
  ]
  if (isRefusal(by) || refusals.length > 0) {
    const made = await decisionsAbout(work, initiative.key)
    // Asked twice at once: the other request may have decided it while this one was judged.
    if (made.some((d) => d.key === work.key))
      return done(work, await applyDecisions(work, initiative.key, organisation))
    const last = made.find((d) => d.key === initiative.lastDecision?.key && d.matter === matter)
    if (last && isPast(judgement, last)) throw alreadyDecided(last)
    throw new Refused(...refusals)
  }

  await record(work, {
    key: work.key,
    title: `${decisionMatters[matter]}: ${outcomes[judgement.outcome]}`,
    claim: claimOf({ initiative: initiative.key, matter, attempt, ...(by.party && { party: by.party.key }) }),
    initiative: { key: initiative.key, title: initiative.title },
    matter,
    attempt,
    outcome: judgement.outcome,
    decidedBy: work.me,
    post: by.mandate.title,
    mandate: { key: by.mandate.key, title: by.mandate.title },
    kind: by.mandate.kind,
    decidedOn: work.today,
    fromStage: initiative.stage,
    toStage: judgement.effect.stage ?? initiative.stage,
    fromState: initiative.state,
    toState: judgement.effect.state ?? initiative.state,
    ...optional({
      ...textsOf(words),
      party: by.party,
      actingFor: by.actingFor,
      forum: by.mandate.forum,
      amountKr: judgement.amountKr,
    }),
    wording: words.wording,
    ...(initiative.conflicted?.length && { conflicted: initiative.conflicted }),
    ...stamp(work),
  })
  return done(work, await applyDecisions(work, initiative.key, organisation))
}

/** Whether the last decision about the same matter is why this one can't be made. */
const isPast = ({ refusals, outcome }: Judgement, last: Decision) =>
  refusals.some(
    ({ why }) =>
      why === 'noGate' || why === 'notActive' || (why === 'wrongState' && last.outcome === outcome),
  )

async function done(work: Work, initiative: Initiative): Promise<Done> {
  const made: Decision[] = await decisionsAbout(work, initiative.key)
  return { initiatives: [initiative], decisions: made }
}

const textsOf = ({ grounds, conditions, caseNumber }: Words) => ({ grounds, conditions, caseNumber })

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined | ''> }
const optional = <T extends Record<string, unknown>>(values: T) =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== ''),
  ) as Given<T>
