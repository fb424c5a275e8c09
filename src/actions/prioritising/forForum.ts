/** The forum that somebody prepares a ranking for, and whether they may. */
import { type Forum, forums, people } from '#src/lists/organisation.ts'
import {
  type ForumTask,
  forumPermissions,
  mayForForum,
  seatedFor,
} from '#src/rules/prioritising/forumRights.ts'
import { Refused } from '#src/rules/refusal.ts'
import { rolesOf, type Work } from '../work.ts'

/** Throws Refused when there is no such forum, and when the person may not. */
export async function demandForum(work: Work, task: ForumTask, key: string): Promise<Forum> {
  const [found, rows] = await work.store.whereIn([
    { list: forums, column: 'key', values: [key] },
    { list: people, column: 'person', values: [work.me.id] },
  ])
  const [forum] = found
  if (!forum || forum.archived) throw new Refused({ why: 'notFound', what: 'forums', key })
  const roles = rolesOf(work.me.id, { people: rows })
  if (!mayForForum(task, { id: work.me.id, roles }, forum))
    throw new Refused({
      why: 'notYourTask',
      roles: [...forumPermissions[task].roles],
      people: seatedFor(task, forum),
    })
  return forum
}
