/** Who may do what with a forum's meetings. Deciding is not here: that right belongs to posts (mandate.ts). */
import type { Person } from '#src/lists/columns.ts'
import type { Meeting } from '#src/lists/meetings.ts'
import type { Forum, Mandate, PersonRow, Role } from '#src/lists/organisation.ts'
import type { Refusal } from '../refusal.ts'
import { covers, lineOf, type UnitTree } from '../organisation/tree.ts'

/** The forum and, when it is about one, the meeting: whoever chairs or writes at that meeting counts beside the forum's own. */
export interface MeetingPlace {
  forum: Pick<Forum, 'chair' | 'secretary' | 'members'>
  meeting?: Pick<Meeting, 'chair' | 'secretary' | 'verifiers'> | undefined
}

/** Ties to the forum or the meeting that give a right. */
const ties = {
  chair: ({ forum, meeting }: MeetingPlace) => [meeting?.chair, forum.chair],
  secretary: ({ forum, meeting }: MeetingPlace) => [meeting?.secretary, forum.secretary],
  verifier: ({ meeting }: MeetingPlace) => meeting?.verifiers ?? [],
} as const satisfies Record<string, (place: MeetingPlace) => readonly (Person | undefined)[]>
type Tie = keyof typeof ties

interface Right {
  ties: readonly Tie[]
  /** Members of the forum with one of these roles. */
  members: readonly Role[]
  roles: readonly Role[]
}

const preparing = {
  ties: ['chair', 'secretary'],
  members: ['developmentLead', 'businessDeveloper'],
  roles: ['administrator'],
} as const satisfies Right

export const meetingRights = {
  /** Plans, moves and cancels meetings, makes agendas and sends them. */
  prepare: preparing,
  /** Opens and closes the sitting, notes who is there and what is said. */
  hold: preparing,
  /** Writes down what was decided, and sends the minutes. */
  decideIn: { ties: ['chair', 'secretary'], members: [], roles: [] },
  verify: { ties: ['verifier'], members: [], roles: [] },
  /** How often the forum meets, its standing items, how its minutes are made. */
  template: { ties: ['chair', 'secretary'], members: [], roles: ['administrator'] },
} as const satisfies Record<string, Right>
/** `propose`: anyone puts a matter on the backlog of a forum. */
export type MeetingTask = keyof typeof meetingRights | 'propose'

/** Whether a person with these roles may do the task at the meeting, or with the forum when no meeting is named. */
export function mayInMeeting(
  task: MeetingTask,
  who: { id: string; roles: readonly Role[] },
  place: MeetingPlace,
): boolean {
  if (task === 'propose') return true
  const right: Right = meetingRights[task]
  const has = (asked: readonly Role[]) => who.roles.some((role) => asked.includes(role))
  return (
    has(right.roles) ||
    tiedBy(right, place).some(({ id }) => id === who.id) ||
    (has(right.members) && (place.forum.members?.some(({ id }) => id === who.id) ?? false))
  )
}

/** Those who are named for the task, each once, to tell whoever may not. */
export function whoMayInMeeting(task: keyof typeof meetingRights, place: MeetingPlace): Person[] {
  return [...new Map(tiedBy(meetingRights[task], place).map((person) => [person.id, person])).values()]
}

/** Why the person may not; nothing when they may. */
export function meetingRightFaults(
  task: MeetingTask,
  who: { id: string; roles: readonly Role[] },
  place: MeetingPlace,
): Refusal[] {
  if (task === 'propose' || mayInMeeting(task, who, place)) return []
  const { roles } = meetingRights[task]
  return [{ why: 'notYourTask', roles: [...roles], people: whoMayInMeeting(task, place) }]
}

const tiedBy = (right: Right, place: MeetingPlace) =>
  right.ties.flatMap((tie) => ties[tie](place)).flatMap((person) => person ?? [])

/** Roles that carry their own administration's position into a joint forum, and its outcome back. */
const positionRoles: readonly Role[] = [
  'departmentManager',
  'developmentLead',
  'businessDeveloper',
  'director',
]

/**
 * Whether a person may state a unit's position in a joint forum: whoever heads the unit or one above it, whoever decides anything
 * for all of it, and those who belong to it and prepare there or sit in the forum. `rows`: the person's own.
 */
export function mayStatePosition(
  { id, rows }: { id: string; rows: readonly Pick<PersonRow, 'unit' | 'roles' | 'archived'>[] },
  unit: string,
  {
    tree,
    forum,
    mandates,
  }: {
    tree: UnitTree
    forum: Pick<Forum, 'chair' | 'secretary' | 'members'>
    mandates: readonly Pick<Mandate, 'holder' | 'unit' | 'archived'>[]
  },
): boolean {
  if (lineOf(unit, tree).some(({ head }) => head?.id === id)) return true
  if (mandates.some((m) => !m.archived && m.holder.id === id && m.unit?.key === unit)) return true
  const sits = [forum.chair, forum.secretary, ...(forum.members ?? [])].some((person) => person?.id === id)
  return rows.some(
    ({ unit: own, roles = [], archived }) =>
      !archived &&
      own !== undefined &&
      covers(unit, own.key, tree) &&
      (sits || roles.some((role) => positionRoles.includes(role))),
  )
}
