/** Who prepares what a forum decides: by role, or by a seat in it. Those who only read the portfolio don't load these. */
import type { Person } from '#src/lists/columns.ts'
import type { Forum, Role } from '#src/lists/organisation.ts'

/** Seats in a forum that give a right there, besides roles. */
export const seats = {
  chair: ({ chair }: Seated) => (chair ? [chair] : []),
  secretary: ({ secretary }: Seated) => (secretary ? [secretary] : []),
  member: ({ members }: Seated) => members ?? [],
} as const satisfies Record<string, (forum: Seated) => readonly Person[]>
export type Seat = keyof typeof seats
type Seated = Pick<Forum, 'chair' | 'secretary' | 'members'>

interface ForumPermission {
  roles: readonly Role[]
  seats: readonly Seat[]
}

export const forumPermissions = {
  // Each with a claim of one's own: what a forum's assessors have given stands side by side.
  score: {
    roles: ['developmentLead', 'projectOffice', 'administrator'],
    seats: ['chair', 'secretary', 'member'],
  },
  // What might be chosen under a forum's frames; nothing is decided by it.
  tryOut: {
    roles: ['developmentLead', 'projectOffice', 'administrator'],
    seats: ['chair', 'secretary', 'member'],
  },
  // What a forum ranks by, and what each part of it weighs.
  weigh: { roles: ['developmentLead', 'administrator'], seats: ['chair', 'secretary'] },
} as const satisfies Record<string, ForumPermission>
export type ForumTask = keyof typeof forumPermissions

/** Whether a person with these roles may do the task for a forum: by role, or by a seat in it. */
export function mayForForum(
  task: ForumTask,
  who: { id: string; roles: readonly Role[] },
  forum: Seated,
): boolean {
  const { roles, seats: bySeat }: ForumPermission = forumPermissions[task]
  if (who.roles.some((role) => roles.includes(role))) return true
  return bySeat.some((seat) => seats[seat](forum).some(({ id }) => id === who.id))
}

/** Those whose seat in the forum gives the task, each once, to tell whoever may not. */
export function seatedFor(task: ForumTask, forum: Seated): Person[] {
  const { seats: bySeat }: ForumPermission = forumPermissions[task]
  return [...new Map(bySeat.flatMap((seat) => seats[seat](forum)).map((one) => [one.id, one])).values()]
}

/** Whether a scenario may be changed or dropped: by whoever made it, and by who leads the forum's preparing when it is shared. */
export const mayChangeScenario = (
  who: { id: string; roles: readonly Role[] },
  { by, shared = false }: { by?: Person; shared?: boolean },
  forum: Seated | undefined,
): boolean => by?.id === who.id || (shared && forum !== undefined && mayForForum('weigh', who, forum))
