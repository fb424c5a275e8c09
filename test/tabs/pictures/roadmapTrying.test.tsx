/** The road map: a new time is tried by pointer, fingers and keys, and saved with what units receive. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { List } from '#src/lists/list.ts'
import { receptions } from '#src/lists/receptions.ts'
import type { Act } from '#test/tabs/fixtures.tsx'
import { bar, show, left, drawn, platform, lands } from './roadmapShown.tsx'

// A window at work; other tests go on with that of a phone.
beforeAll(() => page.viewport(1280, 900))
afterAll(() => page.viewport(414, 896))

describe('a new time', () => {
  const lift = async (container: Element, key: string, typed: string) => {
    bar(container, key).focus()
    await userEvent.keyboard(`{ }${typed}`)
  }

  test('is tried by keys, and what it breaks is said at once', async () => {
    const screen = await show()
    await lift(screen.container, 'platform', '{ArrowRight}')
    const proposal = screen.getByRole('region', { name: 'Förslag till ny tid' })
    await expect
      .element(proposal)
      .toMatchTextContent(/kv 1 2026–kv 1 2027 blir kv 2 2026–kv 2 2027\. Ger 1 konflikt\./)
    await expect
      .element(proposal)
      .toMatchTextContent(/Gränssnitt: väntar på Plattform, som blir klart 1 kvartal för sent/)
    await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}')
    await expect.element(proposal).toMatchTextContent(/Inget bryts av det/)
    await userEvent.keyboard('{Escape}')
    await expect.element(proposal).not.toBeInTheDocument()
  })

  test.for([
    { says: 'earlier', typed: '{ArrowLeft}', becomes: 'kv 1 2027–kv 4 2027' },
    { says: 'later', typed: '{ArrowRight}', becomes: 'kv 3 2027–kv 4 2027' },
    { says: 'never past its end', typed: '{ArrowRight}'.repeat(5), becomes: 'kv 4 2027' },
  ])('begins $says by keys, its end where it was', async ({ typed, becomes }) => {
    const screen = await show()
    await lift(screen.container, 'api', `{Control>}{Shift>}${typed}{/Shift}{/Control}`)
    await expect
      .element(screen.getByRole('region', { name: 'Förslag till ny tid' }))
      .toMatchTextContent(new RegExp(`kv 2 2027–kv 4 2027 blir ${becomes}\\.`))
    await userEvent.keyboard('{Escape}')
    await expect.element(screen.getByRole('region', { name: 'Förslag till ny tid' })).not.toBeInTheDocument()
  })

  test('that begins earlier is saved with the end it had', async () => {
    const act = vi.fn<Act>(() => ({ done: {} }))
    const screen = await show({ act })
    await lift(screen.container, 'api', '{Control>}{Shift>}{ArrowLeft}{/Shift}{/Control}{Enter}')
    await expect.element(screen.getByRole('button', { name: 'Spara tiden' })).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expect.element(screen.getByText(/^Ny tid sparad: Gränssnitt/)).toBeVisible()
    expect(act.mock.calls[0]?.[0]).toMatchObject({
      name: 'prepareInitiative',
      args: { initiative: 'api', changes: { start: '2027-Q1', plannedEnd: '2027-Q4' } },
    })
  })

  test('mends what it mends', async () => {
    const screen = await show()
    await lift(screen.container, 'app', '{ArrowRight}')
    await expect
      .element(screen.getByRole('list', { name: 'Det här löses' }))
      .toMatchTextContent(/Appen: väntar på Gränssnitt/)
  })

  test('is tried by dragging the bar, a quarter at a time, and opens nothing', async () => {
    const screen = await show()
    const before = left(screen.container, 'api')
    const box =
      bar(screen.container, 'api').querySelector('[data-bar]')?.getBoundingClientRect() ?? new DOMRect()
    const at = { clientX: box.left + box.width / 2, clientY: box.top + 5, bubbles: true, button: 0 }
    const quarter = box.width / 3
    bar(screen.container, 'api')
      .querySelector('[data-bar]')
      ?.dispatchEvent(new PointerEvent('pointerdown', at))
    document.dispatchEvent(new PointerEvent('pointermove', { ...at, clientX: at.clientX + 2 * quarter }))
    await expect.poll(() => left(screen.container, 'api')).toBeCloseTo(before + 2 * quarter, 0)
    await expect
      .element(screen.getByRole('region', { name: 'Förslag till ny tid' }))
      .toMatchTextContent(/Ger 1 konflikt/)
    document.dispatchEvent(new PointerEvent('pointerup', { ...at, clientX: at.clientX + 2 * quarter }))
    bar(screen.container, 'api').dispatchEvent(new MouseEvent('click', { bubbles: true }))
    expect(screen.history.at(-1)).toBe('/roadmap')
  })

  test('is tried by a finger drawn sideways, and not by one that scrolls', async () => {
    const screen = await show()
    const before = left(screen.container, 'api')
    const box =
      bar(screen.container, 'api').querySelector('[data-bar]')?.getBoundingClientRect() ?? new DOMRect()
    const quarter = box.width / 3
    const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 }
    await drawn([middle, { x: middle.x, y: middle.y - 20 }, { x: middle.x, y: middle.y - 60 }])
    expect(left(screen.container, 'api')).toBe(before)
    const stays = bar(screen.container, 'api').querySelector('[data-bar]')?.getBoundingClientRect()
    const at = { x: middle.x, y: (stays?.top ?? 0) + 8 }
    await drawn([at, { x: at.x + quarter / 2, y: at.y }, { x: at.x + quarter, y: at.y + 2 }])
    await expect.poll(() => left(screen.container, 'api')).toBeCloseTo(before + quarter, 0)
    await expect.element(screen.getByRole('region', { name: 'Förslag till ny tid' })).toBeVisible()
    expect(screen.history.at(-1)).toBe('/roadmap')
  })

  test('by its end alone', async () => {
    const screen = await show()
    const box =
      bar(screen.container, 'api').querySelector('[data-bar]')?.getBoundingClientRect() ?? new DOMRect()
    const at = { clientX: box.right - 2, clientY: box.top + 5, bubbles: true, button: 0 }
    bar(screen.container, 'api')
      .querySelector('[data-bar]')
      ?.dispatchEvent(new PointerEvent('pointerdown', at))
    document.dispatchEvent(new PointerEvent('pointermove', { ...at, clientX: at.clientX - box.width / 3 }))
    await expect
      .element(screen.getByRole('region', { name: 'Förslag till ny tid' }))
      .toMatchTextContent(/kv 2 2027–kv 4 2027 blir kv 2 2027–kv 3 2027/)
    document.dispatchEvent(new PointerEvent('pointerup', at))
  })

  test('is saved by the action that prepares an initiative, with what was seen', async () => {
    const act = vi.fn<Act>(() => ({
      done: { initiatives: [{ ...platform, start: '2026-Q1', plannedEnd: '2027-Q2' }] },
    }))
    const screen = await show({ act })
    await lift(screen.container, 'platform', '{Shift>}{ArrowRight}{/Shift}{Enter}')
    await expect.element(screen.getByRole('button', { name: 'Spara tiden' })).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expect.element(screen.getByText(/^Ny tid sparad: Plattform/)).toBeVisible()
    expect(act.mock.calls[0]?.[0]).toMatchObject({
      name: 'prepareInitiative',
      args: {
        initiative: 'platform',
        changes: { start: '2026-Q1', plannedEnd: '2027-Q2' },
        base: { start: '2026-Q1', plannedEnd: '2027-Q1' },
      },
    })
  })

  test('a refusal says why, and what was tried is kept', async () => {
    const act: Act = () => ({
      refusals: [
        { why: 'changedByOther', fields: [{ field: 'plannedEnd', mine: '2027-Q2', theirs: '2027-Q3' }] },
      ],
    })
    const screen = await show({ act })
    await lift(screen.container, 'platform', '{Shift>}{ArrowRight}{/Shift}')
    await screen.getByRole('button', { name: 'Spara tiden' }).click()
    await expect.element(screen.getByRole('alert')).toMatchTextContent(/ändrade planerat slut/)
    await expect.element(screen.getByRole('region', { name: 'Förslag till ny tid' })).toBeVisible()
  })

  test('offline it waits, and that is said', async () => {
    const screen = await show()
    await lift(screen.container, 'platform', '{ArrowRight}')
    await screen.getByRole('button', { name: 'Spara tiden' }).click()
    await expect.element(screen.getByText(/^Ny tid väntar på att skickas/)).toBeVisible()
  })

  test('who may not prepare it may try, and is told who may save', async () => {
    const screen = await show({ person: { id: 'reader', name: 'Läsare' } })
    await lift(screen.container, 'platform', '{ArrowRight}')
    await expect.element(screen.getByRole('button', { name: 'Spara tiden' })).toBeDisabled()
    await expect.element(screen.getByText(/Du kan pröva tider men inte spara dem/)).toBeVisible()
  })

  test('may be chosen in fields instead', async () => {
    const screen = await show()
    await lift(screen.container, 'open', '')
    await screen.getByRole('combobox', { name: 'Planerat slut' }).selectOptions('kv 4 2026')
    await expect
      .element(screen.getByRole('region', { name: 'Förslag till ny tid' }))
      .toMatchTextContent(/från kv 3 2026, slut okänt blir kv 3 2026–kv 4 2026/)
  })
})

describe('what units receive', () => {
  const twice = new Map<List, readonly unknown[]>([
    [receptions, [lands('api', '2027-10-01', '2027-12-31'), lands('app', '2028-01-01', '2028-03-31')]],
  ])
  const later = async (given: Parameters<typeof show>[0] = {}) => {
    const screen = await show({ rows: twice, ...given })
    bar(screen.container, 'api').focus()
    await userEvent.keyboard('{ }{ArrowRight}')
    return screen
  }

  test('moves with a new time, and what that makes too much is said at once', async () => {
    const screen = await later()
    const proposal = screen.getByRole('region', { name: 'Förslag till ny tid' })
    await expect
      .element(screen.getByRole('list', { name: 'Det här bryts' }))
      .toMatchTextContent(
        /homeCare \(department\): 3 månader med mer än enheten kan ta emot, värst januari 2028 \(20 persondagar för mycket\)/,
      )
    await expect.element(proposal).toMatchTextContent(/För mycket att ta emot på 1 enhet\./)
    await screen
      .getByRole('checkbox', { name: /^Flytta det planerade mottagandet lika långt \(1 rad\)/ })
      .click()
    await expect.element(proposal).not.toMatchTextContent(/För mycket att ta emot/)
  })

  test('is saved with the time, row by row', async () => {
    const act = vi.fn<Act>(() => ({ done: {} }))
    const screen = await later({ act })
    await expect.element(screen.getByRole('checkbox')).toBeChecked()
    await screen.getByRole('button', { name: 'Spara tiden' }).click()
    await expect.element(screen.getByText(/^Ny tid sparad: Gränssnitt/)).toBeVisible()
    expect(act.mock.calls.map(([{ name }]) => name)).toEqual(['prepareInitiative', 'saveRow'])
    expect(act.mock.calls[1]?.[0].args).toEqual({
      initiative: 'api',
      list: 'receptions',
      row: 'r-api',
      values: { from: '2028-01-01', to: '2028-03-31' },
      base: { from: '2027-10-01', to: '2027-12-31' },
    })
  })

  test('that is refused leaves the time saved, and says so', async () => {
    const act: Act = ({ name }) =>
      name === 'saveRow'
        ? { refusals: [{ why: 'notFound', what: 'receptions', key: 'r-api' }] }
        : { done: {} }
    const screen = await later({ act })
    await expect.element(screen.getByRole('checkbox')).toBeChecked()
    await screen.getByRole('button', { name: 'Spara tiden' }).click()
    await expect
      .element(screen.getByText('Tiden är sparad, men allt mottagande kunde inte flyttas med.'))
      .toBeVisible()
    await expect.element(screen.getByRole('alert')).toBeVisible()
  })
})
