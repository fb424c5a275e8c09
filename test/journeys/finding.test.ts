/** Finding the way: links, filters, languages, themes, a start from what the browser kept, and the keyboard alone. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { initiatives } from '#src/lists/initiatives.ts'
import { type Opened, setUpStand, type Stand } from './stand.ts'

let stand: Stand
/** How many needs are in preparation, as the filter should say. */
let prepared: number
beforeAll(async () => {
  stand = await setUpStand()
  const all = await stand.store.all(initiatives)
  prepared = all.filter(({ stage }) => stage === 'preparation').length
})
afterAll(() => stand.close())
afterEach(() => stand.closePages())

const TITLE = 'Läkemedelsrobotar i hemmet'
const route = `/initiative/${encodeURIComponent('pf-avo.nr:3')}`

describe('links', () => {
  test('a link to an initiative opens it for someone else', async () => {
    const one = await stand.open('developmentLead', { route })
    await one.tab.getByRole('button', { name: 'Kopiera länk' }).click()
    const link = new URL(await one.page.getByRole('dialog').getByRole('textbox').inputValue())
    expect(link.searchParams.get('sub')).toBe(route)
    const other = await stand.open('employee', { route: link.searchParams.get('sub') ?? '' })
    await other.tab.getByRole('heading', { name: TITLE, level: 1 }).waitFor()
  })

  test('the address holds search, filter and sorting, and shows the same rows again', async () => {
    const { tab, frame } = await stand.open('employee', { route: '/portfolio' })
    await tab.getByRole('searchbox').fill('ävo-2024')
    await tab.getByRole('combobox', { name: 'Steg' }).selectOption({ label: `Beredning (${prepared})` })
    await tab.getByRole('button', { name: 'Titel' }).click()
    await tab.getByText(`Visar ${prepared} av 90 initiativ`).waitFor()
    const { searchParams } = new URL((await frame()).url())
    expect(Object.fromEntries(searchParams)).toMatchObject({
      q: 'ävo-2024',
      stage: 'preparation',
      sort: 'title',
    })
    await (await frame()).evaluate(() => window.location.reload())
    await tab.getByText(`Visar ${prepared} av 90 initiativ`).waitFor()
    expect(await tab.getByRole('columnheader', { name: 'Titel' }).getAttribute('aria-sort')).toBe('ascending')
  })

  test('a link may hold a filter', async () => {
    const { tab } = await stand.open('employee', { route: '/portfolio?stage=preparation&q=ävo' })
    await tab.getByText(`Visar ${prepared} av 90 initiativ`).waitFor()
  })

  test('an address that leads nowhere says so, and leads back', async () => {
    const { tab } = await stand.open('employee', { route: '/initiative/none' })
    await tab.getByText('Sidan finns inte.', { exact: false }).waitFor()
    await tab.getByRole('link', { name: 'Tillbaka till portföljen' }).click()
    await tab.getByText('Visar 90 av 90 initiativ').waitFor()
  })
})

describe('looks', () => {
  test('the language follows the host', async () => {
    const { page, tab } = await stand.open('employee', { route: '/portfolio' })
    await tab.getByRole('heading', { name: 'Portfölj' }).waitFor()
    await page.getByLabel('Språk').selectOption('en-gb')
    await tab.getByRole('heading', { name: 'Portfolio' }).waitFor()
    await tab.getByText('Showing 90 of 90 initiatives').waitFor()
    expect(await tab.locator('html').getAttribute('lang')).toBe('en')
  })

  test('the theme follows the host, without a reload', async () => {
    const { page, tab, frame } = await stand.open('employee', { route: '/portfolio' })
    await tab.getByRole('heading', { name: 'Portfölj' }).waitFor()
    await (await frame()).evaluate(() => Object.assign(window, { same: true }))
    await page.getByLabel('Tema').selectOption('dark')
    await tab.locator('html[data-theme=dark]').waitFor({ state: 'attached' })
    expect(await (await frame()).evaluate(() => 'same' in window)).toBe(true)
  })
})

describe('a second start', () => {
  test('draws from what the browser kept, before the service answers', async () => {
    const { page, tab } = await stand.open('employee', { route: '/portfolio' })
    await tab.getByText(/^Hämtat /).waitFor()
    let held = 0
    await page.route(`${stand.tenantOrigin}/v1.0/**`, () => {
      held++
    })
    await page.reload()
    await tab.getByRole('row', { name: TITLE }).waitFor()
    await tab.getByText('Visar 90 av 90 initiativ').waitFor()
    await expect.poll(() => held).toBeGreaterThan(0)
    await tab.getByText('Hämtar …').waitFor()
  })
})

describe('the keyboard alone', () => {
  test('leads from the table to an initiative, and back to the same row', async () => {
    const opened = await stand.open('developmentLead', { route: '/portfolio' })
    const { page, tab } = opened
    await tab.getByRole('row', { name: TITLE }).waitFor()
    await tab.getByRole('searchbox').focus()
    await tabTo(opened, '[role=row]')
    await page.keyboard.press('/')
    expect(await focused(opened)).toBe('searchbox')
    await page.keyboard.type('läkemedelsrobot')
    await tab.getByText('Visar 1 av 90 initiativ').waitFor()
    await page.keyboard.press('Control+A')
    await page.keyboard.press('Delete')
    await tab.getByText('Visar 90 av 90 initiativ').waitFor()
    await tabTo(opened, '[role=row]')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    expect(await focused(opened)).toContain(TITLE)
    await page.keyboard.press('Enter')
    await tab.getByRole('heading', { name: TITLE, level: 1 }).waitFor()
    await expect.poll(() => focused(opened)).toBe(TITLE)
    await tabTo(opened, 'a')
    await page.keyboard.press('Enter')
    await tab.getByText('Visar 90 av 90 initiativ').waitFor()
    await expect.poll(() => focused(opened)).toContain(TITLE)
  })

  test('a dialog holds the focus, and gives it back', async () => {
    const opened = await stand.open('homeCareManager', {
      route: `/initiative/${encodeURIComponent('pf-avo.nr:11')}`,
    })
    const { page, tab } = opened
    const button = tab.getByRole('button', { name: 'Besluta BP1' })
    await button.focus()
    await page.keyboard.press('Enter')
    const dialog = tab.getByRole('alertdialog')
    await dialog.waitFor()
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press('Tab')
      expect(await inDialog(opened)).toBe(true)
    }
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => focused(opened)).toBe('Besluta BP1')
  })

  test('changing a section moves the focus into its form, and back when it is closed', async () => {
    const opened = await stand.open('developmentLead', { route })
    const { page, tab } = opened
    await tab.getByRole('button', { name: 'Ändra Behov och nytta' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(opened)).toContain('Titel')
    await tabTo(opened, 'button[type=button]')
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(opened)).toBe('Ändra Behov och nytta')
  })
})

/** The name of what has the focus in the tab. */
async function focused({ frame }: Opened): Promise<string> {
  return (await frame()).evaluate(() => {
    const at = document.activeElement
    if (at?.matches('input[type=search]')) return 'searchbox'
    const label = at instanceof HTMLInputElement ? at.labels?.[0]?.textContent : undefined
    return at?.getAttribute('aria-label') ?? label ?? at?.textContent ?? ''
  })
}

const inDialog = async ({ frame }: Opened) =>
  (await frame()).evaluate(() => document.activeElement?.closest('[role=alertdialog]') != null)

/** Presses Tab until something of that kind has the focus. */
async function tabTo({ page, frame }: Opened, selector: string) {
  const tab = await frame()
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab')
    if (await tab.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return
  }
  throw new Error(`Tab never reached ${selector}`)
}
