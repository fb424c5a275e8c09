/** Which meeting the side panel opens. */
import { expect, test } from 'vitest'
import type { Meeting } from '#src/lists/meetings.ts'
import { meetingNow } from '#src/rules/meetings/meetingNow.ts'

type Row = Pick<Meeting, 'state' | 'day' | 'kind'> & { start?: string }
const row = (state: Meeting['state'], day: string, start = '', kind: Meeting['kind'] = 'ordinary'): Row => ({
  state,
  day,
  kind,
  start,
})
const today = '2024-10-01'

test.for<{ says: string; meetings: Row[]; is: number | undefined }>([
  { says: 'the one that is going on', meetings: [row('called', today), row('open', '2024-09-30')], is: 1 },
  { says: 'today’s before the next', meetings: [row('called', '2024-10-08'), row('planned', today)], is: 1 },
  {
    says: 'the earliest of today’s',
    meetings: [row('called', today, '15:00'), row('called', today, '09:00')],
    is: 1,
  },
  {
    says: 'today’s that has just been closed',
    meetings: [row('held', today), row('planned', '2024-11-05')],
    is: 0,
  },
  {
    says: 'the next when there is none today',
    meetings: [row('planned', '2024-11-05'), row('planned', '2024-10-08')],
    is: 1,
  },
  {
    says: 'none when all are over',
    meetings: [row('verified', '2024-09-01'), row('planned', '2024-09-02')],
    is: undefined,
  },
  { says: 'never one that was cancelled', meetings: [row('cancelled', today)], is: undefined },
  { says: 'never decisions between meetings', meetings: [row('open', today, '', 'between')], is: undefined },
])('$says', ({ meetings, is }) => {
  expect(meetingNow(meetings, today)).toBe(is === undefined ? undefined : meetings[is])
})
