/** How far an order that was laid down has come: by one post, by authorities that each decide for themselves, or on the level above. */
import type { Ref } from '#src/lists/columns.ts'
import type { Decision } from '#src/lists/decisions.ts'
import type { OrderVoice, Ranking, RankingDraft, RankingState } from '#src/lists/prioritising.ts'
import { byNumber, inForce, settlement } from '../meetings/outcomes.ts'

export interface OrderRound {
  state: Exclude<RankingState, 'replaced'>
  voices: OrderVoice[]
  /** The decision by which the order is in force. */
  settledBy?: Decision
  /** The forum on whose level it now lies, or was settled. */
  raisedTo?: Ref
}

/** `made`: the decisions about it. One who decides alone settles it; of several, all must say yes; what was raised is settled there. */
export function orderRound(
  { parties = [] }: Pick<Ranking, 'parties'>,
  made: readonly Decision[],
): OrderRound {
  const decisions = made.filter(({ archived }) => !archived).toSorted(byNumber)
  const voices = inForce(decisions).map(voiceOf)
  const raise = decisions.findLast(({ outcome }) => outcome === 'escalate')
  const raisedTo = raise?.raisedTo
  const above = raisedTo ? { raisedTo } : {}
  const last = decisions.findLast(({ party, outcome }) => !party && outcome !== 'escalate')
  if (last) {
    const isYes = last.outcome === 'grant'
    return { state: isYes ? 'decided' : 'refused', voices, ...above, ...(isYes && { settledBy: last }) }
  }
  if (raise) return { state: 'raised', voices, ...above }
  const round = decisions.filter(({ party }) => party)
  const state = parties.length > 0 ? stateOf[settlement(round)] : 'proposed'
  const settledBy = state === 'decided' ? round.at(-1) : undefined
  return { state, voices, ...(settledBy && { settledBy }) }
}

const stateOf = { open: 'proposed', settled: 'decided', refused: 'refused' } as const

const voiceOf = ({
  party,
  outcome,
  key,
  number,
  decidedBy,
  decidedOn,
  recordedBy,
  grounds,
}: Decision): OrderVoice => ({
  outcome,
  decision: { key, title: number },
  by: decidedBy,
  on: decidedOn,
  ...(party && { party }),
  ...(grounds && { reason: grounds }),
  ...(recordedBy && recordedBy.id !== decidedBy.id && { recordedBy }),
})

/** Whether an order that several decide, or that was raised, waits for somebody's word. One post's own isn't laid forth for anybody. */
export const isAwaited = ({ state, parties = [], archived }: Ranking): boolean =>
  !archived && (state === 'raised' || (state === 'proposed' && parties.length > 0))

/** The authorities that haven't said theirs; none of an order that isn't theirs to decide any more. */
export const awaitedOf = ({ state, parties = [], voices = [] }: Ranking): Ref[] =>
  state === 'proposed' ? parties.filter(({ key }) => voices.every(({ party }) => party?.key !== key)) : []

/** Whether it waits for the word of whoever decides: of the authority, or above, where none is named. */
export const awaitsWord = (ranking: Ranking, party: Ref | undefined): boolean =>
  ranking.state === 'raised' || awaitedOf(ranking).some(({ key }) => key === party?.key)

/** Whether it may be raised from where it lies: those asked have come to nothing, or it lies above already and goes on. */
export const mayBeRaised = ({ state, raisedTo, archived }: Ranking): boolean =>
  !archived && (state === 'raised' || (state === 'refused' && raisedTo === undefined))

/** The order of the year that was laid forth or decided last, whatever came of it. */
export const laidForth = (
  rows: readonly Ranking[],
  { forum, year }: { forum: string; year: number },
): Ranking | undefined =>
  rows
    .filter((row) => !row.archived && row.forum.key === forum && row.year === year && isLaidForth(row))
    .toSorted((a, b) => (b.attempt ?? 0) - (a.attempt ?? 0))[0]

const isLaidForth = ({ state, parties = [] }: Ranking) =>
  state !== undefined && state !== 'replaced' && (parties.length > 0 || state !== 'proposed')

/** The number of the next attempt to decide the year's order: what one post began and never decided takes none, and none is used twice. */
export const nextAttempt = (
  rows: readonly RankingDraft[],
  { forum, year }: { forum: string; year: number },
): number =>
  1 +
  rows.filter(
    ({ forum: of, year: its, state, parties = [] }) =>
      of.key === forum && its === year && !(state === 'proposed' && parties.length === 0),
  ).length
