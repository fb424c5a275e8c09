/** The table by hand and keyboard: cells, groups, columns, selection, editing in place, many at once, views and export. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { people, type PersonRow } from '#src/lists/organisation.ts'
import type { View } from '#src/lists/views.ts'
import { PortfolioPage } from '#tabs/portfolio/PortfolioPage.tsx'
import { anInitiative } from '../fixtures/initiatives.ts'
import { type Act, type Given, held, renderScreen, violations } from './fixtures.tsx'

const titles = ['Digitala lås', 'Öppna data', 'Ärendestöd']
const rows: Initiative[] = titles.map((title, i) =>
  anInitiative({
    key: `i-${i}`,
    id: String(i),
    number: `ÄVO-2024-00${i + 1}`,
    title,
    stage: i === 0 ? 'collection' : 'preparation',
    unit: { key: 'u', title: i === 2 ? 'Måltid' : 'Hemtjänst' },
    costHighKr: 100_000 * (i + 1),
    stageSince: '2024-09-01',
    type: i === 1 ? 'prestudy' : undefined,
  }),
)
const lead: PersonRow = {
  key: 'p-me',
  id: '1',
  version: '"1"',
  title: 'Jag Själv',
  person: { id: 'me', name: 'Jag Själv' },
  roles: ['developmentLead'],
}
const show = (given: Given = {}) =>
  renderScreen(<PortfolioPage />, {
    items: [held(initiatives, rows), held(people, [lead])],
    path: '/portfolio',
    ...given,
  })

/** A server that writes what it is asked, and remembers. */
function aServer(refuse?: (key: string) => boolean) {
  const asked: { name: string; args: unknown }[] = []
  const written = (initiative: string, changes: object) => ({
    ...(rows.find(({ key }) => key === initiative) as Initiative),
    ...changes,
  })
  const act: Act = ({ name, args }) => {
    asked.push({ name, args })
    const {
      initiative,
      changes,
      rows: many,
    } = args as {
      initiative: string
      changes: object
      rows?: { initiative: string; changes: object }[]
    }
    if (!many) return { done: { initiatives: [written(initiative, changes)] } }
    const taken = many.filter((one) => !refuse?.(one.initiative))
    return {
      done: {
        initiatives: taken.map((one) => written(one.initiative, one.changes)),
        left: many
          .filter((one) => refuse?.(one.initiative))
          .map((one) => ({ key: one.initiative, refusals: [{ why: 'archived' as const }] })),
      },
    }
  }
  return { act, asked }
}

const row = (title: string) => page.getByRole('row', { name: new RegExp(title) })
const cell = (title: string, i: number) => row(title).getByRole('gridcell').nth(i)
const press = (keys: string) => userEvent.keyboard(keys)
const at = () => [
  document.activeElement?.closest('[data-line]')?.getAttribute('data-line'),
  document.activeElement?.getAttribute('data-cell'),
]
const first = async () => {
  await expect.element(row('Digitala lås')).toBeVisible()
  row('Digitala lås').element().focus()
}

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

describe('editing a cell', () => {
  test('F2 opens it, Enter saves what was changed with what stood there, and the focus stays', async () => {
    const { act, asked } = aServer()
    const { session } = await show({ act })
    session.onDone(({ initiatives: saved = [] }) => session.data.put(initiatives, ...saved))
    await first()
    await press('{ArrowRight}{ArrowRight}{F2}')
    const field = page.getByRole('textbox', { name: 'Titel' })
    await expect.element(field).toHaveFocus()
    await field.fill('Digitala lås och larm')
    await press('{Enter}')
    await expect.element(cell('Digitala lås och larm', 1)).toHaveFocus()
    expect(asked).toEqual([
      {
        name: 'prepareInitiative',
        args: {
          initiative: 'i-0',
          changes: { title: 'Digitala lås och larm' },
          base: { title: 'Digitala lås' },
        },
      },
    ])
  })

  test('Escape leaves it as it was; a required field cannot be emptied', async () => {
    const { act, asked } = aServer()
    await show({ act })
    await first()
    await press('{ArrowRight}{ArrowRight}{Enter}')
    await page.getByRole('textbox', { name: 'Titel' }).fill('')
    await expect.element(page.getByRole('alert')).toMatchTextContent('Titel måste fyllas i')
    await press('{Enter}')
    await expect.element(page.getByRole('textbox', { name: 'Titel' })).toBeVisible()
    await press('{Escape}')
    await expect.element(cell('Digitala lås', 1)).toHaveFocus()
    expect(asked).toEqual([])
  })

  test('what somebody else has changed is shown beside mine, and mine can be kept', async () => {
    const { act, asked } = aServer()
    let times = 0
    const refusing: Act = (question) =>
      times++ === 0
        ? {
            refusals: [
              {
                why: 'changedByOther',
                by: { id: 'x', name: 'Åsa Lindevall' },
                fields: [{ field: 'title', mine: 'Min', theirs: 'Deras' }],
              },
            ],
          }
        : act(question)
    await show({ act: refusing })
    await first()
    await press('{ArrowRight}{ArrowRight}{F2}')
    await page.getByRole('textbox', { name: 'Titel' }).fill('Min')
    await press('{Enter}')
    const alert = page.getByRole('alert')
    await expect.element(alert).toMatchTextContent(/Åsa Lindevall.*Du skrev: Min.*Nu står: Deras/)
    await alert.getByRole('button', { name: 'Använd min' }).click()
    await expect
      .poll(() => asked.at(-1)?.args)
      .toMatchObject({ changes: { title: 'Min' }, base: { title: 'Deras' } })
  })

  test('without a net the cell shows what was meant', async () => {
    await show()
    await first()
    await press('{ArrowRight}{ArrowRight}{F2}')
    await page.getByRole('textbox', { name: 'Titel' }).fill('Skrivet utan nät')
    await press('{Enter}')
    await expect.element(row('Skrivet utan nät')).toBeVisible()
  })

  test('whoever may not is told who may', async () => {
    await show({ items: [held(initiatives, rows)] })
    await first()
    await press('{ArrowRight}{ArrowRight}{F2}')
    await expect.element(page.getByRole('alert')).toMatchTextContent('Du har inte rätt att göra det här.')
    await press('{Escape}')
    await expect.poll(() => page.getByRole('alert').elements()).toEqual([])
  })
})

describe('many at once', () => {
  test('one field is set, refusals are named, and it is taken back as one act', async () => {
    const { act, asked } = aServer((key) => key === 'i-2')
    await show({ act })
    await first()
    await press('{Control>}a{/Control}')
    await page.getByRole('combobox', { name: 'Ändra fält' }).selectOptions('Initiativtyp')
    await page.getByRole('combobox', { name: 'Initiativtyp' }).selectOptions('Förstudie')
    await page.getByRole('button', { name: 'Ändra 2 initiativ' }).click()
    await expect.element(page.getByText(/1 initiativ är ändrat. 1 lämnades som det var/)).toBeVisible()
    await expect
      .element(page.getByRole('listitem').filter({ hasText: 'Ärendestöd' }))
      .toMatchTextContent('arkiverat')
    await page.getByRole('button', { name: 'Ångra' }).click()
    await expect.element(page.getByText('Ändringen av 1 initiativ är ångrad.')).toBeVisible()
    expect(asked.map(({ args }) => (args as { rows: object[] }).rows)).toEqual([
      [
        { initiative: 'i-0', changes: { type: 'prestudy' }, base: { type: null } },
        { initiative: 'i-2', changes: { type: 'prestudy' }, base: { type: null } },
      ],
      [{ initiative: 'i-0', changes: { type: null }, base: { type: 'prestudy' } }],
    ])
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
      .poll(
        () => {
          window.dispatchEvent(new Event('beforeprint'))
          return document.querySelector('[data-print]')?.textContent
        },
        { timeout: 8000 },
      )
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
