/** What a forum ranks: which initiatives, which of them are in before ranking starts, in what order, and where the frame ends. */
import type { Dependency } from '#src/lists/businessCase.ts'
import type { Ref } from '#src/lists/columns.ts'
import type { Initiative, Stage } from '#src/lists/initiatives.ts'
import type { Forum, Mandate } from '#src/lists/organisation.ts'
import type { Portfolio } from '#src/lists/portfolios.ts'
import { scopeOf } from '../needs.ts'
import type { FrameNeed } from '../money/costFinancing.ts'
import { administrationOf, covers, type UnitTree } from '../organisation/tree.ts'

/** Columns that every start brings in. */
export type CandidateInitiative = Pick<
  Initiative,
  | 'key'
  | 'number'
  | 'title'
  | 'version'
  | 'stage'
  | 'state'
  | 'portfolio'
  | 'unit'
  | 'concernedUnits'
  | 'payer'
  | 'scope'
  | 'external'
  | 'archived'
  | 'legal'
  | 'legalDay'
  | 'costLowKr'
  | 'costHighKr'
  | 'costPerYear'
  | 'pios'
  | 'complexity'
  | 'nature'
  | 'type'
  | 'start'
  | 'rank'
  | 'rankYear'
>

export interface ForumCandidate<I extends CandidateInitiative = CandidateInitiative> {
  initiative: I
  /** As in a ranking's line: required by law or the like, begun already, or to be ranked. */
  basis: 'mandatory' | 'running' | 'ranked'
  /** Its order belongs to the forum that joins several administrations: this one may score it and speak of it. */
  isShared: boolean
  /** Nobody has said what it costs, not even roughly. */
  isUnknownCost: boolean
  /** Led by others: shown, never ranked. */
  isExternal: boolean
}

export interface CandidateRows<I extends CandidateInitiative = CandidateInitiative> {
  initiatives: readonly I[]
  portfolios: readonly Pick<Portfolio, 'key' | 'title' | 'board' | 'unit' | 'archived'>[]
  forums: readonly Pick<Forum, 'key' | 'unit' | 'escalatesTo'>[]
  mandates?: readonly Pick<Mandate, 'forum' | 'scope' | 'portfolio' | 'archived'>[]
  tree: UnitTree
}

/** Stages in which the work that was ranked has begun. */
const running: readonly Stage[] = ['delivery', 'development', 'rollout']
/** Nothing is left to decide about order. */
const past: readonly Stage[] = ['benefits', 'closed']

/** The portfolios a forum governs: as their board, else those that its mandates speak of. */
export function portfoliosOf(
  forum: Pick<Ref, 'key'>,
  { portfolios, mandates = [] }: Pick<CandidateRows, 'portfolios' | 'mandates'>,
): Ref[] {
  const kept = portfolios.filter(({ archived }) => !archived)
  const asRef = ({ key, title }: Ref): Ref => ({ key, title })
  const boards = kept.filter(({ board }) => board?.key === forum.key)
  if (boards.length > 0) return boards.map(asRef)
  const held = mandates.filter((one) => !one.archived && one.forum?.key === forum.key)
  if (held.some(({ scope }) => scope === 'allPortfolios')) return kept.map(asRef)
  const named = new Set(
    held.flatMap(({ scope, portfolio }) => (scope === 'portfolio' ? [portfolio?.key] : [])),
  )
  return kept.filter(({ key }) => named.has(key)).map(asRef)
}

/** Forums that have something to rank, in the order given. */
export const rankingForums = <F extends Pick<Forum, 'key' | 'archived'>>(
  forums: readonly F[],
  rows: Pick<CandidateRows, 'portfolios' | 'mandates'>,
): F[] => forums.filter((forum) => !forum.archived && portfoliosOf(forum, rows).length > 0)

/**
 * The initiatives of the portfolios a forum governs that are alive and not past what it decides, external ones too; with them what is
 * shared in the portfolios of an administration's forum whose nearest joint forum this is.
 */
export function candidatesOf<I extends CandidateInitiative>(
  forum: Pick<Ref, 'key'>,
  rows: CandidateRows<I>,
): ForumCandidate<I>[] {
  const own = new Set(portfoliosOf(forum, rows).map(({ key }) => key))
  const boardOf = new Map(rows.portfolios.map(({ key, board }) => [key, board?.key]))
  const isOneAdministrations = administers(forum.key, rows)
  return rows.initiatives
    .filter(({ archived, state, stage }) => !archived && state === 'active' && !past.includes(stage))
    .flatMap((initiative): ForumCandidate<I>[] => {
      const isShared = scopeOf(initiative, rows.tree) === 'shared'
      const board = boardOf.get(initiative.portfolio.key)
      const isJoinedHere =
        isShared && board !== undefined && board !== forum.key && jointForumOf(board, rows) === forum.key
      if (!own.has(initiative.portfolio.key) && !isJoinedHere) return []
      return [
        {
          initiative,
          basis: basisOf(initiative),
          isShared: isShared && isOneAdministrations,
          isUnknownCost: initiative.costLowKr === undefined && initiative.costHighKr === undefined,
          isExternal: initiative.external === true,
        },
      ]
    })
}

/** A law comes first, also for what has begun. */
export const basisOf = ({ legal, stage }: Pick<Initiative, 'legal' | 'stage'>): ForumCandidate['basis'] =>
  legal === 'yes' ? 'mandatory' : running.includes(stage) ? 'running' : 'ranked'

/** Whether it stands in one administration, and governs nothing beyond that. */
function administers(key: string, rows: CandidateRows): boolean {
  const unit = rows.forums.find((forum) => forum.key === key)?.unit
  const administration = unit && administrationOf(unit.key, rows.tree)
  if (!administration) return false
  const units = new Map(rows.portfolios.map((one) => [one.key, one.unit]))
  return portfoliosOf({ key }, rows).every((portfolio) => {
    const owner = units.get(portfolio.key)
    return !owner || covers(administration.key, owner.key, rows.tree)
  })
}

/** The nearest forum above an administration's that belongs to none of them; nothing for one that is joint itself. */
function jointForumOf(from: string, rows: CandidateRows): string | undefined {
  const met = new Set<string>()
  for (let forum: string | undefined = from; forum !== undefined && !met.has(forum); ) {
    if (!administers(forum, rows)) return forum === from ? undefined : forum
    met.add(forum)
    forum = rows.forums.find(({ key }) => key === forum)?.escalatesTo?.key
  }
  return undefined
}

/** Those that ask for the development frame of a year, and those of which nobody knows yet. `needs`: by initiative; none has no cost items. */
export const competing = <C extends ForumCandidate>(
  candidates: readonly C[],
  needs: ReadonlyMap<string, FrameNeed>,
  year: number,
): C[] =>
  candidates.filter(({ initiative, isExternal }) => {
    const need = needs.get(initiative.key)
    return !isExternal && (need === undefined || (need.development[year] ?? 0) > 0)
  })

/**
 * The order of a ranking: mandatory first, then what runs, then the greatest total; but nothing before what it waits for. Those that
 * are equal keep the order they came in.
 */
export function rankingOrder<C extends Pick<ForumCandidate, 'basis'> & { initiative: { key: string } }>(
  candidates: readonly C[],
  totals: ReadonlyMap<string, number>,
  dependencies: readonly Pick<Dependency, 'initiative' | 'needs' | 'settled' | 'archived'>[],
): C[] {
  const left = candidates.toSorted(
    (a, b) =>
      bases.indexOf(a.basis) - bases.indexOf(b.basis) ||
      (totals.get(b.initiative.key) ?? 0) - (totals.get(a.initiative.key) ?? 0),
  )
  const open = dependencies.filter((one) => !one.settled && !one.archived)
  const needsOf = Map.groupBy(open, ({ initiative }) => initiative.key)
  const order: C[] = []
  while (left.length > 0) {
    const waiting = new Set(left.map(({ initiative }) => initiative.key))
    const free = left.findIndex(({ initiative: { key } }) =>
      (needsOf.get(key) ?? []).every(({ needs }) => !needs || needs.key === key || !waiting.has(needs.key)),
    )
    // In a circle nothing is free; the best of them then goes first, and the circle is told of elsewhere.
    order.push(...left.splice(Math.max(free, 0), 1))
  }
  return order
}

const bases: readonly ForumCandidate['basis'][] = ['mandatory', 'running', 'ranked']

/** Whether each line stands above where the money ends: what is kept for concepts isn't ranked for, and nobody skips the line. */
export function withinFrame(
  needsKr: readonly number[],
  frame: { amountKr: number; conceptKr?: number },
): boolean[] {
  const most = frame.amountKr - (frame.conceptKr ?? 0)
  let sum = 0
  return needsKr.map((kr) => (sum += kr) <= most)
}
