/** Who may prepare and import. */
import { expect, test } from 'vitest'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Role } from '#src/lists/organisation.ts'
import { may, type Task } from '#src/rules/permissions.ts'
import { anInitiative } from '#test/fixtures/initiatives.ts'
import { aPerson } from '#test/fixtures/organisation.ts'

const me = aPerson('me')

test.for<{ says: string; task: Task; roles: Role[]; of?: Partial<Initiative>; may: boolean }>([
  { says: 'an employee without a role', task: 'prepare', roles: [], of: {}, may: false },
  { says: 'a development lead', task: 'prepare', roles: ['developmentLead'], of: {}, may: true },
  { says: 'a director', task: 'prepare', roles: ['director'], of: {}, may: false },
  { says: 'the contact person', task: 'prepare', roles: [], of: { contact: me }, may: true },
  { says: 'its project manager', task: 'prepare', roles: [], of: { projectManager: me }, may: true },
  {
    says: 'a project manager of something else',
    task: 'prepare',
    roles: ['projectManager'],
    of: {},
    may: false,
  },
  {
    says: 'a member of its steering group',
    task: 'prepare',
    roles: [],
    of: { steeringGroup: [me] },
    may: false,
  },
  {
    says: 'a development lead with a conflict of interest',
    task: 'prepare',
    roles: ['developmentLead'],
    of: { conflicted: [me] },
    may: false,
  },
  {
    says: 'the contact person, with a conflict of interest',
    task: 'prepare',
    roles: [],
    of: { contact: me, conflicted: [me] },
    may: false,
  },
  {
    says: "a development lead, beside somebody else's conflict of interest",
    task: 'prepare',
    roles: ['developmentLead'],
    of: { conflicted: [aPerson('other')] },
    may: true,
  },
  { says: 'an administrator', task: 'import', roles: ['administrator'], may: true },
  { says: 'a development lead', task: 'import', roles: ['developmentLead'], may: false },
])('$says may $task: $may', ({ task, roles, of, may: allowed }) => {
  expect(may(task, { id: me.id, roles }, of && anInitiative(of))).toBe(allowed)
})

test('without an initiative a tie to one gives nothing', () => {
  expect(may('prepare', { id: me.id, roles: [] })).toBe(false)
})
