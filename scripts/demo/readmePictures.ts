/** What the README's pictures are of: who looks at what, and when it is worth looking at. */
import { join } from 'node:path'
import type { Page } from 'playwright'
import type { DemoName } from './prepare.ts'

export interface Picture {
  name: string
  demo: DemoName
  person: string
  route: string
  theme?: 'dark'
  /** Another business day than the demo's own. */
  today?: string
  /** Wide as a phone. */
  isNarrow?: true
  /** With what stands around the tab. */
  isWhole?: true
  /** Brings the page into the state that is shown. */
  until: (page: Page) => Promise<unknown>
}

/** Where the tab stands in the host page. */
export const TAB = '#stage > iframe'
const tabOf = (page: Page) => page.frameLocator(TAB)
const meeting = '/meeting/f-sd-ht%2F2024-10?part=prepare'

/** What each is of; its name is the file's. */
export const pictures: readonly Picture[] = [
  {
    name: 'home',
    demo: 'city',
    person: 'p-002',
    route: '/home',
    until: (page) => tabOf(page).getByRole('heading', { name: 'Väntar på dig' }).waitFor(),
  },
  {
    name: 'portfolio',
    demo: 'city',
    person: 'p-012',
    route: '/portfolio',
    until: (page) => tabOf(page).getByRole('row').nth(9).waitFor(),
  },
  {
    name: 'board',
    demo: 'city',
    person: 'p-012',
    route: '/board',
    until: (page) => tabOf(page).locator('[data-card]').nth(9).waitFor(),
  },
  {
    name: 'initiative',
    demo: 'city',
    person: 'p-002',
    route: `/initiative/${encodeURIComponent('pf-avo.nr:5')}`,
    until: (page) => tabOf(page).getByRole('heading', { name: 'Historik' }).waitFor(),
  },
  {
    name: 'initiative-dark-320',
    demo: 'city',
    person: 'p-012',
    route: `/initiative/${encodeURIComponent('pf-avo.nr:5')}`,
    theme: 'dark',
    isNarrow: true,
    until: (page) => tabOf(page).getByRole('heading', { name: 'Historik' }).waitFor(),
  },
  {
    name: 'meeting',
    demo: 'city',
    person: 'p-012',
    route: meeting,
    async until(page) {
      await tabOf(page)
        .getByRole('button', { name: /^Ta med alla föreslagna/ })
        .click()
      await tabOf(page).getByText('Dagordningen är tom.', { exact: false }).waitFor({ state: 'hidden' })
    },
  },
  {
    name: 'import',
    demo: 'city',
    person: 'p-014',
    route: '/portfolio/import',
    async until(page) {
      const tab = tabOf(page)
      await tab.locator('input[type=file]').setInputFiles(join(import.meta.dirname, 'behov-2024.xlsx'))
      // Where none of its rows are yet.
      await tab
        .getByRole('combobox', { name: 'Portfölj' })
        .selectOption('Integrerad digitalisering (gemensam portfölj)')
      await tab.getByRole('button', { name: /^Importera \d+ behov/ }).waitFor()
    },
  },
  {
    name: 'follow-up',
    demo: 'region',
    person: 'p-106',
    route: '/followUp',
    until: (page) => tabOf(page).getByRole('row').nth(5).waitFor(),
  },
  {
    name: 'prioritise',
    demo: 'region',
    person: 'p-106',
    route: '/prioritise?forum=f-pl-vp',
    until: (page) => tabOf(page).getByText('VP-05').first().waitFor(),
  },
  {
    name: 'scenarios',
    demo: 'region',
    person: 'p-106',
    route: '/prioritise/scenarios?forum=f-pl-vp',
    until: (page) => tabOf(page).getByText('VP-05').first().waitFor(),
  },
  {
    name: 'roadmap',
    demo: 'region',
    person: 'p-106',
    route: '/roadmap',
    until: (page) => tabOf(page).getByRole('figure').waitFor(),
  },
  {
    name: 'chat',
    demo: 'region',
    // Five working days before the month's end, when reports are asked for.
    today: '2026-11-26',
    person: 'p-113',
    route: '/home',
    isWhole: true,
    async until(page) {
      await page.getByRole('link', { name: /^Chatt/ }).click()
      await page.getByRole('textbox', { name: 'Skriv ett meddelande' }).fill('mina')
      await page.keyboard.press('Enter')
      const card = page.getByRole('article').last()
      await card.getByRole('button', { name: 'INF-06' }).click({ timeout: 60_000 })
      await card.getByRole('combobox', { name: 'Ekonomi' }).waitFor()
    },
  },
]
