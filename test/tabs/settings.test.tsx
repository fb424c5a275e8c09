/** The settings: an administrator keeps the organisation, everyone else reads it, and each right says where it comes from. */
import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { mandates, people, type PersonRow, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import type { Organisation } from '#src/rules/organisation/organising.ts'
import { organisationWorkbook } from '#tabs/settings/file/organisationWorkbook.ts'
import { SettingsPage } from '#tabs/settings/SettingsPage.tsx'
import { aMandate, aPerson, aRef, tree } from '../fixtures/organisation.ts'
import { type Act, type Given, held, renderScreen, violations } from './fixtures.tsx'

const me = { id: 'me', name: 'Ada Admin' }
const aRow = (key: string, values: Partial<PersonRow> = {}): PersonRow => ({
  key,
  id: `id-${key}`,
  version: '1',
  title: key,
  person: aPerson(key),
  ...values,
})
const everyone = [
  aRow('ada', { title: 'Ada Admin', person: me, roles: ['administrator'] }),
  aRow('bo', { title: 'Bo Berg', roles: ['departmentManager'] }),
]
const items = [
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
const reader = { id: 'bo', name: 'Bo Berg' }

async function show(id: string, given: Given = {}) {
  const asked: Parameters<Act>[0][] = []
  const act: Act = (one) => {
    asked.push(one)
    return given.act?.(one) ?? { done: {} }
  }
  const shown = await renderScreen(<SettingsPage id={id} />, { items, person: me, ...given, act })
  return { ...shown, asked }
}
const button = (name: string) => page.getByRole('button', { name, exact: true })

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

test.for([
  {
    says: 'made known when picked for a post',
    id: 'forums',
    field: 'Ordförande',
    names: ['knowPerson', 'saveOrganisation'],
    args: { person: { id: 'x', name: 'Nora Ny' }, email: 'nora@example.org', jobTitle: 'Controller' },
  },
  {
    says: 'added with mail and job title',
    id: 'people',
    field: 'Person',
    names: ['saveOrganisation'],
    args: {
      changes: {
        person: { id: 'x', name: 'Nora Ny' },
        title: 'Nora Ny',
        email: 'nora@example.org',
        jobTitle: 'Controller',
      },
    },
  },
])(
  'somebody whom only the directory knows is found by name, and $says',
  async ({ id, field: name, names, args }) => {
    const asked: Parameters<Act>[0][] = []
    const stranger = {
      id: 'x',
      name: 'Nora Ny',
      email: 'nora@example.org',
      jobTitle: 'Controller',
      department: '',
    }
    await renderScreen(<SettingsPage id={id} />, {
      items,
      person: me,
      searchPeople: (text) => Promise.resolve(text.startsWith('Nora') ? [stranger] : []),
      act: (one) => {
        asked.push(one)
        return { done: {} }
      },
    })
    await button('Lägg till').click()
    if (id === 'forums') await page.getByRole('textbox', { name: 'Namn' }).fill('Nytt forum')
    const field = page.getByRole('combobox', { name })
    await field.fill('Nora N')
    await expect
      .poll(() =>
        [...document.querySelectorAll('datalist option')].map((o) => (o as HTMLOptionElement).value),
      )
      .toContain('Nora Ny, Controller')
    await field.fill('Nora Ny, Controller')
    await button('Spara').click()
    await expect.element(page.getByText('Sparat.')).toBeVisible()
    expect(asked.map((one) => one.name)).toEqual(names)
    expect(asked[0]?.args).toMatchObject(args)
  },
)

describe('the organisation from a file', () => {
  const now: Organisation = {
    units: [...tree.values()],
    people: everyone,
    forums: [],
    mandates: [],
    committees: [],
    portfolios: [],
  }
  const give = async (bytes: Uint8Array, given: Given = {}) => {
    const shown = await show('file', given)
    await page
      .getByLabelText('Välj fil')
      .upload(new File([bytes as Uint8Array<ArrayBuffer>], 'organisation.xlsx'))
    return shown
  }
  const changed = () =>
    organisationWorkbook({
      ...now,
      units: now.units.map((unit) => (unit.key === 'nursing' ? { ...unit, short: 'SÄB' } : unit)),
    })

  test('shows what would change before anything is saved, and saves it on the word', async () => {
    const { asked } = await give(changed())
    await expect.element(page.getByText('Ändrade rader (1)')).toBeVisible()
    await expect.element(page.getByText(/Kortnamn: SÄB/)).toBeVisible()
    expect(asked).toEqual([])
    await button('Spara 1 rad').click()
    await expect.element(page.getByText('1 rad är sparad.')).toBeVisible()
    expect(asked).toMatchObject([
      { name: 'saveOrganisation', args: { list: 'units', row: 'nursing', changes: { short: 'SÄB' } } },
    ])
  })

  test('that says the same saves nothing', async () => {
    await give(organisationWorkbook(now))
    await expect.element(page.getByText(/Det finns inget att spara/)).toBeVisible()
  })

  test('that is no workbook is refused in words', async () => {
    await give(new TextEncoder().encode('not a workbook'))
    await expect.element(page.getByRole('alert')).toMatchTextContent(/Spara den som en vanlig Excelfil/)
  })

  test('keeps the rows that could not be saved in sight, with why', async () => {
    await give(changed(), {
      act: () => ({ refusals: [{ why: 'unsound', fault: 'circle', names: ['A', 'B'] }] }),
    })
    await button('Spara 1 rad').click()
    await expect.element(page.getByText(/1 kunde inte sparas/)).toBeVisible()
    await expect.element(page.getByRole('listitem').last()).toMatchTextContent(/i en ring/)
  })

  test('finds people of the directory by mail', async () => {
    const nora = { id: 'x', name: 'Nora Ny', email: 'nora@example.org', jobTitle: '', department: '' }
    const bytes = organisationWorkbook({
      ...now,
      people: [aRow('new', { title: 'Nora Ny', person: { id: 'x', name: 'Nora Ny' }, email: nora.email })],
    })
    const { asked } = await give(bytes, { searchPeople: () => Promise.resolve([nora]) })
    await button('Spara 1 rad').click()
    await expect.element(page.getByText('1 rad är sparad.')).toBeVisible()
    expect(asked).toMatchObject([{ args: { list: 'people', changes: { person: { id: 'x' } } } }])
  })

  test.for(['default', 'dark', 'contrast'] as const)(
    'has nothing for axe to find in the %s theme',
    async (theme) => {
      const { container } = await give(changed(), { theme })
      await expect.element(page.getByText('Ändrade rader (1)')).toBeVisible()
      // The button fades from busy to ready.
      await expect.poll(() => violations(container)).toEqual([])
    },
  )
})
