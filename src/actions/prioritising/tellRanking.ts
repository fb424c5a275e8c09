/** Tells of a decided order: the forum, and the project office, whose order of starts it is. */
import { type Forum, people } from '#src/lists/organisation.ts'
import type { Ranking } from '#src/lists/prioritising.ts'
import { seatedFor } from '#src/rules/prioritising/forumRights.ts'
import type { Work } from '../work.ts'
import { refOf } from '../meetings/place.ts'

export async function tellRanking(work: Work, forum: Forum, ranking: Ranking): Promise<void> {
  if (!work.tell) return
  const office = (await work.store.all(people)).filter(
    ({ roles, archived }) => !archived && roles?.includes('projectOffice'),
  )
  const by = ranking.decidedBy ?? work.me
  const to = new Map(
    [...seatedFor('tryOut', forum), ...office.map(({ person }) => person)].map((one) => [one.id, one]),
  )
  to.delete(by.id)
  await work.tell({
    key: `${ranking.key}/rankingDecided`,
    kind: 'rankingDecided',
    to: [...to.values()],
    forum: refOf(forum),
    ranking: { key: ranking.key, title: ranking.title },
    by,
    on: ranking.day,
  })
}
