/** Lays an order forth as it was shown, for several authorities to decide each by itself: all of them are asked about the same. */
import * as v from 'valibot'
import { type Ranking, rankings } from '#src/lists/prioritising.ts'
import { type Forum, forums } from '#src/lists/organisation.ts'
import { isChangedByOther, isDuplicate } from '#src/graph/errors.ts'
import { decidingRight } from '#src/rules/mandate.ts'
import { forumPermissions, seatedFor } from '#src/rules/prioritising/forumRights.ts'
import { mayLayForth, orderAsked } from '#src/rules/prioritising/orderAsked.ts'
import { isAwaited, laidForth, nextAttempt } from '#src/rules/prioritising/orderRound.ts'
import { type Refusal, Refused } from '#src/rules/refusal.ts'
import { shortText } from '../schemas.ts'
import { type Done, loadOrganisation, rolesOf, stamp, type Work } from '../work.ts'
import { freezeOrder, shownArgs, sinceFrozen, sinceShown } from './freezeOrder.ts'
import { askedOf, rankingNow } from './rankingNow.ts'
import { settleRanking } from './settleRanking.ts'
import { tellOrder } from './tellOrder.ts'

export const proposeRankingArgs = v.strictObject({
  forum: shortText,
  year: v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2200)),
  ...shownArgs,
  /** The one that lies forth already, as whoever asks saw it: it is replaced, and all say theirs anew. */
  instead: v.optional(shortText),
})

export async function proposeRanking(
  work: Work,
  args: v.InferOutput<typeof proposeRankingArgs>,
): Promise<Done> {
  const { store } = work
  const [organisation, [forum], same] = await Promise.all([
    loadOrganisation(work),
    store.where(forums, { column: 'key', value: args.forum }),
    store.byKey(rankings, work.key),
  ])
  if (!forum || forum.archived) throw new Refused({ why: 'notFound', what: 'forums', key: args.forum })
  if (same) {
    // One that has been raised since is told of by whoever raised it.
    if (same.state === 'proposed') await tellLaid(work, forum, same)
    return settleRanking(work, same)
  }
  const { year } = args
  const now = await rankingNow(work, forum, year, organisation)
  const question = orderAsked(forum, askedOf(work, now, organisation))
  const right = decidingRight(question)
  const changes = sinceShown(args, now)
  const roles = rolesOf(work.me.id, organisation)
  const orphan = right.kind === 'all' ? right.parties.find(({ posts }) => posts.length === 0) : undefined
  const refusals: Refusal[] = []
  if (!mayLayForth({ me: work.me, roles }, { forum, question }))
    refusals.push({
      why: 'notYourTask',
      roles: [...forumPermissions.weigh.roles],
      people: seatedFor('weigh', forum),
    })
  if (now.ranking.lines.length === 0) refusals.push({ why: 'ranking', ranking: { fault: 'nothing', year } })
  if (changes.length > 0) refusals.push({ why: 'ranking', ranking: { fault: 'changed', changes } })
  if (right.kind === 'nobody') refusals.push(right.refusal)
  // One post decides it there and then, and asks nobody.
  if (right.kind === 'one') refusals.push({ why: 'outcomeNotAllowed', outcome: 'proposed' })
  if (orphan) refusals.push({ why: 'noMandate', matter: 'ranking', party: orphan.party })
  if (refusals.length > 0 || right.kind !== 'all') throw new Refused(...refusals)

  const before = laidForth(now.made, { forum: forum.key, year })
  const open = before && isAwaited(before) ? await finished(work, before) : undefined
  if (open && isAwaited(open)) {
    if (open.state === 'raised' && open.raisedTo)
      throw new Refused({ why: 'ranking', ranking: { fault: 'raised', forum: open.raisedTo } })
    if (sinceFrozen(open, now).length === 0) return { rankings: [open] }
    if (args.instead !== open.key) throw anew(open)
    await replace(work, open)
  }
  const attempt = nextAttempt(now.made.map(asReplaced), { forum: forum.key, year })
  const made = freezeOrder(
    work,
    { forum, year, now },
    {
      key: work.key,
      claim: ['ranking', forum.key, year, attempt].join('/'),
      attempt,
      proposedBy: work.me,
      parties: right.parties.map(({ party }) => party),
    },
  )
  const ranking = await made.catch(async (error: unknown) => {
    if (!isDuplicate(error)) throw error
    // Somebody was first.
    const all = await store.where(rankings, { column: 'forum', value: forum.key })
    const theirs = laidForth(all, { forum: forum.key, year })
    throw theirs ? anew(theirs) : error
  })
  await tellLaid(work, forum, ranking)
  return { rankings: [ranking, ...(open ? [{ ...open, state: 'replaced' as const }] : [])] }

  function asReplaced(row: Ranking): Ranking {
    return row.key === open?.key ? { ...row, state: 'replaced' } : row
  }
}

/** Whoever asks again, because no answer came, may be the first to tell. */
const tellLaid = (work: Work, forum: Forum, ranking: Ranking) =>
  tellOrder(work, { forum, ranking, by: ranking.proposedBy ?? work.me, on: ranking.day })

/** What all have decided is decided, also when nobody was there to see it. */
async function finished(work: Work, row: Ranking): Promise<Ranking> {
  const { rankings: [now] = [] } = await settleRanking(work, row)
  return now ?? row
}

async function replace(work: Work, row: Ranking): Promise<void> {
  try {
    await work.store.change(rankings, row, { state: 'replaced', ...stamp(work) })
  } catch (error) {
    // Somebody has said theirs at the same moment: whoever asks is to see it first.
    if (isChangedByOther(error)) throw anew(row)
    throw error
  }
}

const anew = ({ proposedBy }: Ranking) =>
  new Refused({
    why: 'ranking',
    ranking: { fault: 'proposedAnew', ...(proposedBy && { by: proposedBy }) },
  })
