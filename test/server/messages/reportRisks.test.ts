/** A month’s status report from the chat: risks and the next step, filled in from the month before. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Risk } from '#src/lists/followUp.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { setUpStand, type Stand } from '#test/fixtures/stand.ts'
import { inputsOf, type Talking, talkingOn, textOf } from './talking.ts'
import { green, reporting } from './reporting.ts'

let stand: Stand
let talking: Talking
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())
beforeEach(() => {
  talking = talkingOn(stand)
})

const { running, sentFor, opened } = reporting(() => ({ stand, talking }))

const risks: Risk[] = [
  { text: 'Leverantören dröjer', level: 'medium', remedy: 'Vite' },
  { text: 'Nyckelperson slutar', level: 'low' },
]
async function withRisks() {
  const initiative = await running()
  const before = { initiative: initiative.key, ...green, next: 'Utbildning', risks }
  await stand.act('projectManager', 'sendReport', { ...before, month: '2024-08' })
  return initiative
}
const latest = async (initiative: Initiative) =>
  (await sentFor(initiative)).find(({ month }) => month === '2024-09')

test('risks and the next step are out of sight, filled in from the month before, and sent as they are unless changed', async () => {
  const initiative = await withRisks()
  const card = await opened(initiative)
  const more = card.body?.find(({ id }) => id === 'more')
  expect(more).toMatchObject({ isVisible: false })
  expect(card.actions?.find(({ title }) => title === 'Risker (2) och nästa steg')).toMatchObject({
    type: 'Action.ToggleVisibility',
    targetElements: ['more'],
  })
  expect(inputsOf(card)).toMatchObject({ next: 'Utbildning', risk0: 'medium', risk1: 'low' })
  // Somebody's Teams may leave out what isn't shown.
  await talking.press('projectManager', card, 'Skicka rapporten', green)
  expect(await latest(initiative)).toMatchObject({ next: 'Utbildning', risks })
})

test('a risk is raised, another ended, one found, and the next step written in the card', async () => {
  const initiative = await withRisks()
  const card = await opened(initiative)
  const sent = await talking.press('projectManager', card, 'Skicka rapporten', {
    ...green,
    time: 'yellow',
    economy: 'yellow',
    quality: 'yellow',
    risk0: 'high',
    risk1: 'closed',
    newRisk: 'Ny **lag**',
    newRiskLevel: 'low',
    next: 'Pilot',
  })
  expect(await latest(initiative)).toMatchObject({
    next: 'Pilot',
    risks: [
      { ...risks[0], level: 'high' },
      { ...risks[1], closed: true },
      { text: 'Ny **lag**', level: 'low' },
    ],
  })
  expect(textOf(sent)).toContain('Nästa steg: Pilot')
  expect(textOf(sent)).toContain(
    'Risker: Leverantören dröjer (hög); Ny **lag** (låg); Nyckelperson slutar (avslutad)',
  )
})

test('a next step that is emptied is gone', async () => {
  const initiative = await withRisks()
  await talking.press('projectManager', await opened(initiative), 'Skicka rapporten', { ...green, next: ' ' })
  expect((await latest(initiative))?.next).toBeUndefined()
})

test('a next step too long for a card stays as it is', async () => {
  const initiative = await running()
  const next = 'Utbildning. '.repeat(300).trim()
  await stand.act('projectManager', 'sendReport', {
    initiative: initiative.key,
    ...green,
    next,
    month: '2024-08',
  })
  const card = await opened(initiative)
  expect(inputsOf(card)).not.toHaveProperty('next')
  await talking.press('projectManager', card, 'Skicka rapporten', { ...green, time: 'yellow' })
  expect((await latest(initiative))?.next).toBe(next)
})

test('a high risk questions what is green, and stays in sight as it was typed', async () => {
  const initiative = await withRisks()
  const asked = await talking.press('projectManager', await opened(initiative), 'Skicka rapporten', {
    ...green,
    risk0: 'high',
    next: 'Utbildning',
  })
  expect(textOf(asked)).toContain('Hög risk är öppen: Leverantören dröjer')
  expect(asked.body?.find(({ id }) => id === 'more')).not.toHaveProperty('isVisible')
  expect(inputsOf(asked)).toMatchObject({ risk0: 'high', risk1: 'low' })
  expect(await latest(initiative)).toBeUndefined()
})

test('risks of another report than the card showed are looked at before they are sent', async () => {
  const initiative = await running()
  await stand.act('projectManager', 'sendReport', { initiative: initiative.key, ...green, month: '2024-07' })
  const card = await opened(initiative)
  const late = { initiative: initiative.key, ...green, risks, month: '2024-08' }
  await stand.act('projectManager', 'sendReport', late)
  const said = { ...green, time: 'yellow', newRisk: 'Glömd' }
  const again = await talking.press('projectManager', card, 'Skicka rapporten', said)
  expect(await latest(initiative)).toBeUndefined()
  expect(inputsOf(again)).toMatchObject({ time: 'yellow', risk0: 'medium' })
  await talking.press('projectManager', again, 'Skicka rapporten', { ...green, time: 'yellow' })
  expect((await latest(initiative))?.risks).toMatchObject(risks)
})

const unready: { says: string; typed: object; told: string }[] = [
  {
    says: 'lights that nobody chose',
    typed: { economy: 'green' },
    told: 'Välj ett ljus för kvalitet och tid.',
  },
  { says: 'an amount that is none', typed: { ...green, forecast: 'mycket' }, told: 'Skriv ett helt belopp' },
  { says: 'a light of another kind', typed: { ...green, time: 'blue' }, told: 'Välj ett ljus för tid.' },
]
test.for(unready)('$says is said, and what was typed stays', async ({ typed, told }) => {
  const initiative = await running()
  const card = await talking.press('projectManager', await opened(initiative), 'Skicka rapporten', {
    ...typed,
    changed: 'Skrivet',
  })
  expect(textOf(card)).toContain(told)
  expect(inputsOf(card)).toMatchObject({ changed: 'Skrivet' })
  expect(await sentFor(initiative)).toEqual([])
})
