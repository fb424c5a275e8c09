/** What follows from the decisions about an order: how far it has come, and when it is decided the meeting's matter, the ranks and who is told. */
import type { Day } from '#src/lists/columns.ts'
import { decisions } from '#src/lists/decisions.ts'
import { forums } from '#src/lists/organisation.ts'
import { type Ranking, rankings } from '#src/lists/prioritising.ts'
import { isChangedByOther } from '#src/graph/errors.ts'
import { daysEarlier, yearOf } from '#src/rules/calendar.ts'
import { byNumber } from '#src/rules/meetings/outcomes.ts'
import { isDecided, orderInTurn } from '#src/rules/prioritising/decidedRankings.ts'
import { type OrderRound, orderRound } from '#src/rules/prioritising/orderRound.ts'
import { Refused } from '#src/rules/refusal.ts'
import type { Done, Work } from '../work.ts'
import { applyRanking } from './applyRanking.ts'
import { putInMeeting } from './inMeeting.ts'
import { tellOrder } from './tellOrder.ts'
import { tellRanking } from './tellRanking.ts'

const MOST_ATTEMPTS = 6
/** An order is decided up to three years before its own (tabs/prioritise/useYear.ts). */
const BACK_DAYS = 4 * 366

/**
 * Each part once; asked again it goes on where it was left. The row says that it is decided only when all that follows is done: until
 * then the next run takes it up.
 */
export async function settleRanking(work: Work, frozen: Ranking): Promise<Done> {
  const [made, [forum], all] = await Promise.all([
    work.store.where(decisions, { column: 'ranking', value: frozen.key }),
    work.store.where(forums, { column: 'key', value: frozen.forum.key }),
    work.store.where(rankings, { column: 'forum', value: frozen.forum.key }),
  ])
  if (!forum) throw new Refused({ why: 'notFound', what: 'forums', key: frozen.forum.key })
  const round = orderRound(frozen, made)
  const { settledBy } = round
  const words = made.filter(({ archived }) => !archived).toSorted(byNumber)
  const raise = words.findLast(({ outcome }) => outcome === 'escalate')
  // Raising it is said between meetings.
  const said = settledBy ?? words.findLast(({ outcome }) => outcome !== 'escalate')
  const items =
    said?.meeting && frozen.state !== 'replaced'
      ? [
          await putInMeeting({ ...work, me: said.recordedBy ?? said.decidedBy }, forum, said, {
            frozen,
            round,
          }),
        ]
      : []
  if (raise && round.state === 'raised' && !isToldOf(round))
    await tellOrder(work, {
      forum,
      ranking: { ...frozen, ...knownOf(round) },
      by: raise.recordedBy ?? raise.decidedBy,
      on: raise.decidedOn,
    })
  if (!settledBy || frozen.state === 'replaced')
    return { decisions: made, rankings: [await keep(work, frozen, round)], agendaItems: items }
  const mine = { ...work, me: settledBy.decidedBy }
  const decided = { ...frozen, ...knownOf(round) }
  const initiatives = await applyRanking(mine, decided, [...all.filter(isOther), decided])
  await tellRanking(mine, forum, decided)
  return {
    decisions: made,
    rankings: [await keep(work, frozen, round)],
    initiatives,
    agendaItems: items,
  }

  /** The row says that it is raised, and to whom, when that has been told. */
  function isToldOf({ raisedTo }: OrderRound) {
    return frozen.state === 'raised' && frozen.raisedTo?.key === raisedTo?.key
  }
  function isOther({ key }: Ranking) {
    return key !== frozen.key
  }
}

/** At start and on a timer: finishes orders laid down since a day, and gives places by those whose year has come. Answers how many were looked at. */
export async function settleRankingsSince(work: Work, since: Day): Promise<number> {
  const recent = await work.store.since(rankings, 'day', since)
  // What was refused may be raised: that, too, is finished when nobody was there to see it.
  const open = recent.filter(
    ({ state, archived }) => !archived && (state === 'proposed' || state === 'refused' || state === 'raised'),
  )
  for (const ranking of open) await settleRanking(work, ranking)
  return open.length + (await turnYear(work))
}

/** In the first months of a year: an order that was decided before it began has waited for its turn. */
async function turnYear(work: Work): Promise<number> {
  const year = yearOf(work.today)
  if (work.today > `${year}-03-31`) return 0
  const due = (await work.store.since(rankings, 'day', daysEarlier(work.today, BACK_DAYS))).filter(
    // What was seeded, or brought in from elsewhere, was never to be carried out here.
    (one) => isDecided(one) && one.state && one.year === year && one.day < `${year}-01-01`,
  )
  for (const forum of new Set(due.map((one) => one.forum.key))) {
    const all = await work.store.where(rankings, { column: 'forum', value: forum })
    const inTurn = orderInTurn(all, { forum, today: work.today })
    if (inTurn?.state) await applyRanking({ ...work, me: inTurn.decidedBy ?? work.me }, inTurn, all)
  }
  return due.length
}

const knownOf = ({ state, voices, settledBy, raisedTo }: OrderRound) => ({
  state,
  ...(voices.length > 0 && { voices }),
  ...(raisedTo && { raisedTo }),
  ...(settledBy && {
    day: settledBy.decidedOn,
    decision: { key: settledBy.key, title: settledBy.number },
    decidedBy: settledBy.decidedBy,
    ...(settledBy.meeting && { meeting: settledBy.meeting }),
  }),
})

/** The row as the decisions say. One that has been replaced meanwhile stays so: its round ended before all had said theirs. */
async function keep(work: Work, frozen: Ranking, round: OrderRound): Promise<Ranking> {
  const known = knownOf(round)
  const last = round.voices.at(-1)
  let row = frozen
  if (!last) return row
  for (let attempt = 1; row.state !== 'replaced' && !stands(row, known); attempt++) {
    try {
      row = await work.store.change(rankings, row, {
        ...known,
        changedBy: last.recordedBy ?? last.by,
        changedOn: last.on,
      })
    } catch (error) {
      if (!isChangedByOther(error) || attempt === MOST_ATTEMPTS) throw error
      row = (await work.store.byKey(rankings, row.key)) ?? row
    }
  }
  return row
}

const stands = (row: Ranking, { state, voices = [] }: Partial<Ranking>) =>
  row.state === state && (row.voices ?? []).length === voices.length
