/** What of the due lines a person is told in a day's digest. */
import { describe, expect, test } from 'vitest'
import { composeDigest, nothingTold, shownDigest, toldBy } from '#src/rules/reminding/digest.ts'
import { digestMinutes } from '#src/rules/reminding/reminderChoice.ts'
import { aLine, aSending } from '#test/fixtures/reminding.ts'

const of = { told: nothingTold, choice: undefined, today: '2026-03-25', start: '2026-03-01' }
const keys = (digest: ReturnType<typeof composeDigest>) => digest?.lines.map(({ key }) => key)
const sent = (values: Parameters<typeof aSending>[0]) =>
  toldBy([aSending({ lines: [aLine('told')], ...values })]).get('pm') ?? nothingTold

test('nothing to tell makes no digest', () => {
  expect(composeDigest([], of)).toBeUndefined()
})

describe('what has been sent', () => {
  test.each([
    { says: 'is not told again', state: 'sent', told: [] },
    { says: 'is not told again while it is on its way', state: 'sending', told: [] },
    {
      says: 'is told again when nobody knows whether it came, and says so',
      state: 'unconfirmed',
      told: [true],
    },
    { says: 'is told when it failed', state: 'failed', told: [undefined] },
    { says: 'is told when it found nobody', state: 'unreachable', told: [undefined] },
  ] as const)('$says', ({ state, told }) => {
    const digest = composeDigest([aLine('told')], { ...of, told: sent({ state }) })
    expect((digest?.lines ?? []).map(({ again }) => again)).toEqual(told)
  })

  test('once it has come after all, it is told', () => {
    const told = toldBy([
      aSending({ state: 'unconfirmed', lines: [aLine('told')] }),
      aSending({ key: 's-2', lines: [aLine('told')] }),
    ]).get('pm')
    expect(composeDigest([aLine('told')], { ...of, told: told ?? nothingTold })).toBeUndefined()
  })
})

describe('choices', () => {
  const lines = [aLine('a'), aLine('b', { kind: 'report' })]
  test.each([
    { says: 'a kind turned off is left out', choice: { off: ['report'] }, told: ['a'] },
    {
      says: 'paused: nothing',
      choice: { pausedFrom: '2026-03-20', pausedTo: '2026-03-25' },
      told: undefined,
    },
    { says: 'the day after the pause: everything', choice: { pausedTo: '2026-03-24' }, told: ['b', 'a'] },
  ] as const)('$says', ({ choice, told }) => {
    expect(keys(composeDigest(lines, { ...of, choice: { ...choice } as never }))).toEqual(told)
  })

  test.each([
    { says: 'eight when nothing is chosen', time: undefined, minutes: 480 },
    { says: 'the time that is chosen', time: '09:30', minutes: 570 },
    { says: 'no earlier than six', time: '03:00', minutes: 360 },
    { says: 'no later than six in the evening', time: '23:59', minutes: 1080 },
    { says: 'eight for what is no time', time: 'lunch', minutes: 480 },
  ])('$says', ({ time, minutes }) => {
    expect(digestMinutes(time === undefined ? {} : { time })).toBe(minutes)
  })
})

test('what was due before reminders began is summed up once', () => {
  const old = [aLine('x', { since: '2026-02-01' }), aLine('y', { since: '2026-02-27' }), aLine('new')]
  const first = composeDigest(old, of)
  expect([keys(first), first?.waits]).toEqual([['new'], 2])
  const told = toldBy([aSending({ lines: first?.lines ?? [], waits: 2 })]).get('pm') ?? nothingTold
  expect(composeDigest(old, { ...of, told })).toBeUndefined()
})

test('ten lines are shown by what is to be done, the rest are counted', () => {
  const many = Array.from({ length: 12 }, (_, i) => aLine(`a${i}`, { due: `2026-03-${10 + i}` }))
  const digest = composeDigest([...many, aLine('v', { kind: 'verify' })], of)
  const { groups, more } = shownDigest(digest?.lines ?? [])
  expect(groups.map(({ group, lines }) => [group, lines.length])).toEqual([
    ['answer', 1],
    ['do', 9],
  ])
  expect(more).toBe(3)
  expect(groups[1]?.lines[0]?.key).toBe('a0')
})
