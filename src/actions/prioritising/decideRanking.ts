/** Decides a forum's order as it was shown or laid forth: alone, for one of several authorities, or on the level it was raised to. */
import * as v from 'valibot'
import type { Ref } from '#src/lists/columns.ts'
import { decisions } from '#src/lists/decisions.ts'
import { type Forum, forums } from '#src/lists/organisation.ts'
import { type Ranking, rankings } from '#src/lists/prioritising.ts'
import { forumAbove } from '#src/rules/deciding/escalation.ts'
import { decidingRight, isRefusal, mandateOf } from '#src/rules/mandate.ts'
import { needsReason } from '#src/rules/meetings/outcomes.ts'
import { orderAsked } from '#src/rules/prioritising/orderAsked.ts'
import { isAwaited, laidForth, mayBeRaised, nextAttempt } from '#src/rules/prioritising/orderRound.ts'
import { makesAnother, type RankingChange } from '#src/rules/prioritising/rankingChanges.ts'
import type { RankingFault } from '#src/rules/prioritising/rankingFaults.ts'
import { type Refusal, Refused } from '#src/rules/refusal.ts'
import { personArg } from '../meetings/args.ts'
import { demandUnbiased, refOf } from '../meetings/place.ts'
import { alreadyDecided } from '../record.ts'
import { shortText, text } from '../schemas.ts'
import { type Done, loadOrganisation, type Work } from '../work.ts'
import { freezeOrder, shownArgs, sinceFrozen, sinceShown } from './freezeOrder.ts'
import { meetingToDecideIn } from './inMeeting.ts'
import { askedOf, type RankingNow, rankingNow } from './rankingNow.ts'
import { recordOrder } from './recordOrder.ts'
import { settleRanking } from './settleRanking.ts'
import { wordOf } from './wordOf.ts'

export const decideRankingArgs = v.strictObject({
  forum: shortText,
  year: v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2200)),
  ...shownArgs,
  /** What has been laid forth or raised, by its key; it is what is decided on. */
  ranking: v.optional(shortText),
  outcome: v.optional(v.picklist(['grant', 'refuse', 'escalate']), 'grant'),
  wording: text,
  grounds: v.optional(text),
  conditions: v.optional(text),
  caseNumber: v.optional(shortText),
  agreed: v.optional(v.boolean()),
  /** The meeting of the forum at which it is decided; between meetings without. */
  meeting: v.optional(shortText),
  /** Whose word it is, when the chair or the secretary of that meeting writes it down. */
  saidBy: v.optional(personArg),
})
type Args = v.InferOutput<typeof decideRankingArgs>

/** What is asked, in the light of what stands. */
interface Case {
  forum: Forum
  now: RankingNow
  /** What has been laid forth; nothing where one post decides of what it sees. */
  laid: Ranking | undefined
}

export async function decideRanking(work: Work, args: Args): Promise<Done> {
  const { store } = work
  const [organisation, same, [forum], begun] = await Promise.all([
    loadOrganisation(work),
    store.byKey(decisions, work.key),
    store.where(forums, { column: 'key', value: args.forum }),
    store.byKey(rankings, args.ranking ?? work.key),
  ])
  if (!forum || forum.archived) throw new Refused({ why: 'notFound', what: 'forums', key: args.forum })
  if (same && (same.matter !== 'ranking' || same.forum?.key !== forum.key)) throw alreadyDecided(same)
  if (args.ranking && begun?.forum.key !== forum.key)
    throw new Refused({ why: 'notFound', what: 'ranking', key: args.ranking })
  if (same && begun) return settleRanking(work, begun)

  const now = await rankingNow(work, forum, args.year, organisation)
  const about: Case = { forum, now, laid: args.ranking ? begun : undefined }
  const question = orderAsked(forum, askedOf(work, now, organisation), about.laid)
  const meeting = args.meeting ? await meetingToDecideIn(work, forum, args.meeting) : undefined
  const decidedBy = await wordOf(work, args.saidBy, { forum, meeting })
  // Whoever has an interest of their own in something ranked writes nothing down about it.
  if (decidedBy.id !== work.me.id) demandUnbiased(work, undefined, rankedIn(about))
  const by = mandateOf(decidedBy, question)
  const raise =
    args.outcome === 'escalate' ? forumAbove(question.raisedTo ?? refOf(forum), organisation) : undefined
  const refusals: Refusal[] = [
    ...faultsOf(args, { ...about, begun, isJoint: decidingRight(question).kind === 'all' }),
    ...(isRefusal(by) ? [by] : []),
    ...(!isRefusal(by) && by.mandate.needsAgreement && args.outcome === 'grant' && !args.agreed
      ? [{ why: 'noAgreement', forum: refOf(forum) } as const]
      : []),
    ...(args.outcome === 'escalate' && !raise ? [{ why: 'nowhereToRaise' } as const] : []),
    ...(needsReason(args.outcome) && !args.grounds?.trim() ? [{ why: 'reasonMissing' } as const] : []),
  ]
  if (isRefusal(by) || refusals.length > 0) throw new Refused(...refusals)

  // The picture first: a decision is always one about something that is kept.
  const frozen = about.laid ?? begun ?? (await freezeFor(work, args, about))
  await recordOrder(work, {
    ...args,
    forum,
    ranking: frozen,
    decidedBy,
    by,
    conflicted: question.initiative.conflicted ?? [],
    also: openOnes(frozen, now),
    replaces: now.decided[0],
    raise,
    meeting,
  })
  return settleRanking(work, frozen)
}

const openOnes = ({ lines }: Ranking, { rows }: RankingNow): Ref[] => {
  const open = new Map(
    rows.initiatives.filter((one) => !one.confidential).map((one) => [one.key, refOf(one)]),
  )
  return lines.flatMap(({ initiative }) => open.get(initiative.key) ?? [])
}

const rankedIn = ({ laid, now: { ranking, rows } }: Case) => {
  const keys = new Set((laid ?? ranking).lines.map(({ initiative }) => initiative.key))
  return rows.initiatives.filter(({ key }) => keys.has(key))
}

const freezeFor = (work: Work, { year }: Args, { forum, now }: Case) =>
  freezeOrder(
    work,
    { forum, year, now },
    {
      key: work.key,
      claim: work.key,
      attempt: nextAttempt(now.made, { forum: forum.key, year }),
    },
  )

/** What keeps it from being decided so, whoever asks. */
function faultsOf(
  { year, outcome, ...shown }: Args,
  { forum, now, laid, begun, isJoint }: Case & { begun: Ranking | undefined; isJoint: boolean },
): Refusal[] {
  const fault = (ranking: RankingFault): Refusal[] => [{ why: 'ranking', ranking }]
  const changed = (changes: RankingChange[]) =>
    changes.length > 0 ? fault({ fault: 'changed', changes }) : []
  const notAllowed = [{ why: 'outcomeNotAllowed', outcome } as const]
  if (laid) {
    const isRaising = outcome === 'escalate'
    if (isRaising && mayBeRaised(laid)) return []
    if (!isAwaited(laid)) return fault({ fault: 'notOpen', state: laid.state ?? 'decided' })
    if (isRaising) return notAllowed
    return outcome === 'grant' ? changed(makesAnother(sinceFrozen(laid, now))) : []
  }
  const last = laidForth(now.made, { forum: forum.key, year })
  if (last?.state === 'raised' && last.raisedTo) return fault({ fault: 'raised', forum: last.raisedTo })
  return [
    ...(now.ranking.lines.length === 0 ? fault({ fault: 'nothing', year }) : []),
    // Of what a run before this one laid down and never decided, too.
    ...changed([...sinceShown(shown, now), ...(begun ? sinceFrozen(begun, now) : [])]),
    ...(isJoint ? fault({ fault: 'notProposed', year }) : []),
    ...(outcome === 'refuse' ? notAllowed : []),
  ]
}
