/** The import screen as tests show it: two portfolios, an administrator, and a server that takes each row once. */
import { page, userEvent } from 'vitest/browser'
import { people, type PersonRow, units } from '#src/lists/organisation.ts'
import { type Portfolio, portfolios } from '#src/lists/portfolios.ts'
import type { ImportedRow } from '#src/actions/needs/importNeeds.ts'
import { ImportPage } from '#tabs/portfolio/import/ImportPage.tsx'
import { aUnit } from '#test/fixtures/organisation.ts'
import { aWorkbook, type SheetInput } from '#test/fixtures/workbook.ts'
import { type Act, type Given, held, renderScreen } from '#test/tabs/fixtures.tsx'

const row = (key: string) => ({ key, id: key, version: '"1"' })
export const home: Portfolio = {
  ...row('pf'),
  title: 'Hemtjänstens portfölj',
  code: 'HT',
  process: 'behovsprocessen',
}
export const region: Portfolio = {
  ...row('pr'),
  title: 'Regionens portfölj',
  code: 'RP',
  process: 'portfoljprocessen',
}
export const administrator: PersonRow = {
  ...row('p-me'),
  title: 'Jag Själv',
  person: { id: 'me', name: 'Jag Själv' },
  roles: ['administrator'],
}
export const lists = [
  held(portfolios, [home, region]),
  held(people, [administrator]),
  held(units, [{ ...aUnit('u-ht', 'department'), title: 'Hemtjänst' }]),
]
export const header = ['Nr', 'Behov', 'Avdelning', 'Fas', 'Kostnad']
export const aSheet = (...rows: SheetInput['rows']): SheetInput => ({
  name: 'Behov',
  rows: [header, ...rows],
})
export const many = (count: number) =>
  Array.from({ length: count }, (_, i) => [i + 1, `Behov nummer ${i + 1}`, 'Hemtjänst', 'Ny', '250 tkr'])

/** A server that keeps the keys of rows it has taken. */
export function aServer(answerOf?: (piece: number) => Awaited<ReturnType<Act>> | undefined) {
  const pieces: ImportedRow[][] = []
  const keys: string[] = []
  const held = new Set<string>()
  const act: Act = ({ args, key }) => {
    const { rows } = args as { rows: ImportedRow[] }
    keys.push(key)
    const other = answerOf?.(keys.length)
    if (other !== undefined) return other
    pieces.push(rows)
    const created = rows.filter(({ originKey }) => !held.has(originKey))
    for (const { originKey } of rows) held.add(originKey)
    return { done: { created: created.length, existed: rows.length - created.length } }
  }
  return { act, pieces, keys, held }
}

export const show = (given: Given = {}) =>
  renderScreen(<ImportPage />, { items: lists, path: '/portfolio/import', ...given })

export async function upload(content: Uint8Array | string, name = 'behov.xlsx') {
  const file = new File([content as BlobPart], name)
  await userEvent.upload(page.getByLabelText('Välj fil'), file)
}
export const uploadRows = (...rows: SheetInput['rows']) => upload(aWorkbook([aSheet(...rows)]))
export const go = (count: number) => page.getByRole('button', { name: `Importera ${count} behov` })
