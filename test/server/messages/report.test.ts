/** A month's status report from the chat: filled in, doubted, sent by the same rules as in the tab, and never twice. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Risk, type StatusReport, statusReports } from '#src/lists/followUp.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { aNeed } from '#test/fixtures/needs.ts'
import { setUpStand, type Stand } from '#test/fixtures/stand.ts'
import { buttonOf, buttonsOf, inputsOf, type Talking, talkingOn, textOf } from './talking.ts'

let stand: Stand
let talking: Talking
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())
beforeEach(() => {
  talking = talkingOn(stand)
})

const green = { economy: 'green', quality: 'green', time: 'green' } as const

async function running(values: Parameters<typeof aNeed>[1] = {}): Promise<Initiative> {
  const lead = stand.person('projectManager')
  const given = { stage: 'delivery', stageSince: '2024-03-01', projectManager: lead, ...values } as const
  return aNeed(stand, given, { business: false })
}

const sentFor = ({ key }: Initiative): Promise<StatusReport[]> =>
  stand.store.where(statusReports, { column: 'initiative', value: key })

const opened = (initiative: Initiative, who: Parameters<Talking['press']>[0] = 'projectManager') =>
  talking.messages.answer({
    verb: 'open',
    data: { matter: { kind: 'report', item: initiative.key, month: '2024-09' } },
    me: stand.person(who),
    language: 'sv',
  })

test('red economy is reported in the card, and the old card shows that it is', async () => {
  const initiative = await running()
  const card = await opened(initiative)
  expect(textOf(card)).toContain(initiative.title)
  const after = await talking.press('projectManager', card, 'Skicka rapporten', {
    ...green,
    economy: 'red',
    forecast: '9,2 mnkr',
    changed: 'Leverantören är dyrare',
  })
  expect(textOf(after)).toContain('Statusrapport september 2024: rapporterad')
  expect(textOf(after)).toContain('Ekonomi: ■ röd')
  expect(await sentFor(initiative)).toMatchObject([
    { economy: 'red', forecastKr: 9_200_000, by: stand.person('projectManager') },
  ])
  const seenAgain = await talking.again('projectManager', card)
  expect(textOf(seenAgain)).toContain('rapporterad')
  expect(buttonsOf(seenAgain)).toEqual(['Öppna rapporten'])
})

test('pressed twice, and replayed, it is one report and no refusal', async () => {
  const initiative = await running()
  const card = await opened(initiative)
  const said = { ...green, quality: 'yellow' }
  await talking.press('projectManager', card, 'Skicka rapporten', said)
  const again = await talking.press('projectManager', card, 'Skicka rapporten', said)
  expect(textOf(again)).toContain('rapporterad')
  expect(await sentFor(initiative)).toHaveLength(1)
})

test('another old card changes nothing: it shows what was sent', async () => {
  const initiative = await running()
  const [first, second] = [await opened(initiative), await opened(initiative)]
  await talking.press('projectManager', first, 'Skicka rapporten', green)
  const late = await talking.press('projectManager', second, 'Skicka rapporten', { ...green, time: 'red' })
  expect(textOf(late)).toContain('Tid: ● grön')
  expect(await sentFor(initiative)).toMatchObject([{ time: 'green' }])
})

test('nothing new is one tap: the lights of the month before', async () => {
  const initiative = await running()
  const before = {
    initiative: initiative.key,
    ...green,
    time: 'yellow',
    next: 'Utbildning',
    forecastKr: 9_000_000,
  } as const
  await stand.act('projectManager', 'sendReport', { ...before, month: '2024-08' })
  const card = await opened(initiative)
  expect(inputsOf(card)).toMatchObject({ time: 'yellow', economy: 'green', forecast: '9\u00A0000\u00A0000' })
  await talking.press('projectManager', card, 'Inget nytt')
  expect((await sentFor(initiative)).find(({ month }) => month === '2024-09')).toMatchObject({
    time: 'yellow',
    next: 'Utbildning',
    changed: 'Inget nytt sedan förra rapporten.',
    forecastKr: 9_000_000,
  })
})

test('a first report has nothing to repeat', async () => {
  expect(buttonsOf(await opened(await running()))).not.toContain('Inget nytt')
})

test('a green light that the figures contradict is questioned, what was typed stays, and an explanation sends it', async () => {
  const initiative = await running({ legal: 'yes', legalDay: '2024-09-15' })
  const card = await opened(initiative)
  const asked = await talking.press('projectManager', card, 'Skicka rapporten', {
    ...green,
    changed: 'Allt klart utom driften',
  })
  expect(textOf(asked)).toContain('Tid grön? Lagkravets datum 15 sep.')
  expect(inputsOf(asked)).toMatchObject({ time: 'green', changed: 'Allt klart utom driften' })
  expect(await sentFor(initiative)).toEqual([])
  const sent = await talking.press('projectManager', asked, 'Skicka rapporten', {
    ...green,
    explanation: 'Undantag beviljat',
  })
  expect(textOf(sent)).toContain('rapporterad')
  expect(await sentFor(initiative)).toMatchObject([{ explanation: 'Undantag beviljat' }])
})

test('a month in which nothing is new is questioned too', async () => {
  const initiative = await running({ legal: 'yes', legalDay: '2024-09-15' })
  const before = { initiative: initiative.key, ...green } as const
  await stand.act('projectManager', 'sendReport', { ...before, month: '2024-08' })
  const asked = await talking.press('projectManager', await opened(initiative), 'Inget nytt')
  expect(textOf(asked)).toContain('Tid grön?')
  expect(await sentFor(initiative)).toHaveLength(1)
})

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

test('whoever may not report is told so, and a button pressed for them sends nothing', async () => {
  const initiative = await running()
  const card = await opened(initiative, 'employee')
  expect(textOf(card)).toContain('projektledare')
  expect(buttonsOf(card)).toEqual(['Öppna rapporten'])
  const mine = await opened(initiative)
  await talking.press('employee', mine, 'Skicka rapporten', green)
  expect(await sentFor(initiative)).toEqual([])
})

test('a card that names somebody else is answered as whoever pressed it', async () => {
  const initiative = await running()
  const { data } = buttonOf(await opened(initiative), 'Skicka rapporten')
  const me = stand.person('employee')
  const forged = {
    ...(data as object),
    ...green,
    me: stand.person('projectManager'),
    by: stand.person('director'),
  }
  await talking.messages.answer({ verb: 'sendReport', data: forged, me, language: 'sv' })
  expect(await sentFor(initiative)).toEqual([])
})

test('data of another shape is answered calmly, logged, and changes nothing', async () => {
  const initiative = await running()
  const whole = { matter: { kind: 'report', item: initiative.key, month: '2024-09' }, ...green }
  for (const data of [
    null,
    'x',
    { ...whole, id: "x' or '1' eq '1" },
    { ...whole, changed: 'x'.repeat(5000) },
    { matter: { kind: 'report' } },
    { matter: { kind: 'action', item: 'a' } },
  ]) {
    const me = stand.person('projectManager')
    const card = await talking.messages.answer({ verb: 'sendReport', data, me, language: 'sv' })
    expect(textOf(card)).not.toBe('')
  }
  expect(talking.logged).toHaveLength(6)
  expect(await sentFor(initiative)).toEqual([])
})

test('what somebody wrote in a title is shown as it was written', async () => {
  const title = '[klicka](https://evil.example) **nu** <b>fort</b> {{DATE(2024-01-01,SHORT)}}'
  const initiative = await running({ title })
  const card = await opened(initiative)
  expect(textOf(card)).toContain('[klicka](https://evil.example) **nu** <b>fort</b>')
  expect(JSON.stringify(card)).not.toContain('{{DATE')
  const blocks = JSON.stringify(card.body).match(/"type":"TextBlock"[^}]*/g) ?? []
  expect(blocks.join('')).not.toContain('evil')
})

test('in English for whoever reads English', async () => {
  const initiative = await running()
  const card = await talking.messages.answer({
    verb: 'open',
    data: { matter: { kind: 'report', item: initiative.key, month: '2024-09' } },
    me: stand.person('projectManager'),
    language: 'en',
  })
  expect([card.lang, textOf(card).split('\n')[0]]).toEqual(['en', 'Status report September 2024'])
})
