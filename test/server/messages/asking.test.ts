/** What people ask the bot: help, what waits for them, search, links and their own choices. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { actionItems } from '#src/lists/actionItems.ts'
import { decisions } from '#src/lists/decisions.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { verifications } from '#src/lists/minutes.ts'
import { reminderChoices } from '#src/lists/reminding.ts'
import { aForumThere, aMeetingThere } from '#test/fixtures/meetingStand.ts'
import { aNeed } from '#test/fixtures/needs.ts'
import { setUpStand, type Stand } from '#test/fixtures/stand.ts'
import { buttonOf, buttonsOf, inputsOf, TAB, type Talking, talkingOn, textOf } from './talking.ts'

let stand: Stand
let talking: Talking
beforeAll(async () => {
  stand = await setUpStand('city')
}, 60_000)
afterAll(() => stand.close())
beforeEach(() => {
  talking = talkingOn(stand)
})

test('help names every command, and an unknown text is said back as it was written', async () => {
  const { messages } = talking
  expect(textOf(await messages.help('sv'))).toMatch(/mina:[^]*rapportera:[^]*sök …:[^]*inställningar:/)
  expect(textOf(await messages.help('en'))).toMatch(/mine:[^]*report:[^]*search …:[^]*settings:/)
  const unknown = await messages.help('sv', '**kaffe** [x](https://evil.example)')
  expect(textOf(unknown)).toContain('”**kaffe** [x](https://evil.example)”')
  expect(textOf(await talking.press('employee', unknown, 'Sök efter det'))).toContain('Inget passar')
})

test('a welcome uses the first name, and says how often and when something comes at once', async () => {
  const said = textOf(await talking.messages.welcome('Åsa Öberg', 'sv'))
  expect(said).toContain('Hej Åsa!')
  expect(said).toMatch(/högst en sammanställning om dagen[^]*en justering, kommer genast/)
})

test('what waits for me is all that can be done now, each line with its form', async () => {
  const forum = await aForumThere(stand)
  const me = stand.person('developmentLead')
  await stand.store.create(actionItems, {
    key: 'far',
    title: 'Skriv plan',
    owner: me,
    due: '2024-12-24',
    state: 'open',
    forum: { key: forum.key, title: forum.title },
  })
  await aMeetingThere(stand, forum, { title: 'Oktobermötet' })
  await aMeetingThere(stand, forum, { title: 'Decembermötet', day: '2024-12-10' })
  const card = await talking.messages.mine(me, 'sv')
  expect(textOf(card)).toMatch(/Gör klart\nSkriv plan[^]*Förbered\nOktobermötet/)
  expect(textOf(card)).not.toContain('Decembermötet')
  const form = await talking.press('developmentLead', card, /Skriv plan/)
  expect(buttonsOf(form)).toContain('Tillbaka till listan')
  await talking.press('developmentLead', form, 'Klar')
  expect(textOf(await talking.again('developmentLead', card))).not.toContain('Skriv plan')
})

test('a decision waits for whoever has the mandate, and for nobody else', async () => {
  const need = await aNeed(stand, { stageSince: '2024-09-30' })
  const { messages } = talking
  const mine = await messages.mine(stand.person('homeCareManager'), 'sv')
  expect(textOf(mine)).toContain(`${need.number} ${need.title}\nBP1`)
  expect(textOf(await messages.mine(stand.person('employee'), 'sv'))).toContain(
    'Jag har inget att påminna dig om',
  )
})

test('minutes of a meeting that has been wait for whoever verifies them, by their meeting', async () => {
  const forum = await aForumThere(stand)
  const meeting = await aMeetingThere(stand, forum, { day: '2024-09-20', state: 'sent', minutesVersion: 1 })
  await stand.store.create(verifications, {
    key: 'v-1',
    claim: 'v-1',
    title: meeting.title,
    meeting: { key: meeting.key, title: 'Septembermötet' },
    edition: 1,
    hash: 'h',
    person: stand.person('nursingManager'),
    answer: 'asked',
    askedOn: '2024-09-23',
  })
  const card = await talking.messages.mine(stand.person('nursingManager'), 'sv')
  expect(textOf(card)).toMatch(/Svara\nSeptembermötet\nHar väntat på din justering sedan 23 sep/)
})

test('what waits is read in few requests, also for those who decide', async () => {
  const { messages } = talking
  const asked = (who: 'employee' | 'director') =>
    stand.requestsOf(() => messages.mine(stand.person(who), 'sv'))
  expect(await asked('employee')).toBeLessThanOrEqual(10)
  expect(await asked('director')).toBeLessThanOrEqual(14)
})

test('one to report on opens at once, several are chosen between', async () => {
  const lead = stand.person('otherLead')
  const running = { stage: 'delivery', stageSince: '2024-03-01', projectManager: lead } as const
  const first = await aNeed(stand, running, { business: false })
  const { messages } = talking
  expect(buttonsOf(await messages.report(lead, 'sv'))).toContain('Skicka rapporten')
  const second = await aNeed(stand, running, { business: false })
  const card = await messages.report(lead, 'sv')
  expect(textOf(card)).toMatch(new RegExp(`${first.title}[^]*${second.title}`))
  expect(textOf(await messages.report(stand.person('employee'), 'sv'))).toContain('inget pågående arbete')
})

test('initiatives and decisions are found by number and words, those by number first', async () => {
  const need = await aNeed(stand, { title: 'Digitala lås i trygghetsboende' })
  await stand.act('homeCareManager', 'decideGate', {
    initiative: need.key,
    gate: 'BP1',
    outcome: 'goOn',
    wording: 'Låsen går vidare till grovsållning.',
  })
  const me = stand.person('employee')
  const { messages } = talking
  const [byNumber] = await messages.hits(need.number, me, 'sv')
  expect(byNumber?.preview.title).toBe(`${need.number} Digitala lås i trygghetsboende`)
  expect(byNumber?.card.actions).toMatchObject([{ url: `${TAB}/initiative/${need.key}` }])
  const titles = (await messages.hits('LÅSEN grovsållning', me, 'sv')).map(({ preview }) => preview.title)
  expect(titles).toEqual([expect.stringMatching(/^2024-\d+ BP1: Går vidare/)])
  const card = await messages.search('trygghetsboende', me, 'sv')
  expect(textOf(card)).toContain('Digitala lås i trygghetsboende')
})

test('before anything is written one’s own come first, those under way, then the newest; nothing confidential', async () => {
  const { messages } = talking
  const me = stand.person('nursingManager')
  const asked = { contact: me, proposer: stand.person('employee') }
  const own = await aNeed(stand, { ...asked, title: 'Min egen äldre' })
  await aNeed(stand, { ...asked, title: 'Min hemliga', confidentialBasis: '18:8' })
  const over = await aNeed(stand, { ...asked, title: 'Min avslutade', state: 'screenedOut' })
  const led = await aNeed(stand, { projectManager: me, title: 'Den jag leder' })
  const newest = await aNeed(stand, { title: 'Någon annans nyaste' })
  const titles = (await messages.hits('', me, 'sv')).map(({ preview }) => preview.title)
  expect(titles.slice(0, 3)).toEqual([led, own, newest].map(({ number, title }) => `${number} ${title}`))
  expect(titles).toContain(`${over.number} ${over.title}`)
  expect(titles.length).toBeLessThanOrEqual(15)
  expect(new Set(titles).size).toBe(titles.length)
  expect(titles.join()).not.toContain('hemliga')
  expect(await stand.requestsOf(() => messages.hits(' ', me, 'sv'))).toBeLessThanOrEqual(3)
})

test('what is new is found by the next who asks, and what was renamed by its new name', async () => {
  const { messages } = talking
  const me = stand.person('employee')
  const titles = async (text: string) =>
    (await messages.hits(text, me, 'sv')).map(({ preview }) => preview.title)
  expect(await titles('nattljus')).toEqual([])
  const need = await aNeed(stand, { title: 'Nattljus i trapphus' })
  expect(await titles('nattljus')).toEqual([`${need.number} Nattljus i trapphus`])
  await stand.store.change(initiatives, need, { title: 'Ledljus i trapphus' })
  expect([await titles('nattljus'), await titles('ledljus')]).toEqual([
    [],
    [`${need.number} Ledljus i trapphus`],
  ])
  expect(await stand.requestsOf(() => messages.hits('ledljus', me, 'sv'))).toBeLessThanOrEqual(2)
})

test('what became confidential after it was found is not found again', async () => {
  const need = await aNeed(stand, { title: 'Utredning av larmkedjan' })
  const { messages } = talking
  const me = stand.person('employee')
  expect(await messages.hits('larmkedjan', me, 'sv')).toHaveLength(1)
  await stand.store.change(initiatives, need, { confidentialBasis: '18:8' })
  expect(await messages.hits('larmkedjan', me, 'sv')).toEqual([])
})

test('what is confidential is found by nobody and no link shows it', async () => {
  const need = await aNeed(stand, { title: 'Hemlig utredning', confidentialBasis: '18:8' })
  const { messages } = talking
  const me = stand.person('director')
  expect(await messages.hits('Hemlig', me, 'sv')).toEqual([])
  expect(await messages.unfurl(`${TAB}/initiative/${need.key}`, me, 'sv')).toBeUndefined()
})

test('a link to one of our pages becomes its card, with our own link in it', async () => {
  const need = await aNeed(stand)
  const { messages } = talking
  const me = stand.person('employee')
  for (const page of ['initiative', 'need', 'report']) {
    const hit = await messages.unfurl(`https://evil.example/${page}/${need.key}?x=1#y`, me, 'sv')
    expect(hit?.card.actions).toMatchObject([{ url: `${TAB}/initiative/${need.key}` }])
  }
})

test('a link to a decision becomes its card', async () => {
  const need = await aNeed(stand)
  await stand.act('homeCareManager', 'decideGate', {
    initiative: need.key,
    gate: 'BP1',
    outcome: 'goOn',
    wording: 'Länkas.',
  })
  const [decision] = await stand.store.where(decisions, { column: 'initiative', value: need.key })
  const link = `/decisions?key=${encodeURIComponent(decision?.key ?? '')}`
  const hit = await talking.messages.unfurl(`https://tab.example${link}`, stand.person('employee'), 'sv')
  expect(hit?.preview.title).toContain(decision?.number)
  expect(hit?.card.actions).toMatchObject([{ url: `${TAB}${link}` }])
})

test.for([
  'not a link',
  'https://tab.example/',
  'https://tab.example/home',
  'https://tab.example/initiative/',
  'https://tab.example/initiative/..%2f..%2fsettings',
  'https://tab.example/initiative/%E0%A4%A',
  "https://tab.example/initiative/x' or 1 eq 1",
  'javascript:alert(1)//initiative/x',
  `https://tab.example/initiative/${'x'.repeat(5000)}`,
])('the link %s becomes nothing', async (url) => {
  expect(await talking.messages.unfurl(url, stand.person('employee'), 'sv')).toBeUndefined()
})

test('time, kinds and pause are chosen in the card, and kept', async () => {
  const me = stand.person('employee')
  const card = await talking.messages.settings(me, 'sv')
  expect(inputsOf(card)).toMatchObject({ time: '08:00' })
  const saved = await talking.press('employee', card, 'Spara', {
    time: '09:30',
    wanted: 'report,action',
    pausedFrom: '2024-10-05',
    pausedTo: '2024-10-12',
  })
  expect(textOf(saved)).toContain('Sparat.')
  expect(inputsOf(saved)).toMatchObject({ time: '09:30', wanted: 'report,action', pausedTo: '2024-10-12' })
  const chosen = await stand.store.where(reminderChoices, { column: 'person', value: me.id })
  expect(chosen).toMatchObject([{ time: '09:30', off: expect.arrayContaining(['verify', 'moved']) }])
})

test('a pause that ends before it begins is refused, and what was chosen stays', async () => {
  const card = await talking.messages.settings(stand.person('otherLead'), 'sv')
  const refused = await talking.press('otherLead', card, 'Spara', {
    time: '10:00',
    wanted: 'report',
    pausedFrom: '2024-10-12',
    pausedTo: '2024-10-05',
  })
  expect(inputsOf(refused)).toMatchObject({ time: '10:00', wanted: 'report', pausedFrom: '2024-10-12' })
  expect(textOf(refused)).not.toContain('Sparat')
})

test('a button that is not there is answered calmly and logged', async () => {
  const me = stand.person('employee')
  for (const verb of ['nothing', '__proto__', 'constructor', 'toString'])
    expect(textOf(await talking.messages.answer({ verb, data: {}, me, language: 'sv' }))).not.toBe('')
  expect(talking.logged).toHaveLength(4)
})

test('an initiative that is gone is said to be', async () => {
  const me = stand.person('employee')
  expect(await stand.store.byKey(initiatives, 'never')).toBeUndefined()
  for (const matter of [
    { kind: 'report', item: 'never', month: '2024-09' },
    { kind: 'decision', item: 'never', gate: 'BP1' },
    { kind: 'action', item: 'never' },
    { kind: 'stalled', item: 'never' },
    { kind: 'moved', item: 'never', decision: 'never' },
  ]) {
    const card = await talking.messages.answer({ verb: 'open', data: { matter }, me, language: 'sv' })
    expect(textOf(card)).toContain('Det finns inte längre här')
    expect(() => buttonOf(card, /Skicka|Fatta|Klar/)).toThrow('No button')
  }
})
