/** Carries out a decided order: each initiative's rank, with its trail. Safe to run any number of times. */
import type { Day } from '#src/lists/columns.ts'
import { trail } from '#src/lists/decisions.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { type Ranking, rankings } from '#src/lists/prioritising.ts'
import { isChangedByOther } from '#src/graph/errors.ts'
import { decidedRankings } from '#src/rules/prioritising/decidedRankings.ts'
import { leaveTrail, loadInitiative, type Work } from '../work.ts'

const MOST_ATTEMPTS = 4
/** Rows written at the same time: SharePoint throttles whoever asks for more. */
const TOGETHER = 5

const trailKey = (ranking: Ranking, initiative: string) => `${ranking.key}/rank/${initiative}`

/** `before`: what the ranking replaces; what isn't ranked any more has no rank. Answers the initiatives as they then stand. */
export async function applyRanking(
  work: Work,
  ranking: Ranking,
  before: Ranking | undefined,
): Promise<Initiative[]> {
  const kept = new Set(ranking.lines.map(({ initiative }) => initiative.key))
  const gone = (before?.lines ?? []).filter(({ initiative }) => !kept.has(initiative.key))
  const had = new Map((before?.lines ?? []).map(({ initiative, rank }) => [initiative.key, rank]))
  const asked: Asked[] = [
    ...ranking.lines.map(({ initiative: { key }, rank }) => ({ key, rank, was: had.get(key) })),
    ...gone.map(({ initiative: { key }, rank: was }) => ({ key, rank: undefined, was })),
  ]
  const left = await work.store.holdersOf(
    trail,
    'key',
    asked.map(({ key }) => trailKey(ranking, key)),
  )
  const open = asked.filter((_, i) => left[i] === undefined)
  const done: Initiative[] = []
  for (let at = 0; at < open.length; at += TOGETHER)
    done.push(...(await Promise.all(open.slice(at, at + TOGETHER).map((one) => place(work, ranking, one)))))
  return done
}

/** At start and on a timer: finishes rankings decided since a day. Answers how many were looked at. */
export async function applyRankingsSince(work: Work, since: Day): Promise<number> {
  const recent = await work.store.since(rankings, 'day', since)
  const forums = [...new Set(recent.map(({ forum }) => forum.key))]
  const all = (
    await Promise.all(forums.map((value) => work.store.where(rankings, { column: 'forum', value })))
  ).flat()
  const groups = new Map(
    recent.map(({ forum, year }) => [`${forum.key}/${year}`, { forum: forum.key, year }]),
  )
  for (const group of groups.values()) {
    const [ranking, before] = decidedRankings(all, group)
    // What was seeded, or brought in from elsewhere, was never to be carried out here.
    if (ranking && ranking.decision?.key === ranking.key) await applyRanking(work, ranking, before)
  }
  return groups.size
}

interface Asked {
  key: string
  /** Nothing for what isn't ranked any more. */
  rank: number | undefined
  /** By the ranking before. */
  was: number | undefined
}

async function place(work: Work, ranking: Ranking, { key, rank, was }: Asked): Promise<Initiative> {
  let now = await loadInitiative(work, key)
  // Written before, by a run that left no trail: it came from where it was.
  const from = now.rank === rank ? was : now.rank
  const person = ranking.decidedBy ?? work.me
  const mine = { changedBy: person, changedOn: ranking.day }
  // Another ranking, or somebody by hand, has given it another since: that stands.
  if (rank === undefined && now.rank !== was) return now
  for (let attempt = 1; now.rank !== rank; attempt++) {
    try {
      now = await work.store.change(initiatives, now, { rank: rank ?? null, ...mine })
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
    day: ranking.day,
    person,
    ...(ranking.decision && { decision: ranking.decision }),
    ...mine,
  })
  return now
}
