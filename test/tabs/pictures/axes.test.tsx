/** The installation's own axes where they are shown: the balance, its shares, a forum's scenarios and the initiative. */
import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { type AxisName, axisNames } from '#src/lists/axisNames.ts'
import type { List } from '#src/lists/list.ts'
import { BalancePage } from '#tabs/pictures/BalancePage.tsx'
import { kept, mark, says, show } from './lensesShown.tsx'

const nature: AxisName = {
  key: 'nature',
  id: '1',
  version: '1',
  axis: 'nature',
  title: 'Karaktär',
  swedish: 'Slag',
  english: 'Kind',
  classes: { infrastructure: { sv: 'Grund', en: 'Foundation' } },
}
const named = (rows: readonly AxisName[]) => new Map<List, readonly unknown[]>([...kept, [axisNames, rows]])
const off = (axis: AxisName['axis']): AxisName => ({
  key: axis,
  id: axis,
  version: '1',
  title: axis,
  axis,
  unused: true,
})
const choices = (name: string) =>
  [...(page.getByRole('combobox', { name, exact: true }).element() as HTMLSelectElement).options].map(
    ({ text }) => text,
  )

describe('balance', () => {
  test('names axis and classes as the installation does: squares, choices, table and shares', async () => {
    await show(<BalancePage />, { rows: named([nature]), path: '/balance?across=nature' })
    await expect.element(mark(/^System, Grund: 1/)).toBeVisible()
    expect(choices('Kolumner')).toContain('Slag')
    expect(choices('Kolumner')).not.toContain('Karaktär')
    await says('Slag: Grund, minst 20 %')
    await says('har ingen uppgift om Slag')
    await page.getByRole('button', { name: 'Tabell' }).click()
    await expect.element(page.getByRole('columnheader', { name: 'Grund' })).toBeVisible()
  })

  test('names them so in English too', async () => {
    await show(<BalancePage />, { rows: named([nature]), path: '/balance?across=nature', locale: 'en' })
    await expect.element(mark(/^System, Foundation: 1/)).toBeVisible()
    await says('Kind: Foundation')
  })

  test('looks along no axis that is out of use, and keeps the shares that do', async () => {
    await show(<BalancePage />, {
      rows: named([{ ...nature, unused: true }, off('scope')]),
      path: '/balance?across=nature',
    })
    await says('Slag: Grund, minst 20 %')
    expect(choices('Kolumner')).toEqual([
      'PiOS',
      'Komplexitet',
      'Lagkrav',
      'Initiativtyp',
      'Enhet',
      'Portfölj',
      'Steg',
    ])
    expect(mark(/Grund: /).elements()).toHaveLength(0)
  })

  test('speaks the built-in names where the own ones can’t be read, and says so', async () => {
    const down = Promise.reject(new Error('down'))
    down.catch(() => undefined)
    const rows = new Map<List, readonly unknown[]>([...kept, [axisNames, down as never]])
    await show(<BalancePage />, { rows, path: '/balance?across=nature' })
    await expect.element(mark(/^System, Infrastruktur: 1/)).toBeVisible()
    await says('Organisationens egna namn på axlarna gick inte att läsa.')
  })
})
