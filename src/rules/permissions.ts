/** Who may do what that isn't a decision (decisions are in mandate.ts). */
import type { Person } from '#src/lists/columns.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Forum, Role } from '#src/lists/organisation.ts'

/** Ties to one initiative that give a right, besides roles. */
export const ties = {
  contact: (i: Initiative, id: string) => i.contact?.id === id,
  projectOwner: (i: Initiative, id: string) => i.projectOwner?.id === id,
  projectManager: (i: Initiative, id: string) => i.projectManager?.id === id,
  effectOwner: (i: Initiative, id: string) => i.effectOwner?.id === id,
  steeringGroup: (i: Initiative, id: string) => i.steeringGroup?.some((member) => member.id === id) ?? false,
} as const satisfies Record<string, (initiative: Initiative, id: string) => boolean>
export type Tie = keyof typeof ties

/** Seats in a forum that give a right there, besides roles. */
export const seats = {
  chair: ({ chair }: Seated) => (chair ? [chair] : []),
  secretary: ({ secretary }: Seated) => (secretary ? [secretary] : []),
  member: ({ members }: Seated) => members ?? [],
} as const satisfies Record<string, (forum: Seated) => readonly Person[]>
export type Seat = keyof typeof seats
type Seated = Pick<Forum, 'chair' | 'secretary' | 'members'>

export const permissions = {
  prepare: {
    roles: [
      'developmentLead',
      'businessDeveloper',
      'serviceManagement',
      'projectOffice',
      'departmentManager',
      'administrator',
    ],
    ties: ['contact', 'projectOwner', 'projectManager', 'effectOwner'],
  },
  // Of those that the group lets read what is confidential; who isn't in it can't see what they have marked.
  markConfidential: { roles: ['administrator', 'developmentLead'], ties: ['contact', 'projectOwner'] },
  import: { roles: ['administrator'], ties: [] },
  report: { roles: [], ties: ['projectManager', 'projectOwner'] },
  organise: { roles: ['administrator'], ties: [] },
  dispatch: { roles: ['administrator'], ties: [] },
  // Whether a need that stands still is still needed.
  answerNeed: { roles: [], ties: ['contact'] },
  planPoint: { roles: ['projectOffice'], ties: ['projectManager', 'projectOwner', 'steeringGroup'] },
  // After BP4 the project is moved by its owner and its steering group (S2).
  passPoint: { roles: [], ties: ['projectOwner', 'steeringGroup'] },
  // Each with a claim of one's own: what a forum's assessors have given stands side by side.
  score: {
    roles: ['developmentLead', 'projectOffice', 'administrator'],
    ties: [],
    seats: ['chair', 'secretary', 'member'],
  },
  // What might be chosen under a forum's frames; nothing is decided by it.
  tryOut: {
    roles: ['developmentLead', 'projectOffice', 'administrator'],
    ties: [],
    seats: ['chair', 'secretary', 'member'],
  },
  // What a forum ranks by, and what each part of it weighs.
  weigh: { roles: ['developmentLead', 'administrator'], ties: [], seats: ['chair', 'secretary'] },
} as const satisfies Record<string, Permission>

interface Permission {
  roles: readonly Role[]
  ties: readonly Tie[]
  seats?: readonly Seat[]
}
export type Task = keyof typeof permissions

/** Whether a person with these roles may do the task, for the initiative when it concerns one. A conflict of interest shuts out. */
export function may(
  task: Task,
  who: { id: string; roles: readonly Role[] },
  initiative?: Initiative,
): boolean {
  const { roles, ties: byTie } = permissions[task] as { roles: readonly Role[]; ties: readonly Tie[] }
  if (initiative?.conflicted?.some((person) => person.id === who.id)) return false
  if (who.roles.some((role) => roles.includes(role))) return true
  return initiative !== undefined && byTie.some((tie) => ties[tie](initiative, who.id))
}

/** Whether a person with these roles may do the task for a forum: by role, or by a seat in it. */
export function mayForForum(task: Task, who: { id: string; roles: readonly Role[] }, forum: Seated): boolean {
  const { roles, seats: bySeat = [] }: Permission = permissions[task]
  if (who.roles.some((role) => roles.includes(role))) return true
  return bySeat.some((seat) => seats[seat](forum).some(({ id }) => id === who.id))
}

/** Those whose seat in the forum gives the task, each once, to tell whoever may not. */
export function seatedFor(task: Task, forum: Seated): Person[] {
  const { seats: bySeat = [] }: Permission = permissions[task]
  return [...new Map(bySeat.flatMap((seat) => seats[seat](forum)).map((one) => [one.id, one])).values()]
}

/** Whether a scenario may be changed or dropped: by whoever made it, and by who leads the forum's preparing when it is shared. */
export const mayChangeScenario = (
  who: { id: string; roles: readonly Role[] },
  { by, shared = false }: { by?: Person; shared?: boolean },
  forum: Seated | undefined,
): boolean => by?.id === who.id || (shared && forum !== undefined && mayForForum('weigh', who, forum))

/** Whether a saved view may be changed: by its owner, and by an administrator when it is shared. */
export const mayChangeView = (
  who: { id: string; roles: readonly Role[] },
  { owner, shared = false }: { owner: { id: string }; shared?: boolean },
): boolean => owner.id === who.id || (shared && who.roles.includes('administrator'))
