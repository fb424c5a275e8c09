/** A month’s status report from the chat: filled in, doubted, sent by the same rules as in the tab, and never twice. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { setUpStand, type Stand } from '#test/fixtures/stand.ts'
import { buttonOf, buttonsOf, inputsOf, type Talking, talkingOn, textOf } from './talking.ts'
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

const { running, opened, sentFor } = reporting(() => ({ stand, talking }))

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
