/** What may be sent again by hand. */
import { expect, test } from 'vitest'
import type { Sending } from '#src/lists/reminding.ts'
import { againOf, isResent, resendable } from '#src/rules/reminding/resending.ts'
import type { Choice } from '#src/rules/reminding/reminderChoice.ts'
import type { Given } from '#test/fixtures/initiatives.ts'
import { aLine, aSending } from '#test/fixtures/reminding.ts'

const lines = [aLine('one'), aLine('two', { kind: 'report' })]

const table: {
  says: string
  row: Given<Sending>
  others?: readonly Sending[]
  choice?: Choice
  /** Keys of what is sent again, or why nothing is. */
  gives: readonly string[] | string
}[] = [
  { says: 'all of what failed', row: { state: 'failed' }, gives: ['one', 'two'] },
  { says: 'all of what found nobody', row: { state: 'unreachable' }, gives: ['one', 'two'] },
  {
    says: 'what nobody knows came, marked as perhaps seen',
    row: { state: 'unconfirmed' },
    gives: ['one again', 'two again'],
  },
  { says: 'nothing that came', row: { state: 'sent' }, gives: 'arrived' },
  { says: 'nothing that is on its way', row: { state: 'sending' }, gives: 'underWay' },
  { says: 'nothing that waits for its turn', row: { state: 'waiting' }, gives: 'underWay' },
  {
    says: 'nothing that has been sent again already',
    row: { state: 'failed', resentOn: '2026-03-25' },
    gives: 'alreadyResent',
  },
  {
    says: 'only what hasn’t come since',
    row: { state: 'unconfirmed' },
    others: [aSending({ key: 's-2', state: 'sent', lines: [aLine('one')] })],
    gives: ['two again'],
  },
  {
    says: 'what has failed since as well',
    row: { state: 'failed' },
    others: [aSending({ key: 's-2', state: 'failed', lines })],
    gives: ['one', 'two'],
  },
  {
    says: 'nothing when all of it has come since',
    row: { state: 'unconfirmed' },
    others: [aSending({ key: 's-2', state: 'waiting', lines })],
    gives: 'toldSince',
  },
  {
    says: 'nothing during a pause',
    row: { state: 'failed' },
    choice: { pausedFrom: '2026-03-20', pausedTo: '2026-03-30' },
    gives: 'paused',
  },
  {
    says: 'no kind that was turned off',
    row: { state: 'failed' },
    choice: { off: ['report'] },
    gives: ['one'],
  },
  {
    says: 'nothing when every kind in it was turned off',
    row: { state: 'failed' },
    choice: { off: ['report', 'action'] },
    gives: 'turnedOff',
  },
  { says: 'the sum of what waited at first', row: { state: 'failed', lines: [], waits: 7 }, gives: ['7'] },
  {
    says: 'no sum that has come since',
    row: { state: 'unconfirmed', lines: [], waits: 7 },
    others: [aSending({ key: 's-2', state: 'sent', waits: 7 })],
    gives: 'toldSince',
  },
]

test.each(table)('$says', ({ row, others = [], choice, gives }) => {
  const sending = aSending({ lines, ...row })
  const found = resendable(sending, { others: [sending, ...others], choice, today: '2026-03-25' })
  expect(
    'fault' in found
      ? found.fault
      : [
          ...found.lines.map(({ key, again }) => `${key}${again ? ' again' : ''}`),
          ...(found.waits === undefined ? [] : [String(found.waits)]),
        ],
  ).toEqual(gives)
})

test('however often it is sent again, the claim is of the first', () => {
  expect(againOf('digest/2026-03-24/pm')).toBe('digest/2026-03-24/pm/again/')
  expect(againOf('digest/2026-03-24/pm/again/2')).toBe('digest/2026-03-24/pm/again/')
  expect([
    isResent({ claim: 'digest/2026-03-24/pm' }),
    isResent({ claim: 'digest/2026-03-24/pm/again/1' }),
  ]).toEqual([false, true])
})
