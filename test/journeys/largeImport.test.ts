/** Ten thousand rows: read in piece by piece, and taken back as one act, but for the one that somebody has worked with. */
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { initiatives } from '#src/lists/initiatives.ts'
import { toWorkbook } from '#src/export/xlsx.ts'
import { setUpStand, type Stand } from './stand.ts'

const COUNT = 10_000
/** Ten thousand rows are written one by one by the local tenant, on whatever machine this is. */
const LONG = { timeout: 240_000 }

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand({ needs: false })
})
afterAll(() => stand.close())

test('an import of ten thousand rows is undone', { timeout: 500_000 }, async () => {
  const file = join(tmpdir(), `samstyr-${process.pid}.xlsx`)
  const columns = ['Nr', 'Behov', 'Avdelning', 'Fas', 'Kostnad'].map((title) => ({
    title,
    kind: 'text' as const,
    widthRem: 8,
  }))
  const rows = Array.from({ length: COUNT }, (_, i) => [
    String(i + 1),
    `Behov nummer ${i + 1}`,
    'Hemtjänst',
    'Ny',
    '250 tkr',
  ])
  await writeFile(file, toWorkbook({ title: 'Behov', columns, rows }))
  const { tab } = await stand.open('administrator', { route: '/portfolio/import' })
  await tab.getByLabel('Välj fil').setInputFiles(file)
  await tab.getByRole('button', { name: /Importera 10\s000 behov/ }).click(LONG)
  // The page answers while it saves: it can be paused and gone on with.
  await tab.getByRole('button', { name: 'Pausa' }).click()
  await tab.getByRole('heading', { name: /^Pausad efter/ }).waitFor()
  await tab.getByRole('button', { name: 'Fortsätt' }).click()
  await tab.getByRole('heading', { name: /10\s000 behov är inlästa/ }).waitFor(LONG)

  const [worked] = await stand.store.where(initiatives, { column: 'number', value: 'ÄVO-2024-007' })
  if (!worked) throw new Error('The seventh row is not there')
  await stand.store.change(initiatives, worked, { comment: 'Någon har läst på' })
  await tab.getByRole('button', { name: /^Ångra importen/ }).click(LONG)
  await tab.getByText(/9\s999 behov är borttagna. 1 är kvar/).waitFor(LONG)
  await tab.getByText('Behov nummer 7: någon har ändrat det').waitFor()
  await tab.getByRole('link', { name: 'Till portföljen' }).click()
  await tab.getByText('Visar 1 av 1 initiativ').waitFor(LONG)
  expect(await tab.getByRole('row', { name: 'Behov nummer 7' }).count()).toBe(1)
})
