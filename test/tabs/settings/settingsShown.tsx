/** The settings as tests show them: an administrator, a reader, and a small organisation. */
import { page } from 'vitest/browser'
import { mandates, people, type PersonRow, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { SettingsPage } from '#tabs/settings/SettingsPage.tsx'
import { aMandate, aPerson, aRef, tree } from '#test/fixtures/organisation.ts'
import { type Act, type Given, held, renderScreen } from '#test/tabs/fixtures.tsx'

export const me = { id: 'me', name: 'Ada Admin' }
export const aRow = (key: string, values: Partial<PersonRow> = {}): PersonRow => ({
  key,
  id: `id-${key}`,
  version: '1',
  title: key,
  person: aPerson(key),
  ...values,
})
export const everyone = [
  aRow('ada', { title: 'Ada Admin', person: me, roles: ['administrator'] }),
  aRow('bo', { title: 'Bo Berg', roles: ['departmentManager'] }),
]
export const items = [
  held(units, [...tree.values()]),
  held(people, everyone),
  held(mandates, [
    aMandate({
      matter: 'BP1',
      scope: 'department',
      holder: aPerson('bo', 'Bo Berg'),
      unit: aRef('homeCare'),
      standIn: me,
      standInFrom: '2024-09-30',
      standInTo: '2024-10-04',
    }),
  ]),
  held(portfolios, [
    { key: 'pf', id: '1', version: '1', title: 'Äldreomsorg', code: 'ÄVO', process: 'behovsprocessen' },
  ]),
]
export const reader = { id: 'bo', name: 'Bo Berg' }

export async function show(id: string, given: Given = {}) {
  const asked: Parameters<Act>[0][] = []
  const act: Act = (one) => {
    asked.push(one)
    return given.act?.(one) ?? { done: {} }
  }
  const shown = await renderScreen(<SettingsPage id={id} />, { items, person: me, ...given, act })
  return { ...shown, asked }
}
export const button = (name: string) => page.getByRole('button', { name, exact: true })
