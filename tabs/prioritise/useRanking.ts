/** A forum's ranking of a year: as it stands by today's scores, costs and frames, and as it has been decided. */
import { useCallback, useMemo } from 'react'
import type { ListReader } from '#src/graph/listReader.ts'
import { scoresOf } from '#src/graph/manyRows.ts'
import { costItems, type Dependency, dependencies } from '#src/lists/businessCase.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { type Forum, forums, type Mandate, mandates, units } from '#src/lists/organisation.ts'
import { type Portfolio, portfolios } from '#src/lists/portfolios.ts'
import {
  criteria,
  type FrameYearDraft,
  frameYears,
  type MovedByHand,
  type Ranking,
  rankings,
  type Scenario,
  scenarios,
} from '#src/lists/prioritising.ts'
import {
  criteriaOf,
  type ForumRanking,
  forumRanking,
  type RankingRows,
} from '#src/rules/prioritising/forumRanking.ts'
import { decidedRankings } from '#src/rules/prioritising/decidedRankings.ts'
import { treeOf, type UnitTree } from '#src/rules/organisation/tree.ts'
import { workingOrderKey } from '#src/rules/prioritising/workingOrder.ts'
import { useSession } from '../context.ts'
import { useItems } from '../data.ts'
import { useRead } from '../ui/useRead.ts'

export interface Started {
  initiatives: readonly Initiative[]
  portfolios: readonly Portfolio[]
  forums: readonly Forum[]
  mandates: readonly Mandate[]
  tree: UnitTree
  dependencies: readonly Dependency[]
}

export interface RankingNow {
  ranking: ForumRanking<Initiative>
  /** All that it is made of, for whoever asks the rules more. */
  rows: RankingRows<Initiative>
  /** Of it, what every start brings in. */
  started: Started
  criteria: readonly { key: string; title: string; weight: number }[]
  /** The scenario that keeps what the forum has moved by hand; nothing while nothing was. */
  order: Scenario | undefined
  moved: readonly MovedByHand[]
  /** Of the year, the one in force first. */
  decided: readonly Ranking[]
  /** Of any year. */
  made: readonly Ranking[]
}

/** `now` is undefined until all of it has come. */
export function useRanking(
  forum: Pick<Forum, 'key'>,
  year: number,
): { now: RankingNow | undefined; error: unknown; reload: () => void } {
  const { data } = useSession().session
  const all = useItems(data, initiatives)
  const waits = useItems(data, dependencies)
  const bodies = useItems(data, forums)
  const rights = useItems(data, mandates)
  const governed = useItems(data, portfolios)
  const places = useItems(data, units)
  const tree = useMemo(() => treeOf(places), [places])
  const { key } = forum
  const isOurs = useCallback((row: { forum: { key: string } }) => row.forum.key === key, [key])
  const weighed = useRead(
    'criteria',
    useCallback((store: ListReader) => store.where(criteria, ofForum(key)), [key]),
    isOurs,
  )
  const given = useRead(
    'scores',
    useCallback((store: ListReader) => scoresOf(store, [key]), [key]),
    isOurs,
  )
  const made = useRead(
    'rankings',
    useCallback((store: ListReader) => store.where(rankings, ofForum(key)), [key]),
    isOurs,
  )
  const tried = useRead(
    'scenarios',
    useCallback((store: ListReader) => store.where(scenarios, ofForum(key)), [key]),
    isOurs,
  )
  // A column for who needs what would make a request of each initiative: all of them come at once.
  const costs = useRead(
    'costItems',
    useCallback((store: ListReader) => store.all(costItems), []),
    always,
  )
  const frames = useRead(
    'frameYears',
    useCallback((store: ListReader) => store.all(frameYears), []),
    always,
  )
  const reads = [weighed, given, made, tried, costs, frames]
  const order = tried.rows?.find((scenario) => scenario.key === workingOrderKey(key, year))
  const started = useMemo(
    (): Started => ({
      initiatives: all,
      portfolios: governed,
      forums: bodies,
      mandates: rights,
      tree,
      dependencies: waits,
    }),
    [all, governed, bodies, rights, tree, waits],
  )
  const now = useMemo((): RankingNow | undefined => {
    if (!weighed.rows || !given.rows || !costs.rows || !frames.rows || !made.rows || !tried.rows)
      return undefined
    const moved = order?.settings.moved ?? []
    const rows: RankingRows<Initiative> = {
      ...started,
      criteria: weighed.rows,
      scores: given.rows,
      costItems: costs.rows,
      frameYears: frames.rows satisfies readonly FrameYearDraft[],
      moved,
    }
    return {
      ranking: forumRanking({ key }, year, rows),
      rows,
      started,
      criteria: criteriaOf({ key }, weighed.rows),
      order,
      moved,
      decided: decidedRankings(made.rows, { forum: key, year }),
      made: made.rows,
    }
  }, [key, year, started, order, weighed.rows, given.rows, costs.rows, frames.rows, made.rows, tried.rows])
  return {
    now,
    error: reads.find(({ error }) => error !== undefined)?.error,
    reload: () => reads.forEach(({ reload }) => reload()),
  }
}

const always = () => true

const ofForum = (key: string) => ({ column: 'forum', value: key }) as const
