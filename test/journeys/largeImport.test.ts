/** Six hundred rows of the ten thousand that were measured by hand: read in piece by piece, and taken back as one act, but for the one that somebody has worked with. */
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, test } from 'vitest'
import { initiatives } from '#src/lists/initiatives.ts'
import { toWorkbook } from '#src/export/xlsx.ts'
import { setUpStand, type Stand } from './stand.ts'

const COUNT = 600
/** Past the numbers of the needs that are there already. */
const FIRST = 1001
/** Ten thousand rows are written one by one by the local tenant, on whatever machine this is. */
const LONG = { timeout: 60_000 }

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand()
})
afterAll(() => stand.close())

test('an import of six hundred rows is undone', { timeout: 120_000 }, async () => {
  const file = join(tmpdir(), `samstyr-${process.pid}.xlsx`)
  const columns = ['Nr', 'Behov', 'Avdelning', 'Fas', 'Kostnad'].map((title) => ({
    title,
    kind: 'text' as const,
    widthRem: 8,
  }))
  const rows = Array.from({ length: COUNT }, (_, i) => [
    String(FIRST + i),
    `Behov nummer ${FIRST + i}`,
    'Hemtjänst',
    'Ny',
    '250 tkr',
  ])
  await writeFile(file, toWorkbook({ title: 'Behov', columns, rows }))
  const { tab } = await stand.open('administrator', { route: '/portfolio' })
  await tab.getByRole('link', { name: 'Importera' }).click()
  await tab.locator('input[type=file]').setInputFiles(file)
  await tab.getByRole('button', { name: /Importera 600 behov/ }).click(LONG)
  // The page answers while it saves: it can be paused and gone on with.
  await tab.getByRole('button', { name: 'Pausa' }).click()
  await tab.getByRole('heading', { name: /^Pausad efter/ }).waitFor()
  await tab.getByRole('button', { name: 'Fortsätt' }).click()
  await tab.getByRole('heading', { name: /600 behov är inlästa/ }).waitFor(LONG)

  const [worked] = await stand.store.where(initiatives, { column: 'number', value: 'ÄVO-2024-1007' })
  if (!worked) throw new Error('The row is not there')
  await stand.store.change(initiatives, worked, { comment: 'Någon har läst på' })
  await tab.getByRole('button', { name: /^Ångra importen/ }).click(LONG)
  await tab.getByRole('button', { name: 'Ja, ångra' }).click()
  await tab.getByText(/599 behov är borttagna. 1 är kvar/).waitFor(LONG)
  await tab.getByText('Behov nummer 1007: någon har ändrat det').waitFor()
  await tab.getByRole('link', { name: 'Till portföljen', exact: true }).click()
  await tab.getByText('Visar 91 av 91 initiativ').waitFor(LONG)
  await tab.getByRole('searchbox').fill('Behov nummer')
  await tab.getByText('Visar 1 av 91 initiativ').waitFor()
  await tab.getByRole('row', { name: 'Behov nummer 1007' }).waitFor()
})
