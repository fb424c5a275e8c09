/** From Hem to a decision and back with the keyboard alone, the focus always somewhere that can be seen. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decisions } from '#src/lists/decisions.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { entraIdOf } from '#scripts/demo/installation.ts'
import { type Opened, setUpStand, type Stand, who } from './stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand()
  const contact = { id: entraIdOf(who.homeCareManager), name: 'Anders Wiknersson' }
  await stand.store.create(initiatives, {
    key: KEY,
    title: TITLE,
    number: 'ÄVO-2024-901',
    stage: 'collection',
    state: 'active',
    stageSince: '2024-09-20',
    portfolio: { key: 'pf-avo', title: 'ÄVO projektportfölj' },
    unit: { key: 'u-avo-ht', title: 'Hemtjänst' },
    need: 'Nycklar till samlingslokaler kommer bort.',
    benefit: 'Färre resor.',
    contact,
  })
})
afterAll(() => stand.close())

const KEY = 'by-keyboard'
const TITLE = 'Nyckelfria samlingslokaler'
/** More stops than any page has: past them, it can't be reached. */
const MOST_STOPS = 150

test('a manager decides what waits on Hem without a mouse', async () => {
  const opened = await stand.open('homeCareManager')
  const { page, tab } = opened
  await tab.getByRole('link', { name: `Besluta ${TITLE}` }).waitFor()
  await tabTo(opened, `Besluta ${TITLE}`)
  await page.keyboard.press('Enter')
  await tab.getByRole('heading', { name: TITLE, level: 1 }).waitFor()
  await tab.getByRole('button', { name: 'Besluta BP1' }).waitFor()
  await somewhere(opened)

  await tabTo(opened, 'Besluta BP1')
  await page.keyboard.press('Enter')
  const dialog = tab.getByRole('alertdialog', { name: 'Besluta BP1' })
  await dialog.waitFor()
  await expect.poll(() => inDialog(opened)).toBe(true)

  // Thought better of: Escape leads back to the button, and nothing is decided.
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => focused(opened)).toBe('Besluta BP1')
  expect(await made()).toEqual([])

  await page.keyboard.press('Enter')
  await dialog.waitFor()
  await expect.poll(() => inDialog(opened)).toBe(true)
  await tabTo(opened, 'Går vidare', { inside: true })
  const goOn = dialog.getByRole('radio', { name: 'Går vidare' })
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => goOn.isChecked()).toBe(false)
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => goOn.isChecked()).toBe(true)
  await tabTo(opened, 'Beslutets lydelse', { inside: true })
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Behovet är värt att pröva.')
  await tabTo(opened, 'Fatta beslutet', { inside: true })
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  const told = tab.getByText(/^Beslut 2024-\d{4} är fattat\.$/)
  await told.waitFor()
  await somewhere(opened)
  const [decision] = await made()
  expect(await told.textContent()).toContain(decision?.number)
  expect(decision?.wording).toBe('Behovet är värt att pröva.')

  await tabTo(opened, /Hem$/, { back: true })
  await page.keyboard.press('Enter')
  await tab.getByRole('heading', { name: 'Hem', level: 1 }).waitFor()
  await tab.getByRole('heading', { name: 'Väntar på dig' }).waitFor()
  await expect.poll(() => tab.getByRole('link', { name: `Besluta ${TITLE}` }).count()).toBe(0)
  await somewhere(opened)
})

const made = () => stand.store.where(decisions, { column: 'initiative', value: KEY })

/** Presses Tab until it stands there, each stop something with a name inside the tab once it has come in. */
async function tabTo(opened: Opened, name: string | RegExp, { inside = false, back = false } = {}) {
  const seen: string[] = []
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    const at = await focused(opened)
    if (typeof name === 'string' ? at === name : name.test(at)) return
    if (inside) expect(await inDialog(opened)).toBe(true)
    await opened.page.keyboard.press(back ? 'Shift+Tab' : 'Tab')
    seen.push(at)
  }
  throw new Error(`${name} was not reached by way of ${seen.join(' | ')}`)
}

/** The name of what has the focus in the tab; empty when the host page has it. */
async function focused(opened: Opened): Promise<string> {
  const frame = await opened.frame()
  return frame.evaluate(() => {
    const at = document.activeElement
    if (!document.hasFocus() || !(at instanceof HTMLElement) || at === document.body) return ''
    const label = 'labels' in at ? (at.labels as NodeListOf<HTMLLabelElement> | null)?.[0] : undefined
    const name = at.getAttribute('aria-label') ?? label?.textContent ?? at.textContent
    return name.replace(/\*$/, '').replace(/\s+/g, ' ').trim()
  })
}

/** A page that changes leaves the focus on something: whoever falls to the page's body has lost their place. */
async function somewhere(opened: Opened) {
  const frame = await opened.frame()
  await expect
    .poll(() => frame.evaluate(() => document.hasFocus() && document.activeElement !== document.body))
    .toBe(true)
}

async function inDialog(opened: Opened) {
  const frame = await opened.frame()
  return frame.evaluate(() => document.activeElement?.closest('[role=alertdialog]') !== null)
}
