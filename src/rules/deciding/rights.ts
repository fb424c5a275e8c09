/** Who has which right, and from where: roles, posts with mandates, and ties to single initiatives. */
import type { Day } from '#src/lists/columns.ts'
import type { Mandate, PersonRow, Role } from '#src/lists/organisation.ts'
import { isWithin } from '../calendar.ts'
import { type ForumTask, forumPermissions, type Seat } from '../prioritising/forumRights.ts'
import { permissions, type Task, type Tie } from '../permissions.ts'

/** For an initiative, or for a forum. */
type AnyTask = Task | ForumTask

export type Right =
  | { from: 'role'; role: Role; tasks: AnyTask[] }
  | { from: 'mandate'; mandate: Mandate }
  | { from: 'standIn'; mandate: Mandate; now: boolean }

/** What a person may do, row by row, each with its source. Anyone may do what asks for no role: those are not repeated here. */
export function rightsOf(
  id: string,
  given: { people: readonly PersonRow[]; mandates: readonly Mandate[]; today: Day },
): Right[] {
  const roles = new Set(
    given.people.filter(({ person }) => person.id === id).flatMap((row) => row.roles ?? []),
  )
  return [
    ...[...roles].map((role): Right => ({ from: 'role', role, tasks: tasksOf(role) })),
    ...given.mandates
      .filter(({ holder }) => holder.id === id)
      .map((mandate): Right => ({ from: 'mandate', mandate })),
    ...given.mandates
      .filter(({ standIn }) => standIn?.id === id)
      .map((mandate): Right => ({ from: 'standIn', mandate, now: standsInNow(mandate, given.today) })),
  ]
}

/** Tasks that a role gives, whatever the initiative. */
export const tasksOf = (role: Role): AnyTask[] => tasks.filter((task) => sourcesOf(task).roles.includes(role))

/** Roles, ties and seats in a forum that give each task. */
export const sourcesOf = (
  task: AnyTask,
): { roles: readonly Role[]; ties?: readonly Tie[]; seats?: readonly Seat[] } => all[task]

const all = { ...permissions, ...forumPermissions }
export const tasks = Object.keys(all) as AnyTask[]

const standsInNow = ({ standInFrom, standInTo }: Mandate, today: Day) =>
  (standInFrom !== undefined || standInTo !== undefined) && isWithin(today, standInFrom, standInTo)
