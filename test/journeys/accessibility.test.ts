/** Every page for everyone: what axe finds in each theme, and no scrolling sideways on a small phone. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { pages, type PageToSee } from './pagesToSee.ts'
import { type Opened, setUpStand, type Stand } from './stand.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const themes = ['default', 'dark', 'contrast'] as const

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
