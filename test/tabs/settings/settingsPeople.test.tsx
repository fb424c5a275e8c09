/** The settings: people whom only the directory knows, and a whole organisation from a file. */
import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { Organisation } from '#src/rules/organisation/organising.ts'
import { organisationWorkbook } from '#tabs/settings/file/organisationWorkbook.ts'
import { SettingsPage } from '#tabs/settings/SettingsPage.tsx'
import { tree } from '#test/fixtures/organisation.ts'
import { type Act, type Given, renderScreen, violations } from '#test/tabs/fixtures.tsx'
import { items, me, button, everyone, show, aRow } from './settingsShown.tsx'

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
