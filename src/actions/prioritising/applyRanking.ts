/** Gives initiatives the places of the order that is in turn, each with its trail. Safe to run any number of times. */
import type { Ref } from '#src/lists/columns.ts'
import { trail } from '#src/lists/decisions.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import type { Ranking } from '#src/lists/prioritising.ts'
import { isChangedByOther } from '#src/graph/errors.ts'
import { yearOf } from '#src/rules/calendar.ts'
import { inForceByYear, isDecided, orderInTurn } from '#src/rules/prioritising/decidedRankings.ts'
import { refOf } from '../meetings/place.ts'
import { leaveTrail, loadInitiative, type Work } from '../work.ts'

const MOST_ATTEMPTS = 4
/** Rows written at the same time: SharePoint throttles whoever asks for more. */
const TOGETHER = 5

const trailKey = (ranking: Ranking, initiative: string) => `${ranking.key}/rank/${initiative}`

/**
 * `all`: every order of the forum, this one too. What an earlier one ranked and this doesn't has no place any more. Nothing is done
 * while another year's order is in turn. Answers the initiatives as they then stand.
 */
export async function applyRanking(
  work: Work,
  ranking: Ranking,
  all: readonly Ranking[],
): Promise<Initiative[]> {
  const forum = ranking.forum.key
  if (orderInTurn(all, { forum, today: work.today })?.key !== ranking.key) return []
  const others = all.filter(
    (one) =>
      one.key !== ranking.key && one.forum.key === forum && isDecided(one) && one.year >= ranking.year - 1,
  )
  const asked: Asked[] = [
    ...ranking.lines.map(({ initiative: { key }, rank }) => ({ key, rank })),
    ...goneFrom(ranking, others).map((key) => ({ key, rank: undefined })),
  ]
  const left = await work.store.holdersOf(
    trail,
    'key',
    asked.map(({ key }) => trailKey(ranking, key)),
  )
  const open = asked.filter((_, i) => left[i] === undefined)
  const by = { ranking, others, day: dayOf(ranking, others) }
  const done: Initiative[] = []
  for (let at = 0; at < open.length; at += TOGETHER)
    done.push(...(await Promise.all(open.slice(at, at + TOGETHER).map((one) => place(work, by, one)))))
  return done
}

interface Asked {
  key: string
  /** Nothing for what isn't ranked any more. */
  rank: number | undefined
}

function goneFrom(ranking: Ranking, others: readonly Ranking[]): string[] {
  const kept = new Set(ranking.lines.map(({ initiative }) => initiative.key))
  const before = others.flatMap(({ lines }) => lines.map(({ initiative }) => initiative.key))
  return [...new Set(before)].filter((key) => !kept.has(key))
}

/** The day it was decided, or the first of its year when another order stood before it until then. */
function dayOf({ day, year, forum }: Ranking, others: readonly Ranking[]): string {
  const waited = inForceByYear(others, forum.key).some((one) => one.year >= yearOf(day) && one.year < year)
  return waited ? `${year}-01-01` : day
}

async function place(
  work: Work,
  { ranking, others, day }: { ranking: Ranking; others: readonly Ranking[]; day: string },
  { key, rank }: Asked,
): Promise<Initiative> {
  let now = await loadInitiative(work, key)
  const was = rankBefore(now, others)
  // Another ranking, or somebody by hand, has given it another since: that stands.
  if (rank === undefined && !isOf(now, others, was)) return now
  const given = rank === undefined ? undefined : refOf(ranking)
  const person = ranking.decidedBy ?? work.me
  const mine = { changedBy: person, changedOn: day }
  // Written before, by a run that left no trail: it came from where it was.
  const from = isPlaced(now, rank, given) ? was : now.rank
  for (let attempt = 1; !isPlaced(now, rank, given); attempt++) {
    try {
      const year = rank === undefined ? null : ranking.year
      const changes = { rank: rank ?? null, rankYear: year, rankedIn: given ?? null, ...mine }
      now = await work.store.change(initiatives, now, changes)
    } catch (error) {
      if (!isChangedByOther(error) || attempt === MOST_ATTEMPTS) throw error
      now = await loadInitiative(work, key)
    }
  }
  await leaveTrail(work, {
    key: trailKey(ranking, key),
    title: ranking.title,
    initiative: { key, title: now.title },
    kind: 'rank',
    field: 'rank',
    ...(from !== undefined && { from: String(from) }),
    ...(now.rank !== undefined && { to: String(now.rank) }),
    day,
    person,
    ...(ranking.decision && { decision: ranking.decision }),
    ...mine,
  })
  return now
}

const isPlaced = (now: Initiative, rank: number | undefined, by: Ref | undefined) =>
  now.rank === rank && now.rankedIn?.key === by?.key

/** The place that the last of the other orders gave it. */
const rankBefore = ({ key }: Initiative, others: readonly Ranking[]): number | undefined =>
  others
    .toSorted((a, b) => b.day.localeCompare(a.day))
    .flatMap(({ lines }) => lines.find(({ initiative }) => initiative.key === key)?.rank ?? [])[0]

/** Whether its place comes from one of the orders; of what was ranked before orders were named, when the place is the same. */
const isOf = (now: Initiative, orders: readonly Ranking[], was: number | undefined) =>
  now.rankedIn ? orders.some(({ key }) => key === now.rankedIn?.key) : now.rank === was
