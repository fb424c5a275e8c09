/** Who has which right, and from where: roles, posts with mandates, and ties to single initiatives. */
import type { Day } from '#src/lists/columns.ts'
import type { Mandate, PersonRow, Role } from '#src/lists/organisation.ts'
import { isWithin } from './calendar.ts'
import { permissions, type Seat, type Task, type Tie } from './permissions.ts'

export type Right =
  | { from: 'role'; role: Role; tasks: Task[] }
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
export const tasksOf = (role: Role): Task[] =>
  tasks.filter((task) => (permissions[task].roles as readonly Role[]).includes(role))

/** Roles, ties and seats in a forum that give each task. */
export const sourcesOf = (
  task: Task,
): { roles: readonly Role[]; ties: readonly Tie[]; seats?: readonly Seat[] } => permissions[task]

export const tasks = Object.keys(permissions) as Task[]

const standsInNow = ({ standInFrom, standInTo }: Mandate, today: Day) =>
  (standInFrom !== undefined || standInTo !== undefined) && isWithin(today, standInFrom, standInTo)
