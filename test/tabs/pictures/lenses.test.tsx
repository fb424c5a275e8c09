/** The pictures of flow, receiving, balance and changes: what each says, what pressing it shows, its twin, and that everybody can use it. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { costItems } from '#src/lists/businessCase.ts'
import { type Corridor, corridors } from '#src/lists/balance.ts'
import { type TrailEntry, trail } from '#src/lists/decisions.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { type Meeting, meetings } from '#src/lists/meetings.ts'
import { forums, people, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { type Reception, receptions } from '#src/lists/receptions.ts'
import type { List } from '#src/lists/list.ts'
import { BalancePage } from '#tabs/pictures/BalancePage.tsx'
import { ChangesPage } from '#tabs/pictures/ChangesPage.tsx'
import { FlowPage } from '#tabs/pictures/FlowPage.tsx'
import { ReceivingPage } from '#tabs/pictures/ReceivingPage.tsx'
import { aCostItem, anInitiative, type Given } from '../../fixtures/initiatives.ts'
import { aPerson, aRef, tree } from '../../fixtures/organisation.ts'
import { type Act, held, renderScreen, violations } from '../fixtures.tsx'

const one = (number: string, values: Given<Initiative> = {}) =>
  anInitiative({ key: number, number, title: `Initiativ ${number}`, stageSince: '2024-09-20', ...values })
const all = [
  one('A-1', { stage: 'screening', stageSince: '2024-02-01', nature: 'infrastructure', pios: 'system' }),
  one('A-2', { stage: 'screening', nature: 'directBenefit', costLowKr: 800_000, costHighKr: 1_000_000 }),
  one('A-3', { stage: 'delivery', nature: 'infrastructure', costHighKr: 100_000, pios: 'process' }),
  one('A-4', { stage: 'delivery', external: true }),
  one('A-5', { stage: 'preparation', state: 'screenedOut' }),
]
const row = (key: string) => ({ key, id: key, version: '1', title: key })
const elderly = {
  ...row('p-elderly'),
  title: 'Äldre',
  code: 'ÄVO',
  process: 'behovsprocessen' as const,
  board: aRef('f-pf'),
}
const forum = { ...row('f-pf'), title: 'Prioriteringsforum', chair: aPerson('me', 'Jag Själv') }
const rooms = [...tree.values()].map((unit) =>
  unit.key === 'homeCare' ? { ...unit, receivingDays: 40 } : unit,
)

let id = 0
const entry = (of: string, values: Partial<TrailEntry>): TrailEntry => ({
  ...row(`t-${++id}`),
  id: String(id),
  initiative: aRef(of),
  kind: 'stage',
  day: '2024-09-10',
  person: aPerson('me'),
  ...values,
})
const history = [
  entry('A-2', { from: 'Insamling behov/idéer', to: 'Grovsållning', day: '2024-09-20' }),
  entry('A-5', { kind: 'state', from: 'Aktiv', to: 'Bortsorterad', day: '2024-09-12' }),
  entry('A-3', {
    kind: 'time',
    field: 'PlannedEnd',
    from: '2024-Q4',
    to: '2025-Q1',
    day: '2024-09-15',
    decision: aRef('2024-0007'),
  }),
  entry('A-3', { kind: 'money', field: 'CostHighKr', from: '80000', to: '100000', day: '2024-09-16' }),
]
const lands = (of: string, values: Partial<Reception> = {}): Reception => ({
  ...row(`r-${of}`),
  initiative: aRef(of),
  unit: aRef('homeCare'),
  kind: 'training',
  from: '2024-11-01',
  to: '2024-12-31',
  days: 30,
  ...values,
})
const landings = [lands('A-3'), lands('A-4', { kind: 'rollout', days: 25, to: '2024-11-30' })]
const least: Corridor = {
  ...row('c-1'),
  title: 'Infrastruktur, minst en femtedel',
  forum: aRef('f-pf'),
  axis: 'nature',
  value: 'infrastructure',
  measure: 'kr',
  leastPercent: 20,
}
const met = { ...row('m-1'), forum: aRef('f-pf'), day: '2024-09-14', state: 'held' } as unknown as Meeting

interface Shown {
  items?: Initiative[]
  rows?: ReadonlyMap<List, readonly unknown[]>
  fails?: boolean
  theme?: 'default' | 'dark' | 'contrast'
  locale?: 'sv' | 'en'
  path?: string
  act?: Act
}
const kept = new Map<List, readonly unknown[]>([
  [trail, history],
  [receptions, landings],
  [corridors, [least]],
  [meetings, [met]],
  [costItems, [aCostItem({ initiative: aRef('A-3'), amountKr: 200_000 })]],
])
const asked: string[] = []
function show(screen: React.ReactNode, { items = all, rows = kept, fails = false, ...rest }: Shown = {}) {
  asked.length = 0
  const answer = (list: List) => {
    asked.push(list.name)
    return fails ? Promise.reject(new Error('down')) : Promise.resolve((rows.get(list) ?? []) as never)
  }
  return renderScreen(screen, {
    items: [
      held(initiatives, items),
      held(units, rooms),
      held(portfolios, [elderly]),
      held(forums, [forum]),
      held(people, []),
    ],
    store: { all: answer, since: answer },
    ...rest,
  })
}
const mark = (name: RegExp) => page.getByRole('button', { name })
const says = (text: string) => expect.element(page.getByText(text, { exact: false }).first()).toBeVisible()
const pages = [
  { name: 'flow', screen: <FlowPage />, path: '/flow' },
  { name: 'receiving', screen: <ReceivingPage />, path: '/receiving?at=homeCare%7C2024-11' },
  { name: 'balance', screen: <BalancePage />, path: '/balance?at=system%7Cinfrastructure' },
  { name: 'changes', screen: <ChangesPage />, path: '/changes' },
] as const

beforeEach(() => page.viewport(1400, 900))

describe.for(pages)('$name', ({ screen, path }) => {
  test.for(['default', 'dark', 'contrast'] as const)(
    'is accessible in %s, as picture and as table',
    async (theme) => {
      const { container } = await show(screen, { path, theme })
      await expect.element(page.getByRole('figure')).toBeVisible()
      expect(await violations(container)).toEqual([])
      await page.getByRole('button', { name: 'Tabell' }).click()
      await expect.element(page.getByRole('figure').getByRole('table')).toBeVisible()
      expect(await violations(container)).toEqual([])
    },
  )

  test('fits a phone without scrolling sideways', async () => {
    await page.viewport(320, 700)
    await show(screen, { path })
    await expect.element(page.getByRole('figure')).toBeVisible()
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  })

  test('says it in English too, and to whoever reads it out', async () => {
    await show(screen, { path, locale: 'en' })
    const drawn = page.getByRole('figure').getByRole('group').nth(1)
    await expect.element(drawn).toBeVisible()
    const described = drawn.element().getAttribute('aria-describedby')?.split(' ')[0] ?? ''
    expect(document.getElementById(described)?.textContent).toMatch(/[a-z]{3}/)
    expect(document.body.textContent).not.toMatch(/[åäöÅÄÖ](?!ldre)/)
  })

  test('reads what it needs in one request for each list', async () => {
    await show(screen, { path })
    await expect.element(page.getByRole('figure')).toBeVisible()
    expect(new Set(asked).size).toBe(asked.length)
  })

  test('without any initiative says what belongs there', async () => {
    await show(screen, { path, items: [] })
    await says('Inget är inlagt ännu')
  })
})

test.for([<FlowPage key='f' />, <ReceivingPage key='r' />, <ChangesPage key='c' />, <BalancePage key='b' />])(
  'what can’t be read is said, and asked for again',
  async (screen) => {
    await show(screen, { fails: true })
    await says('Det gick inte att läsa in just nu.')
    const before = asked.length
    await page.getByRole('button', { name: 'Försök igen' }).click()
    expect(asked.length).toBeGreaterThan(before)
  },
)

describe('flow', () => {
  test('says what came, went on, was screened out, and where it stands still', async () => {
    await show(<FlowPage />, { path: '/flow?since=30' })
    await says('0 nya eller återupptagna, 1 steg framåt, 0 stoppade och 1 bortsorterade.')
    await says(
      'Mest väntar i Grovsållning: 1 av 2 har varit där mer än 60 dagar, och inget har gått därifrån i perioden.',
    )
    await expect.element(page.getByRole('link', { name: 'A-1 Initiativ A-1' })).toBeVisible()
  })

  test('a stage leads to its initiatives in the table, filters kept', async () => {
    const { history: been } = await show(<FlowPage />, { path: '/flow?since=30&portfolio=p-elderly' })
    await page.getByRole('link', { name: /^Grovsållning: 2 nu/ }).click()
    expect(been?.at(-1)).toBe('/portfolio?portfolio=p-elderly&stage=screening')
  })

  test('another period is asked for from its first day', async () => {
    await show(<FlowPage />, { path: '/flow' })
    await page.getByRole('combobox', { name: 'Period' }).selectOptions('Sedan årsskiftet')
    await says('Sedan 1 jan.')
  })
})

describe('receiving', () => {
  test('says where it is too much and when it is worst', async () => {
    await show(<ReceivingPage />)
    await says(
      'För mycket landar på 1 av 1 enheter: homeCare (department) (1 månad, värst 15 persondagar över i november 2024).',
    )
  })

  test('a square shows what lands there, others’ projects too, and lets go when it is pressed again', async () => {
    await show(<ReceivingPage />)
    const november = mark(/^homeCare \(department\), nov\. 2024: 55 av 40 persondagar, 15 för mycket/)
    await november.click()
    await says('Landar på homeCare (department), nov. 2024')
    await says('A-4 Initiativ A-4')
    await says('(drivs av andra)')
    await november.click()
    await says('Välj en ruta för att se vad som landar där.')
  })

  test('is gone through by arrows and pressed by the blank', async () => {
    await show(<ReceivingPage />)
    await expect.element(mark(/nov\. 2024/)).toBeVisible()
    mark(/nov\. 2024/)
      .element()
      .dispatchEvent(new FocusEvent('focusin', { bubbles: true }))
    ;(mark(/nov\. 2024/).element() as SVGElement).focus()
    await userEvent.keyboard('{ArrowRight} ')
    await says('Landar på homeCare (department), dec. 2024')
  })

  test('a quarter is as heavy as its heaviest month', async () => {
    await show(<ReceivingPage />, { path: '/receiving?step=quarter' })
    await expect.element(mark(/^homeCare \(department\), kv 4 2024: 55 av 40/)).toBeVisible()
  })

  test('nothing planned is a start', async () => {
    await show(<ReceivingPage />, { rows: new Map() })
    await says('Allt ryms på de 1 enheter som har sagt vad de kan ta emot.')
  })
})

describe('balance', () => {
  test('counts along two axes, what nobody has placed too, and says it', async () => {
    await show(<BalancePage />)
    await says('4 initiativ som begär ca 1,2 mnkr av utvecklingsramen.')
    await says('1 har bara en grov uppskattning, högt räknad.')
    await says('2 har ingen uppgift om PiOS.')
    await mark(/^System, Infrastruktur: 1 för 0 kr, 1 utan kostnad/).click()
    await expect.element(page.getByRole('link', { name: 'A-1 Initiativ A-1' })).toBeVisible()
  })

  test('says which corridor is broken and by how much', async () => {
    await show(<BalancePage />)
    await says('17 %, för lite: 50 tkr till behövs för att nå korridoren.')
    await says('1 har bara en grov uppskattning, högt räknad. 2 saknar kostnad och är inte med.')
  })

  test('whoever weighs for the forum changes a corridor; a refusal keeps the form', async () => {
    const sent: unknown[] = []
    let refuse = true
    await show(<BalancePage />, {
      act: ({ name, args }) => {
        sent.push([name, args])
        if (refuse)
          return {
            refusals: [
              {
                why: 'invalid',
                problems: [{ field: 'mostPercent', problem: 'notAllowed' }],
                of: 'Corridors',
              },
            ],
          }
        return { done: { corridors: [{ ...least, leastPercent: 5 }] } }
      },
    })
    await page.getByRole('button', { name: 'Ändra Infrastruktur, minst en femtedel' }).click()
    await page.getByRole('spinbutton', { name: 'Minst (%)' }).fill('5')
    await page.getByRole('button', { name: 'Spara' }).click()
    await says('Högst (%) kan inte ändras så')
    refuse = false
    await page.getByRole('button', { name: 'Spara' }).click()
    await says('17 %, inom korridoren.')
    expect(sent[0]).toEqual([
      'saveCorridor',
      { forum: 'f-pf', corridor: 'c-1', values: { leastPercent: 5 }, base: { leastPercent: 20 } },
    ])
  })
})

describe('changes', () => {
  test('says it all in one sentence, each with its before and after and its decision', async () => {
    await show(<ChangesPage />)
    await says(
      'Mellan 1 sep. och 1 okt.: 1 flyttat, 1 borta, 1 senare och 1 dyrare eller med mer pengar (+20 tkr).',
    )
    await says('Insamling behov/idéer → Grovsållning')
    await says('kv 4 2024 → kv 1 2025 (92 dagar senare) · 15 sep. · 2024-0007')
  })

  test('shows what was merged, with the way to what it is part of', async () => {
    const part = one('A-6', { state: 'merged', mergedInto: aRef('A-2') })
    const merged = [
      entry('A-6', { key: 'A-6/merged/1', kind: 'merged', field: 'MergedInto', to: 'A-2 Lås' }),
      entry('A-2', { key: 'A-6/merged/1/other', kind: 'merged', to: 'A-6' }),
    ]
    const { history: been } = await show(<ChangesPage />, {
      items: [...all, part],
      rows: new Map<List, readonly unknown[]>([...kept, [trail, merged]]),
    })
    await says('Mellan 1 sep. och 1 okt.: 1 sammanfört.')
    await expect.element(page.getByRole('link', { name: /^Sammanförda, 10 sep\.: A-6/ })).toBeVisible()
    await page.getByRole('link', { name: 'del av A-2 Lås' }).click()
    expect(been?.at(-1)).toBe('/initiative/A-2')
    await show(<BalancePage />, { items: [...all, part] })
    await says('4 initiativ som begär ca 1,2 mnkr av utvecklingsramen.')
  })

  test('counts from when a forum last met', async () => {
    await show(<ChangesPage />)
    await page.getByRole('combobox', { name: 'Sedan' }).selectOptions('Prioriteringsforum 14 sep.')
    await says('Mellan 14 sep. och 1 okt.: 1 flyttat, 1 senare och')
  })

  test('between days the wrong way round says so', async () => {
    await show(<ChangesPage />, { path: '/changes?from=2024-09-20&to=2024-09-10' })
    await says('Från-datumet ska vara före till-datumet.')
  })

  test('a dot leads to its initiative', async () => {
    const { history: been } = await show(<ChangesPage />)
    await page.getByRole('link', { name: /^Borta, 12 sep\.: A-5/ }).click()
    expect(been?.at(-1)).toBe('/initiative/A-5')
  })

  test('more on one day than there is room for stand behind a plus, which leads to them in the list', async () => {
    const many = Array.from({ length: 40 }, (_, i) =>
      entry('A-3', {
        kind: 'time',
        field: 'PlannedEnd',
        from: '2024-Q4',
        to: '2025-Q1',
        day: '2024-09-15',
        initiative: aRef(`M-${i}`),
      }),
    )
    const items = many.map(({ initiative }) => one(initiative.key, { stage: 'delivery' }))
    const { container } = await show(<ChangesPage />, {
      items,
      rows: new Map<List, readonly unknown[]>([...kept, [trail, many]]),
    })
    const plus = page.getByRole('button', { name: 'Senare, 15 sep.: 29 till, i listan nedanför' })
    await expect.element(plus).toBeInTheDocument()
    expect(container.querySelectorAll('[data-mark]')).toHaveLength(12)
    expect(container.querySelectorAll('[data-kind=slipped] li')).toHaveLength(25)
    plus.element().dispatchEvent(new MouseEvent('click', { bubbles: true }))
    await expect.poll(() => document.activeElement?.closest('[data-kind=slipped]')).not.toBeNull()
    expect(container.querySelectorAll('[data-kind=slipped] li').length).toBeGreaterThan(25)
  })
})
