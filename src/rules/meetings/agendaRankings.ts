/** Orders on an agenda: raised here to be decided, or decided since the last meeting by the forum or about what is its own. */
import type { AgendaFacts, Found } from './agendaFacts.ts'
import type { AgendaView } from './agendaView.ts'
import type { Decision } from '#src/lists/decisions.ts'
import { daysEarlier } from '../calendar.ts'
import { orderRound } from '../prioritising/orderRound.ts'
import { byNumber, inForce } from './outcomes.ts'

/** What others have decided is known for so long (MONTHS_READ in tabs/meetings/agendaRows.ts): an older order may have been decided. */
const KNOWN_DAYS = 120

/** Orders that another forum couldn't agree on, and that lie here. */
export function raisedOrders({ decisions, forum, today }: AgendaFacts): Found[] {
  const oldest = daysEarlier(today, KNOWN_DAYS)
  const byRanking = Map.groupBy(
    decisions.filter(({ matter, ranking }) => matter === 'ranking' && ranking),
    ({ ranking }) => ranking?.key,
  )
  return [...byRanking.values()].flatMap((made): Found[] => {
    const round = orderRound({}, made)
    const raise = made
      .toSorted(byNumber)
      .findLast(({ outcome, archived }) => outcome === 'escalate' && !archived)
    if (round.state !== 'raised' || round.raisedTo?.key !== forum.key || !raise) return []
    const { key, title, decidedOn: day, decidedBy: presenter, forum: from } = raise
    if (day < oldest) return []
    const because = { why: 'orderRaised', forum: from?.title ?? '', day } as const
    return [
      { cause: `orderRaised/${key}`, title, presenter, arose: day, kind: 'decision', minutes: 10, because },
    ]
  })
}

/** What was decided at a meeting of the forum's own is in its minutes already. */
export function decidedOrders(
  { decisions, initiatives, forum, meetings }: AgendaFacts,
  view: AgendaView,
): Found[] {
  const own = new Set(meetings.map(({ key }) => key))
  const mine = new Set(initiatives.filter(view.owns).map(({ key }) => key))
  const made = decisions.filter(
    ({ matter, outcome, archived }) => matter === 'ranking' && outcome === 'grant' && !archived,
  )
  return inForce(made)
    .filter((decision) => settles(decision, made))
    .filter(({ decidedOn, meeting }) => decidedOn >= view.since && !(meeting && own.has(meeting.key)))
    .toSorted((a, b) => a.decidedOn.localeCompare(b.decidedOn))
    .flatMap((decision): Found[] => {
      const { key, title, number, decidedOn: day, initiative, also = [], decidedBy: presenter } = decision
      const about = [...(initiative ? [initiative] : []), ...also]
      const count = about.filter((one) => mine.has(one.key)).length
      const found = { cause: `ranking/${key}`, title, presenter, arose: day }
      if (decision.forum?.key === forum.key)
        return [{ ...found, because: { why: 'rankingDecided', number, day } }]
      // The order of starts is theirs to follow.
      if (count > 0 && view.matters.has('BP4'))
        return [{ ...found, kind: 'followUp', because: { why: 'rankingTouches', number, day, count } }]
      return count > 0 ? [{ ...found, because: { why: 'rankingTouches', number, day, count } }] : []
    })
}

/**
 * Whether an order came into force by the decision: where several authorities each decide, by the last of theirs. It says itself that
 * all are of one mind, unless two were last at the same moment.
 */
function settles(
  { key, party, parties = [], ranking, agreed }: Decision,
  made: readonly Decision[],
): boolean {
  if (!party) return true
  const round = made.filter((one) => one.ranking?.key === ranking?.key)
  const said = new Set(round.map((one) => one.party?.key))
  const isWhole = parties.every((one) => said.has(one.key))
  return isWhole ? round.toSorted(byNumber).at(-1)?.key === key : agreed === true
}
