/** Prints how meetings move, who may do what with them, and who is told. */
import { meetings, meetingStates } from '#src/lists/meetings.ts'
import { roles } from '#src/lists/organisation.ts'
import { meetingRights } from '#src/rules/meetings/meetingRights.ts'
import { meetingMoves } from '#src/rules/meetings/meetingState.ts'
import { notices } from '#src/rules/reminding/notices.ts'
import { code, table } from './markdown.ts'

const orNone = (words: readonly string[]) => words.join(', ') || '–'

export function printMeetings(): string {
  return [
    '## Meetings',
    'A meeting moves so. What is written of it may change until its minutes are sent; returned, they are a draft again.',
    table(
      ['move', 'from', 'to', 'by', 'needs'],
      Object.entries(meetingMoves).map(([move, { from, to, task, needs }]) => [
        code(move),
        from.map((state) => meetingStates[state]).join(', '),
        meetingStates[to],
        code(task),
        orNone(needs.map((column) => meetings.columns[column].label)),
      ]),
    ),
    'Who may: ties are to the forum or to the meeting itself, so that whoever chairs or writes at one meeting may there. Anyone proposes a matter on a backlog, and changes their own. Whoever has a conflict of interest in an item, or in what it is about, leaves it alone. Who decides is a matter of mandates.',
    table(
      ['task', 'ties', 'members who are', 'roles'],
      Object.entries(meetingRights).map(([task, { ties, members, roles: allowed }]) => [
        code(task),
        orNone(ties.map(code)),
        orNone(members.map((role) => roles[role])),
        orNone(allowed.map((role) => roles[role])),
      ]),
    ),
    `People are told of ${Object.keys(notices).map(code).join(', ')}; never whoever did it.`,
  ].join('\n\n')
}
