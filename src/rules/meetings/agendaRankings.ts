/** Orders that have been decided since the last meeting: for the forum itself, those who start the work, and those whose work was ranked. */
import type { AgendaFacts, Found } from './agendaFacts.ts'
import type { AgendaView } from './agendaView.ts'
import { inForce } from './outcomes.ts'

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
