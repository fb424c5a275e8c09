/** Hem: what waits, why and what to do about it; what is mine; and the latest decisions. At once from the start's lists, surer later. */
import { afterEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { dependencies } from '#src/lists/businessCase.ts'
import { type Decision, decisions } from '#src/lists/decisions.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { paragraphs } from '#src/lists/minutes.ts'
import { forums, mandates as mandateList, people, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { HomePage } from '#tabs/home/HomePage.tsx'
import { needDraftName } from '#tabs/cache.ts'
import { followedName } from '#tabs/ui/ownNeeds.ts'
import { aDecision, anInitiative, complete } from '../fixtures/initiatives.ts'
import { aForum } from '../fixtures/meetings.ts'
import {
  aMandate,
  aPerson,
  aRef,
  employee,
  homeCareManager,
  mandates,
  tree,
} from '../fixtures/organisation.ts'
import { type Given, held, renderScreen, violations } from './fixtures.tsx'

const portfolio = {
  key: 'p-elderly',
  id: '1',
  version: '1',
  title: 'ÄVO',
  code: 'ÄVO',
  process: 'behovsprocessen' as const,
}
const told = { need: 'Nycklar kommer bort', benefit: 'Färre resor', contact: aPerson('contact') }
const need = (n: number, of: Parameters<typeof anInitiative>[0] = {}) =>
  anInitiative({ key: `i-${n}`, id: String(n), number: `ÄVO-2024-${n}`, title: `Behov ${n}`, ...of })

/** Answers what is read one by one from rows of the test. */
function aStore({
  read = [],
  made = [],
}: {
  read?: Initiative[]
  made?: Decision[]
} = {}): Partial<ListReader> {
  return {
    whereIn: (asked: readonly { list: unknown; values: readonly string[] }[]) =>
      Promise.resolve(
        asked.map(({ list, values }) =>
          list === initiatives
            ? read.filter(({ key }) => values.includes(key))
            : list === decisions
              ? made.filter(({ initiative }) => values.includes(initiative?.key ?? ''))
              : [],
        ) as never,
      ),
    where: () => Promise.resolve([]),
    since: () => Promise.resolve(made as never),
  }
}
const show = (all: Initiative[], given: Given & { more?: Parameters<typeof aStore>[0] } = {}) =>
  renderScreen(<HomePage />, {
    items: [
      held(initiatives, all),
      held(units, [...tree.values()]),
      held(mandateList, mandates),
      held(portfolios, [portfolio]),
      held(dependencies, []),
      ...(given.items ?? []),
    ],
    person: given.person ?? homeCareManager,
    store: given.store ?? aStore(given.more),
    ...(given.theme && { theme: given.theme }),
    ...(given.locale && { locale: given.locale }),
    ...(given.status && { status: given.status }),
  })
const waiting = () => page.getByRole('region', { name: /Väntar på dig/ })
const lines = () => waiting().getByRole('listitem')

afterEach(() => page.viewport(1280, 800))

describe('what waits for me', () => {
  const ready = need(1, { ...told, stageSince: '2024-09-21' })
  const lacking = need(2, { stageSince: '2024-07-01' })

  test('says what, why, for how long, and leads to the place where it is done', async () => {
    const { history } = await show([lacking, ready])
    await expect.element(lines().nth(0)).toMatchTextContent(/Behov 1 ÄVO-2024-1/)
    await expect.element(lines().nth(0)).toMatchTextContent(/BP1 väntar på ditt beslut\./)
    await expect.element(lines().nth(0)).toMatchTextContent(/sedan 21 sep\. · 10 dagar/)
    await expect
      .element(lines().nth(1))
      .toMatchTextContent(/ännu saknas behov \(problem och för vem\), förväntad nytta och kontaktperson/)
    await expect.element(lines().nth(1)).toMatchTextContent(/92 dagar · ▲ Har stått still/)
    await page.getByRole('link', { name: 'Besluta Behov 1' }).click()
    expect(history.at(-1)).toBe('/initiative/i-1#next-title')
  })

  test('what I prepare leads to the first field that is missing', async () => {
    const mine = need(3, { unit: aRef('nursing'), contact: homeCareManager, benefit: 'Tid' })
    const { history } = await show([mine])
    await page.getByRole('link', { name: 'Fyll i Behov 3' }).click()
    expect(history.at(-1)).toBe('/initiative/i-3#field-need')
  })

  test('is there at once, also when nothing more can be read', async () => {
    const never = () => new Promise<never>(() => undefined)
    await show([ready], { store: { whereIn: never, where: never, since: never } })
    await expect.element(lines().nth(0)).toBeVisible()
  })

  test('is told of as perhaps not all when reading failed, and read again when asked', async () => {
    let broken = true
    const store = aStore({ read: [ready] })
    const whereIn = (...asked: Parameters<ListReader['whereIn']>) =>
      broken ? Promise.reject(new Error('503')) : (store.whereIn as ListReader['whereIn'])(...asked)
    await show([ready], { store: { ...store, whereIn: whereIn as never } })
    const trouble = waiting().getByRole('alert').filter({ hasText: 'Allt om initiativen' })
    await expect.element(trouble).toBeVisible()
    broken = false
    await trouble.getByRole('button', { name: 'Försök igen' }).click()
    await expect.element(trouble).not.toBeInTheDocument()
  })

  test('what has been raised comes first, with who raised it, why, and to where', async () => {
    const forum = { ...portfolio, key: 'board', title: 'Ledningsgruppen' }
    const chair = aPerson('chair')
    const raising = aDecision({
      key: 'raising',
      matter: 'intake',
      outcome: 'escalate',
      raisedTo: { key: 'board', title: 'Ledningsgruppen' },
      decidedBy: aPerson('head', 'Hedda Chef'),
      decidedOn: '2024-09-25',
      grounds: 'Rör hela regionen.',
      initiative: aRef('i-1'),
    })
    const raised = { ...ready, stage: 'need' as const, lastDecision: aRef('raising') }
    const row = aMandate({ matter: 'escalation', scope: 'any', holder: chair, forum: aRef('board') })
    await show([lacking, raised], {
      person: chair,
      items: [
        held(mandateList, [...mandates, row]),
        held(forums, [forum]),
        held(portfolios, [{ ...portfolio, process: 'portfoljprocessen' }]),
      ],
      store: {
        ...aStore({ read: [raised] }),
        whereIn: (asked: readonly { list: unknown }[]) =>
          Promise.resolve(
            asked.map(({ list }) =>
              list === decisions ? [raising] : list === initiatives ? [raised] : [],
            ) as never,
          ),
      },
    })
    await expect
      .element(lines().nth(0))
      .toMatchTextContent(/Hedda Chef lyfte den 25 sep\. .* till Ledningsgruppen\. Skäl: Rör hela regionen\./)
  })

  test('a report I owe leads to where it is written, and none is called missing before they are read', async () => {
    const running = need(4, { ...complete, stage: 'delivery', projectManager: employee })
    const { history } = await show([running], { person: employee })
    await expect.element(lines().nth(0)).toMatchTextContent(/Statusrapport för september 2024 saknas/)
    await page.getByRole('link', { name: 'Rapportera Behov 4' }).click()
    expect(history.at(-1)).toBe('/report/i-4?month=2024-09')
    const never = () => new Promise<never>(() => undefined)
    await show([running], { person: employee, store: { whereIn: never, where: never, since: never } })
    await expect.element(waiting()).toMatchTextContent(/Inget väntar på dig/)
  })

  test('leaves out what a conflict of interest takes away, once that has been read', async () => {
    const conflicted = { ...ready, conflicted: [homeCareManager] }
    await show([ready], { more: { read: [conflicted] } })
    await expect.element(waiting()).toMatchTextContent(/Inget väntar på dig just nu/)
  })

  test('shows ten, then all', async () => {
    await show(Array.from({ length: 14 }, (_, i) => need(i + 1, told)))
    await expect.poll(() => lines().elements().length).toBe(10)
    await waiting().getByRole('button', { name: 'Visa alla (14)' }).click()
    await expect.poll(() => lines().elements().length).toBe(14)
  })
})

describe('an employee without roles', () => {
  test('is told what the page is for, and can hand in a need', async () => {
    const { history } = await show([need(1, told)], { person: employee })
    await expect.element(waiting()).toMatchTextContent(/Lämna ett behov, så kan du följa/)
    await expect.element(page.getByRole('heading', { name: 'Mina behov' })).toBeVisible()
    await page.getByRole('link', { name: 'Lämna ett behov' }).click()
    expect(history.at(-1)).toBe('/need/new')
  })

  test('sees what they proposed, with the way to what has happened', async () => {
    const mine = need(4, { state: 'screenedOut' })
    const where = () => Promise.resolve([{ ...mine, proposer: employee }] as never)
    const { history } = await show([mine], { person: employee, store: { ...aStore(), where } })
    await expect.element(page.getByText('Föreslagit av dig')).toBeVisible()
    await expect.element(page.getByText(/Bortsorterad ·/)).toBeVisible()
    await page.getByRole('link', { name: 'Vad har hänt? Behov 4' }).click()
    expect(history.at(-1)).toBe('/need/i-4')
  })

  test('finds the need they have begun, and those they follow', async () => {
    const shown = await show([need(5)], { person: employee })
    const { cache } = shown.session.data
    await cache.keep(needDraftName, { key: 'k', values: { title: 'Bildstöd' } })
    await cache.keep(followedName, ['i-5'])
    await shown.show(<HomePage key='again' />)
    await expect.element(page.getByText('Påbörjat behov: Bildstöd')).toBeVisible()
    await expect.element(page.getByText('Du följer det')).toBeVisible()
  })

  test('sees the need that waits for the net', async () => {
    const { session } = await show([need(1)], { person: employee })
    await session.acting.act('proposeNeed', { title: 'Köad', need: 'a', benefit: 'b' })
    await expect.element(page.getByText('Skickas när nätet är tillbaka')).toBeVisible()
  })

  test('is led to what happened to all needs, with their true number', async () => {
    await show([need(1), need(2)], { person: employee })
    await expect.element(page.getByRole('link', { name: 'Vad hände med de 2 behoven?' })).toBeVisible()
  })
})

describe('the latest decisions', () => {
  const mine = need(1, { ...complete, stage: 'screening', contact: employee, unit: aRef('nursing') })
  const near = need(2, { unit: aRef('homeCareSouth') })
  const far = need(3, { unit: aRef('housing') })
  const about = (i: Initiative, number: string, decidedOn: string) =>
    aDecision({ number, decidedOn, initiative: { key: i.key, title: i.title }, wording: `Lydelse ${number}` })
  const made = [
    about(mine, '2024-0001', '2024-09-01'),
    about(near, '2024-0002', '2024-09-20'),
    about(far, '2024-0003', '2024-09-21'),
    about(mine, '2024-0004', '2024-08-01'),
  ]
  const row = {
    key: 'row',
    id: '1',
    version: '1',
    title: employee.name,
    person: employee,
    unit: aRef('homeCare'),
  }

  test('are those of sixty days about what is mine or my unit, the latest first', async () => {
    await show([mine, near, far], { person: employee, more: { made }, items: [held(people, [row])] })
    const region = page.getByRole('region', { name: 'Senaste beslut som rör dig' })
    await expect.element(region.getByText('Lydelse 2024-0002')).toBeVisible()
    expect(
      region
        .getByRole('listitem')
        .elements()
        .map((line) => /2024-\d+/.exec(line.textContent)?.[0]),
    ).toEqual(['2024-0002', '2024-0001'])
  })

  test('of a meeting are called by forum, year and paragraph', async () => {
    const atMeeting = {
      ...about(mine, '2024-0005', '2024-09-22'),
      item: aRef('item'),
      meeting: aRef('m-1'),
      forum: aRef('f-sd-ht'),
    }
    const paragraph = {
      key: 'item/paragraph',
      item: aRef('item'),
      meeting: aRef('m-1'),
      year: 2024,
      number: 61,
    }
    const store = aStore({ made: [atMeeting] })
    const whereIn = (asked: readonly { list: unknown; values: readonly string[] }[]) =>
      asked[0]?.list === paragraphs && asked[0].values.includes('m-1')
        ? Promise.resolve([[paragraph]] as never)
        : (store.whereIn as (a: unknown) => Promise<never>)(asked)
    await show([mine], {
      person: employee,
      items: [held(forums, [aForum()])],
      store: { ...store, whereIn: whereIn },
    })
    const region = page.getByRole('region', { name: 'Senaste beslut som rör dig' })
    await expect.element(region).toMatchTextContent(/SD HT 2024 § 61 · BP1: Går vidare/)
    expect(region.element().textContent).not.toMatch(/^2024-0005|2024-0005 ·/)
  })

  test('that could not be fetched are told of, and can be asked for again', async () => {
    const since = () => Promise.reject(new Error('503'))
    await show([mine], { person: employee, store: { ...aStore(), since } })
    await expect.element(page.getByText(/Besluten kunde inte hämtas\./)).toBeVisible()
  })
})

describe('for everyone', () => {
  const all = [
    need(1, { ...told, stageSince: '2024-07-01' }),
    need(2, { contact: homeCareManager }),
    need(3, { title: 'Ettmycketlångtordsomintegårattbrytaellerläsaalls'.repeat(3) }),
  ]
  const made = [aDecision({ initiative: { key: 'i-2', title: 'Behov 2' } })]

  test.for(['default', 'dark', 'contrast'] as const)('axe finds nothing in %s', async (theme) => {
    const { container } = await show(all, { theme, more: { made } })
    await expect.element(page.getByText(/2024-0001 ·/)).toBeVisible()
    expect(await violations(container)).toEqual([])
  })

  test('a small phone scrolls down only', async () => {
    await page.viewport(320, 640)
    await show(all, { more: { made } })
    await expect.element(lines().nth(0)).toBeVisible()
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  })

  test('it speaks English', async () => {
    await show(all, { locale: 'en' })
    await expect.element(page.getByRole('heading', { name: /Waiting for you/ })).toBeVisible()
  })

  test('before anything has come it says that it is fetching', async () => {
    await show([], { status: { phase: 'fetching', drawn: false } })
    await expect.element(page.getByRole('status')).toBeInTheDocument()
    expect(page.getByRole('heading').elements()).toEqual([])
  })
})
