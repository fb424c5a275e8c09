/** Tells those whose word an order waits for: it was laid forth for them, or raised to them. */
import type { Day, Person } from '#src/lists/columns.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import type { Forum } from '#src/lists/organisation.ts'
import type { Ranking } from '#src/lists/prioritising.ts'
import { orderAsked } from '#src/rules/prioritising/orderAsked.ts'
import { orderTold } from '#src/rules/prioritising/orderTold.ts'
import { refOf } from '../meetings/place.ts'
import { loadOrganisation, type Work } from '../work.ts'

/** `by`, `on`: who laid it forth or raised it, and when; told again, it is the same notice. */
export async function tellOrder(
  work: Work,
  { forum, ranking, by, on }: { forum: Forum; ranking: Ranking; by: Person; on: Day },
): Promise<void> {
  if (!work.tell) return
  const values = ranking.lines.map(({ initiative }) => initiative.key)
  const [organisation, [ranked]] = await Promise.all([
    loadOrganisation(work),
    work.store.whereIn([{ list: initiatives, column: 'key', values }]),
  ])
  const facts = { ...organisation, lines: [], initiatives: ranked, today: work.today }
  const to = orderTold(orderAsked(forum, facts, ranking)).filter(({ id }) => id !== by.id)
  if (to.length === 0) return
  const kind = ranking.state === 'raised' ? 'orderRaised' : 'orderLaid'
  await work.tell({
    key: [ranking.key, kind, ...(ranking.state === 'raised' ? [ranking.raisedTo?.key] : [])].join('/'),
    kind,
    to,
    forum: refOf(forum),
    ranking: refOf(ranking),
    by,
    on,
  })
}
