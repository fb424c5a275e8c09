/** The import screen, with the real worker: from a chosen file to saved rows. */
import { afterEach, describe, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { initiatives } from '#src/lists/initiatives.ts'
import { people, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { ImportPage } from '#tabs/portfolio/import/ImportPage.tsx'
import organisation from '#scripts/demo/organisation.json'
import workbookUrl from '../../../scripts/demo/behov-2024.xlsx?url'
import { anInitiative } from '#test/fixtures/initiatives.ts'
import { aUnit } from '#test/fixtures/organisation.ts'
import { aWorkbook } from '#test/fixtures/workbook.ts'
import { held } from '#test/tabs/fixtures.tsx'
import {
  home,
  administrator,
  aServer,
  show,
  upload,
  go,
  uploadRows,
  lists,
  many,
  aSheet,
  header,
  region,
} from './importing.tsx'

afterEach(() => page.viewport(1280, 800))

describe('the workbook of the administration', () => {
  const bytes = async () => new Uint8Array(await (await fetch(workbookUrl)).arrayBuffer())
  const known = [
    held(portfolios, [home]),
    held(people, [administrator]),
    held(
      units,
      organisation.units.map(({ id, name, short }) => ({
        ...aUnit(id, 'unit'),
        title: name,
        ...(short && { short }),
      })),
    ),
  ]

  test('is read, shown row by row, and saved in pieces with nothing left out', async () => {
    const server = aServer()
    const { history } = await show({ items: known, act: server.act })
    await upload(await bytes(), 'behov-2024.xlsx')
    await expect.element(page.getByText('89 nya behov, 0 finns redan', { exact: false })).toBeVisible()
    await expect.element(page.getByRole('table', { name: 'Rader' })).toHaveAttribute('aria-rowcount', '90')
    await go(89).click()
    await expect
      .element(page.getByRole('heading', { name: '89 behov är inlästa, 0 fanns redan.' }))
      .toHaveFocus()
    expect(server.pieces.map((piece) => piece.length)).toEqual([50, 39])
    expect(server.held.size).toBe(89)
    await page.getByRole('link', { name: 'Till portföljen' }).click()
    expect(history.at(-1)).toBe('/portfolio')
  })
})

describe('looking through', () => {
  test('each row shows what it is read as and what to check', async () => {
    await show()
    await uploadRows(
      [1, 'Digitala lås', 'Hemtjänst', 'Ny', '150-300 tkr'],
      [2, 'E-signering', 'Okänd avdelning', 'Beredning', '?'],
    )
    const first = page.getByRole('row').filter({ hasText: 'Digitala lås' }).last()
    await expect.element(first).toMatchTextContent(/Hemtjänst.*150–300.tkr.*skapas/)
    const second = page.getByRole('row').filter({ hasText: 'E-signering' }).last()
    await expect.element(second).toMatchTextContent('Enheten ”Okänd avdelning” finns inte i organisationen')
    await page.getByRole('checkbox', { name: /Visa bara rader att kontrollera \(1\)/ }).click()
    await expect.element(page.getByRole('table', { name: 'Rader' })).toHaveAttribute('aria-rowcount', '2')
    await expect.element(page.getByRole('table', { name: 'Rader' })).not.toMatchTextContent('Digitala lås')
  })

  test('a text that looks like a formula is shown as text', async () => {
    await show()
    const formula = '=HYPERLINK("https://example.org";"Klicka")'
    await uploadRows([1, { v: formula, inline: true }, 'Hemtjänst', 'Ny', ''])
    const table = page.getByRole('table', { name: 'Rader' })
    await expect.element(table).toMatchTextContent(formula)
    expect(table.getByRole('link').elements()).toEqual([])
  })

  test('what is in the portfolio already is not imported again', async () => {
    const there = anInitiative({
      key: 'pf.nr:1',
      number: 'HT-2024-001',
      title: 'Behov nummer 1',
      portfolio: { key: 'pf', title: home.title },
    })
    await show({ items: [...lists, held(initiatives, [there])] })
    await uploadRows(...many(2))
    await expect.element(page.getByText('1 nya behov, 1 finns redan', { exact: false })).toBeVisible()
    await expect.element(go(1)).toBeEnabled()
  })

  test('a column read as something else changes the rows; the field is taken from where it was', async () => {
    await show()
    await upload(
      aWorkbook([
        {
          name: 'Behov',
          rows: [
            ['Nr', 'Behov', 'Fas', 'Xyz'],
            [1, 'Digitala lås', 'Ny', 'E-lås'],
          ],
        },
      ]),
    )
    const table = page.getByRole('table', { name: 'Rader' })
    await expect.element(table).toMatchTextContent('Digitala lås')
    await page.getByText('Kolumner', { exact: true }).click()
    await page.getByRole('combobox', { name: 'Läses som: D Xyz' }).selectOptions('Titel')
    await expect.element(table).toMatchTextContent('E-lås')
    await expect.element(page.getByRole('combobox', { name: 'Läses som: B Behov' })).toHaveValue('')
  })

  test('without a title the columns stay in reach, so that it can be mended', async () => {
    await show()
    await uploadRows(...many(1))
    await expect.element(go(1)).toBeVisible()
    await page.getByText('Kolumner', { exact: true }).click()
    const title = page.getByRole('combobox', { name: 'Läses som: B Behov' })
    await title.selectOptions('Sparas bara i ursprungsraden')
    await expect.element(page.getByRole('alert')).toMatchTextContent('Ingen rubrikrad hittades')
    expect(page.getByRole('button', { name: /Importera/ }).elements()).toEqual([])
    await title.selectOptions('Titel')
    await expect.element(go(1)).toBeVisible()
  })

  test('another sheet and another portfolio read the file anew', async () => {
    await show()
    await upload(
      aWorkbook([
        aSheet(...many(3)),
        { name: 'Fler', rows: [header, [7, 'Larm på golvet', 'Hemtjänst', 'Behov', '1 mnkr']] },
      ]),
    )
    await expect.element(go(3)).toBeVisible()
    await page.getByLabelText('Blad').selectOptions('Fler')
    await expect.element(go(1)).toBeVisible()
    const table = page.getByRole('table', { name: 'Rader' })
    await expect.element(table).toMatchTextContent('Larm på golvet')
    await page.getByLabelText('Portfölj').selectOptions(region.title)
    await expect.element(table).toMatchTextContent(/Larm på golvet.*Hemtjänst.*Behov/)
  })
})

describe('who may', () => {
  test('whoever is no administrator sees how the file is read, and why it cannot be saved', async () => {
    await show({ person: { id: 'other', name: 'En Annan' } })
    await uploadRows(...many(2))
    await expect.element(page.getByText('2 nya behov', { exact: false })).toBeVisible()
    await expect.element(page.getByText('Import görs av systemförvaltaren.', { exact: false })).toBeVisible()
    expect(page.getByRole('button', { name: /Importera/ }).elements()).toEqual([])
  })
})

describe('saving', () => {
  test('a refusal stops it; trying again goes on where it stopped and doubles nothing', async () => {
    const server = aServer((asked) => (asked === 2 ? { refusals: [{ why: 'noRight' }] } : undefined))
    await show({ act: server.act })
    await uploadRows(...many(120))
    await go(120).click()
    await expect
      .element(page.getByRole('heading', { name: /Importen avbröts efter 50 av 120 rader/ }))
      .toBeVisible()
    await expect.element(page.getByRole('alert')).toMatchTextContent('Servern saknar rätt till webbplatsen.')
    await page.getByRole('button', { name: 'Försök igen' }).click()
    await expect
      .element(page.getByRole('heading', { name: '120 behov är inlästa, 0 fanns redan.' }))
      .toBeVisible()
    expect(server.pieces.map((piece) => piece.length)).toEqual([50, 50, 20])
    expect(server.keys[2]).toBe(server.keys[1])
    expect(new Set(server.keys).size).toBe(3)
  })

  test('without a net it says so, asks before leaving, and goes on by itself', async () => {
    let net = false
    const server = aServer((asked) => (asked > 1 && !net ? 'offline' : undefined))
    const { session } = await show({ act: server.act })
    await uploadRows(...many(60))
    await go(60).click()
    await expect
      .element(page.getByRole('heading', { name: /Servern svarar inte just nu\. 50 av 60 rader är sparade/ }))
      .toBeVisible()
    const leaving = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(leaving)
    expect(leaving.defaultPrevented).toBe(true)
    net = true
    await session.acting.flush()
    await expect
      .element(page.getByRole('heading', { name: '60 behov är inlästa, 0 fanns redan.' }))
      .toBeVisible()
    const after = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(after)
    expect(after.defaultPrevented).toBe(false)
  })

  test('the lists are read anew when it is done', async () => {
    const server = aServer()
    const { session } = await show({ act: server.act })
    const refresh = vi.spyOn(session.data, 'refresh')
    await uploadRows(...many(1))
    await go(1).click()
    await expect.element(page.getByRole('link', { name: 'Till portföljen' })).toBeVisible()
    expect(refresh).toHaveBeenCalledOnce()
  })

  test('leaving the page for another loses nothing that was chosen', async () => {
    const { show: go_ } = await show()
    await uploadRows(...many(4))
    await expect.element(go(4)).toBeVisible()
    await go_(<p>Annan sida</p>)
    await expect.element(page.getByText('Annan sida')).toBeVisible()
    await go_(<ImportPage />)
    await expect.element(go(4)).toBeVisible()
  })
})
