/** What initiatives ask of people, answered in the chat: decisions where one person has the mandate, and needs that move or stand still. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { trail } from '#src/lists/decisions.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { aNeed, aSharedNeed, asItStands } from '#test/fixtures/needs.ts'
import { setUpStand, type Stand, type Who } from '#test/fixtures/stand.ts'
import { buttonsOf, inputsOf, type Talking, talkingOn, textOf } from './talking.ts'

let stand: Stand
let talking: Talking
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())
beforeEach(() => {
  talking = talkingOn(stand)
})

const open = (who: Who, matter: object) =>
  talking.messages.answer({ verb: 'open', data: { matter }, me: stand.person(who), language: 'sv' })
const deciding = ({ key: item }: Initiative, who: Who = 'homeCareManager', gate = 'BP1') =>
  open(who, { kind: 'decision', item, gate })

test('a gate is decided in the card by whoever has the mandate, with the usual wording', async () => {
  const need = await aNeed(stand)
  const card = await deciding(need)
  expect(textOf(card)).toContain('Nycklar kommer bort')
  const done = await talking.press('homeCareManager', card, 'Fatta beslutet', { outcome: 'goOn' })
  expect(textOf(done)).toMatch(/Går vidare \(2024-\d+\)/)
  const { initiative, decisions } = await asItStands(stand, need.key)
  expect(initiative.stage).toBe('screening')
  expect(decisions).toMatchObject([{ outcome: 'goOn', decidedBy: stand.person('homeCareManager') }])
  expect(decisions[0]?.wording).toContain(need.title)
})

test('pressed twice it is one decision, and the old card says what was decided', async () => {
  const need = await aNeed(stand)
  const card = await deciding(need)
  await talking.press('homeCareManager', card, 'Fatta beslutet', { outcome: 'goOn' })
  await talking.press('homeCareManager', card, 'Fatta beslutet', { outcome: 'goOn' })
  expect((await asItStands(stand, need.key)).decisions).toHaveLength(1)
  const again = await talking.again('homeCareManager', card)
  expect([textOf(again).includes('Går vidare'), buttonsOf(again)]).toEqual([true, ['Öppna initiativet']])
})

test('an outcome that needs a reason is refused without one, and what was typed stays', async () => {
  const need = await aNeed(stand)
  const refused = await talking.press('homeCareManager', await deciding(need), 'Fatta beslutet', {
    outcome: 'screenOut',
    wording: 'Avförs.',
  })
  expect(inputsOf(refused)).toMatchObject({ outcome: 'screenOut', wording: 'Avförs.' })
  expect((await asItStands(stand, need.key)).decisions).toEqual([])
  const done = await talking.press('homeCareManager', refused, 'Fatta beslutet', {
    outcome: 'screenOut',
    wording: 'Avförs.',
    grounds: 'Finns redan',
  })
  expect(textOf(done)).toContain('Finns redan')
  expect((await asItStands(stand, need.key)).initiative.state).toBe('screenedOut')
})

test('no outcome chosen is said', async () => {
  const card = await talking.press('homeCareManager', await deciding(await aNeed(stand)), 'Fatta beslutet')
  expect(textOf(card)).toContain('Välj ett utfall.')
})

test('whoever lacks the mandate reads who has it, and decides nothing by pressing another’s button', async () => {
  const need = await aNeed(stand)
  const mine = await deciding(need)
  const card = await deciding(need, 'employee')
  expect(textOf(card)).toContain(stand.person('homeCareManager').name)
  expect(buttonsOf(card)).toEqual(['Öppna initiativet'])
  await talking.press('employee', mine, 'Fatta beslutet', { outcome: 'goOn' })
  expect((await asItStands(stand, need.key)).decisions).toEqual([])
})

test('what somebody changed after the card was drawn is not decided on what it showed', async () => {
  const need = await aNeed(stand)
  const card = await deciding(need)
  await stand.store.change(initiatives, need, { benefit: 'Något annat', changedBy: stand.person('director') })
  const refused = await talking.press('homeCareManager', card, 'Fatta beslutet', { outcome: 'goOn' })
  expect(textOf(refused)).toContain(stand.person('director').name)
  expect((await asItStands(stand, need.key)).decisions).toEqual([])
})

test('what is lacking is said, also where it may be screened out', async () => {
  const need = await aNeed(stand, { need: null })
  expect(textOf(await deciding(need))).toContain('behov (problem och för vem)')
})

test('what several decide together is decided in the tab', async () => {
  const shared = await aSharedNeed(stand)
  const card = await deciding(shared, 'director', 'BP3')
  expect(textOf(card)).toContain('Beslutas gemensamt av')
  expect(buttonsOf(card)).toEqual(['Öppna initiativet'])
})

test('a need that moved tells what was decided, why, and what comes next', async () => {
  const need = await aNeed(stand)
  await stand.act('homeCareManager', 'decideGate', {
    initiative: need.key,
    gate: 'BP1',
    outcome: 'goOn',
    wording: 'Behovet går vidare.',
    grounds: 'Många berörs',
  })
  const [decision] = (await asItStands(stand, need.key)).decisions
  const card = await open('employee', { kind: 'moved', item: need.key, decision: decision?.key })
  expect(textOf(card)).toMatch(/Går vidare[^]*Behovet går vidare\.[^]*Många berörs[^]*Härnäst: BP2/)
  expect(card.actions?.[0]).toMatchObject({ url: `https://tab.example/need/${need.key}` })
})

const still = (values: Parameters<typeof aNeed>[1] = {}) =>
  aNeed(stand, { stageSince: '2024-06-01', contact: stand.person('employee'), ...values })
const answersTo = async ({ key }: Initiative) =>
  (await stand.store.where(trail, { column: 'initiative', value: key })).map(({ kind, field, to }) => [
    kind,
    field,
    to,
  ])

test('a need that stands still is still needed, says its contact person once', async () => {
  const need = await still()
  const card = await open('employee', { kind: 'stalled', item: need.key })
  expect(textOf(card)).toContain('122 dagar')
  const said = await talking.press('employee', card, 'Behövs fortfarande', { comment: 'Fler brukare nu' })
  expect(textOf(said)).toContain('Behovet behövs fortfarande. Fler brukare nu')
  await talking.press('employee', card, 'Behövs fortfarande', { comment: 'Fler brukare nu' })
  expect(await answersTo(need)).toEqual([['answer', 'needed', 'Fler brukare nu']])
  expect(buttonsOf(await talking.again('employee', card))).toEqual(['Vad har hänt?'])
  expect(talking.told).toEqual([])
})

test('a need that is withdrawn is told to whoever may screen it out, and moved by their decision only', async () => {
  const need = await still()
  const card = await open('employee', { kind: 'stalled', item: need.key })
  await talking.press('employee', card, 'Vi drar tillbaka det', { comment: 'Löst på annat sätt' })
  expect(talking.told).toMatchObject([
    { kind: 'needWithdrawn', to: [stand.person('homeCareManager')], need: { gate: 'BP1' } },
  ])
  expect((await asItStands(stand, need.key)).initiative.state).toBe('active')
  expect(textOf(await deciding(need))).toContain('Löst på annat sätt')
})

test('nobody else answers for the contact person', async () => {
  const need = await still()
  const theirs = await open('employee', { kind: 'stalled', item: need.key })
  expect(buttonsOf(await open('otherLead', { kind: 'stalled', item: need.key }))).toEqual(['Vad har hänt?'])
  const refused = await talking.press('otherLead', theirs, 'Vi drar tillbaka det')
  expect(textOf(refused)).toContain(stand.person('employee').name)
  expect(await answersTo(need)).toEqual([])
})
