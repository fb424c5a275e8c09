/** The axes of balance in the settings: an administrator names them and puts them out of use, everyone else reads. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { type AxisName, axisNames } from '#src/lists/axisNames.ts'
import { type Corridor, corridors } from '#src/lists/balance.ts'
import type { List } from '#src/lists/list.ts'
import { aRef } from '#test/fixtures/organisation.ts'
import { type Act, violations } from '#test/tabs/fixtures.tsx'
import { button, reader, show } from './settingsShown.tsx'

const row = (values: Partial<AxisName> & Pick<AxisName, 'axis'>): AxisName => ({
  key: values.axis,
  id: `id-${values.axis}`,
  version: '1',
  title: values.axis,
  ...values,
})
const nature = row({
  axis: 'nature',
  swedish: 'Slag',
  english: 'Kind',
  classes: { infrastructure: { sv: 'Grund', en: 'Foundation' } },
})
const share: Corridor = {
  key: 'c',
  id: 'c',
  version: '1',
  title: 'Minst en femtedel',
  forum: aRef('f'),
  axis: 'nature',
  value: 'infrastructure',
  measure: 'kr',
  leastPercent: 20,
}
const stored = (said: readonly AxisName[], shares: readonly Corridor[] = []) => ({
  all: (list: List) =>
    Promise.resolve((list === axisNames ? said : list === corridors ? shares : []) as never),
})
const open = (said: readonly AxisName[], given: Parameters<typeof show>[1] = {}) =>
  show('axes', { store: stored(said), ...given })
const field = (group: string, language: string) =>
  page.getByRole('group', { name: group, exact: true }).getByRole('textbox', { name: language })
const rowOf = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) })

beforeEach(() => page.viewport(1280, 900))

describe('the axes', () => {
  test('stand by the name they have here, with their classes and whether they are used', async () => {
    await open([nature, row({ axis: 'scope', unused: true })])
    await expect.element(rowOf('Slag inbyggt namn: Karaktär Grund och Direkt nytta Ja')).toBeVisible()
    await expect.element(rowOf('Omfattning enligt initiativet Nej')).toBeVisible()
    await expect.element(rowOf('Komplexitet Enkel och Komplex Ja')).toBeVisible()
  })

  test('have their English names in English', async () => {
    await open([nature], { locale: 'en' })
    await expect.element(rowOf('Kind built-in name: Nature Foundation and Direct benefit Yes')).toBeVisible()
  })

  test('are read by everyone, changed by an administrator', async () => {
    await open([nature], { person: reader })
    await expect.element(rowOf('Slag')).toBeVisible()
    await expect.element(page.getByText('Du kan läsa men inte ändra.', { exact: false })).toBeVisible()
    expect(button('Slag').elements()).toHaveLength(0)
  })

  test('that can’t be read are said not to be, and are read again', async () => {
    let fails = true
    const store = {
      all: () => (fails ? Promise.reject(new Error('down')) : Promise.resolve([nature] as never)),
    }
    await show('axes', { store })
    await expect.element(page.getByText(/Namnen gick inte att läsa just nu/)).toBeVisible()
    expect(page.getByRole('table').elements()).toHaveLength(0)
    fails = false
    await button('Försök igen').click()
    await expect.element(rowOf('Slag')).toBeVisible()
  })
})

describe('an axis', () => {
  test('is named by keyboard, and is called so at once', async () => {
    const done = row({ axis: 'complexity', swedish: 'Tyngd', classes: { simple: { sv: 'Lätt' } } })
    const { asked } = await open([], { act: () => ({ done: { axisNames: [done] } }) })
    await expect.element(button('Komplexitet')).toBeVisible()
    ;(button('Komplexitet').element() as HTMLElement).focus()
    await userEvent.keyboard('{Enter}')
    await field('Axelns namn, inbyggt Komplexitet', 'På svenska').fill('Tyngd')
    await field('Klassen Enkel', 'På svenska').fill('Lätt')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('Sparat.')).toBeVisible()
    await expect.element(rowOf('Tyngd inbyggt namn: Komplexitet Lätt och Komplex Ja')).toBeVisible()
    expect(asked).toMatchObject([
      {
        name: 'saveAxis',
        args: {
          axis: 'complexity',
          changes: { swedish: 'Tyngd', classes: { simple: { sv: 'Lätt' } } },
          base: { swedish: null, classes: null },
        },
      },
    ])
  })

  test('gets its built-in names back', async () => {
    const { asked } = await open([nature])
    await button('Slag').click()
    await button('Ta tillbaka de inbyggda namnen').click()
    await button('Spara').click()
    await expect.element(page.getByText('Sparat.')).toBeVisible()
    expect(asked).toMatchObject([{ args: { changes: { swedish: null, english: null, classes: null } } }])
  })

  test('put out of use, the shares that look along it are told', async () => {
    const { asked } = await show('axes', { store: stored([nature], [share]) })
    await button('Slag').click()
    await page.getByRole('checkbox', { name: 'Axeln används' }).click()
    await expect
      .element(
        page.getByText('1 korridor ser längs axeln och gäller även om den inte används: Minst en femtedel.'),
      )
      .toBeVisible()
    await button('Spara').click()
    expect(asked).toMatchObject([{ args: { changes: { unused: true }, base: { unused: false } } }])
  })

  test.for([
    {
      says: 'as another',
      group: 'Axelns namn, inbyggt Karaktär',
      text: 'Enhet',
      said: /En annan axel heter redan så/,
    },
    {
      says: 'with classes alike',
      group: 'Klassen Infrastruktur',
      text: 'direkt nytta',
      said: /Två klasser kan inte/,
    },
  ])('called $says is said not to go before it is sent', async ({ group, text, said }) => {
    const { asked } = await open([])
    await button('Karaktär').click()
    await field(group, 'På svenska').fill(text)
    await expect.element(page.getByRole('alert').filter({ hasText: said })).toBeVisible()
    await button('Spara').click({ force: true })
    expect(asked).toEqual([])
  })

  test('named by another meanwhile is shown with a choice, and mine is kept on purpose', async () => {
    let times = 0
    const act: Act = () =>
      times++ === 0
        ? {
            refusals: [
              {
                why: 'changedByOther',
                of: 'AxisNames',
                fields: [{ field: 'swedish', mine: 'Mitt', theirs: 'Deras' }],
              },
            ],
          }
        : { done: {} }
    const { asked } = await open([], { act })
    await button('PiOS').click()
    await field('Axelns namn, inbyggt PiOS', 'På svenska').fill('Mitt')
    await button('Spara').click()
    await button('Behåll mitt').click()
    await button('Spara').click()
    await expect.element(page.getByText('Sparat.')).toBeVisible()
    expect(asked.at(-1)).toMatchObject({ args: { changes: { swedish: 'Mitt' }, base: { swedish: 'Deras' } } })
  })
})

test.for(['default', 'dark', 'contrast'] as const)(
  'in %s there is nothing for axe to find',
  async (theme) => {
    const { container } = await open([nature], { theme })
    await button('Slag').click()
    await expect.element(page.getByRole('textbox').first()).toBeVisible()
    expect(await violations(container)).toEqual([])
  },
)

test('320 pixels are enough', async () => {
  await page.viewport(320, 640)
  await open([nature])
  await button('Slag').click()
  await expect.element(page.getByRole('textbox').first()).toBeVisible()
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
})
