/** The forum's ranking with its reasons, and its session: moved by hand with a reason, and decided as it was shown. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { costItems } from '#src/lists/businessCase.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import type { List } from '#src/lists/list.ts'
import { forums, mandates, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { criteria, frameYears, type RankedLine, rankings, scores } from '#src/lists/prioritising.ts'
import { PrioritisePage } from '#tabs/prioritise/PrioritisePage.tsx'
import { SessionPage } from '#tabs/prioritise/SessionPage.tsx'
import type { Asked } from '#tabs/queue.ts'
import { aCostItem, anInitiative } from '../../fixtures/initiatives.ts'
import { aMandate, aPerson } from '../../fixtures/organisation.ts'
import { type Answered, type Given, held, renderScreen, violations } from '../fixtures.tsx'

const aRef = (key: string, title = key) => ({ key, title })
const item = <T extends object>(values: T) => ({ id: '1', version: '1', ...values })
const me = aPerson('me', 'Jag Själv')
const forum = item({
  key: 'f',
  title: 'Portföljledningen',
  unit: aRef('org', 'Regionen'),
  chair: me,
  members: [me],
})
const portfolio = aRef('p', 'Vård')
const anInit = (key: string, title: string, values: object = {}) =>
  anInitiative({ key, number: key, title, portfolio, unit: aRef('org'), stage: 'prioritisation', ...values })
const all = [
  anInit('A-1', 'Lagkravet', { legal: 'yes' }),
  anInit('A-2', 'Projektet', { stage: 'development' }),
  anInit('A-3', 'Tidbokning'),
  anInit('A-4', 'E-tjänsten'),
  anInit('A-5', 'Roboten'),
  anInit('A-6', 'Grannens projekt', { external: true }),
]
const cost = (key: string, amountKr: number) =>
  aCostItem({
    key: `c-${key}`,
    initiative: aRef(key),
    kind: 'supplier',
    financing: 'development',
    year: 2025,
    amountKr,
  })
const value = (key: string, given: number) =>
  item({
    key: `s-${key}`,
    claim: `s-${key}`,
    title: 'Nytta',
    initiative: aRef(key),
    criterion: aRef('c1'),
    forum: aRef('f'),
    value: given,
    by: me,
    on: '2024-09-01',
  })
const line = (rank: number, key: string, values: Partial<RankedLine> = {}): RankedLine => ({
  rank,
  initiative: aRef(key, all.find((one) => one.key === key)?.title ?? key),
  basis: 'ranked',
  scores: { c1: 3 },
  total: 60,
  needKr: 1_000_000,
  isWithin: true,
  ...values,
})
const decided = item({
  key: 'r-1',
  claim: 'r-1',
  title: 'Portföljledningen 2025',
  forum: aRef('f'),
  year: 2025,
  day: '2024-09-10',
  decision: aRef('d-1', '2024-0007'),
  decidedBy: aPerson('o', 'Olle Ägare'),
  weights: [{ key: 'c1', title: 'Nytta', weight: 100 }],
  lines: [
    line(1, 'A-1', { basis: 'mandatory', scores: {}, total: 0 }),
    line(2, 'A-2', { basis: 'running', scores: {}, total: 0 }),
    line(3, 'A-4'),
    line(4, 'A-3', { total: 80, scores: { c1: 4 } }),
  ],
  frameKr: 4_000_000,
  conceptKr: 0,
})
const rows = new Map<List, readonly unknown[]>([
  [criteria, [item({ key: 'c1', title: 'Nytta', forum: aRef('f'), weight: 100, place: 1 })]],
  [scores, [value('A-3', 4), value('A-4', 3), value('A-5', 2)]],
  [costItems, ['A-1', 'A-2', 'A-3', 'A-4', 'A-5'].map((key) => cost(key, 1_000_000))],
  [
    frameYears,
    [
      item({
        key: 'fr',
        title: '2025',
        year: 2025,
        kind: 'development',
        portfolio,
        amountKr: 4_000_000,
        state: 'decided',
        day: '2024-06-01',
      }),
    ],
  ],
  [rankings, [decided]],
])
const owner = aMandate({
  key: 'm',
  title: 'Portföljägare',
  holder: me,
  matter: 'ranking',
  scope: 'portfolio',
  portfolio,
  forum: aRef('f', 'Portföljledningen'),
})
const sent: Asked[] = []
let answer: (asked: Asked) => Answered = () => ({ done: {} })
beforeEach(() => {
  sent.length = 0
  answer = () => ({ done: {} })
})

/** A store that answers every way of asking for a list with its rows. */
const reading = (read: (list: List) => Promise<never>) => ({
  where: read,
  all: read,
  whereIn: (asked: readonly { list: List }[]) =>
    Promise.all(asked.map(({ list }) => read(list))) as Promise<never>,
})

function show(
  screen: 'ranking' | 'session',
  given: Given & { without?: List[]; initiatives?: typeof all } = {},
) {
  const { without = [], initiatives: shown = all, ...rest } = given
  const read = (list: List) =>
    Promise.resolve((without.includes(list) ? [] : (rows.get(list) ?? [])) as never)
  return renderScreen(screen === 'ranking' ? <PrioritisePage /> : <SessionPage />, {
    items: [
      held(initiatives, shown),
      held(forums, [forum] as never),
      held(portfolios, [
        item({ key: 'p', title: 'Vård', code: 'V', process: 'portfoljprocessen', board: aRef('f') }),
      ] as never),
      held(mandates, [owner]),
      held(units, [item({ key: 'org', title: 'Regionen', kind: 'organisation' })] as never),
    ],
    store: reading(read),
    ...(screen === 'session' && { path: '/prioritise/session?question=order' }),
    act: (asked) => {
      sent.push(asked)
      return answer(asked)
    },
    ...rest,
  })
}

const namesIn = (list: string) =>
  page
    .getByRole('list', { name: list, exact: true })
    .getByRole('listitem')
    .elements()
    .map((li) => li.textContent.match(/A-\d/)?.[0])
    .filter(Boolean)

describe('the ranking', () => {
  test('mandatory first, then what runs, then by points; what the frame does not hold waits', async () => {
    await show('ranking')
    await expect.element(page.getByText('Här tar pengarna slut: 4 mnkr kan fördelas.')).toBeVisible()
    expect(namesIn('Rangordning')).toEqual(['A-1', 'A-2', 'A-3', 'A-4'])
    expect(namesIn('Väntelista')).toEqual(['A-5'])
    await expect
      .element(page.getByText('Ryms inte: med den blir behovet 1 mnkr mer', { exact: false }))
      .toBeVisible()
    await expect.element(page.getByText('Leds av andra (1)')).toBeVisible()
  })

  test('says what has changed since it was decided, and shows that as it stood', async () => {
    await show('ranking')
    await expect.element(page.getByText('Tidbokning har gått upp från plats 4 till 3.')).toBeVisible()
    await expect.element(page.getByText('Roboten är ny, på plats 5.')).toBeVisible()
    await page.getByRole('link', { name: 'Portföljledningen 2025, beslutad 10 sep.' }).click()
    await expect.element(page.getByText(/som den såg ut när Olle Ägare beslutade/)).toBeVisible()
    expect(namesIn('Rangordning')).toEqual(['A-1', 'A-2', 'A-4', 'A-3'])
    await page.getByRole('button', { name: 'Till rangordningen som den är nu' }).click()
    await expect.element(page.getByText('Roboten är ny, på plats 5.')).toBeVisible()
  })

  test('with nothing to rank it says what belongs there; with no criteria, where they are set', async () => {
    await show('ranking', { initiatives: [] })
    await expect.element(page.getByText(/Inget av forumets initiativ begär pengar/)).toBeVisible()
    await show('ranking', { without: [criteria, scores, rankings, frameYears] })
    await expect.element(page.getByRole('link', { name: 'Bestäm kriterierna' })).toBeVisible()
    await expect.element(page.getByText('Ingen rangordning är beslutad för året än.')).toBeVisible()
    await expect.element(page.getByText(/Ingen ram är satt för 2025/)).toBeVisible()
  })

  test('what could not be read is told of, and asked for again', async () => {
    let fails = true
    const read = (list: List) =>
      fails ? Promise.reject(new Error('away')) : Promise.resolve((rows.get(list) ?? []) as never)
    await show('ranking', { store: reading(read) })
    await expect.element(page.getByRole('alert')).toBeVisible()
    fails = false
    await page.getByRole('button', { name: 'Försök igen' }).click()
    await expect.element(page.getByText('Här tar pengarna slut', { exact: false })).toBeVisible()
  })

  test.for(['default', 'dark', 'contrast'] as const)('nothing for axe to find: %s', async (theme) => {
    const { container } = await show('ranking', { theme })
    await expect.element(page.getByText('Här tar pengarna slut', { exact: false })).toBeVisible()
    expect(await violations(container)).toEqual([])
  })
})

describe('the session', () => {
  const lifted = async () => {
    await show('session')
    await page.getByRole('button', { name: 'Flytta Roboten' }).click()
  }

  test('an initiative is lifted and moved with the keys, with a reason', async () => {
    await lifted()
    await userEvent.keyboard('{ArrowUp}{ArrowUp}')
    expect(namesIn('Rangordning')).toEqual(['A-1', 'A-2', 'A-5', 'A-3', 'A-4'])
    await userEvent.keyboard('{ArrowUp}')
    await expect
      .element(
        page.getByText('Roboten kan inte gå före Projektet, som är med innan rangordningen börjar.').first(),
      )
      .toBeVisible()
    expect(sent).toEqual([])
    await page.getByRole('textbox', { name: 'Skäl till flytten' }).fill('Avtalet löper ut')
    await page.getByRole('button', { name: 'Spara flytten' }).click()
    await expect
      .poll(() => sent.map(({ name, args }) => [name, args]))
      .toEqual([
        [
          'overrideRank',
          {
            forum: 'f',
            year: 2025,
            initiative: 'A-5',
            move: { before: 'A-3', rank: 3, reason: 'Avtalet löper ut' },
          },
        ],
      ])
  })

  test('what would start next is asked one at a time, beside the portfolio; what nobody has said is said so', async () => {
    const read = (list: List) => Promise.resolve((rows.get(list) ?? []) as never)
    await show('session', {
      path: '/prioritise/session',
      store: {
        ...reading(read),
        byKey: (list: List, key: string) =>
          Promise.resolve((list === initiatives ? all.find((one) => one.key === key) : undefined) as never),
        whereOf: () => Promise.resolve([[cost('A-1', 1_000_000)], [], [], [], []] as never),
      },
    })
    await expect.element(page.getByText('Fråga 1 av 4')).toBeVisible()
    await expect.element(page.getByRole('heading', { level: 2, name: 'A-1 Lagkravet' })).toBeVisible()
    await expect.element(page.getByText('Utvecklingsram: 1 mnkr', { exact: false })).toBeVisible()
    expect(page.getByText('Ingen uppgift').elements().length).toBeGreaterThan(3)
    await page.getByRole('button', { name: 'Nästa' }).click()
    await expect.element(page.getByRole('heading', { level: 2, name: 'A-3 Tidbokning' })).toBeVisible()
  })

  test('Escape puts it back where it was', async () => {
    await lifted()
    await userEvent.keyboard('{ArrowUp}{Escape}')
    expect(namesIn('Rangordning')).toEqual(['A-1', 'A-2', 'A-3', 'A-4', 'A-5'])
  })

  test('the post with the mandate decides what is shown, and is told its number', async () => {
    answer = () => ({
      done: { decisions: [{ ...item({ key: 'd-9', number: '2024-0042' }), forum: aRef('f') }] as never },
    })
    await show('session')
    await page.getByRole('button', { name: 'Besluta', exact: true }).click()
    await expect.element(page.getByText(/Beslutat: 2024-0042/)).toBeVisible()
    const [asked] = sent
    expect(asked?.name).toBe('decideRanking')
    expect(asked?.args).toMatchObject({
      forum: 'f',
      year: 2025,
      wording: 'Portföljledningen: rangordningen för 2025 fastställs så som den redovisas.',
    })
    expect(
      (asked?.args as { shown: { initiative: string }[] } | undefined)?.shown.map((one) => one.initiative),
    ).toEqual(['A-1', 'A-2', 'A-3', 'A-4', 'A-5'])
  })

  test('when it has changed meanwhile, it says how', async () => {
    answer = () => ({
      refusals: [
        {
          why: 'ranking',
          ranking: { fault: 'changed', changes: [{ what: 'new', initiative: aRef('A-9', 'Ny sak'), to: 4 }] },
        },
      ],
    })
    await show('session')
    await page.getByRole('button', { name: 'Besluta', exact: true }).click()
    await expect.element(page.getByText(/Ny sak är ny, på plats 4\./)).toBeVisible()
  })

  test('whoever has no mandate sees who has, and no button', async () => {
    await show('session', { person: { id: 'other', name: 'Någon Annan' } })
    await expect.element(page.getByText(/Beslutas av Portföljägare/)).toBeVisible()
    expect(page.getByRole('button', { name: 'Besluta', exact: true }).elements()).toEqual([])
    expect(page.getByRole('button', { name: 'Flytta Roboten' }).elements()).toEqual([])
  })

  test.for(['default', 'dark', 'contrast'] as const)('nothing for axe to find: %s', async (theme) => {
    const { container } = await show('session', { theme })
    await page.getByRole('button', { name: 'Flytta Roboten' }).click()
    expect(await violations(container)).toEqual([])
  })
})
