/** How a meeting moves, and what may no longer change: a table, and every state of it. */
import { describe, expect, test } from 'vitest'
import { type MeetingState, meetingStates } from '#src/lists/meetings.ts'
import type { Answer } from '#src/lists/minutes.ts'
import {
  frozenFaults,
  isDraft,
  itemFaults,
  type MeetingMove,
  meetingMoves,
  moveFaults,
} from '#src/rules/meetings/meetingState.ts'
import { aMeeting, anItem, aVerification } from '../../fixtures/meetings.ts'
import { aPerson } from '../../fixtures/organisation.ts'

const states = Object.keys(meetingStates) as MeetingState[]
const led = { chair: aPerson('c'), secretary: aPerson('s'), verifiers: [aPerson('v')] }

describe('a move', () => {
  test.for<{ move: MeetingMove; from: MeetingState[] }>([
    { move: 'call', from: ['planned', 'called'] },
    { move: 'open', from: ['planned', 'called', 'held'] },
    { move: 'close', from: ['open'] },
    { move: 'send', from: ['held'] },
    { move: 'settle', from: ['held'] },
    { move: 'verify', from: ['sent'] },
    { move: 'return', from: ['sent'] },
    { move: 'cancel', from: ['planned', 'called', 'open'] },
  ])('to $move is made from $from only', ({ move, from }) => {
    const possible = states.filter((state) => moveFaults(move, aMeeting({ ...led, state })).length === 0)
    expect(possible.toSorted()).toEqual(from.toSorted())
  })

  test.for<{ move: MeetingMove; lacks: string[] }>([
    { move: 'open', lacks: ['chair', 'secretary'] },
    { move: 'close', lacks: ['chair', 'secretary'] },
    { move: 'send', lacks: ['chair', 'secretary', 'verifiers'] },
    { move: 'call', lacks: [] },
    { move: 'cancel', lacks: [] },
  ])('to $move asks for $lacks', ({ move, lacks }) => {
    const [state] = meetingMoves[move].from
    const found = moveFaults(move, aMeeting({ chair: undefined, secretary: undefined, verifiers: [], state }))
    expect(
      found.flatMap((refusal) =>
        refusal.why === 'invalid' ? refusal.problems.map(({ field }) => field) : [],
      ),
    ).toEqual(lacks)
  })

  test('opens no meeting again whose minutes were once sent', () => {
    const held = aMeeting({ ...led, state: 'held', minutesVersion: 1 })
    expect(moveFaults('open', held)).toEqual([{ why: 'meeting', fault: 'held' }])
  })
})

describe('what is written', () => {
  test('may change until the minutes are sent, and again when they are returned', () => {
    expect(states.filter((state) => isDraft({ state }))).toEqual(['planned', 'called', 'open', 'held'])
    expect(frozenFaults({ state: 'sent' })).toEqual([{ why: 'meeting', fault: 'sent' }])
    expect(frozenFaults({ state: 'settled' })).toEqual([{ why: 'meeting', fault: 'fixed' }])
  })

  const asked = (answer: Answer, edition = 1, item = 'one') =>
    aVerification(`${item}/${edition}/${answer}`, { item: { key: item, title: item }, edition, answer })
  test.for<{ says: string; verifications: ReturnType<typeof asked>[]; fault?: string }>([
    { says: 'nobody has been asked about', verifications: [] },
    {
      says: 'one has approved and one not yet',
      verifications: [asked('approved'), asked('asked')],
      fault: 'sent',
    },
    { says: 'all have approved', verifications: [asked('approved')], fault: 'fixed' },
    { says: 'somebody has returned', verifications: [asked('approved'), asked('returned')] },
    { says: 'is asked about anew', verifications: [asked('returned'), asked('asked', 2)], fault: 'sent' },
    { says: 'isn’t the one that was approved', verifications: [asked('approved', 1, 'other')] },
  ])('of an item that $says: $fault', ({ verifications, fault }) => {
    const found = itemFaults(anItem('one'), { state: 'open' }, verifications)
    expect(found).toEqual(fault ? [{ why: 'meeting', fault }] : [])
  })

  test('of an item on the backlog is never locked', () => {
    expect(itemFaults(anItem('one'), undefined)).toEqual([])
  })
})
