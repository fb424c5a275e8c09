/** Shares in a forum's scenarios, by the installation's own names of the axes. */
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { type AxisName, axisNames } from '#src/lists/axisNames.ts'
import { item, proved, show } from './scenariosShown.tsx'

const said: AxisName[] = [
  item({
    key: 'nature',
    axis: 'nature' as const,
    title: 'Karaktär',
    swedish: 'Slag',
    classes: { infrastructure: { sv: 'Grund' } },
  }),
  item({ key: 'complexity', title: 'Komplexitet', axis: 'complexity' as const, unused: true }),
]

test('axis and class are named so, also in the reasons, and one out of use is not offered', async () => {
  await show({ change: (rows) => rows.set(axisNames, said) })
  await proved(200)
  await page.getByText('Villkor').click()
  const axis = page.getByRole('combobox', { name: 'Delas efter' }).element() as HTMLSelectElement
  expect([...axis.options].map(({ text }) => text)).toEqual([
    'Slag',
    'PiOS',
    'Lagkrav',
    'Initiativtyp',
    'Enhet',
  ])
  await page.getByRole('button', { name: 'Lägg till andel' }).click()
  await proved(180)
  await expect.element(page.getByText('Slag: Grund', { exact: true })).toBeVisible()
  expect(page.getByText('Infrastruktur').elements()).toHaveLength(0)
})
