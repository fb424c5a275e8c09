/** The table by hand and keyboard: cells, groups, columns, selection, views and export. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import type { View } from '#src/lists/views.ts'
import { violations } from '#test/tabs/fixtures.tsx'
import { show, first, press, at, row, lead } from './tableStand.tsx'

beforeEach(() => page.viewport(1280, 800))

describe('the keyboard', () => {
  test('goes from rows in among the cells, along them, and out again', async () => {
    await show()
    await first()
    await press('{ArrowRight}{ArrowRight}')
    expect(at()).toEqual(['0', '1'])
    await press('{ArrowDown}{End}')
    expect(at()).toEqual(['1', '7'])
    await press('{Home}{Control>}{End}{/Control}')
    expect(at()).toEqual(['2', '0'])
    await press('{ArrowLeft}')
    expect(at()).toEqual(['2', null])
    await press('{ArrowRight}{Escape}{Control>}{Home}{/Control}')
    expect(at()).toEqual(['0', null])
  })

  test('selects with Space, Shift and arrows, and Ctrl+A', async () => {
    await show()
    await first()
    await press(' ')
    await expect.element(page.getByText('1 markerad')).toBeVisible()
    await expect.element(row('Digitala lås')).toHaveAttribute('aria-selected', 'true')
    await press('{Shift>}{ArrowDown}{/Shift}')
    await expect.element(page.getByText('2 markerade')).toBeVisible()
    await press('{Control>}a{/Control}')
    await expect.element(page.getByText('3 markerade')).toBeVisible()
    await press('{Escape}')
    await expect.poll(() => page.getByText(/markerade/).elements()).toEqual([])
  })

  test('folds and unfolds groups, and goes from a row to its heading', async () => {
    const { history } = await show({ path: '/portfolio?group=stage' })
    const heading = page.getByRole('row', { name: /Beredning 2 initiativ · 500.tkr · median 30 d/ })
    await expect.element(heading).toHaveAttribute('aria-expanded', 'true')
    row('Ärendestöd').element().focus()
    await press('{ArrowLeft}')
    expect(document.activeElement).toBe(heading.element())
    await press('{ArrowLeft}')
    await expect.element(heading).toHaveAttribute('aria-expanded', 'false')
    expect(row('Ärendestöd').elements()).toEqual([])
    expect(history.at(-1)).toContain('fold=preparation')
    await press('{ArrowRight}')
    await expect.element(row('Ärendestöd')).toBeVisible()
    await page.getByRole('button', { name: 'Fäll ihop alla' }).click()
    expect(row('Digitala lås').elements()).toEqual([])
  })
})

describe('columns and views', () => {
  test('a column is added, moved and kept in the address', async () => {
    const { history } = await show()
    await page.getByRole('button', { name: 'Kolumner' }).click()
    await page.getByRole('checkbox', { name: 'Diarienummer' }).click()
    expect(history.at(-1)).toContain('caseNumber')
    await expect.element(page.getByRole('columnheader', { name: /Diarienummer/ })).toBeVisible()
    await page.getByRole('button', { name: 'Flytta Diarienummer tidigare' }).click()
    expect(new URLSearchParams(history.at(-1)?.split('?')[1]).get('cols')).toMatch(/,caseNumber,start$/)
    await page.getByRole('button', { name: 'Vanliga kolumner' }).click()
    expect(history.at(-1)).toBe('/portfolio')
    await press('{Escape}')
    await expect.element(page.getByRole('button', { name: 'Kolumner' })).toHaveFocus()
  })

  test('what is shown is saved under a name; shared ones are opened', async () => {
    const shared: View = {
      key: 'v-1',
      id: '1',
      version: '"1"',
      title: 'Ledningens',
      owner: { id: 'x', name: 'Åsa' },
      shared: true,
      address: '/portfolio?legal=yes',
    }
    const own: View = { ...shared, key: 'v-2', title: 'Annans egen', shared: false }
    const asked: unknown[] = []
    const { history } = await show({
      path: '/portfolio?stage=preparation&theme=dark',
      store: { all: (async () => [shared, own]) as never },
      act: ({ args }) => {
        asked.push(args)
        return { done: { views: [{ ...shared, ...(args as object), key: 'v-3', owner: lead.person }] } }
      },
    })
    await page.getByRole('button', { name: 'Sparade vyer' }).click()
    await expect.element(page.getByRole('link', { name: 'Ledningens' })).toBeVisible()
    expect(page.getByText('Annans egen').elements()).toEqual([])
    await page.getByRole('textbox', { name: 'Namn på vyn' }).fill('Beredning')
    await press('{Enter}')
    await expect.element(page.getByRole('link', { name: 'Beredning' })).toBeVisible()
    expect(asked).toMatchObject([
      { title: 'Beredning', shared: false, address: '/portfolio?stage=preparation' },
    ])
    await page.getByRole('link', { name: 'Ledningens' }).click()
    expect(history.at(-1)).toBe('/portfolio?legal=yes')
  })

  test('the rows shown are saved as a file', async () => {
    const names: string[] = []
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      names.push(this.download)
    })
    await show()
    await page.getByRole('button', { name: 'Exportera och skriv ut' }).click()
    await page.getByRole('button', { name: 'Excel (.xlsx)' }).click()
    await page.getByRole('button', { name: 'CSV' }).click()
    click.mockRestore()
    expect(names).toEqual(['Portfölj 2024-10-01.xlsx', 'Portfölj 2024-10-01.csv'])
  })

  test('on paper the whole table stands', async () => {
    await show({ path: '/portfolio?stage=preparation' })
    await expect
      .poll(() => {
        window.dispatchEvent(new Event('beforeprint'))
        return document.querySelector('[data-print]')?.textContent
      })
      .toMatch(/2024-10-01 · 2 initiativ · Steg: Beredning.*Öppna data.*Ärendestöd/)
    window.dispatchEvent(new Event('afterprint'))
    await expect.poll(() => document.querySelector('[data-print]')).toBeNull()
  })
})

describe('for everyone', () => {
  test.for(['default', 'dark', 'contrast'] as const)(
    'axe objects to nothing in the %s theme',
    async (theme) => {
      const { container } = await show({ theme, path: '/portfolio?group=stage' })
      await first()
      await press(' ')
      await page.getByRole('combobox', { name: 'Ändra fält' }).selectOptions('Kostnad')
      await page.getByRole('button', { name: 'Kolumner' }).click()
      await expect.element(page.getByRole('group', { name: 'Lägg till' })).toBeVisible()
      expect(await violations(container)).toEqual([])
    },
  )

  test('in English at 320 pixels nothing is wider than the screen, panels included', async () => {
    await page.viewport(320, 640)
    await show({ locale: 'en', path: '/portfolio?group=stage' })
    await page.getByRole('button', { name: 'Columns' }).click()
    await expect.element(page.getByRole('group', { name: 'Add' })).toBeInTheDocument()
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  })
})
