/** Whose word about an order is given: one's own, or that of somebody at the sitting, written down by whoever chairs it or writes for it. */
import type { Person } from '#src/lists/columns.ts'
import { attendance, type Meeting } from '#src/lists/meetings.ts'
import type { Forum } from '#src/lists/organisation.ts'
import { meetingRightFaults } from '#src/rules/meetings/meetingRights.ts'
import { Refused } from '#src/rules/refusal.ts'
import type { Work } from '../work.ts'

/** Throws Refused for somebody else's word outside a sitting, from whoever doesn't write at it, or of one who isn't there. */
export async function wordOf(
  { me, store }: Work,
  saidBy: Person | undefined,
  { forum, meeting }: { forum: Forum; meeting: Meeting | undefined },
): Promise<Person> {
  if (!saidBy || saidBy.id === me.id) return me
  if (!meeting || meeting.kind === 'between') throw new Refused({ why: 'meeting', fault: 'notYourOwn' })
  const faults = meetingRightFaults('decideIn', { id: me.id, roles: [] }, { forum, meeting })
  if (faults.length > 0) throw new Refused(...faults)
  const there = await store.where(attendance, { column: 'meeting', value: meeting.key })
  const row = there.find(
    ({ person, presence, archived }) => !archived && person.id === saidBy.id && presence !== 'absent',
  )
  if (!row) throw new Refused({ why: 'meeting', fault: 'notPresent' })
  return row.person
}
