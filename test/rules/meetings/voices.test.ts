/** What several authorities say at one item: what it comes to, and what stays when more is said. */
import { describe, expect, test } from 'vitest'
import type { Voice } from '#src/lists/voices.ts'
import {
  addsVoices,
  newVoices,
  overridden,
  type Round,
  roundOf,
  sameVoices,
  speaker,
  voiceOutcomes,
  withVoices,
} from '#src/rules/meetings/voices.ts'
import { aPerson, aRef, director, otherDirector } from '../../fixtures/organisation.ts'

const ours = (values: Partial<Voice> = {}): Voice => ({
  party: aRef('elderly'),
  by: director,
  says: 'waitingList',
  ...values,
})
const theirs = (values: Partial<Voice> = {}): Voice => ({
  party: aRef('disability'),
  by: otherDirector,
  says: 'waitingList',
  ...values,
})
const silent: Voice = { party: aRef('disability') }
const parties = [aRef('elderly'), aRef('disability')]

test.for<{ says: string; voices: Voice[]; state: Round['state'] | undefined; waiting?: string[] }>([
  { says: 'all have said the same yes', voices: [ours(), theirs()], state: 'agreed' },
  { says: 'one no is enough', voices: [ours(), theirs({ says: 'refuse' })], state: 'refused' },
  { says: 'two that differ decide nothing', voices: [ours(), theirs({ says: 'back' })], state: 'refused' },
  { says: 'one has not decided', voices: [ours(), silent], state: 'open', waiting: ['disability'] },
  { says: 'a no settles it, whoever is left', voices: [ours({ says: 'refuse' }), silent], state: 'refused' },
  { says: 'endorsing decides nothing', voices: [ours({ says: 'endorses' })], state: undefined },
  { says: 'nobody has said anything', voices: [], state: undefined },
])('$says', ({ voices, state, waiting }) => {
  expect(roundOf(voices)?.state).toBe(state)
  if (waiting) expect(roundOf(voices)?.waiting.map(({ key }) => key)).toEqual(waiting)
})

test.for([
  {
    says: 'a gate: what parties may say, a no included',
    effect: { does: 'gate', gate: 'BP3', outcome: 'waitingList' } as const,
    outcomes: ['waitingList', 'back', 'screenOut', 'refuse'],
  },
  { says: 'money', effect: { does: 'financing', amountKr: 1 } as const, outcomes: ['grant', 'refuse'] },
  { says: 'a pause', effect: { does: 'state', to: 'paused' } as const, outcomes: ['pause'] },
  { says: 'screening out', effect: { does: 'state', to: 'screenedOut' } as const, outcomes: ['screenOut'] },
  {
    says: 'a place in the order',
    effect: { does: 'priority', rank: 1 } as const,
    outcomes: ['grant', 'refuse'],
  },
  {
    says: 'who answers for it',
    effect: { does: 'owner', role: 'contact', person: director } as const,
    outcomes: ['grant', 'refuse'],
  },
])('what may be said of $says', ({ effect, outcomes }) => {
  expect(voiceOutcomes(effect, {})).toEqual(outcomes)
})

describe('when more is said', () => {
  const done = ours({ carrying: 'done', decision: { key: 'd', title: '2024-0001' } })

  test('what has been carried out stays, the rest waits, and the silent have a row', () => {
    expect(withVoices([], [theirs({ says: 'endorses' }), ours()], parties)).toEqual([
      theirs({ says: 'endorses', carrying: 'waiting' }),
      ours({ carrying: 'waiting' }),
      silent,
    ])
    expect(withVoices([done, silent], [ours(), theirs()], parties)).toEqual([
      done,
      theirs({ carrying: 'waiting' }),
    ])
  })

  test('what has been carried out is not said otherwise', () => {
    expect(overridden([done], [ours({ says: 'back' })])).toEqual([done])
    expect(overridden([done], [ours({ by: aPerson('someone') })])).toEqual([done])
    expect(overridden([done], [ours()])).toEqual([])
    expect(overridden([ours()], [ours({ says: 'back' })])).toEqual([])
  })

  test('only what is new is new', () => {
    expect(newVoices([done], [ours(), theirs()])).toEqual([theirs()])
    expect(addsVoices([done], [ours()])).toBe(false)
    expect(addsVoices([done], [ours(), theirs()])).toBe(true)
  })

  test('two say the same whatever order and progress they have', () => {
    expect(sameVoices([done, theirs(), silent], [theirs(), ours()])).toBe(true)
    expect(sameVoices([ours()], [ours({ caseNumber: 'A-1' })])).toBe(false)
  })

  test('whoever writes their own speaks for it; else the first who decides', () => {
    expect(speaker([theirs({ says: 'endorses' }), ours()], otherDirector)).toBe(director)
    expect(speaker([ours(), theirs()], otherDirector)).toBe(otherDirector)
    expect(speaker([], director)).toBeUndefined()
  })
})
