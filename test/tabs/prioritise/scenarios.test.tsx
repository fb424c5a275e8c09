/** A forum's scenarios: the best set with its reasons, what forcing in costs, what more money buys, saved, compared, and told when out of date. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { corridors } from '#src/lists/balance.ts'
import { costItems, dependencies } from '#src/lists/businessCase.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import type { List } from '#src/lists/list.ts'
import { forums, units } from '#src/lists/organisation.ts'
import { receptions } from '#src/lists/receptions.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { criteria, frameYears, type Scenario, scenarios, scores } from '#src/lists/prioritising.ts'
import { ScenariosPage } from '#tabs/prioritise/ScenariosPage.tsx'
import type { Asked } from '#tabs/queue.ts'
import { aCostItem, anInitiative } from '../../fixtures/initiatives.ts'
import { aPerson } from '../../fixtures/organisation.ts'
import { type Answered, type Given, held, renderScreen, violations } from '../fixtures.tsx'

const aRef = (key: string, title = key) => ({ key, title })
const item = <T extends object>(values: T) => ({ id: '1', version: '1', ...values })
const me = aPerson('me', 'Jag Själv')
const forum = item({ key: 'f', title: 'Portföljledningen', unit: aRef('org'), chair: me, members: [me] })
const portfolio = aRef('p', 'Vård')
const anInit = (key: string, title: string, values: object = {}) =>
  anInitiative({ key, number: key, title, portfolio, unit: aRef('org'), stage: 'prioritisation', ...values })
const all = [
  anInit('A-1', 'Lagkravet', { legal: 'yes' }),
  anInit('A-2', 'Projektet', { stage: 'development' }),
  anInit('A-3', 'Tidbokning', { nature: 'infrastructure' }),
  anInit('A-4', 'E-tjänsten'),
  anInit('A-5', 'Roboten'),
  anInit('A-6', 'Gåtan'),
]
const cost = (key: string, amountKr: number, year = 2025) =>
  aCostItem({ key: `${key} ${year}`, initiative: aRef(key), year, amountKr, financing: 'development' })
const score = (key: string, value: number) =>
  item({
    key: `s-${key}`,
    claim: `s-${key}`,
    title: 'Nytta',
    initiative: aRef(key),
    criterion: aRef('c1'),
    forum: aRef('f'),
    value,
    by: me,
    on: '2024-09-01',
  })
const frame = (year: number, amountKr: number) =>
  item({
    key: `fr-${year}`,
    title: 'Ram',
    year,
    kind: 'development',
    portfolio,
    amountKr,
    state: 'decided',
    day: '2024-06-01',
  })
/** Lagkravet and Projektet take 4 of 10 million; Tidbokning (5) and E-tjänsten (4) can't both be had, Roboten (2) only with the latter. */
const costs = [
  cost('A-1', 2_000_000),
  cost('A-2', 2_000_000),
  cost('A-3', 5_000_000),
  cost('A-4', 4_000_000),
  cost('A-5', 2_000_000),
]
const rows = (): Map<List, readonly unknown[]> =>
  new Map<List, readonly unknown[]>([
    [criteria, [item({ key: 'c1', title: 'Nytta', forum: aRef('f'), weight: 100, place: 1 })]],
    [scores, [score('A-1', 2), score('A-2', 3), score('A-3', 4), score('A-4', 3), score('A-5', 2)]],
    [costItems, costs],
    [frameYears, [frame(2025, 10_000_000), frame(2026, 10_000_000), frame(2027, 10_000_000)]],
  ])
const read = (given: ReturnType<typeof rows>, list: List) => Promise.resolve((given.get(list) ?? []) as never)

let sent: Asked[] = []
beforeEach(async () => {
  sent = []
  await page.viewport(1280, 900)
})

interface Shown extends Given {
  change?: (given: ReturnType<typeof rows>) => void
  waits?: readonly [string, string][]
  shown?: typeof all
  /** Days a month that the unit can receive. */
  room?: number
}

async function show({ change = () => undefined, waits = [], shown = all, room, ...given }: Shown = {}) {
  const there = rows()
  change(there)
  const screen = await renderScreen(<ScenariosPage />, {
    items: [
      held(initiatives, shown),
      held(forums, [forum] as never),
      held(portfolios, [
        item({ key: 'p', title: 'Vård', code: 'V', process: 'portfoljprocessen', board: aRef('f') }),
      ] as never),
      held(units, [
        item({
          key: 'org',
          title: 'Regionen',
          kind: 'organisation',
          ...(room !== undefined && { receivingDays: room }),
        }),
      ] as never),
      held(
        dependencies,
        waits.map(([one, needs]) =>
          item({ key: `${one} ${needs}`, title: needs, initiative: aRef(one), needs: aRef(needs, needs) }),
        ) as never,
      ),
    ],
    store: {
      all: (list: List) => read(there, list),
      where: (list: List) => read(there, list),
      whereIn: ((asked: { list: List }[]) =>
        Promise.all(asked.map(({ list }) => read(there, list)))) as never,
    },
    act: (asked): Answered => {
      sent.push(asked)
      const { scenario, ...values } = asked.args as Record<string, unknown>
      const archived = asked.name === 'dropScenario'
      const kept = item({ key: scenario, by: me, on: '2024-10-01', ...values, archived, forum: aRef('f') })
      return { done: { scenarios: [kept as unknown as Scenario] } }
    },
    ...given,
  })
  return screen
}
const proved = (points: number) =>
  expect
    .element(page.getByText(`Bästa urvalet: ${points} poäng. Bevisat, inget annat urval ger mer.`))
    .toBeVisible()
const listed = (name: RegExp) =>
  page
    .getByRole('region', { name })
    .getByRole('link')
    .elements()
    .map((link) => link.textContent)
const chosen = () => listed(/^Valda/)
const leftOut = () => listed(/^Inte valda/)

describe('the best set', () => {
  test.for(['default', 'dark', 'contrast'] as const)(
    'is proved, and told from the rest, in %s',
    async (theme) => {
      const { container } = await show({ theme })
      await proved(200)
      expect(chosen()).toEqual(['Projektet', 'E-tjänsten', 'Lagkravet', 'Roboten'])
      expect(leftOut()).toEqual(['Tidbokning'])
      expect(await violations(container)).toEqual([])
    },
  )

  test('each says why it is in or out, and each frame how much of it is used', async () => {
    await show()
    await proved(200)
    await expect.element(page.getByText('Tvingande', { exact: true })).toBeVisible()
    await expect.element(page.getByText('Pågår', { exact: true })).toBeVisible()
    await expect.element(page.getByText('Ramen 2025 är full', { exact: true })).toBeVisible()
    await expect.element(page.getByText('10 mnkr av 10 mnkr · 0 kr kvar')).toBeVisible()
    // What a law asks for is nobody's to take out.
    expect(page.getByRole('combobox', { name: 'Val för Lagkravet' }).elements()).toEqual([])
  })

  test('in English too', async () => {
    const { container } = await show({ locale: 'en' })
    await expect
      .element(page.getByText('The best selection: 200 points. Proved, no other selection gives more.'))
      .toBeVisible()
    expect(await violations(container)).toEqual([])
  })

  test('unknown cost is set aside until a figure is given for the scenario', async () => {
    await show()
    await page.getByText('Räknas inte med (1)').click()
    await expect.element(page.getByText('Ingen vet vad det kostar')).toBeVisible()
    await page.getByRole('textbox', { name: /Gåtan/ }).fill('100')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('antagen kostnad')).toBeVisible()
    await expect.element(page.getByText(/^1 är inte bedömt av någon/)).toBeVisible()
  })

  test('in 320 pixels nothing is wider than the screen', async () => {
    await page.viewport(320, 800)
    await show()
    await proved(200)
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  })
})

describe('asked', () => {
  test('what forcing one in costs is told with what falls out, and done', async () => {
    await show()
    await proved(200)
    await page.getByRole('button', { name: 'Vad kostar det att ta med Tidbokning?' }).click()
    await expect.element(page.getByText('Med Tidbokning blir det 20 poäng mindre.')).toBeVisible()
    await expect.element(page.getByText('Då faller bort: E-tjänsten, Roboten.')).toBeVisible()
    await page.getByRole('button', { name: 'Ta med Tidbokning' }).click()
    await proved(180)
    await expect.element(page.getByText('Satt att vara med')).toBeVisible()
  })

  test('what more kronor would buy, and that too few buy nothing', async () => {
    await show()
    await proved(200)
    await page.getByRole('button', { name: 'Räkna', exact: true }).click()
    await expect
      .element(page.getByText('500 tkr till i ramen 2025 köper inget: urvalet blir detsamma.'))
      .toBeVisible()
    await page.getByRole('textbox', { name: 'Tusen kronor till' }).fill('5000')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('5 mnkr till i ramen 2025 ger 80 poäng mer.')).toBeVisible()
    await expect.element(page.getByText('Då kommer med: Tidbokning.')).toBeVisible()
  })
})

describe('changed by hand', () => {
  test('taken out with the keyboard, the next best is chosen', async () => {
    await show()
    await proved(200)
    const choice = page.getByRole('combobox', { name: 'Val för Roboten' })
    await choice.selectOptions('Ska inte vara med')
    await proved(180)
    await expect.element(page.getByText('Uttaget för hand')).toBeVisible()
  })

  test('a smaller frame that what must be in passes: which, and by how much', async () => {
    await show()
    await proved(200)
    await page.getByRole('button', { name: 'Ändra ramarna för hand' }).click()
    await page.getByRole('textbox', { name: 'Ramen 2025 (tkr)' }).fill('3000')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('Ramen 2025 räcker inte: det fattas 1 mnkr.')).toBeVisible()
    await expect.element(page.getByText('Staplarna visar det som måste vara med.')).toBeVisible()
    await expect.element(page.getByText('4 mnkr av 3 mnkr · 1 mnkr för mycket')).toBeVisible()
    await page.getByRole('button', { name: 'Som beslutat' }).click()
    await proved(200)
  })

  test('what isn’t an amount is told, and nothing is lost', async () => {
    await show()
    await page.getByRole('button', { name: 'Ändra ramarna för hand' }).click()
    const field = page.getByRole('textbox', { name: 'Ramen 2025 (tkr)' })
    await field.fill('-3')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('”-3” kan inte läsas som ett belopp.')).toBeVisible()
    await expect.element(field).toHaveValue('-3')
    await proved(200)
  })

  test('one that may start later waits for the year that has room', async () => {
    await show()
    await proved(200)
    await page.getByRole('button', { name: 'Får börja senast' }).last().click()
    await page.getByRole('combobox', { name: 'Senaste start för Tidbokning' }).selectOptions('2026')
    await proved(280)
    await expect.element(page.getByText('Börjar 2026')).toBeVisible()
  })

  test('a share that must go to infrastructure changes what is chosen', async () => {
    await show()
    await proved(200)
    await page.getByText('Villkor').click()
    await page.getByRole('button', { name: 'Lägg till andel' }).click()
    await proved(180)
    await expect.element(page.getByText('nu 56 %')).toBeVisible()
  })

  test('a share of how many that the forum wants is tried as well as one of the money', async () => {
    const { container } = await show({
      change: (given) =>
        given.set(corridors, [
          item({
            key: 'co-1',
            title: 'Hälften infrastruktur',
            forum: aRef('f'),
            axis: 'nature',
            value: 'infrastructure',
            measure: 'count',
            leastPercent: 30,
          }),
        ]),
    })
    await proved(180)
    await expect.element(page.getByText('Karaktär: Infrastruktur (antal)')).toBeVisible()
    await expect.element(page.getByText('nu 33 %')).toBeVisible()
    expect(await violations(container)).toEqual([])
  })

  test('a share that what must be in can’t keep is named', async () => {
    const set = item({
      key: 'co-1',
      title: 'Infrastruktur',
      forum: aRef('f'),
      axis: 'nature',
      value: 'infrastructure',
      measure: 'count',
      leastPercent: 90,
    })
    await show({ change: (given) => given.set(corridors, [set]) })
    await expect
      .element(page.getByRole('alert'))
      .toMatchTextContent('den här andelen kan inte hållas:Karaktär: Infrastruktur (antal)')
    await page.getByRole('button', { name: /^Ta bort andelen för Karaktär/ }).click()
    await proved(200)
  })

  test('two that must be in and exclude each other are named', async () => {
    await show()
    await proved(200)
    await page.getByText('Villkor').click()
    await page.getByRole('combobox', { name: 'Det ena' }).selectOptions('Lagkravet')
    await page.getByRole('combobox', { name: 'Det andra' }).selectOptions('Projektet')
    await page.getByRole('button', { name: 'Lägg till par' }).click()
    await expect
      .element(page.getByRole('alert'))
      .toMatchTextContent('Lagkravet och Projektet utesluter varandra.')
    await expect.element(page.getByText('4 mnkr av 10 mnkr · 6 mnkr kvar')).toBeVisible()
  })
})

describe('what units have room to receive', () => {
  const landing = (key: string, days: number) =>
    item({
      key: `r-${key}`,
      title: 'Införande',
      initiative: aRef(key),
      unit: aRef('org'),
      kind: 'rollout',
      from: '2025-01-01',
      to: '2025-03-31',
      days,
    })
  const crowd = (given: ReturnType<typeof rows>) =>
    given.set(receptions, [landing('A-2', 12), landing('A-4', 9), landing('A-5', 3)])

  test('keeps one out, and says so; made larger by hand it is in again', async () => {
    const { container } = await show({ change: crowd, room: 15 })
    await proved(180)
    expect(leftOut()).toEqual(['E-tjänsten', 'Roboten'])
    await expect
      .element(page.getByText('Mottagandet i Regionen kv 1 2025 räcker inte', { exact: true }))
      .toBeVisible()
    expect(await violations(container)).toEqual([])
    await page.getByRole('button', { name: 'Ändra ramarna för hand' }).click()
    await page.getByRole('textbox', { name: 'Regionen, dagar per månad (dagar)' }).fill('24')
    await userEvent.keyboard('{Enter}')
    await proved(200)
    await expect.element(page.getByText('72 dagar av 72 dagar · 0 dagar kvar')).toBeVisible()
  })

  test('put in by hand all the same: the unit and the days it lacks', async () => {
    await show({ change: crowd, room: 15 })
    await proved(180)
    await page.getByRole('combobox', { name: 'Val för E-tjänsten' }).selectOptions('Ska vara med')
    await expect
      .element(page.getByRole('alert'))
      .toMatchTextContent('Mottagandet i Regionen kv 1 2025 räcker inte: det fattas 18 dagar.')
    await expect.element(page.getByText('63 dagar av 45 dagar · 18 dagar för mycket')).toBeVisible()
  })

  test('too small for what has begun: that is in all the same, and it is told', async () => {
    await show({ change: crowd, room: 10 })
    await proved(180)
    await page.getByText('Mottagande hos 1 enhet').click()
    await expect
      .element(
        page.getByText(
          'Regionen kv 1 2025: det som redan är bestämt tar 6 dagar mer än det finns plats för. Inget mer läggs där.',
        ),
      )
      .toBeVisible()
  })

  test('isn’t reckoned with when the forum says so', async () => {
    await show({ change: crowd, room: 15 })
    await proved(180)
    await page.getByText('Villkor').click()
    await page.getByRole('checkbox', { name: 'Räkna inte med vad enheterna hinner ta emot' }).click()
    await proved(200)
  })
})

describe('what can’t be reckoned', () => {
  test('a circle is named', async () => {
    await show({
      waits: [
        ['A-3', 'A-4'],
        ['A-4', 'A-3'],
      ],
    })
    await expect
      .element(page.getByRole('alert'))
      .toMatchTextContent('De väntar på varandra i en ring: Tidbokning → E-tjänsten → Tidbokning.')
  })

  test('a negative cost is said where it is, and the rest is reckoned', async () => {
    await show({ change: (given) => given.set(costItems, [...costs.slice(0, 4), cost('A-5', -7)]) })
    await proved(180)
    await expect.element(page.getByText(/^Har en felaktig kostnad 2025 \(−7.kr\)/)).toBeVisible()
  })

  test('nothing to choose among is said', async () => {
    await show({ shown: [] })
    await expect.element(page.getByText(/^Inget av forumets initiativ begär pengar/)).toBeVisible()
  })

  test('a reading that failed is told, and tried again', async () => {
    await show({
      store: {
        all: () => Promise.reject(new Error('gone')),
        where: () => Promise.resolve([]),
        whereIn: (() => Promise.resolve([[]])) as never,
      },
    })
    await expect.element(page.getByRole('button', { name: 'Försök igen' })).toBeVisible()
  })
})

const aScenario = (values: Partial<Scenario>): Scenario =>
  item({
    key: 's-1',
    title: 'Tidbokning först',
    forum: aRef('f'),
    settings: {
      years: [2025, 2026, 2027],
      frames: {},
      personDays: {},
      forcedIn: ['A-3'],
      forcedOut: [],
      starts: {},
      corridors: [],
    },
    result: { chosen: { 'A-1': 2025, 'A-2': 2025, 'A-3': 2025 }, value: 180, gap: 0, basis: 'old' },
    by: me,
    on: '2024-09-15',
    shared: true,
    ...values,
  })

describe('kept', () => {
  test('under a name, with what it was reckoned from', async () => {
    await show()
    await proved(200)
    await page.getByRole('textbox', { name: 'Namn' }).fill('Flest poäng')
    await page.getByRole('button', { name: 'Spara', exact: true }).click()
    await expect.element(page.getByRole('button', { name: 'Sparat' })).toBeDisabled()
    const [{ name, args } = { name: '', args: {} }] = sent
    expect(name).toBe('saveScenario')
    expect(args).toMatchObject({
      forum: 'f',
      title: 'Flest poäng',
      shared: false,
      settings: { years: [2025, 2026, 2027] },
      result: { chosen: { 'A-1': 2025, 'A-2': 2025, 'A-4': 2025, 'A-5': 2025 }, value: 200, gap: 0 },
    })
    expect(JSON.stringify(args)).toContain('"cost":{"2025":4000000}')
  })

  test('one from before something changed says so with the difference, and is reckoned anew', async () => {
    const basis = {
      items: {
        'A-1': { value: 40, start: 2025, isIn: true, cost: { 2025: 2_000_000 }, days: {}, needs: [] },
        'A-2': { value: 60, start: 2025, isIn: true, cost: { 2025: 2_000_000 }, days: {}, needs: [] },
        'A-3': { value: 70, start: 2025, isIn: false, cost: { 2025: 4_500_000 }, days: {}, needs: ['A-4'] },
        'A-4': { value: 60, start: 2025, isIn: false, cost: { 2025: 4_000_000 }, days: {}, needs: [] },
      },
      limits: { 'cost p/2025': 9_000_000, 'cost p/2026': 10_000_000, 'cost p/2027': 10_000_000 },
    }
    const old = aScenario({})
    const { container } = await show({
      change: (given) =>
        given.set(scenarios, [
          aScenario({ ...(old.result && { result: { ...old.result, reckoned: basis } }) }),
        ]),
    })
    await page.getByRole('button', { name: /^Tidbokning först/ }).click()
    await expect.element(page.getByText(/^Underlaget har ändrats sedan scenariot räknades/)).toBeVisible()
    const items = page.getByRole('region', { name: 'underlaget har ändrats' }).getByRole('listitem')
    await expect
      .poll(() => items.elements().map((one) => one.textContent.replaceAll('\u00A0', ' ')))
      .toEqual([
        'Tidbokning: kostnaden 4,5 mnkr → 5 mnkr; poängen 70 → 80; väntar inte längre på E-tjänsten',
        'Roboten: är nytt',
        'Ramen 2025: 9 mnkr → 10 mnkr',
      ])
    expect(await violations(container)).toEqual([])
    await page.getByRole('button', { name: 'Räkna om och spara' }).click()
    await expect.poll(() => sent.map(({ name }) => name)).toEqual(['saveScenario'])
    await expect.poll(() => page.getByText(/^Underlaget har ändrats sedan/).elements()).toEqual([])
  })

  test('side by side, where they differ', async () => {
    const { container } = await show({ change: (given) => given.set(scenarios, [aScenario({})]) })
    await proved(200)
    const cells = () =>
      page
        .getByRole('table')
        .getByRole('row')
        .elements()
        .slice(1)
        .map((row) => [...row.children].map((one) => one.textContent))
    await expect.poll(cells).toEqual([
      ['E-tjänsten', 'börjar 2025', '–'],
      ['Roboten', 'börjar 2025', '–'],
      ['Tidbokning', '–', 'börjar 2025'],
    ])
    expect(await violations(container)).toEqual([])
  })

  test('is dropped only when one is sure', async () => {
    await show({ change: (given) => given.set(scenarios, [aScenario({})]) })
    await page.getByRole('button', { name: /^Tidbokning först/ }).click()
    await page.getByRole('button', { name: 'Ta bort', exact: true }).click()
    expect(sent).toEqual([])
    await page
      .getByRole('group', { name: 'Ta bort Tidbokning först?' })
      .getByRole('button', { name: 'Ta bort' })
      .click()
    await expect.poll(() => sent.map(({ name }) => name)).toEqual(['dropScenario'])
    await expect.element(page.getByRole('button', { name: /^Tidbokning först/ })).not.toBeInTheDocument()
  })

  test('somebody who only reads may try, not save', async () => {
    await show({ person: { id: 'other', name: 'Någon Annan' } })
    await proved(200)
    await expect.element(page.getByText(/^Du kan räkna på egna varianter/)).toBeVisible()
  })
})
