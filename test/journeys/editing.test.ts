/** Two people in one initiative, and a net that goes away: nothing is lost, nobody is overwritten unasked. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { initiatives } from '#src/lists/initiatives.ts'
import { type Opened, setUpStand, type Stand, type Who } from './stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand()
})
afterAll(() => stand.close())
afterEach(() => stand.closePages())

/** Needs of the demo that nobody else in this file touches. */
const [first, second, third] = ['pf-avo.nr:5', 'pf-avo.nr:6', 'pf-avo.nr:11'] as const

const saved = async (key: string) => stand.store.byKey(initiatives, key)

describe('two people at once', () => {
  test('who saves second sees both texts, and chooses', async () => {
    const one = await edit('developmentLead', first)
    const two = await edit('otherLead', first)
    await benefit(one).fill('Åsas text')
    await benefit(two).fill('Kristoffers text')
    await save(one)
    await reads(one, 'Åsas text')
    await save(two)
    const choice = two.tab.getByRole('alert')
    await choice.getByText('Åsa Lindevall har ändrat samma uppgift', { exact: false }).waitFor()
    expect(await choice.getByText('Kristoffers text').count()).toBe(1)
    expect(await choice.getByText('Åsas text').count()).toBe(1)
    expect((await saved(first))?.benefit).toBe('Åsas text')
    await choice.getByRole('button', { name: 'Använd min' }).click()
    await save(two)
    await reads(two, 'Kristoffers text')
    expect((await saved(first))?.benefit).toBe('Kristoffers text')
  })

  test('who keeps the saved text loses nothing else', async () => {
    const one = await edit('developmentLead', second)
    const two = await edit('otherLead', second)
    await benefit(one).fill('Den som gäller')
    await benefit(two).fill('Den som viker')
    await comment(two).fill('Kommentaren följer med')
    await save(one)
    await reads(one, 'Den som gäller')
    await save(two)
    await two.tab.getByRole('button', { name: 'Behåll den sparade' }).click()
    await save(two)
    await reads(two, 'Kommentaren följer med')
    expect(await saved(second)).toMatchObject({
      benefit: 'Den som gäller',
      comment: 'Kommentaren följer med',
    })
  })

  test('different fields are both kept, without a question', async () => {
    const one = await edit('developmentLead', third)
    const two = await edit('otherLead', third)
    await benefit(one).fill('Nyttan från en')
    await comment(two).fill('Kommentaren från en annan')
    await save(one)
    await reads(one, 'Nyttan från en')
    await save(two)
    await reads(two, 'Nyttan från en')
    expect(await two.tab.getByRole('alert').count()).toBe(0)
    expect(await saved(third)).toMatchObject({
      benefit: 'Nyttan från en',
      comment: 'Kommentaren från en annan',
    })
  })
})

describe('without a net', () => {
  const key = 'pf-avo.nr:13'

  test('what was saved waits, survives a reload and comes through when the net is back', async () => {
    const opened = await edit('developmentLead', key)
    const { page, tab } = opened
    await page.route('**/api/actions/**', (route) => route.abort())
    await benefit(opened).fill('Skriven utan nät')
    await save(opened)
    await tab.getByText('Osparat (1)').waitFor()
    await page.reload()
    await tab.getByText('Osparat (1)').waitFor()
    expect((await saved(key))?.benefit).not.toBe('Skriven utan nät')
    await page.unroute('**/api/actions/**')
    await (await opened.frame()).evaluate(() => window.dispatchEvent(new Event('online')))
    await reads(opened, 'Skriven utan nät')
    await tab.getByText('Sparat', { exact: true }).waitFor()
    expect((await saved(key))?.benefit).toBe('Skriven utan nät')
  })

  test('what was half written is still there after a reload', async () => {
    const opened = await edit('developmentLead', key)
    await benefit(opened).fill('Halvskriven')
    await opened.tab.getByText(/^Hämtat /).waitFor()
    await opened.page.reload()
    await expect.poll(() => benefit(opened).inputValue()).toBe('Halvskriven')
    await opened.tab.getByRole('button', { name: 'Avbryt' }).click()
    await opened.tab.getByRole('button', { name: 'Ändra Behov och nytta' }).waitFor()
  })
})

async function edit(person: Who, key: string): Promise<Opened> {
  const opened = await stand.open(person, { route: `/initiative/${encodeURIComponent(key)}` })
  await opened.tab.getByRole('button', { name: 'Ändra Behov och nytta' }).click()
  return opened
}

/** The text stands on the page, not in a form. */
const reads = ({ tab }: Opened, text: string) =>
  tab.getByRole('definition').filter({ hasText: text }).waitFor()
const benefit = ({ tab }: Opened) => tab.getByRole('textbox', { name: 'Nytta' })
const comment = ({ tab }: Opened) => tab.getByRole('textbox', { name: 'Kommentar' })
const save = ({ tab }: Opened) =>
  tab.getByRole('region', { name: 'Behov och nytta' }).getByRole('button', { name: 'Spara' }).click()
