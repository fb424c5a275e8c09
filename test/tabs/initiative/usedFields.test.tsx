/** The places of an initiative on the axes of balance: called as the installation calls them, and not asked for where it doesn't use them. */
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { type AxisName, axisNames } from '#src/lists/axisNames.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import type { List } from '#src/lists/list.ts'
import { Section } from '#tabs/initiative/Section.tsx'
import { sections } from '#tabs/initiative/sections.ts'
import { UsedFields } from '#tabs/initiative/UsedFields.tsx'
import { NamedAxes } from '#tabs/ui/axes/NamedAxes.tsx'
import { anInitiative } from '../../fixtures/initiatives.ts'
import { held, renderScreen } from '../fixtures.tsx'

const initiative = anInitiative({ nature: 'infrastructure', complexity: 'simple', scope: 'shared' })
const row = (values: Pick<AxisName, 'axis'> & Partial<AxisName>): AxisName => ({
  key: values.axis,
  id: values.axis,
  version: '1',
  title: values.axis,
  ...values,
})
const said = [
  row({ axis: 'nature', swedish: 'Slag', classes: { infrastructure: { sv: 'Grund' } } }),
  row({ axis: 'complexity', unused: true }),
  row({ axis: 'scope', unused: true }),
]
const show = (opened: boolean, rows: readonly AxisName[] = said) =>
  renderScreen(
    <NamedAxes>
      <UsedFields of={sections.preparation}>
        {(section) => (
          <Section
            section={section}
            initiative={initiative}
            mayEdit
            asked={new Set()}
            opened={opened}
            field={undefined}
            setOpened={() => undefined}
          />
        )}
      </UsedFields>
    </NamedAxes>,
    {
      items: [held(initiatives, [initiative])],
      store: { all: (list: List) => Promise.resolve((list === axisNames ? rows : []) as never) },
    },
  )

test('are read by their names here; one out of use is not shown, a column that is more than an axis is', async () => {
  await show(false)
  await expect.element(page.getByText('Slag', { exact: true })).toBeVisible()
  await expect.element(page.getByText('Grund', { exact: true })).toBeVisible()
  await expect.element(page.getByText('Omfattning', { exact: true })).toBeVisible()
  expect(page.getByText('Komplexitet', { exact: true }).elements()).toHaveLength(0)
  expect(page.getByText('Karaktär', { exact: true }).elements()).toHaveLength(0)
})

test('are asked for by their names here', async () => {
  await show(true)
  const field = page.getByRole('combobox', { name: 'Slag' })
  await expect.element(field).toBeVisible()
  expect([...(field.element() as HTMLSelectElement).options].map(({ text }) => text)).toEqual([
    'Välj …',
    'Grund',
    'Direkt nytta',
  ])
  await expect.element(page.getByRole('combobox', { name: 'PiOS' })).toBeVisible()
  expect(page.getByRole('combobox', { name: 'Komplexitet' }).elements()).toHaveLength(0)
})

test('are all there where nothing is said', async () => {
  await show(false, [])
  await expect.element(page.getByText('Karaktär', { exact: true })).toBeVisible()
  await expect.element(page.getByText('Komplexitet', { exact: true })).toBeVisible()
})
