/** The settings: an administrator keeps the organisation, everyone else reads it, and each right says where it comes from. */
import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { type Act, violations } from '#test/tabs/fixtures.tsx'
import { show, button, reader } from './settingsShown.tsx'

describe('units', () => {
  test('stand as a tree, deepest indented', async () => {
    await show('units')
    const rows = page.getByRole('rowheader').elements()
    expect(rows.map((row) => row.textContent).slice(0, 3)).toEqual([
      'city (organisation)',
      'disability (administration)',
      'housing (department)',
    ])
    const indents = rows.map((row) => Number.parseInt(getComputedStyle(row).paddingInlineStart, 10))
    expect(indents.slice(0, 3)).toEqual([8, 24, 40])
  })

  test('are found by typing, and the count follows', async () => {
    await show('units')
    await page.getByRole('searchbox', { name: 'Sök i listan' }).fill('nursing')
    await expect.element(page.getByText('1 av 9')).toBeVisible()
    expect(page.getByRole('rowheader').elements()).toHaveLength(1)
  })

  test('only what was changed is sent, with what stood there', async () => {
    const { asked } = await show('units')
    await button('nursing (department)').click()
    await page.getByRole('textbox', { name: 'Kortnamn' }).fill('SÄB')
    await button('Spara').click()
    await expect.element(page.getByText('Sparat.')).toBeVisible()
    expect(asked).toMatchObject([
      {
        name: 'saveOrganisation',
        args: { list: 'units', row: 'nursing', changes: { short: 'SÄB' }, base: { short: null } },
      },
    ])
  })

  test('taken away, one may be brought back', async () => {
    const { asked } = await show('units')
    await button('nursing (department)').click()
    await button('Ta bort').click()
    await button('Ångra').click()
    expect(asked.map(({ args }) => (args as { changes: object }).changes)).toEqual([
      { archived: true },
      { archived: false },
    ])
  })

  test('a refusal says what is wrong, and what was typed stays', async () => {
    const act: Act = () => ({
      refusals: [{ why: 'unsound', fault: 'circle', names: ['Hemtjänst', 'Äldre'] }],
    })
    await show('units', { act })
    await button('nursing (department)').click()
    await page.getByRole('textbox', { name: 'Kortnamn' }).fill('SÄB')
    await button('Spara').click()
    await expect.element(page.getByText(/kan inte ligga under varandra i en ring/)).toBeVisible()
    await expect.element(page.getByRole('textbox', { name: 'Kortnamn' })).toHaveValue('SÄB')
  })

  test('a field that another changed is shown with both, and mine is kept on purpose', async () => {
    let times = 0
    const act: Act = () =>
      times++ === 0
        ? { refusals: [{ why: 'changedByOther', fields: [{ field: 'short', mine: 'SÄB', theirs: 'SB' }] }] }
        : { done: {} }
    const { asked } = await show('units', { act })
    await button('nursing (department)').click()
    await page.getByRole('textbox', { name: 'Kortnamn' }).fill('SÄB')
    await button('Spara').click()
    await expect.element(page.getByText('Kortnamn har ändrats av någon annan till: SB')).toBeVisible()
    await button('Behåll mitt').click()
    await button('Spara').click()
    await expect.element(page.getByText('Sparat.')).toBeVisible()
    expect(asked.at(-1)).toMatchObject({ args: { changes: { short: 'SÄB' }, base: { short: 'SB' } } })
  })

  test('without net the change waits, and says so', async () => {
    await show('units', { act: () => 'offline' })
    await button('nursing (department)').click()
    await page.getByRole('textbox', { name: 'Kortnamn' }).fill('SÄB')
    await button('Spara').click()
    await expect.element(page.getByText('Sparas när nätet är tillbaka.')).toBeVisible()
  })
})

test('a person is added with roles, and named after themselves', async () => {
  const { asked } = await show('people')
  await button('Lägg till').click()
  await page.getByRole('combobox', { name: 'Person' }).fill('Bo Berg')
  await page.getByRole('checkbox', { name: 'Ekonomi' }).click()
  await button('Spara').click()
  await expect.element(page.getByText('Sparat.')).toBeVisible()
  expect(asked[0]?.args).toMatchObject({
    list: 'people',
    changes: { person: { id: 'bo' }, title: 'bo', roles: ['finance'] },
  })
})

test('roles are read as words, in the language of the page', async () => {
  await show('people', { locale: 'en' })
  await expect.element(page.getByRole('row', { name: /Bo Berg/ })).toMatchTextContent('Department manager')
})

test('whoever may not change sees who may, and no buttons', async () => {
  await show('mandates', { person: reader })
  await expect.element(page.getByText(/Du kan läsa men inte ändra. Det gör: Systemförvaltare/)).toBeVisible()
  expect(button('Lägg till').elements()).toEqual([])
  await page.getByRole('rowheader').getByRole('button').click()
  await expect.element(button('Stäng')).toBeVisible()
  expect(button('Spara').elements()).toEqual([])
})

test('rights say where they come from: a role, a post, standing in today', async () => {
  await show('rights')
  const mine = page.getByRole('list', { name: 'Rättigheter för Ada Admin' })
  await expect.element(mine).toMatchTextContent(/Systemförvaltare: .*Ändra organisationen/)
  await expect.element(mine).toMatchTextContent(/Beslutar: BP1\..*Ersättare för Bo Berg .* gäller i dag/)
})

test('every part is reached by keyboard alone', async () => {
  const { history } = await show('units')
  const link = page.getByRole('link', { name: 'Mandat' })
  ;(link.element() as HTMLElement).focus()
  await userEvent.keyboard('{Enter}')
  expect(history.at(-1)).toBe('/settings/mandates')
})

describe.for(['default', 'dark', 'contrast'] as const)('axe in the %s theme', (theme) => {
  test.for(['units', 'people', 'forums', 'mandates', 'portfolios', 'committees', 'processes', 'rights'])(
    'finds nothing in %s',
    async (id) => {
      const { container } = await show(id, { theme })
      expect(await violations(container)).toEqual([])
    },
  )

  test('finds nothing in an open form, in English', async () => {
    const { container } = await show('mandates', { theme, locale: 'en' })
    await page.getByRole('rowheader').getByRole('button').click()
    await expect.element(button('Save')).toBeVisible()
    expect(await violations(container)).toEqual([])
  })
})
