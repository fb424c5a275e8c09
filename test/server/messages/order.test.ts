/** An order that waits for somebody's word, in the chat: what it is, how it goes, and the way to where it is answered. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rankings, type RankingDraft } from '#src/lists/prioritising.ts'
import { setUpStand, type Stand, TODAY } from '#test/fixtures/stand.ts'
import { TAB, talkingOn, textOf } from './talking.ts'

let stand: Stand
let made = 0
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())

const joint = { key: 'f-ssg', title: 'Samordningsgruppen' }
async function anOrder(values: Partial<RankingDraft>) {
  const key = `order-${++made}`
  const { item } = await stand.store.create(rankings, {
    key,
    claim: key,
    title: 'Rangordning 2025, Samordningsgruppen',
    forum: joint,
    year: 2025,
    day: '2024-09-30',
    weights: [],
    lines: ['Digitala lås', 'Nytt schema'].map((title, i) => ({
      initiative: { key: `i-${i}`, title },
      rank: i + 1,
      basis: 'ranked' as const,
      scores: {},
      total: 4 - i,
      needKr: 100_000,
      isWithin: true,
    })),
    parties: [{ key: 'u-avo', title: 'Äldrenämndens förvaltning' }],
    ...values,
  })
  return item
}

async function opened(order: { key: string }, told: string): Promise<IAdaptiveCard> {
  const matter = { kind: 'meeting', item: order.key, told, on: TODAY }
  const me = stand.person('director')
  return talkingOn(stand).messages.answer({ verb: 'open', data: { matter }, me, language: 'sv' })
}

test('one that was laid forth says what stands first, and leads to where it is answered', async () => {
  const card = await opened(await anOrder({ state: 'proposed' }), 'orderLaid')
  expect(textOf(card).split('\n')).toEqual([
    'Rangordning 2025, Samordningsgruppen',
    'En rangordning väntar på ditt ord.',
    'Forum: Samordningsgruppen',
    'När: 30 sep.',
    '1: Digitala lås',
    '2: Nytt schema',
  ])
  expect(card.actions).toMatchObject([
    {
      type: 'Action.OpenUrl',
      title: 'Läs och besluta',
      url: `${TAB}/prioritise/session?forum=f-ssg&year=2025&question=order`,
    },
  ])
})

test.each([
  { state: 'raised', told: 'orderRaised', says: /lyft till dig/, opens: 'Läs och besluta' },
  { state: 'raised', told: 'orderLaid', says: /forumet över/, opens: 'Öppna rangordningen' },
  { state: 'decided', told: 'orderLaid', says: /är beslutad/, opens: 'Öppna rangordningen' },
  { state: 'refused', told: 'orderLaid', says: /sagt nej/, opens: 'Öppna rangordningen' },
  { state: 'replaced', told: 'orderLaid', says: /ersatt/, opens: 'Öppna rangordningen' },
] as const)('told as $told and now $state, it says how it stands', async ({ state, told, says, opens }) => {
  const card = await opened(await anOrder({ state, raisedTo: joint }), told)
  expect(textOf(card)).toMatch(says)
  expect(card.actions?.map(({ title }) => title)).toEqual([opens])
})
