/** A month of a department's dialogue: agenda, sitting in the side panel with the net gone for a while, minutes, and what follows. */
import { readFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { actionItems } from '#src/lists/actionItems.ts'
import { decisions } from '#src/lists/decisions.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { agendaItems } from '#src/lists/meetings.ts'
import { entraIdOf } from '#scripts/demo/installation.ts'
import { readWord } from '../fixtures/word.ts'
import { type Opened, setUpStand, type Stand, who, type Who } from './stand.ts'

const FORUM = 'Strategisk dialog Hemtjänst'
const MEETING = 'f-sd-ht/2024-10'
const NEXT = 'f-sd-ht/2024-11'
const NEED = 'keys-of-sheltered-homes'
const TITLE = 'Nyckelfria trygghetsboenden'
const GATE = `BP1: ${TITLE}`
const ADDED = 'Vikarier över jul'
const BEFORE = 'Anders berättar om nycklarna.'
const MEANWHILE = ' Två boenden kan börja i november.'
const actions = [
  { typed: 'Therese räknar på nycklarna till nästa möte', what: 'Räknar på nycklarna', due: '2024-11-20' },
  { typed: 'Mikael bokar leverantören senast fredag', what: 'Bokar leverantören', due: '2024-10-18' },
  { typed: 'jag skriver till enheterna 25 okt', what: 'Skriver till enheterna', due: '2024-10-25' },
] as const

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand()
  await stand.store.create(initiatives, {
    key: NEED,
    title: TITLE,
    number: 'ÄVO-2024-902',
    stage: 'collection',
    state: 'active',
    stageSince: '2024-09-20',
    portfolio: { key: 'pf-avo', title: 'ÄVO projektportfölj' },
    unit: { key: 'u-avo-ht', title: 'Hemtjänst' },
    need: 'Nycklar till trygghetsboenden kommer bort.',
    benefit: 'Färre resor.',
    contact: { id: entraIdOf(who.homeCareManager), name: 'Anders Wiknersson' },
  })
})
afterAll(() => stand.close())
afterEach(() => stand.closePages())

test('the agenda drafts itself from what has happened, is edited and sent', async () => {
  const { page, tab } = await stand.open('developmentLead', { route: partOf(MEETING, 'prepare') })
  const proposals = tab.getByRole('region', { name: 'Förslag till dagordningen' })
  const gates = proposals.getByRole('region', { name: 'Beslutspunkt som väntar' })
  await gates.getByText('BP1 har väntat 11 dagar, allt som behövs finns').waitFor()
  const late = proposals.getByRole('region', { name: 'Öppen åtgärd' }).getByRole('listitem')
  await late
    .filter({ hasText: 'Skicka lista på återstående 2G/3G-larm' })
    .getByText(/13 dagar sen/)
    .waitFor()
  await proposals.getByRole('button', { name: 'Ta med alla föreslagna (12)' }).click()

  const agenda = tab.getByRole('list', { name: 'Dagordning', exact: true })
  await agenda.getByText(GATE).waitFor()
  await proposals.getByRole('button', { name: /^Ta med alla/ }).waitFor({ state: 'detached' })
  await tab.getByRole('textbox', { name: 'Lägg till en punkt' }).fill(ADDED)
  await tab.getByRole('button', { name: 'Lägg till', exact: true }).click()
  const up = tab.getByRole('button', { name: `Flytta upp ${ADDED}` })
  await up.click()
  await tab.getByText(`${ADDED} är nu punkt 10 av 13.`).waitFor({ state: 'attached' })
  const minutes = tab.getByRole('spinbutton', { name: `Minuter för ${GATE}` })
  await minutes.fill('15')
  await minutes.press('Enter')
  await tab.getByText('13 punkter · 68 av 90 min · slut 14.08').waitFor()

  await tab.getByRole('button', { name: 'Skicka dagordningen' }).click()
  const sending = tab.getByRole('group', { name: 'Skicka dagordningen' })
  await sending.getByText(/^Den går till Anders Wiknersson, .*Mikael Brunnsäter/).waitFor()
  await sending.getByRole('button', { name: 'Skicka nu' }).click()
  await tab.getByText('Version 1, skickad tis 1 okt. av Åsa Lindevall').waitFor()
  expect((await itemsInOrder()).indexOf(ADDED)).toBe(9)
  await moveTo(page, '2024-10-16', 'onsdag 16 oktober 2024')
})

test('the meeting is held in the side panel by keys, and a net that is gone for a while takes nothing', async () => {
  const { page, tab, frame } = await sidePanel()
  await tab.getByRole('button', { name: 'Öppna mötet' }).click()
  await tab.getByRole('button', { name: 'Alla är här' }).click()
  await tab.getByText('4 av 4 är här').waitFor()
  await tab.getByRole('button', { name: 'Ändra justerare' }).click()
  await tab.getByRole('checkbox', { name: 'Mikael Brunnsäter' }).check()
  await tab.getByRole('form', { name: 'Ändra justerare' }).getByRole('button', { name: 'Spara' }).click()
  await tab.getByText('Justerare Anders Wiknersson och Mikael Brunnsäter').waitFor()

  const notes = tab.getByRole('textbox', { name: 'Anteckningar' })
  await notes.fill('Anders och Mikael justerar.')
  await page.keyboard.press('Alt+PageDown')
  await tab.getByRole('heading', { name: '2. Föregående möte och öppna åtgärder' }).waitFor()
  const focused = async () => (await frame()).evaluate(() => document.activeElement?.id)
  await expect.poll(focused).toBe(await notes.getAttribute('id'))
  await goTo(tab, GATE)
  await notes.pressSequentially(BEFORE)
  await saved(BEFORE)
  await page.context().setOffline(true)
  await notes.pressSequentially(MEANWHILE)
  await tab.getByText(/^\W*Offline/).waitFor()
  // The computer is dead, too: what the net never carried is in the browser.
  await page.goto('about:blank')
  await page.context().setOffline(false)
  expect(await notesOfGate()).toBe(BEFORE)
  await page.goBack()
  await tab.getByRole('heading', { name: GATE, level: 2 }).waitFor()
  await expect.poll(() => notes.inputValue()).toBe(BEFORE + MEANWHILE)
  await saved(BEFORE + MEANWHILE)

  await notes.focus()
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('ArrowDown')
  const form = tab.getByRole('form', { name: `Beslut om ${GATE}` })
  await form.getByText('Anders Wiknersson (har mandatet)').waitFor({ state: 'attached' })
  await form.getByText('Gäller när protokollet är justerat.').waitFor()
  await page.keyboard.press('Control+Enter')
  await tab.getByText('BP1: Går vidare · Väntar på justering').waitFor()

  for (const { typed, what } of actions) {
    await page.keyboard.press('Alt+Enter')
    await page.keyboard.type(typed)
    await page.keyboard.press('Enter')
    await tab.getByRole('button', { name: `Ta bort ${what}` }).waitFor()
  }
  const made = await stand.store.where(actionItems, { column: 'meeting', value: MEETING })
  expect(Object.fromEntries(made.map(({ title, due }) => [title, due]))).toEqual(
    Object.fromEntries(actions.map(({ what, due }) => [what, due])),
  )

  await tab.getByRole('button', { name: 'Avsluta mötet' }).click()
  await tab.getByText('12 punkter har inget utfall.', { exact: false }).waitFor()
  await tab.getByRole('button', { name: 'Avsluta mötet' }).click()
  await tab.getByRole('heading', { name: 'Utkast' }).waitFor()
  expect(await stageOfNeed()).toBe('collection')
})

test('the minutes get their paragraphs, and what was decided waits until two have approved them', async () => {
  const { tab } = await stand.open('developmentLead', { route: partOf(MEETING, 'minutes') })
  await tab.getByText('Paragrafnumren inom parentes är preliminära', { exact: false }).waitFor()
  await tab.getByRole('button', { name: 'Skicka för justering …' }).click()
  await tab.getByText('Anders Wiknersson och Mikael Brunnsäter ska godkänna.', { exact: false }).waitFor()
  await tab.getByRole('button', { name: 'Skicka', exact: true }).click()
  await tab.getByRole('heading', { name: 'Skickat för justering' }).waitFor()
  await tab.getByRole('heading', { name: `§ 61 ${GATE}` }).waitFor()

  await approve('homeCareManager', 'Anders Wiknersson')
  expect(await stageOfNeed()).toBe('collection')
  const { tab: last } = await approve('digitalManager', 'Mikael Brunnsäter')
  await last.getByRole('heading', { name: 'Justerat 16 okt.' }).waitFor()
  await last.getByText('Verkställt').waitFor()
  expect(await stageOfNeed()).toBe('screening')
})

test('the minutes are a Word file at an address of SharePoint, and say what was noted, decided and agreed', async () => {
  const { page, tab } = await stand.open('employee', { route: partOf(MEETING, 'minutes') })
  const link = tab.getByRole('link', { name: 'SD HT 2024-10-16 Protokoll.docx' })
  await link.waitFor()
  expect(await link.getAttribute('href')).toMatch(`${stand.tenantOrigin}/sites/`)
  const download = page.waitForEvent('download')
  await link.click()
  const { parts, paragraphs, text } = readWord(await readFile(await (await download).path()))
  expect(Object.keys(parts)).toContain('word/styles.xml')
  const heads = paragraphs.filter(({ style }) => style?.startsWith('Heading')).map((one) => one.text)
  expect(heads).toContain(`§ 61 ${GATE}`)
  for (const said of [BEFORE + MEANWHILE, 'Bifall', ...actions.map(({ what }) => what)])
    expect(text).toContain(said)
})

test('the initiative has moved by the decision of the meeting, and the next agenda asks for what was agreed', async () => {
  const { page, tab } = await stand.open('employee', { route: `/initiative/${NEED}` })
  await tab.getByText('Grovsållning', { exact: true }).first().waitFor()
  await tab.getByRole('heading', { name: 'Beslut', exact: true }).click()
  await tab.getByText('SD HT 2024 § 61 · BP1: Går vidare').waitFor()
  expect((await stand.store.where(decisions, { column: 'initiative', value: NEED })).length).toBe(1)

  await moveTo(page, '2024-11-12', 'tisdag 12 november 2024')
  const next = await stand.open('developmentLead', { route: partOf(NEXT, 'prepare') })
  const open = next.tab.getByRole('region', { name: 'Öppen åtgärd' }).getByRole('listitem')
  const [later, booked] = actions
  await open.filter({ hasText: later.what }).getByText('Therese Björkvall, senast 20 nov.').waitFor()
  await open
    .filter({ hasText: booked.what })
    .getByText(/skulle vara klar 18 okt\., 25 dagar sen/)
    .waitFor()
  await next.tab.getByRole('button', { name: `Ta med ${later.what}` }).click()
  await next.tab.getByRole('list', { name: 'Dagordning', exact: true }).getByText(later.what).waitFor()
  expect(await next.tab.getByText(GATE).count()).toBe(0)
})

const partOf = (meeting: string, part: 'prepare' | 'minutes') =>
  `/meeting/${encodeURIComponent(meeting)}?part=${part}`

/** The day of the whole organisation, as the host page sets it. */
async function moveTo(page: Opened['page'], day: string, inWords: string) {
  await page.locator('#day').fill(day)
  await page.getByText(inWords).waitFor()
}

/** Added to the meeting in Teams as its participants do. */
async function sidePanel(): Promise<Opened> {
  const opened = await stand.open('developmentLead', { in: 'meeting', width: '320' })
  await opened.page.getByRole('main').getByRole('button', { name: 'Lägg till flik' }).click()
  const choosing = opened.page.frameLocator('#configFrame iframe')
  await choosing.getByRole('radio', { name: 'Ett forum' }).check()
  await choosing.getByRole('combobox').selectOption(FORUM)
  await opened.page.locator('#configSave:enabled').click()
  await opened.tab.getByRole('heading', { level: 1, name: `${FORUM} 2024-10-16` }).waitFor()
  return opened
}

async function goTo(tab: Opened['tab'], title: string) {
  const picker = tab.getByRole('combobox', { name: 'Punkt' })
  const name = await picker.getByRole('option', { name: title, includeHidden: true }).textContent()
  await picker.selectOption({ label: name ?? '' })
  await tab.getByRole('heading', { name: title, level: 2 }).waitFor()
}

async function approve(person: Who, name: string): Promise<Opened> {
  const opened = await stand.open(person)
  const { tab } = opened
  await tab.getByRole('link', { name: `Läs och justera ${FORUM} 2024-10-16` }).click()
  await tab.getByRole('button', { name: 'Godkänn' }).click()
  await tab.getByText(`${name} godkände 16 okt.`, { exact: false }).waitFor()
  return opened
}

const itemsOfMeeting = () => stand.store.where(agendaItems, { column: 'meeting', value: MEETING })
const itemsInOrder = async () =>
  (await itemsOfMeeting()).toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0)).map(({ title }) => title)
const notesOfGate = async () => (await itemsOfMeeting()).find(({ title }) => title === GATE)?.notes
/** At the server, not only in the browser. */
const saved = (text: string) => expect.poll(notesOfGate).toBe(text)
const stageOfNeed = async () => (await stand.store.byKey(initiatives, NEED))?.stage
