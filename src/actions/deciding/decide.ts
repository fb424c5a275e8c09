/** The steps every decision about an initiative goes through: finish what is open, judge, write, carry out. */
import type { Person, Ref } from '#src/lists/columns.ts'
import {
  type Decision,
  decisionMatters,
  type DecisionMatter,
  type Outcome,
  outcomes,
} from '#src/lists/decisions.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { agendaItems } from '#src/lists/meetings.ts'
import type { Matter } from '#src/lists/organisation.ts'
import { decidedAtMeeting, waitsForMinutes } from '#src/rules/meetings/atMeetings.ts'
import type { Effect } from '#src/rules/gates.ts'
import {
  decidersOf,
  type DecidingRight,
  decidingRight,
  isRefusal,
  mandateOf,
  type MandateQuestion,
} from '#src/rules/mandate.ts'
import { attemptOf, claimOf, needsReason, decisionsOf } from '#src/rules/meetings/outcomes.ts'
import { type Refusal, Refused } from '#src/rules/refusal.ts'
import { applyDecisions } from './applyDecisions.ts'
import { alreadyDecided, record } from '../record.ts'
import {
  decisionsAbout,
  type Done,
  loadOrganisation,
  type Organisation,
  changedSince,
  stamp,
  type Work,
} from '../work.ts'

/** What the person says about the decision. */
export interface Words {
  initiative: string
  wording: string
  grounds?: string | undefined
  conditions?: string | undefined
  caseNumber?: string | undefined
  /** Whether the forum consulted agrees. */
  agreed?: boolean | undefined
}

/** What is asked for: the matter whose mandate, at which forum, about how much. */
export interface Asked {
  mandate: Matter
  raisedTo?: Ref | undefined
  amountKr?: number | undefined
}

export interface Judgement extends Asked {
  outcome: Outcome
  effect: Effect
  refusals: Refusal[]
  totalKr?: number | undefined
  /** Where the words give none. */
  caseNumber?: string | undefined
  /** The forum the matter is raised to by this decision. */
  raise?: Ref | undefined
  /** The decision that this one replaces. */
  instead?: Decision
}

/** What a judgement looks at, besides the initiative. */
export interface Case {
  organisation: Organisation
  /** All decisions about the initiative. */
  made: readonly Decision[]
  rightTo: (asked: Asked) => DecidingRight
  /** The mandate I would decide by, in the round that is open. */
  mine: (asked: Asked) => ReturnType<typeof mandateOf>
}

/**
 * Decides a matter. `judge` sees the initiative as it stands and says what the decision would do and what forbids it.
 * Asked again with the same key, it answers what was decided. Throws Refused with everything that stands in the way.
 */
export async function decide(
  work: Work,
  matter: DecisionMatter,
  words: Words,
  judge: (initiative: Initiative, about: Case) => Promise<Judgement>,
): Promise<Done> {
  // Decisions first: one that is made after this competes for the same claim, and all of these have been carried out below.
  const [organisation, before, items] = await Promise.all([
    loadOrganisation(work),
    decisionsAbout(work, words.initiative),
    // What a meeting has decided is carried out as it was decided there, whatever waits besides.
    work.at ? [] : work.store.where(agendaItems, { column: 'initiative', value: words.initiative }),
  ])
  const initiative = await applyDecisions(work, words.initiative)
  const { at } = work
  const day = at?.decidedOn ?? work.today
  const conflicted = unionOf(initiative.conflicted, at?.conflicted)
  const same = before.find((d) => d.key === work.key)
  if (same && same.matter !== matter) throw alreadyDecided(same)
  if (same) return done(work, initiative)

  const question = ({ mandate, amountKr, raisedTo }: Asked): MandateQuestion => ({
    matter: mandate,
    initiative: { ...initiative, conflicted },
    mandates: organisation.mandates,
    tree: organisation.tree,
    today: day,
    ...(raisedTo && { raisedTo }),
    ...(amountKr !== undefined && { amountKr }),
  })
  const atMeeting = (party?: string) => decidedAtMeeting(items, { initiative: initiative.key, matter, party })
  const roundOf = (asked: Asked, instead?: Decision) => {
    const right = decidingRight(question(asked))
    const parties = right.kind === 'all' ? right.parties.map((p) => p.party) : []
    const attempt = attemptOf(before, matter, parties)
    const round = decisionsOf(before, matter, attempt)
    const own = instead?.party?.key ?? at?.party
    const decided = own
      ? parties.map(({ key }) => key).filter((key) => key !== own)
      : [
          ...round.flatMap((d) => d.party?.key ?? []),
          ...parties.map(({ key }) => key).filter((key) => atMeeting(key)),
        ]
    const by = mandateOf(work.me, { ...question(asked), decided })
    const isAnothers = own !== undefined && !isRefusal(by) && by.party?.key !== own
    const mayDecide = decidersOf(right).filter(({ party }) => party?.key === own)
    const theirs: Refusal = { why: 'notYourMandate', matter: asked.mandate, mayDecide }
    return { parties, attempt, round, by: isAnothers ? theirs : by }
  }
  const judgement = await judge(initiative, {
    organisation,
    made: before,
    rightTo: (asked) => decidingRight(question(asked)),
    mine: (asked) => roundOf(asked).by,
  })
  const { instead, outcome } = judgement
  const { parties, attempt, round, by } = roundOf(judgement, instead)
  const earlier = !instead && at?.party ? round.find((d) => d.party?.key === at.party) : undefined
  if (earlier) throw alreadyDecided(earlier)
  const decidedThere = isRefusal(by) ? undefined : atMeeting(by.party?.key)
  const refusals = [
    ...changedSince(work, initiative),
    ...(shut(initiative) ?? judgement.refusals),
    ...(isRefusal(by) ? [by] : agreementRefusals(by.mandate, judgement, words)),
    ...(decidedThere ? [waitsForMinutes(decidedThere)] : []),
    ...(needsReason(outcome) && !words.grounds?.trim() ? [{ why: 'reasonMissing' } as const] : []),
  ]
  if (isRefusal(by) || refusals.length > 0) {
    const made = await decisionsAbout(work, initiative.key)
    // Asked twice at once: the other request may have decided it while this one was judged.
    if (made.some((d) => d.key === work.key)) return done(work, await applyDecisions(work, initiative.key))
    const last = made.find((d) => d.key === initiative.lastDecision?.key && d.matter === matter)
    if (last && isPast(judgement, last)) throw alreadyDecided(last)
    throw new Refused(...refusals)
  }
  if (at?.trial) return {}

  const replaced = instead && round.some((d) => d.key === instead.key) ? instead : undefined
  await record(work, {
    key: work.key,
    title: `${decisionMatters[matter]}: ${outcomes[outcome]}`,
    claim: claimOf({
      initiative: initiative.key,
      matter,
      attempt,
      ...(by.party && { party: by.party.key }),
      ...(replaced && { instead: replaced.number }),
    }),
    initiative: { key: initiative.key, title: initiative.title },
    matter,
    attempt,
    outcome,
    decidedBy: work.me,
    post: by.mandate.title,
    mandate: { key: by.mandate.key, title: by.mandate.title },
    kind: by.mandate.kind,
    decidedOn: day,
    fromStage: initiative.stage,
    toStage: judgement.effect.stage ?? initiative.stage,
    fromState: initiative.state,
    toState: judgement.effect.state ?? initiative.state,
    ...optional({
      ...textsOf(words),
      caseNumber: words.caseNumber ?? judgement.caseNumber,
      party: by.party,
      actingFor: by.actingFor,
      forum: at?.forum ?? by.mandate.forum,
      amountKr: judgement.amountKr,
      totalKr: judgement.totalKr,
      raisedTo: judgement.raise,
      agreed: by.mandate.needsAgreement ? words.agreed : undefined,
      supersedes: instead && { key: instead.key, title: instead.number },
    }),
    wording: words.wording,
    ...(parties.length > 0 && { parties }),
    ...(conflicted.length > 0 && { conflicted }),
    ...stamp(work),
  })
  return done(work, await applyDecisions(work, initiative.key))
}

/** What others lead is followed and never decided here, nor what has been put away. */
const shut = ({ external, archived }: Initiative): Refusal[] | undefined =>
  external ? [{ why: 'external' }] : archived ? [{ why: 'archived' }] : undefined

/** A post that decides only when its forum agrees says so, or raises the matter. */
const agreementRefusals = (
  { needsAgreement, forum }: { needsAgreement?: boolean; forum?: Ref },
  { outcome }: Judgement,
  { agreed }: Words,
): Refusal[] =>
  needsAgreement && !agreed && outcome !== 'escalate' ? [{ why: 'noAgreement', ...(forum && { forum }) }] : []

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

const unionOf = (some: readonly Person[] = [], others: readonly Person[] = []): Person[] => [
  ...some,
  ...others.filter(({ id }) => some.every((person) => person.id !== id)),
]

const textsOf = ({ grounds, conditions }: Words) => ({ grounds, conditions })

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined | ''> }
const optional = <T extends Record<string, unknown>>(values: T) =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== ''),
  ) as Given<T>
