/** The latest imports: named by day and file, asked about once, and taken back as one act that says what stays and why. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Initiative } from '#src/lists/initiatives.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { RecentImports } from '#tabs/portfolio/import/RecentImports.tsx'
import { anInitiative } from '../../fixtures/initiatives.ts'
import { aRef } from '../../fixtures/organisation.ts'
import { type Act, type Given, held, renderScreen, violations } from '../fixtures.tsx'

const rowsOf = (batch: string | undefined, count: number, portfolio = 'ÄVO', start = 0): Initiative[] =>
  Array.from({ length: count }, (_, i) =>
    anInitiative({
      key: `${portfolio}-${batch ?? 'own'}-${start + i}`,
      number: `${portfolio}-${start + i}`,
      title: `Behov ${start + i}`,
      portfolio: aRef(portfolio),
      ...(batch && { importBatch: batch }),
    }),
  )
const september = '2024-09-12 behov.xlsx'
const august = '2024-08-30 gamla.xlsx'
const all = [...rowsOf(august, 2), ...rowsOf(september, 3), ...rowsOf(undefined, 2)]

type Asked = { batch: string; rows: string[] }
/** A server that takes back what it is asked to, and keeps those it has reasons for. */
function aServer(kept: Record<string, 'decided' | 'changed'> = {}) {
  const asked: Asked[] = []
  const act: Act = ({ name, args }) => {
    if (name !== 'undoImport') throw new Error(`${name} was asked for`)
    const one = args as Asked
    asked.push(one)
    const stays = one.rows.flatMap((key) => (kept[key] ? [{ key, because: kept[key] }] : []))
    return { done: { undone: one.rows.length - stays.length, kept: stays } }
  }
  return { act, asked }
}
const show = (given: Given = {}, rows: readonly Initiative[] = all, only?: string) =>
  renderScreen(
    <main>
      <h1>Import</h1>
      <RecentImports {...(only !== undefined && { only })} />
    </main>,
    { items: [held(initiatives, rows)], ...given },
  )
const button = (name: string | RegExp) => page.getByRole('button', { name })
const lines = () =>
  page
    .getByRole('region', { name: 'Senaste importer' })
    .getByRole('listitem')
    .elements()
    .map(({ firstChild }) => firstChild?.textContent)
async function undo(name: string) {
  await button(`Ångra importen ${name}`).click()
  await button('Ja, ångra').click()
}

beforeEach(() => page.viewport(1280, 800))

describe('which are shown', () => {
  test('the latest first, with how many rows, and by portfolio where a file went into two', async () => {
    await show({}, [...all, ...rowsOf(september, 1, 'Region', 9)])
    await expect.element(button(`Ångra importen ${august}`)).toBeVisible()
    const shown = lines()
    expect(shown).toHaveLength(3)
    expect(shown.at(-1)).toMatch(/2024-08-30 gamla\.xlsx.*2/)
    expect(shown.slice(0, 2).join(' ')).toMatch(/Region.*1.*ÄVO.*3|ÄVO.*3.*Region.*1/)
  })

  test('the eight latest; older ones are worked with by now', async () => {
    const many = Array.from({ length: 11 }, (_, i) => rowsOf(`2024-09-${10 + i} fil.xlsx`, 1)).flat()
    await show({}, many)
    await expect.poll(() => lines().length).toBe(8)
    expect(lines()[0]).toContain('2024-09-20')
  })

  test('nothing where nothing has been imported', async () => {
    const { container } = await show({}, rowsOf(undefined, 3))
    expect(container.querySelector('section')).toBeNull()
  })

  test('only the one asked for', async () => {
    await show({}, all, august)
    await expect.poll(() => lines().length).toBe(1)
  })
})

describe('taking one back', () => {
  test('asks once, and keeping them leaves all as it was with the focus where it began', async () => {
    const { act, asked } = aServer()
    await show({ act })
    await button(`Ångra importen ${september}`).click()
    await expect.element(button(`Ångra importen ${september}`)).toHaveAttribute('aria-expanded', 'true')
    await expect.element(page.getByRole('status')).toMatchTextContent('3')
    await button('Behåll dem').click()
    await expect.element(button(`Ångra importen ${september}`)).toHaveFocus()
    expect(button('Ja, ångra').elements()).toEqual([])
    expect(asked).toEqual([])
  })

  test('takes back those rows and no others, by keys alone', async () => {
    const { act, asked } = aServer()
    await show({ act })
    const start = button(`Ångra importen ${september}`)
    await expect.element(start).toBeVisible()
    start.element().focus()
    await userEvent.keyboard('{Enter}')
    await expect.element(button('Ja, ångra')).toBeVisible()
    await userEvent.keyboard('{Tab}{Enter}')
    await expect.poll(() => asked).toHaveLength(1)
    expect(asked[0]).toEqual({ batch: september, rows: rowsOf(september, 3).map(({ key }) => key) })
    await expect.element(page.getByRole('status')).toMatchTextContent(/3/)
    await expect.element(start).toHaveFocus()
  })

  test('whose line goes with its rows leaves the focus on what became of it', async () => {
    const { promise: answered, resolve: answer } = Promise.withResolvers<{ done: object }>()
    await show({ act: () => answered })
    await undo(september)
    await expect.element(button(`Ångra importen ${september}`)).toHaveFocus()
    // As when the rows are read again and the line isn't there any more.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    answer({ done: { undone: 3, kept: [] } })
    await expect.element(page.getByText(/^Importen är ångrad: 3 behov/)).toHaveFocus()
  })

  test('names what stays, and why', async () => {
    const [first, second] = rowsOf(september, 3)
    const { act } = aServer({ [first?.key ?? '']: 'decided', [second?.key ?? '']: 'changed' })
    const { container } = await show({ act })
    await undo(september)
    await expect.element(page.getByText(/ÄVO-0 Behov 0: /)).toBeVisible()
    const kept = page.getByRole('group').getByRole('listitem').elements()
    expect(kept.map(({ textContent }) => textContent?.split(': ')[0])).toEqual([
      'ÄVO-0 Behov 0',
      'ÄVO-1 Behov 1',
    ])
    expect(new Set(kept.map(({ textContent }) => textContent?.split(': ')[1])).size).toBe(2)
    expect(await violations(container)).toEqual([])
  })

  test('of many rows goes piece by piece and is added up', async () => {
    const many = rowsOf(september, 250)
    const { act, asked } = aServer()
    await show({ act }, many)
    await undo(september)
    await expect.element(page.getByRole('status')).toMatchTextContent(/250/)
    await expect.poll(() => asked.map(({ rows }) => rows.length)).toEqual([100, 100, 50])
    expect(new Set(asked.flatMap(({ rows }) => rows)).size).toBe(250)
  })

  test('that is refused on the way says why and how far it came, and can be tried again', async () => {
    const { act, asked } = aServer()
    let refuses = true
    await show(
      {
        act: (one) => {
          const isSecond = asked.length === 1 && refuses
          if (isSecond) refuses = false
          return isSecond ? { refusals: [{ why: 'notYourTask', roles: ['administrator'] }] } : act(one)
        },
      },
      rowsOf(september, 150),
    )
    await undo(september)
    await expect.element(page.getByRole('alert')).toBeVisible()
    await expect
      .element(page.getByRole('status'))
      .toHaveTextContent('Ångrandet avbröts efter 100 av 150 rader.')
    await button('Försök igen').click()
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
    await expect.poll(() => asked.map(({ rows }) => rows.length)).toEqual([100, 100, 50])
  })

  test('without a net says that it waits', async () => {
    const { session } = await show()
    await undo(september)
    await expect.element(button('Försök igen')).toBeVisible()
    expect(session.acting.queue()).toHaveLength(1)
  })
})

describe('for everyone', () => {
  test.for(['default', 'dark', 'contrast'] as const)('axe objects to nothing in %s', async (theme) => {
    const { container } = await show({ theme, act: aServer().act })
    await button(`Ångra importen ${september}`).click()
    expect(await violations(container)).toEqual([])
  })

  test('at 320 pixels in English nothing is wider than the screen', async () => {
    await page.viewport(320, 640)
    await show({ locale: 'en' })
    await button(/2024-09-12/).click()
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  })
})
