/**
 * Many rows read in piece by piece and taken back as one act, but for the one that somebody has worked with, although the page
 * is closed halfway. Six hundred of them every day; `IMPORT_ROWS=10000` asks for as many as it says, and tells how long each took.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FrameLocator, Page } from 'playwright'
import { initiatives } from '#src/lists/initiatives.ts'
import { toWorkbook } from '#src/export/xlsx.ts'
import { formatNumber } from '#src/text/format.ts'
import { setUpStand, type Stand } from './stand.ts'

const COUNT = Number(process.env.IMPORT_ROWS ?? 600)
/** Past the numbers of the needs that are there already. */
const FIRST = 1001
/** The rows are written one by one by the local tenant, on whatever machine this is. */
const LONG = { timeout: 60_000 + COUNT * 100 }
/** Pieces that are taken back before the page is closed. */
const BEFORE_CLOSING = 2
const count = formatNumber(COUNT, 'sv')
const titles = ['Nr', 'Behov', 'Avdelning', 'Fas', 'Kostnad']
const rows = Array.from({ length: COUNT }, (_, i) => [
  String(FIRST + i),
  `Behov nummer ${FIRST + i}`,
  'Hemtjänst',
  'Ny',
  '250 tkr',
])

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand()
})
afterAll(() => stand.close())

test('an import of many rows is undone, although the page is closed halfway', {
  timeout: LONG.timeout * 4,
}, async () => {
  const timed = stopwatch()
  const first = await stand.open('administrator', { route: '/portfolio' })
  await first.tab.getByRole('link', { name: 'Importera' }).click()
  await paste(first.tab, [titles, ...rows])
  await first.tab.getByRole('button', { name: `Importera ${count} behov` }).waitFor(LONG)
  timed('the pasted rows shown')
  await choose(first.tab)
  await first.tab.getByText('behov.xlsx').first().waitFor(LONG)
  await first.tab.getByRole('button', { name: `Importera ${count} behov` }).click(LONG)
  timed('the file shown')
  // The page answers while it saves: it can be paused and gone on with.
  await first.tab.getByRole('button', { name: 'Pausa' }).click()
  await first.tab.getByRole('heading', { name: /^Pausad efter/ }).waitFor()
  await first.tab.getByRole('button', { name: 'Fortsätt' }).click()
  await first.tab.getByRole('heading', { name: `${count} behov är inlästa` }).waitFor(LONG)
  timed('saved')

  const [worked] = await stand.store.where(initiatives, { column: 'number', value: 'ÄVO-2024-1007' })
  if (!worked) throw new Error('The row is not there')
  await stand.store.change(initiatives, worked, { comment: 'Någon har läst på' })
  await breakOff(first.page)
  await undo(first.tab)
  await first.tab.getByText(`Tar tillbaka 200 av ${count} …`).waitFor(LONG)
  await first.page.close()
  timed('two hundred taken back')

  const { page, tab } = await stand.open('administrator', { route: '/portfolio/import' })
  await tab.getByText(`${formatNumber(COUNT - 199, 'sv')} behov`).waitFor(LONG)
  timed('opened again')
  const seen = await progressOf(tab)
  await undo(tab)
  await tab.getByText(/1 är kvar, eftersom/).waitFor(LONG)
  timed('the rest taken back')
  expect(await seen()).toBeGreaterThan(1)
  await tab.getByText('Behov nummer 1007: någon har ändrat det').waitFor()
  await tab.getByRole('link', { name: 'Tillbaka' }).click()
  await tab.getByText('Visar 91 av 91 initiativ').waitFor(LONG)
  await tab.getByRole('searchbox').fill('Behov nummer')
  await tab.getByText('Visar 1 av 91 initiativ').waitFor()
  await tab.getByRole('row', { name: 'Behov nummer 1007' }).waitFor()
  await page.close()
})

/** As from a spreadsheet program. */
async function paste(tab: FrameLocator, cells: readonly (readonly string[])[]) {
  await tab.getByText('Eller klistra in rader från Excel', { exact: false }).waitFor()
  await tab.locator('body').evaluate(
    (body, text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    cells.map((row) => row.join('\t')).join('\r\n'),
  )
}

async function choose(tab: FrameLocator) {
  const columns = titles.map((title) => ({ title, kind: 'text' as const, widthRem: 8 }))
  const buffer = Buffer.from(toWorkbook({ title: 'Behov', columns, rows }))
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await tab.locator('input[type=file]').setInputFiles({ name: 'behov.xlsx', mimeType, buffer })
}

async function undo(tab: FrameLocator) {
  await tab.getByRole('button', { name: /^Ångra importen/ }).click(LONG)
  await tab.getByRole('button', { name: 'Ja, ångra' }).click()
}

/** The server never hears of the pieces that come after. */
async function breakOff(page: Page) {
  let pieces = 0
  await page.route('**/api/actions/undoImport', async (route) => {
    pieces += 1
    if (pieces <= BEFORE_CLOSING) await route.continue()
  })
}

/** Answers how many times the page has said how far it has come. */
async function progressOf(tab: FrameLocator) {
  await tab.locator('body').evaluate((body) => {
    const said = new Set<string>()
    new MutationObserver(() => {
      const [sentence] = /Tar tillbaka .+? av .+? …/.exec(body.textContent) ?? []
      if (sentence) said.add(sentence)
      body.dataset.said = String(said.size)
    }).observe(body, { childList: true, characterData: true, subtree: true })
  })
  return async () => Number(await tab.locator('body').getAttribute('data-said'))
}

function stopwatch() {
  let last = performance.now()
  return (what: string) => {
    const now = performance.now()
    if (process.env.IMPORT_ROWS) console.log(`${what}: ${((now - last) / 1000).toFixed(1)} s`)
    last = now
  }
}
