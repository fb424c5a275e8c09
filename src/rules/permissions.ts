/** Who may do what that isn't a decision (decisions are in mandate.ts). */
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Role } from '#src/lists/organisation.ts'

/** Ties to one initiative that give a right, besides roles. */
export const ties = {
  contact: (i: Initiative, id: string) => i.contact?.id === id,
  projectOwner: (i: Initiative, id: string) => i.projectOwner?.id === id,
  projectManager: (i: Initiative, id: string) => i.projectManager?.id === id,
  effectOwner: (i: Initiative, id: string) => i.effectOwner?.id === id,
  steeringGroup: (i: Initiative, id: string) => i.steeringGroup?.some((member) => member.id === id) ?? false,
} as const satisfies Record<string, (initiative: Initiative, id: string) => boolean>
export type Tie = keyof typeof ties

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
} as const satisfies Record<string, { roles: readonly Role[]; ties: readonly Tie[] }>
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

/** Whether a saved view may be changed: by its owner, and by an administrator when it is shared. */
export const mayChangeView = (
  who: { id: string; roles: readonly Role[] },
  { owner, shared = false }: { owner: { id: string }; shared?: boolean },
): boolean => owner.id === who.id || (shared && who.roles.includes('administrator'))
