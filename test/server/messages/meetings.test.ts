/** What meetings ask of people, answered in the chat: actions, agendas and minutes, by the rules of the tab. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type ActionItem, actionItems } from '#src/lists/actionItems.ts'
import { verifications } from '#src/lists/minutes.ts'
import { people } from '#src/lists/organisation.ts'
import { aForumThere, aMeetingThere, anItemThere, itemNow, meetingNow } from '#test/fixtures/meetingStand.ts'
import { setUpStand, type Stand, TODAY, type Who } from '#test/fixtures/stand.ts'
import { buttonsOf, inputsOf, type Talking, talkingOn, textOf } from './talking.ts'

let stand: Stand
let talking: Talking
let made = 0
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())
beforeEach(() => {
  talking = talkingOn(stand)
})

const open = (who: Who, matter: object) =>
  talking.messages.answer({ verb: 'open', data: { matter }, me: stand.person(who), language: 'sv' })

async function anAction(values: Partial<ActionItem> = {}): Promise<ActionItem> {
  const forum = await aForumThere(stand)
  const { item } = await stand.store.create(actionItems, {
    key: `action-${++made}`,
    title: `Utred grenuttag ${made}`,
    owner: stand.person('developmentLead'),
    due: '2024-10-03',
    state: 'open',
    forum: { key: forum.key, title: forum.title },
    ...values,
  })
  return item
}
const now = ({ key }: ActionItem) => stand.store.byKey(actionItems, key)
const opened = (action: ActionItem, who: Who = 'developmentLead') =>
  open(who, { kind: 'action', item: action.key })

test('an action is done with one button, and can not be done again', async () => {
  const action = await anAction()
  const card = await opened(action)
  const done = await talking.press('developmentLead', card, 'Klar')
  expect(textOf(done)).toContain('Avslutad 1 okt.')
  expect(await now(action)).toMatchObject({ state: 'done', closedOn: TODAY })
  const again = await talking.press('developmentLead', card, 'Klar')
  expect([textOf(again).includes('Avslutad'), buttonsOf(again)]).toEqual([true, ['Öppna åtgärderna']])
})

test('an action gets another day with its reason', async () => {
  const action = await anAction()
  const moved = await talking.press('developmentLead', await opened(action), 'Spara ny dag', {
    due: '2024-10-20',
    moveReason: 'Väntar på leverantören',
  })
  expect(textOf(moved)).toContain('Ny dag: 20 okt.')
  expect(await now(action)).toMatchObject({
    due: '2024-10-20',
    changes: [{ reason: 'Väntar på leverantören', due: '2024-10-03' }],
  })
})

test('another day without a reason is refused in the card, which keeps what was typed', async () => {
  const action = await anAction()
  const refused = await talking.press('developmentLead', await opened(action), 'Spara ny dag', {
    due: '2024-10-20',
  })
  expect(textOf(refused)).toContain('Varför ändrad måste fyllas i.')
  expect(inputsOf(refused)).toMatchObject({ due: '2024-10-20' })
  expect(buttonsOf(refused)).toEqual(['Spara ny dag', 'Avbryt', 'Öppna åtgärderna'])
  expect(await now(action)).toMatchObject({ due: '2024-10-03' })
})

test('a card from before somebody else moved the day is told what stands there now', async () => {
  const action = await anAction()
  const card = await opened(action)
  await stand.store.change(actionItems, action, { due: '2024-11-01', changedBy: stand.person('director') })
  const late = await talking.press('developmentLead', card, 'Spara ny dag', {
    due: '2024-10-20',
    moveReason: 'Semester',
  })
  expect(textOf(late)).toContain(stand.person('director').name)
  expect(await now(action)).toMatchObject({ due: '2024-11-01' })
})

test('an action is handed over by name, and whoever gets it is told', async () => {
  const action = await anAction()
  const { name } = stand.person('otherLead')
  const handed = await talking.press('developmentLead', await opened(action), 'Lämna över', {
    name,
    handReason: 'Byter uppdrag',
  })
  expect(textOf(handed)).toContain(`Överlämnad till ${name}`)
  expect(buttonsOf(handed)).toEqual(['Öppna åtgärderna'])
  expect(await now(action)).toMatchObject({ owner: stand.person('otherLead') })
  expect(talking.told).toMatchObject([{ kind: 'actionGiven', to: [stand.person('otherLead')] }])
})

test('of several by the name one is chosen; one who is not among them is nobody', async () => {
  for (const n of [1, 2])
    await stand.store.create(people, {
      key: `bo-${n}`,
      title: `Bo Ek ${n}`,
      person: { id: `bo-${n}`, name: `Bo Ek ${n}` },
    })
  const action = await anAction()
  const which = await talking.press('developmentLead', await opened(action), 'Lämna över', {
    name: 'bo ek',
    handReason: 'Byter uppdrag',
  })
  expect(JSON.stringify(which.body)).toContain('"value":"bo-2"')
  expect(inputsOf(which)).toMatchObject({ name: 'bo ek', handReason: 'Byter uppdrag' })
  const typed = { name: 'bo ek', handReason: 'Byter uppdrag' }
  await talking.press('developmentLead', which, 'Lämna över', {
    ...typed,
    person: stand.person('director').id,
  })
  expect(await now(action)).toMatchObject({ owner: stand.person('developmentLead') })
  await talking.press('developmentLead', which, 'Lämna över', { ...typed, person: 'bo-2' })
  expect(await now(action)).toMatchObject({ owner: { id: 'bo-2', name: 'Bo Ek 2' } })
})

test('a name that nobody has is said', async () => {
  const card = await talking.press('developmentLead', await opened(await anAction()), 'Lämna över', {
    name: 'Ingen Alls',
  })
  expect(textOf(card)).toContain('Ingen med det namnet')
})

test("somebody else's action is read, not changed", async () => {
  const action = await anAction()
  expect(buttonsOf(await opened(action, 'employee'))).toEqual(['Öppna åtgärderna'])
  await talking.press('employee', await opened(action), 'Klar')
  expect(await now(action)).toMatchObject({ state: 'open' })
})

test('an agenda is read and sent in the card, once', async () => {
  const forum = await aForumThere(stand)
  const meeting = await aMeetingThere(stand, forum)
  await anItemThere(stand, { forum, meeting }, { title: 'Digitala lås' })
  const card = await open('developmentLead', { kind: 'agenda', item: meeting.key })
  expect(textOf(card)).toContain('1. Digitala lås')
  const sent = await talking.press('developmentLead', card, 'Skicka dagordningen')
  expect(textOf(sent)).toContain('Skickad 1 okt.')
  expect(await meetingNow(stand, meeting)).toMatchObject({ agendaSentOn: TODAY, agendaVersion: 1 })
  await talking.press('developmentLead', card, 'Skicka dagordningen')
  expect(await meetingNow(stand, meeting)).toMatchObject({ agendaVersion: 1 })
  expect(buttonsOf(await talking.again('developmentLead', card))).toEqual(['Öppna dagordningen'])
})

test('an empty agenda is not sent, and one that is not mine is refused in the card', async () => {
  const forum = await aForumThere(stand)
  const meeting = await aMeetingThere(stand, forum)
  const matter = { kind: 'agenda', item: meeting.key }
  expect(buttonsOf(await open('developmentLead', matter))).toEqual(['Öppna dagordningen'])
  await anItemThere(stand, { forum, meeting })
  const refused = await talking.press('employee', await open('employee', matter), 'Skicka dagordningen')
  expect(textOf(refused)).toContain(stand.person('homeCareManager').name)
  expect((await meetingNow(stand, meeting)).agendaSentOn).toBeUndefined()
})

async function minutesToVerify() {
  const forum = await aForumThere(stand)
  const meeting = await aMeetingThere(stand, forum, { state: 'held', day: '2024-09-30' })
  const item = await anItemThere(
    stand,
    { forum, meeting },
    { title: 'Ny rutin', state: 'treated', kind: 'discussion', notes: 'Vi talade' },
  )
  await stand.act('developmentLead', 'sendMinutes', { meeting: meeting.key })
  return { forum, meeting, item, matter: { kind: 'verify', item: meeting.key, meeting: meeting.key } }
}
const asked = async ({ key }: { key: string }) =>
  (await stand.store.where(verifications, { column: 'meeting', value: key })).map(({ answer, comment }) => [
    answer,
    comment,
  ])

test('minutes are approved in the card, and then they are verified', async () => {
  const { meeting, matter } = await minutesToVerify()
  const card = await open('homeCareManager', matter)
  expect(textOf(card)).toContain('Ny rutin')
  const done = await talking.press('homeCareManager', card, 'Godkänn')
  expect(textOf(done)).toContain('Du godkände 1 okt.')
  expect(await meetingNow(stand, meeting)).toMatchObject({ state: 'verified' })
  expect(buttonsOf(await talking.again('homeCareManager', card))).toEqual(['Läs hela texten'])
})

test('minutes are sent back with what is to be changed, which must be said', async () => {
  const { meeting, matter } = await minutesToVerify()
  const card = await open('homeCareManager', matter)
  const silent = await talking.press('homeCareManager', card, 'Skicka tillbaka')
  expect(await asked(meeting)).toEqual([['asked', undefined]])
  expect(buttonsOf(silent)).toContain('Skicka tillbaka')
  const back = await talking.press('homeCareManager', silent, 'Skicka tillbaka', { comment: 'Fel datum' })
  expect(textOf(back)).toContain('Fel datum')
  expect(await asked(meeting)).toEqual([['returned', 'Fel datum']])
})

test('minutes that have a newer version than the card showed are not approved', async () => {
  const { meeting, item, matter } = await minutesToVerify()
  const card = await open('homeCareManager', matter)
  await stand.act('homeCareManager', 'verifyMinutes', {
    meeting: meeting.key,
    version: 1,
    hash: (await stand.store.where(verifications, { column: 'meeting', value: meeting.key }))[0]?.hash ?? '',
    answer: 'returned',
    comment: 'Rätta',
  })
  await stand.act('developmentLead', 'noteItem', {
    item: item.key,
    values: { notes: 'Vi talade länge' },
    base: { notes: (await itemNow(stand, item)).notes ?? null },
  })
  await stand.act('developmentLead', 'sendMinutes', { meeting: meeting.key })
  await talking.press('homeCareManager', card, 'Godkänn')
  expect((await meetingNow(stand, meeting)).state).toBe('sent')
})

test('whoever is not asked can not answer for somebody who is', async () => {
  const { meeting, matter } = await minutesToVerify()
  expect(buttonsOf(await open('employee', matter))).toEqual(['Läs hela texten'])
  const theirs = await open('homeCareManager', matter)
  const refused = await talking.press('employee', theirs, 'Godkänn')
  expect(textOf(refused)).toContain('inte tillfrågad')
  expect(await asked(meeting)).toEqual([['asked', undefined]])
})

test('a notice tells what happened and opens the meeting', async () => {
  const forum = await aForumThere(stand)
  const meeting = await aMeetingThere(stand, forum, { place: 'Storsalen' })
  const told = { kind: 'meeting', item: meeting.key, meeting: meeting.key, told: 'meetingMoved', on: TODAY }
  const card = await open('employee', told)
  expect(textOf(card).split('\n')).toEqual([
    meeting.title,
    'Mötet är flyttat.',
    'När: tis 8 okt., Storsalen',
    `Forum: ${forum.title}`,
  ])
})
