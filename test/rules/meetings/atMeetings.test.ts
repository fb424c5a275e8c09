/** What a meeting has decided and nobody decides again before its minutes are verified. */
import { describe, expect, test } from 'vitest'
import type { DecisionMatter } from '#src/lists/decisions.ts'
import type { AgendaItem, ItemEffect } from '#src/lists/meetings.ts'
import { decidedAtMeeting, keptByMeetings, waitingForMinutes } from '#src/rules/meetings/atMeetings.ts'
import { mayDecide } from '#src/rules/deciding/deciding.ts'
import { aPreparation, type Given } from '#test/fixtures/initiatives.ts'
import { aMeeting, anItem } from '#test/fixtures/meetings.ts'
import { aPerson, aRef, homeCareManager, mandates, TODAY } from '#test/fixtures/organisation.ts'

const goOn: ItemEffect = { does: 'gate', gate: 'BP1', outcome: 'goOn' }
const waits = (effect: ItemEffect = goOn, values: Given<AgendaItem> = {}) =>
  anItem('i', {
    initiative: aRef('need'),
    effect,
    outcome: 'grant',
    carrying: 'waiting',
    decidedOn: '2024-10-01',
    ...values,
  })
const voice = (party: string, says?: 'goOn' | 'endorses') => ({
  party: aRef(party),
  ...(says && { by: aPerson(party), says }),
})

describe('what waits for its minutes', () => {
  test.for<{ says: string; of: Given<AgendaItem>; count: number }>([
    { says: 'is what was decided', of: {}, count: 1 },
    { says: 'not what has been carried out', of: { carrying: 'done' }, count: 0 },
    { says: 'nor what a rule stood in the way of', of: { carrying: 'refused' }, count: 0 },
    { says: 'nor what does nothing', of: { carrying: 'nothing', effect: undefined }, count: 0 },
    { says: 'nor what is about another', of: { initiative: aRef('other') }, count: 0 },
    { says: 'nor what was put away', of: { archived: true }, count: 0 },
  ])('$says', ({ of, count }) => {
    expect(waitingForMinutes([waits(goOn, of)], 'need')).toHaveLength(count)
  })
})

describe('a meeting has decided', () => {
  test.for<{ says: string; effect: ItemEffect; matter: DecisionMatter; held: boolean }>([
    { says: 'the gate', effect: goOn, matter: 'BP1', held: true },
    { says: 'not the next gate', effect: goOn, matter: 'BP2', held: false },
    { says: 'not whether to stop it', effect: goOn, matter: 'state', held: false },
    { says: 'a pause', effect: { does: 'state', to: 'paused' }, matter: 'state', held: true },
    { says: 'not the gate by a pause', effect: { does: 'state', to: 'paused' }, matter: 'BP1', held: false },
    {
      says: 'any gate by screening out',
      effect: { does: 'state', to: 'screenedOut' },
      matter: 'BP2',
      held: true,
    },
    { says: 'the money', effect: { does: 'financing', amountKr: 1 }, matter: 'financing', held: true },
  ])('$says', ({ effect, matter, held }) => {
    expect(decidedAtMeeting([waits(effect)], { initiative: 'need', matter }) !== undefined).toBe(held)
  })

  test.for<{ says: string; party: string; held: boolean }>([
    { says: 'for the authority that spoke there', party: 'avo', held: true },
    { says: 'not for one that only stood behind it', party: 'ffs', held: false },
    { says: 'not for one that said nothing', party: 'sfc', held: false },
  ])('$says', ({ party, held }) => {
    const item = waits(
      { does: 'gate', gate: 'BP3', outcome: 'waitingList' },
      {
        voices: [voice('avo', 'goOn'), voice('ffs', 'endorses'), voice('sfc')],
      },
    )
    expect(decidedAtMeeting([item], { initiative: 'need', matter: 'BP3', party }) !== undefined).toBe(held)
  })
})

describe('whoever has the mandate', () => {
  const { key, title } = aMeeting()
  const preparation = aPreparation({})
  const item = waits(goOn, {
    initiative: { key: preparation.initiative.key, title: 'x' },
    meeting: { key, title },
  })
  const asks = (atMeetings?: readonly AgendaItem[]) =>
    mayDecide({
      me: homeCareManager,
      today: TODAY,
      preparation,
      decisions: [],
      mandates,
      forums: [],
      ...(atMeetings && { kept: keptByMeetings(atMeetings, preparation.initiative.key) }),
    })

  test('is told where it was decided, and decides nothing', () => {
    const may = asks([item])
    expect(may.choices).toEqual([])
    expect(may.refusal).toEqual({
      why: 'decidedAtMeeting',
      forum: item.forum,
      meeting: { key, title },
      on: '2024-10-01',
    })
    expect(may.against('goOn')).toContainEqual(may.refusal)
  })
  test('still pauses and stops it', () => {
    expect(asks([item]).states).toEqual(asks().states)
    expect(asks([item]).states).not.toEqual([])
  })
  test('decides as before when nothing waits', () => {
    expect(asks([]).choices.map(({ outcome }) => outcome)).toContain('goOn')
  })
})
