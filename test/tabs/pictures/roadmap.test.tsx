/** The road map: lines and groups, what clashes, what is decided and coming, in the table, on paper, on a phone and for everyone. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { initiatives } from '#src/lists/initiatives.ts'
import { type Decision, decisions } from '#src/lists/decisions.ts'
import { projectPoints } from '#src/lists/followUp.ts'
import type { List } from '#src/lists/list.ts'
import { agendaItems, meetings } from '#src/lists/meetings.ts'
import { RoadmapPage } from '#tabs/pictures/RoadmapPage.tsx'
import { rowsOf } from '#tabs/pictures/roadmap/lines.ts'
import { aRef } from '#test/fixtures/organisation.ts'
import { held, renderScreen, violations } from '#test/tabs/fixtures.tsx'
import { show, bar, item, one, all, reader } from './roadmapShown.tsx'

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
  expect(screen.container.querySelector('[data-scroller] [role=group]')).toBeNull()
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
