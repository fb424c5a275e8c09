/** Every page for everyone: what axe finds in each theme, and no scrolling sideways on a small phone. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { aWorkbook } from '../fixtures/workbook.ts'
import { type Opened, setUpStand, type Stand, type Who } from './stand.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const themes = ['default', 'dark', 'contrast'] as const

interface PageToSee {
  says: string
  person: Who
  route: string
  /** Brings the page into the state to be seen; resolves when it is there. */
  until: (opened: Opened) => Promise<unknown>
}

const initiative = (number: string) => `/initiative/${encodeURIComponent(`pf-avo.nr:${number}`)}`

const pages: PageToSee[] = [
  {
    says: 'Hem',
    person: 'homeCareManager',
    route: '/home',
    until: ({ tab }) =>
      tab
        .getByRole('link', { name: /^Se vad som saknas/ })
        .first()
        .waitFor(),
  },
  {
    says: 'a new need',
    person: 'employee',
    route: '/need/new',
    async until({ tab }) {
      await tab.getByRole('textbox', { name: 'Vad gäller det?' }).fill('Digital signering av läkemedel')
      await tab.getByRole('complementary', { name: 'Liknar detta?' }).locator('summary').first().click()
      await tab.getByRole('button', { name: 'Skicka behovet' }).click()
    },
  },
  {
    says: 'what happened to a need',
    person: 'employee',
    route: `/need/${encodeURIComponent('pf-avo.nr:3')}`,
    until: ({ tab }) => tab.getByText('Behovet fördes över från en tidigare förteckning.').waitFor(),
  },
  {
    says: 'what happened to all needs',
    person: 'employee',
    route: '/needs',
    until: ({ tab }) => tab.getByRole('table', { name: 'Per avdelning' }).waitFor(),
  },
  {
    says: 'portfolio',
    person: 'administrator',
    route: '/portfolio',
    until: ({ tab }) => tab.getByRole('row').nth(5).waitFor(),
  },
  {
    says: 'initiative, read',
    person: 'employee',
    route: initiative('1'),
    until: ({ tab }) => tab.getByRole('heading', { name: 'Historik' }).waitFor(),
  },
  {
    says: 'initiative, changed',
    person: 'developmentLead',
    route: initiative('11'),
    async until({ tab }) {
      await tab.getByRole('heading', { name: 'Kostnader och nyttor' }).click()
      await tab.getByRole('button', { name: 'Lägg till kostnad' }).click()
      await tab.getByRole('button', { name: 'Ändra Beredning' }).click()
      await tab.getByRole('textbox', { name: 'Diarienummer', exact: true }).fill('x'.repeat(256))
    },
  },
  {
    says: 'initiative, marked as confidential',
    person: 'developmentLead',
    route: initiative('12'),
    async until({ tab }) {
      const section = tab.locator('#section-confidential')
      await section.locator('summary').click()
      await section.getByRole('button', { name: 'Sekretessmarkera …' }).click()
      await section.getByText(/inte är med i gruppen/).waitFor()
    },
  },
  {
    says: 'decision dialog',
    person: 'homeCareManager',
    route: initiative('11'),
    async until({ tab }) {
      await tab.getByRole('button', { name: 'Besluta BP1' }).click()
      const dialog = tab.getByRole('alertdialog')
      await dialog.getByRole('radio', { name: 'Går vidare' }).check()
      await dialog.getByText('Inför BP1 saknas', { exact: false }).waitFor()
    },
  },
  {
    says: 'import with a plan',
    person: 'administrator',
    route: '/portfolio/import',
    async until({ tab }) {
      const buffer = Buffer.from(aWorkbook([{ name: 'Behov', rows: planned }]))
      await tab.locator('input[type=file]').setInputFiles({ name: 'behov.xlsx', mimeType: '', buffer })
      await tab.getByRole('button', { name: 'Importera 2 behov' }).waitFor()
      await tab.getByText('Kolumner', { exact: true }).click()
    },
  },
  {
    says: 'the board',
    person: 'homeCareManager',
    route: '/board',
    until: ({ tab }) => tab.getByRole('heading', { name: 'Tratten' }).waitFor(),
  },
  {
    says: 'follow-up',
    person: 'director',
    route: '/followUp',
    until: ({ tab }) => tab.getByRole('heading', { level: 1 }).waitFor(),
  },
  {
    says: 'a status report',
    person: 'projectManager',
    route: `/report/${encodeURIComponent('pf-avo.nr:4')}`,
    until: ({ tab }) => tab.getByRole('heading', { level: 1 }).waitFor(),
  },
  {
    says: 'settings',
    person: 'administrator',
    route: '/settings',
    until: ({ tab }) => tab.getByRole('heading', { level: 1 }).waitFor(),
  },
  {
    says: 'an initiative in a channel',
    person: 'employee',
    route: `/channel/${encodeURIComponent('pf-avo.nr:11')}`,
    until: ({ tab }) => tab.getByRole('heading').first().waitFor(),
  },
  {
    says: 'what a channel is to show',
    person: 'administrator',
    route: '/configure',
    until: ({ tab }) => tab.getByRole('heading').first().waitFor(),
  },
  {
    says: 'not found',
    person: 'employee',
    route: '/nowhere',
    until: ({ tab }) => tab.getByText('Sidan finns inte.', { exact: false }).waitFor(),
  },
]
const planned = [
  ['Nr', 'Behov', 'Avdelning', 'Fas', 'Kostnad'],
  [1, 'Ettmycketlångtordsomintegårattbrytaellerläsa'.repeat(2), 'Hemtjänst', 'Ny', '150-300 tkr'],
  [2, 'E-signering', 'Okänd avdelning', 'Vet inte', '?'],
]

let stand: Stand
describe('every page', () => {
  beforeAll(async () => {
    stand = await setUpStand()
  })
  afterAll(() => stand.close())
  afterEach(() => stand.closePages())

  test.each(pages)('$says: axe finds nothing in any theme, and it fits a small phone', async (page) => {
    await pleases(await show(page))
  })
})

describe('a portfolio with nothing in it', () => {
  const empty: PageToSee = {
    says: 'empty portfolio',
    person: 'administrator',
    route: '/portfolio',
    until: ({ tab }) => tab.getByText('Börja med kalkylbladet ni har i dag', { exact: false }).waitFor(),
  }
  beforeAll(async () => {
    stand = await setUpStand({ needs: false })
  })
  afterAll(() => stand.close())

  test('says what belongs there, offers the import, and pleases axe', async () => {
    const opened = await show(empty)
    await pleases(opened)
    await opened.tab.getByRole('link', { name: 'Importera' }).click()
    await opened.tab.getByRole('button', { name: 'Välj fil' }).waitFor()
  })
})

async function pleases(opened: Opened) {
  for (const theme of themes) {
    await opened.page.locator('#theme').selectOption(theme)
    await opened.tab.locator(`html[data-theme=${theme}]`).waitFor({ state: 'attached' })
    expect({ theme, found: await violations(opened) }).toEqual({ theme, found: [] })
  }
  await opened.page.locator('#width').selectOption('320')
  expect(await tooWide(opened)).toEqual([])
}

async function show({ person, route, until }: PageToSee): Promise<Opened> {
  const opened = await stand.open(person, { route })
  await opened.tab.getByText(/^Hämtat /).waitFor()
  await until(opened)
  return opened
}

/** What axe objects to, one line for each part at fault. */
async function violations({ frame }: Opened): Promise<string[]> {
  const tab = await frame()
  await settled(tab)
  if (!(await tab.evaluate(() => 'axe' in window))) await tab.evaluate(axeSource)
  const run = `axe.run(document, { runOnly: ${JSON.stringify(TAGS)}, resultTypes: ['violations'] })`
  const { violations: found } = await tab.evaluate<AxeResults>(run)
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id}: ${help} (${target.join(' ')}) ${failureSummary}`),
  )
}

/** Parts that reach past the right edge, when the page can be scrolled sideways to them. */
async function tooWide({ frame }: Opened): Promise<string[]> {
  const tab = await frame()
  await settled(tab)
  return tab.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    return [...document.querySelectorAll('#root *')]
      .filter((part) => part.getBoundingClientRect().right > clientWidth)
      .map((part) => `${part.tagName} ${part.className} ${part.textContent.slice(0, 40)}`)
  })
}

/** Colours on their way from one theme to another are neither. */
const settled = (tab: Awaited<ReturnType<Opened['frame']>>) =>
  tab.evaluate(async () => {
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
  })
