/** The road map: lines and groups, what clashes, trying a new time by pointer and by keys, and saving it. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import { dependencies } from '#src/lists/businessCase.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { type Decision, decisions } from '#src/lists/decisions.ts'
import { projectPoints } from '#src/lists/followUp.ts'
import type { List } from '#src/lists/list.ts'
import { agendaItems, meetings } from '#src/lists/meetings.ts'
import { people, units } from '#src/lists/organisation.ts'
import { type Reception, receptions } from '#src/lists/receptions.ts'
import { RoadmapPage } from '#tabs/pictures/RoadmapPage.tsx'
import { rowsOf } from '#tabs/pictures/roadmap/lines.ts'
import { anInitiative } from '../fixtures/initiatives.ts'
import { aRef, tree } from '../fixtures/organisation.ts'
import { type Act, type Given, held, renderScreen, violations } from './fixtures.tsx'

const item = (key: string) => ({ key, id: key, version: '"1"' })
const one = (
  key: string,
  title: string,
  start?: string,
  plannedEnd?: string,
  more: Partial<Initiative> = {},
) =>
  anInitiative({
    ...item(key),
    number: `S-${key}`,
    title,
    stage: 'development',
    ...(start && { start }),
    ...(plannedEnd && { plannedEnd }),
    ...more,
  })
const platform = one('platform', 'Plattform', '2026-Q1', '2027-Q1')
const api = one('api', 'Gränssnitt', '2027-Q2', '2027-Q4')
const app = one('app', 'Appen', '2027-Q4', '2028-Q2')
const other = one('other', 'Inera', '2026-Q2', '2026-Q4', { external: true })
const open = one('open', 'Öppen', '2026-Q3')
const vague = one('vague', 'Oklar')
const all = [platform, api, app, other, open, vague]
const wait = (from: string, to: string) => ({
  ...item(`${from}-${to}`),
  title: to,
  initiative: { key: from, title: from },
  needs: { key: to, title: to },
})
const lead = {
  ...item('me'),
  title: 'Jag',
  person: { id: 'me', name: 'Jag Själv' },
  roles: ['developmentLead'],
}

/** Home care has room for 40 person-days a month. */
const rooms = [...tree.values()].map((unit) =>
  unit.key === 'homeCare' ? { ...unit, receivingDays: 40 } : unit,
)
const lands = (of: string, from: string, to: string, values: Partial<Reception> = {}): Reception => ({
  ...item(`r-${of}`),
  title: 'Utbildning',
  initiative: aRef(of),
  unit: aRef('homeCare'),
  kind: 'training',
  from,
  to,
  days: 30,
  ...values,
})

const reader = (rows: ReadonlyMap<List, readonly unknown[]> = new Map()) => {
  const read = (list: List) => Promise.resolve((rows.get(list) ?? []) as never)
  return { all: read, since: read, where: read }
}
const show = (
  { path = '/roadmap', rows: read, ...given }: Given & { rows?: ReadonlyMap<List, readonly unknown[]> } = {},
  rows: readonly Initiative[] = all,
) =>
  renderScreen(<RoadmapPage />, {
    items: [
      held(initiatives, rows),
      held(dependencies, [wait('api', 'platform'), wait('app', 'api')] as never),
      held(people, [lead] as never),
      held(units, rooms),
    ],
    store: reader(read),
    today: '2026-11-02',
    path,
    ...given,
  })
const bar = (container: Element, key: string): SVGElement => {
  const found = container.querySelector<SVGElement>(`[data-mark="${key}"]`)
  if (!found) throw new Error(`${key} is not drawn`)
  return found
}
const left = (container: Element, key: string) =>
  Number(bar(container, key).querySelector('[data-bar]')?.getAttribute('x'))

/** A finger that is put down, drawn from place to place and taken up; the test is shown in a frame, the finger is on the screen. */
async function drawn([start, ...path]: { x: number; y: number }[]) {
  const frame = window.frameElement?.getBoundingClientRect()
  const scale = frame ? frame.width / window.innerWidth : 1
  const onScreen = ({ x = 0, y = 0 } = {}) => ({
    x: (frame?.left ?? 0) + x * scale,
    y: (frame?.top ?? 0) + y * scale,
  })
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
    cdp().send('Input.dispatchTouchEvent', { type, touchPoints: points.map(onScreen) })
  await send('touchStart', start ? [start] : [])
  for (const point of path) await send('touchMove', [point])
  await send('touchEnd', [])
}

// A window at work; other tests go on with that of a phone.
beforeAll(() => page.viewport(1280, 900))
afterAll(() => page.viewport(414, 896))

test('it says how many have a time, what clashes worst, and what has none', async () => {
  const screen = await show()
  await expect
    .element(
      screen.getByText(
        /^5 initiativ med planerad tid, 2026–2028\. 1 konflikt; värst: Appen: väntar på Gränssnitt, som blir klart 1 kvartal för sent för starten\. 1 saknar tid/,
      ),
    )
    .toBeVisible()
  await screen.getByText('1 initiativ utan planerad tid').click()
  await expect.element(screen.getByRole('link', { name: 'S-vague Oklar' })).toBeVisible()
})

test('a conflict has words, a triangle and an edge; the line to what it waits for is broken', async () => {
  const screen = await show()
  await expect
    .element(screen.getByRole('link', { name: /^S-app Appen, kv 4 2027–kv 2 2028, väntar på Gränssnitt/ }))
    .toBeInTheDocument()
  await expect.element(screen.getByText('1 kv för sent', { exact: true })).toBeInTheDocument()
  expect(bar(screen.container, 'api').parentElement?.textContent).not.toContain('för sent')
})

test('what others lead stands apart, last; an open end is no end', async () => {
  const screen = await show()
  const marks = [...screen.container.querySelectorAll('[data-mark]')].map((e) => e.getAttribute('data-mark'))
  expect(marks).toEqual(['p-elderly', 'platform', 'open', 'api', 'app', '*external', 'other'])
  await expect
    .element(screen.getByRole('link', { name: 'S-open Öppen, från kv 3 2026, slut okänt' }))
    .toBeInTheDocument()
  expect(bar(screen.container, 'open').parentElement?.textContent).toContain('?')
})

test('groups fold by key and click, and the link remembers', async () => {
  const screen = await show()
  const group = screen.getByRole('button', { name: /^p-elderly, 4 initiativ/ })
  await expect.element(group).toHaveAttribute('aria-expanded', 'true')
  bar(screen.container, 'p-elderly').focus()
  await userEvent.keyboard('{Enter}')
  expect(screen.history.at(-1)).toBe('/roadmap?fold=p-elderly')
  expect(screen.container.querySelector('[data-mark=app]')).toBeNull()
  await userEvent.keyboard('{ArrowDown}')
  expect(document.activeElement?.getAttribute('data-mark')).toBe('*external')
  await screen.getByRole('combobox', { name: 'Ordna efter' }).selectOptions('Enhet')
  expect(screen.history.at(-1)).toBe('/roadmap?by=unit')
  await screen.getByRole('button', { name: /Senare/ }).click()
  expect(screen.history.at(-1)).toBe('/roadmap?by=unit&from=2027-Q1')
})

test('the filters of the portfolio hold here, and a conflict with what is filtered away is still seen', async () => {
  const screen = await show({ path: '/roadmap?q=appen' })
  await expect.element(screen.getByText(/^1 initiativ med planerad tid/)).toBeVisible()
  await expect.element(screen.getByText('1 kv för sent', { exact: true })).toBeInTheDocument()
})

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

test('gates decided and coming, and points of a project, are drawn and said', async () => {
  const made: Partial<Decision> = {
    ...item('d-1'),
    initiative: aRef('api'),
    matter: 'phase',
    attempt: 1,
    outcome: 'toDevelopment',
    decidedOn: '2026-09-15',
  }
  const screen = await show({
    rows: new Map<List, readonly unknown[]>([
      [decisions, [made]],
      [projectPoints, [{ ...item('pp'), initiative: aRef('api'), title: 'BP5', planned: '2027-05-10' }]],
      [meetings, [{ ...item('m'), day: '2026-12-08', state: 'called', forum: aRef('f') }]],
      [
        agendaItems,
        [
          {
            ...item('a'),
            title: 'BP',
            initiative: aRef('app'),
            kind: 'gate',
            meeting: aRef('m'),
            state: 'agenda',
          },
        ],
      ],
    ]),
  })
  await expect
    .element(
      screen.getByRole('link', {
        name: /^S-api .*Start av koncept eller utveckling beslutad 15 sep\., BP5 planerad 10 maj 2027$/,
      }),
    )
    .toBeInTheDocument()
  await expect.element(screen.getByRole('link', { name: /^S-app .* planerad 8 dec\.$/ })).toBeInTheDocument()
  const line = bar(screen.container, 'api').parentElement
  expect(line?.querySelectorAll('path[d*="l6 6l-6 6l-6-6z"]').length).toBe(2)
})

test.for(['default', 'dark', 'contrast'] as const)(
  'is accessible in %s, also with a time that is tried',
  async (theme) => {
    const screen = await show({ theme })
    await expect.element(screen.getByText(/^5 initiativ med planerad tid/)).toBeVisible()
    bar(screen.container, 'platform').focus()
    await userEvent.keyboard('{ }{ArrowRight}')
    expect(await violations(screen.container)).toEqual([])
  },
)

test('two thousand initiatives draw only what is in sight, and a key reaches the last', async () => {
  const many = Array.from({ length: 2000 }, (_, i) => one(`n${i}`, `Initiativ ${i}`, '2026-Q1', '2027-Q1'))
  const screen = await show({}, many)
  await expect.element(screen.getByText(/^2.000 initiativ med planerad tid/)).toBeVisible()
  expect(screen.container.querySelectorAll('[data-mark]').length).toBeLessThan(60)
  bar(screen.container, 'n0').focus()
  await userEvent.keyboard('{End}')
  await expect.poll(() => document.activeElement?.getAttribute('data-mark')).toBe('n999')
})

test('paper has all of it, on sheets', async () => {
  const many = Array.from({ length: 60 }, (_, i) => one(`n${i}`, `Initiativ ${i}`, '2026-Q1', '2027-Q1'))
  const screen = await show({}, many)
  await expect.element(screen.getByText(/^60 initiativ med/)).toBeVisible()
  window.dispatchEvent(new Event('beforeprint'))
  expect(screen.container.querySelectorAll('svg[aria-hidden] [data-bar]').length).toBe(60)
  window.dispatchEvent(new Event('afterprint'))
  await expect.poll(() => screen.container.querySelectorAll('svg[aria-hidden] [data-bar]').length).toBe(0)
})

test('on a phone it is a list, and says that a wider screen is needed to try new times', async () => {
  await page.viewport(320, 800)
  const screen = await renderScreen(
    <div style={{ width: 320 }}>
      <RoadmapPage />
    </div>,
    { items: [held(initiatives, all)], store: reader(), today: '2026-11-02' },
  )
  await expect.element(screen.getByText(/Öppna den på en bredare skärm/)).toBeVisible()
  await expect.element(screen.getByRole('table', { name: 'Färdplan 2026–2028' })).toBeVisible()
  expect(screen.container.querySelector('svg[role=group]')).toBeNull()
  expect(screen.container.querySelector('main')?.scrollWidth).toBeLessThanOrEqual(320)
  await page.viewport(1280, 900)
})

test('the table says the same: times, what is waited for, and conflicts', async () => {
  const screen = await show({ path: '/roadmap?as=table' })
  await expect
    .element(screen.getByRole('row', { name: /^S-app Appen/ }))
    .toMatchTextContent(/kv 4 2027kv 2 2028Gränssnittväntar på Gränssnitt, som blir klart 1 kvartal för sent/)
})

test('a folded group stands for its initiatives', () => {
  const { lines, lineOf } = rowsOf(all, {
    by: 'portfolio',
    folded: new Set(['p-elderly']),
    clashing: new Set(['app']),
    words: { external: 'Externt', none: '-', compare: (a, b) => a.localeCompare(b) },
  })
  expect(lines).toHaveLength(3)
  expect(lines[0]).toMatchObject({ kind: 'group', count: 4, clashes: 1, isOpen: false })
  expect(lineOf.get('app')).toBe(0)
})
