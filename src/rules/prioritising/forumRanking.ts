/** A forum's ranking of a year as it stands now: each line with its total, its need and whether the money reaches so far. */
import type { CostItem, Dependency } from '#src/lists/businessCase.ts'
import type { Ref } from '#src/lists/columns.ts'
import type { Forum } from '#src/lists/organisation.ts'
import type {
  CriterionDraft,
  FrameYearDraft,
  MovedByHand,
  RankedLine,
  ScoreDraft,
} from '#src/lists/prioritising.ts'
import {
  type CandidateInitiative,
  type CandidateRows,
  candidatesOf,
  competing,
  type ForumCandidate,
  portfoliosOf,
  rankingOrder,
  withinFrame,
} from './candidates.ts'
import { needOf } from '../money/costFinancing.ts'
import { frameOf } from './frames.ts'
import { type Scored, scored } from './scoring.ts'
import { applyMoves, lastMoves } from './workingOrder.ts'

export interface RankingLine<I extends CandidateInitiative = CandidateInitiative> extends ForumCandidate<I> {
  /** From 1, each its own. */
  rank: number
  /** How it was moved by hand, when it was. */
  moved?: MovedByHand
  scored: Scored
  /** What it asks of the development frame that year; a coarse class counts with its highest. */
  needKr: number
  /** Nothing but a coarse class tells what it costs. */
  isCoarse: boolean
  /** All needs down to this line. */
  sumKr: number
  isWithin: boolean
  /** What it waits for that isn't settled. */
  waitsFor: Ref[]
}

export interface ForumRanking<I extends CandidateInitiative = CandidateInitiative> {
  lines: RankingLine<I>[]
  /** One administration's forum speaks of these; their order is the joint forum's. In that order. */
  shared: ForumCandidate<I>[]
  external: ForumCandidate<I>[]
  /** Those that ask for nothing of this year's frame. */
  notAsking: ForumCandidate<I>[]
  /** Of all the portfolios that the forum governs; nothing while none is set. */
  frame?: { amountKr: number; conceptKr: number; isDecided: boolean }
  needKr: number
  /** Kronor that may be ranked for: the frame without what is kept for concepts. */
  rankedKr?: number
}

export interface RankingRows<I extends CandidateInitiative = CandidateInitiative> extends CandidateRows<I> {
  criteria: readonly CriterionDraft[]
  scores: readonly ScoreDraft[]
  costItems: readonly CostItem[]
  dependencies: readonly Dependency[]
  frameYears: readonly FrameYearDraft[]
  moved?: readonly MovedByHand[]
}

export function forumRanking<I extends CandidateInitiative>(
  forum: Pick<Forum, 'key'>,
  year: number,
  rows: RankingRows<I>,
): ForumRanking<I> {
  const candidates = candidatesOf(forum, rows)
  const costs = Map.groupBy(
    rows.costItems.filter(({ archived }) => !archived),
    ({ initiative }) => initiative.key,
  )
  const needs = new Map([...costs].map(([key, items]) => [key, needOf(items)]))
  const asking = competing(candidates, needs, year)
  const own = asking.filter(({ isShared }) => !isShared)
  const totals = totalsOf(forum, own, rows)
  const byTotal = new Map([...totals].map(([key, { total }]) => [key, total]))
  const waits = rows.dependencies.filter(({ settled, archived, needs }) => !settled && !archived && needs)
  const order = applyMoves(rankingOrder(own, byTotal, rows.dependencies), rows.moved ?? [])
  const moves = new Map(lastMoves(rows.moved ?? []).map((move) => [move.initiative, move]))
  const asked = order.map(({ initiative }) => askedOf(initiative, needs.get(initiative.key), year))
  const frame = frameOfForum(forum, year, rows)
  const reached =
    frame &&
    withinFrame(
      asked.map(({ needKr }) => needKr),
      frame,
    )
  let sumKr = 0
  const lines = order.map((candidate, i): RankingLine<I> => {
    const { key } = candidate.initiative
    const { needKr = 0, isCoarse = false } = asked[i] ?? {}
    sumKr += needKr
    const moved = moves.get(key)
    return {
      ...candidate,
      rank: i + 1,
      ...(moved && { moved }),
      scored: totals.get(key) ?? { initiative: key, total: 0, contributions: [], missing: [] },
      needKr,
      isCoarse,
      sumKr,
      isWithin: reached?.[i] ?? true,
      waitsFor: waits.flatMap((one) => (one.initiative.key === key && one.needs ? [one.needs] : [])),
    }
  })
  const isAsking = new Set(asking)
  return {
    lines,
    shared: candidates
      .filter(({ isShared, isExternal }) => isShared && !isExternal)
      .toSorted((a, b) => (a.initiative.rank ?? Infinity) - (b.initiative.rank ?? Infinity) || 0),
    external: candidates.filter(({ isExternal }) => isExternal),
    notAsking: candidates.filter((one) => !isAsking.has(one) && !one.isExternal && !one.isShared),
    ...(frame && { frame, rankedKr: frame.amountKr - frame.conceptKr }),
    needKr: sumKr,
  }
}

/** A line as it is kept when the order is decided. */
export const rankedLine = ({
  rank,
  initiative,
  basis,
  moved,
  scored: { total, contributions },
  needKr,
  isWithin,
}: RankingLine): RankedLine => ({
  rank,
  initiative: { key: initiative.key, title: initiative.title },
  basis: moved ? 'moved' : basis,
  ...(moved && { reason: moved.reason }),
  scores: Object.fromEntries(
    contributions.flatMap(({ criterion, value }) => (value === undefined ? [] : [[criterion, value]])),
  ),
  total: Math.round(total * 10) / 10,
  needKr,
  isWithin,
})

/** The forum's criteria in their order. */
export const criteriaOf = <C extends Pick<CriterionDraft, 'forum' | 'place' | 'archived'>>(
  forum: Pick<Forum, 'key'>,
  criteria: readonly C[],
): C[] =>
  criteria.filter((one) => !one.archived && one.forum.key === forum.key).toSorted((a, b) => a.place - b.place)

function totalsOf(
  forum: Pick<Forum, 'key'>,
  candidates: readonly ForumCandidate[],
  { criteria, scores }: Pick<RankingRows, 'criteria' | 'scores'>,
): Map<string, Scored> {
  const given = scores
    .filter(({ archived }) => !archived)
    .map(({ initiative, criterion, value }) => ({
      initiative: initiative.key,
      criterion: criterion.key,
      value,
    }))
  const all = scored(
    candidates.map(({ initiative }) => initiative.key),
    criteriaOf(forum, criteria),
    given,
  )
  return new Map(all.map((one) => [one.initiative, one]))
}

function askedOf(
  { costLowKr, costHighKr }: CandidateInitiative,
  need: ReturnType<typeof needOf> | undefined,
  year: number,
): { needKr: number; isCoarse: boolean } {
  if (need) return { needKr: need.development[year] ?? 0, isCoarse: false }
  return { needKr: costHighKr ?? costLowKr ?? 0, isCoarse: true }
}

function frameOfForum(
  forum: Pick<Forum, 'key'>,
  year: number,
  rows: Pick<RankingRows, 'portfolios' | 'mandates' | 'frameYears'>,
): { amountKr: number; conceptKr: number; isDecided: boolean } | undefined {
  const frames = portfoliosOf(forum, rows).flatMap(
    ({ key }) => frameOf(rows.frameYears, { year, portfolio: key }) ?? [],
  )
  if (frames.length === 0) return undefined
  return {
    amountKr: frames.reduce((sum, { amountKr }) => sum + amountKr, 0),
    conceptKr: frames.reduce((sum, { conceptKr }) => sum + conceptKr, 0),
    isDecided: frames.every(({ state }) => state === 'decided'),
  }
}
