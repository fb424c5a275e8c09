/** Decides a forum's order as it was shown: the whole picture is kept, the decision is in the register, and each initiative gets its rank. */
import * as v from 'valibot'
import { type Decision, decisionMatters, decisions } from '#src/lists/decisions.ts'
import { type Forum, forums } from '#src/lists/organisation.ts'
import { type Ranking, type RankedLine, rankings } from '#src/lists/prioritising.ts'
import { rankedLine } from '#src/rules/prioritising/forumRanking.ts'
import { isRefusal, mandateOf } from '#src/rules/mandate.ts'
import { type RankingChange, rankingChanges } from '#src/rules/prioritising/rankingChanges.ts'
import { orderQuestion } from '#src/rules/prioritising/rankingFaults.ts'
import { type Refusal, Refused } from '#src/rules/refusal.ts'
import { emptySettings } from '#src/rules/prioritising/workingOrder.ts'
import { refOf } from '../meetings/place.ts'
import { alreadyDecided, record } from '../record.ts'
import { shortText, text } from '../schemas.ts'
import { type Done, loadOrganisation, stamp, type Work } from '../work.ts'
import { applyRanking } from './applyRanking.ts'
import { meetingToDecideIn, putInMeeting } from './inMeeting.ts'
import { type RankingNow, rankingNow } from './rankingNow.ts'
import { tellRanking } from './tellRanking.ts'

const lineArg = v.strictObject({
  initiative: shortText,
  title: v.string(),
  rank: v.pipe(v.number(), v.integer(), v.minValue(1)),
  total: v.number(),
  needKr: v.number(),
  isWithin: v.boolean(),
})

export const decideRankingArgs = v.strictObject({
  forum: shortText,
  year: v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2200)),
  /** The order as whoever decides saw it: decided as it was shown, or not at all. */
  shown: v.pipe(v.array(lineArg), v.maxLength(10_000)),
  wording: text,
  grounds: v.optional(text),
  conditions: v.optional(text),
  caseNumber: v.optional(shortText),
  agreed: v.optional(v.boolean()),
  /** The meeting of the forum at which it is decided; between meetings without. */
  meeting: v.optional(shortText),
})
type Args = v.InferOutput<typeof decideRankingArgs>

export async function decideRanking(work: Work, args: Args): Promise<Done> {
  const { store } = work
  const [organisation, same, [forum]] = await Promise.all([
    loadOrganisation(work),
    store.byKey(decisions, work.key),
    store.where(forums, { column: 'key', value: args.forum }),
  ])
  if (!forum || forum.archived) throw new Refused({ why: 'notFound', what: 'forums', key: args.forum })
  if (same && (same.matter !== 'ranking' || same.forum?.key !== forum.key)) throw alreadyDecided(same)
  const now = await rankingNow(work, forum, args.year, organisation)
  if (same) return carryOut(work, forum, now, same, args)

  const changes = differences(args, now)
  const question = orderQuestion(forum, { candidates: now.ranking.lines, ...organisation, today: work.today })
  const by = mandateOf(work.me, question)
  const meeting = args.meeting ? await meetingToDecideIn(work, forum, args.meeting) : undefined
  const refusals: Refusal[] = [
    ...(now.ranking.lines.length === 0
      ? [{ why: 'ranking', ranking: { fault: 'nothing', year: args.year } } as const]
      : []),
    ...(changes.length > 0 ? [{ why: 'ranking', ranking: { fault: 'changed', changes } } as const] : []),
    ...(isRefusal(by) ? [by] : []),
    ...(!isRefusal(by) && by.mandate.needsAgreement && !args.agreed
      ? [{ why: 'noAgreement', forum: refOf(forum) } as const]
      : []),
  ]
  if (isRefusal(by) || refusals.length > 0) throw new Refused(...refusals)

  const [last] = now.decided
  const attempt = now.decided.length + 1
  const item = meeting && { key: `${work.key}/item`, title: titleOf(forum, args.year) }
  const at = meeting &&
    item && {
      meeting: refOf(meeting),
      item,
      forum: refOf(forum),
      recordedBy: work.me,
      decidedOn: work.today,
    }
  const { conflicted = [] } = question.initiative
  const decision = await record(
    { ...work, ...(at && { at }) },
    {
      key: work.key,
      title: `${decisionMatters.ranking}: ${titleOf(forum, args.year)}`,
      claim: ['ranking', forum.key, args.year, attempt].join('/'),
      matter: 'ranking',
      attempt,
      outcome: 'grant',
      also: now.ranking.lines
        .filter(({ initiative }) => !initiative.confidential)
        .map(({ initiative }) => refOf(initiative)),
      wording: args.wording,
      decidedBy: work.me,
      post: by.mandate.title,
      mandate: { key: by.mandate.key, title: by.mandate.title },
      kind: by.mandate.kind,
      decidedOn: work.today,
      forum: refOf(forum),
      // An order moves no initiative from its stage.
      fromStage: 'prioritisation',
      toStage: 'prioritisation',
      fromState: 'active',
      toState: 'active',
      ...(args.grounds && { grounds: args.grounds }),
      ...(args.conditions && { conditions: args.conditions }),
      ...(args.caseNumber && { caseNumber: args.caseNumber }),
      ...(by.actingFor && { actingFor: by.actingFor }),
      ...(by.mandate.needsAgreement && { agreed: args.agreed === true }),
      ...(conflicted.length > 0 && { conflicted }),
      ...(last?.decision && { supersedes: last.decision }),
      ...stamp(work),
    },
  )
  return carryOut(work, forum, now, decision, args)
}

/** All that follows from the decision, each part once; asked again it goes on where it was left. */
async function carryOut(
  work: Work,
  forum: Forum,
  now: RankingNow,
  decision: Decision,
  args: Args,
): Promise<Done> {
  const { year } = args
  const before = now.decided.find(({ key }) => key !== decision.key)
  const { frame } = now.ranking
  const { item: ranking } = await work.store.create(rankings, {
    key: decision.key,
    claim: decision.key,
    title: titleOf(forum, year),
    forum: refOf(forum),
    year,
    day: decision.decidedOn,
    decision: { key: decision.key, title: decision.number },
    decidedBy: decision.decidedBy,
    weights: now.criteria.map(({ key, title, weight }) => ({ key, title, weight })),
    lines: linesOf(now),
    settings: now.order?.settings ?? emptySettings(year),
    ...(decision.meeting && { meeting: decision.meeting }),
    ...(frame && { frameKr: frame.amountKr, conceptKr: frame.conceptKr }),
    ...stamp(work),
  })
  const items = decision.meeting ? [await putInMeeting(work, forum, decision)] : []
  const initiatives = await applyRanking(work, ranking, before)
  await tellRanking(work, forum, ranking)
  return { decisions: [decision], rankings: [ranking], initiatives, agendaItems: items }
}

/** What everyone reads names what is confidential by its number only. */
const linesOf = ({ ranking }: RankingNow): RankedLine[] =>
  ranking.lines.map((line) => {
    const kept = rankedLine(line)
    const { key, number, confidential } = line.initiative
    return confidential ? { ...kept, initiative: { key, title: number } } : kept
  })

/** Between what was shown and what stands now; every difference counts, also one that moves nobody. */
function differences({ shown }: Args, { ranking }: RankingNow): RankingChange[] {
  const before = shown.map(({ initiative, title, ...line }) => ({
    ...line,
    initiative: { key: initiative, title },
  }))
  return rankingChanges(before, ranking.lines.map(rankedLine), { least: 0.05 })
}

const titleOf = (forum: Forum, year: Ranking['year']) => `${forum.title} ${year}`
