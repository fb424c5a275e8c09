/** Who may do what with a forum's meetings, person by person. */
import { describe, expect, test } from 'vitest'
import type { Role } from '#src/lists/organisation.ts'
import {
  mayInMeeting,
  mayStatePosition,
  meetingRightFaults,
  type MeetingTask,
  whoMayInMeeting,
} from '#src/rules/meetings/meetingRights.ts'
import { treeOf } from '#src/rules/organisation/tree.ts'
import { aForum, aMeeting } from '../../fixtures/meetings.ts'
import {
  aMandate,
  aPerson,
  aRef,
  aUnit,
  digitalManager,
  director,
  homeCareManager,
  tree,
} from '../../fixtures/organisation.ts'

const [chair, secretary, lead, member] = ['chair', 'secretary', 'lead', 'member'].map((id) =>
  aPerson(id),
) as [
  ReturnType<typeof aPerson>,
  ReturnType<typeof aPerson>,
  ReturnType<typeof aPerson>,
  ReturnType<typeof aPerson>,
]
const [acting, verifier] = [aPerson('acting'), aPerson('verifier')]
const forum = aForum({ chair, secretary, members: [chair, secretary, lead, member] })
const meeting = aMeeting({ chair: acting, secretary, verifiers: [verifier] })

describe('at a meeting', () => {
  test.for<{ says: string; id: string; roles?: Role[]; may: MeetingTask[] }>([
    { says: 'the forum’s chair', id: 'chair', may: ['prepare', 'hold', 'decideIn', 'template', 'propose'] },
    {
      says: 'who chairs this meeting',
      id: 'acting',
      may: ['prepare', 'hold', 'decideIn', 'template', 'propose'],
    },
    { says: 'the secretary', id: 'secretary', may: ['prepare', 'hold', 'decideIn', 'template', 'propose'] },
    {
      says: 'a member who is a development lead',
      id: 'lead',
      roles: ['developmentLead'],
      may: ['prepare', 'hold', 'propose'],
    },
    {
      says: 'a member who is a business developer',
      id: 'member',
      roles: ['businessDeveloper'],
      may: ['prepare', 'hold', 'propose'],
    },
    { says: 'another member', id: 'member', roles: ['departmentManager'], may: ['propose'] },
    {
      says: 'a development lead who isn’t a member',
      id: 'stranger',
      roles: ['developmentLead'],
      may: ['propose'],
    },
    { says: 'a verifier', id: 'verifier', may: ['verify', 'propose'] },
    {
      says: 'an administrator',
      id: 'stranger',
      roles: ['administrator'],
      may: ['prepare', 'hold', 'template', 'propose'],
    },
    { says: 'anybody', id: 'stranger', may: ['propose'] },
  ])('$says may $may', ({ id, roles = [], may }) => {
    const tasks: MeetingTask[] = ['prepare', 'hold', 'decideIn', 'verify', 'template', 'propose']
    const found = tasks.filter((task) => mayInMeeting(task, { id, roles }, { forum, meeting }))
    expect(found.toSorted()).toEqual(may.toSorted())
  })

  test('whoever leads another of the forum’s meetings has no right at this', () => {
    const place = { forum, meeting: aMeeting({ chair, secretary, verifiers: [] }) }
    expect(mayInMeeting('hold', { id: 'acting', roles: [] }, place)).toBe(false)
    expect(mayInMeeting('verify', { id: 'verifier', roles: [] }, place)).toBe(false)
  })

  test('those who may are named, each once', () => {
    expect(whoMayInMeeting('hold', { forum, meeting }).map(({ id }) => id)).toEqual([
      'acting',
      'chair',
      'secretary',
    ])
    expect(meetingRightFaults('verify', { id: 'chair', roles: [] }, { forum, meeting })).toEqual([
      { why: 'notYourTask', roles: [], people: [verifier] },
    ])
    expect(meetingRightFaults('verify', { id: 'verifier', roles: [] }, { forum, meeting })).toEqual([])
  })

  test('a forum without anybody lets an administrator begin', () => {
    const place = { forum: aForum() }
    expect(mayInMeeting('prepare', { id: 'a', roles: ['administrator'] }, place)).toBe(true)
    expect(mayInMeeting('prepare', { id: 'a', roles: ['developmentLead'] }, place)).toBe(false)
  })
})

describe('a unit’s position in a joint forum', () => {
  const units = treeOf(
    [...tree.values()].map((unit) => (unit.key === 'elderly' ? { ...unit, head: director } : unit)),
  )
  const row = (unit: string, roles: Role[] = []) => ({ unit: aRef(unit), roles })
  const joint = aForum({ chair, secretary, members: [member] })
  const posts = [
    aMandate({ matter: 'BP2', scope: 'own', unit: aRef('elderly'), holder: digitalManager }),
    aMandate({ matter: 'BP3', scope: 'department', unit: aRef('homeCare'), holder: homeCareManager }),
  ]
  test.for<{ says: string; id: string; rows?: ReturnType<typeof row>[]; unit?: string; may: boolean }>([
    { says: 'by whoever heads it', id: 'director', may: true },
    {
      says: 'of a department, by whoever heads the administration',
      id: 'director',
      unit: 'homeCare',
      may: true,
    },
    { says: 'of another administration', id: 'director', unit: 'disability', may: false },
    {
      says: 'by a development lead who belongs to it',
      id: 'x',
      rows: [row('quality', ['developmentLead'])],
      may: true,
    },
    {
      says: 'by a development lead elsewhere',
      id: 'x',
      rows: [row('housing', ['developmentLead'])],
      may: false,
    },
    { says: 'by somebody of it who sits in the forum', id: 'member', rows: [row('quality')], may: true },
    { says: 'by somebody else who sits in the forum', id: 'member', rows: [row('housing')], may: false },
    { says: 'by a post that decides for all of it', id: 'digitalManager', may: true },
    { says: 'by a post that decides for a part of it', id: 'homeCareManager', may: false },
    { says: 'by anybody in it', id: 'x', rows: [row('quality', ['projectManager'])], may: false },
  ])('$says: $may', ({ id, rows = [], unit = 'elderly', may }) => {
    expect(mayStatePosition({ id, rows }, unit, { tree: units, forum: joint, mandates: posts })).toBe(may)
  })

  test('is not stated by somebody who is no longer known', () => {
    const rows = [{ ...row('quality', ['developmentLead']), archived: true }]
    expect(
      mayStatePosition({ id: 'x', rows }, 'elderly', { tree: units, forum: joint, mandates: posts }),
    ).toBe(false)
    expect(aUnit('elderly', 'administration').head).toBeUndefined()
  })
})
