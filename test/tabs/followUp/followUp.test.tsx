/** The follow-up: what changed first, every running initiative month by month, and filters that count. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { type StatusReport, statusReports } from '#src/lists/followUp.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { FollowUpPage } from '#tabs/followUp/FollowUpPage.tsx'
import { anInitiative, type Given } from '../../fixtures/initiatives.ts'
import { aPerson, aRef } from '../../fixtures/organisation.ts'
import { aReport } from '../../fixtures/reports.ts'
import { held, renderScreen, violations } from '../fixtures.tsx'

const running = (number: string, values: Given<Initiative> = {}) =>
  anInitiative({
    key: number,
    number,
    title: `Initiativ ${number}`,
    stage: 'development',
    stageSince: '2024-01-15',
    ...values,
  })
const of = (key: string, month: string, values: Partial<StatusReport> = {}) =>
  aReport({ initiative: aRef(key), month, ...values })

const everything = [
  running('A-1'),
  running('A-2', { projectManager: aPerson('me', 'Jag Själv') }),
  running('A-3', { portfolio: aRef('p-other') }),
  running('A-4'),
  running('A-5', { state: 'paused' }),
  anInitiative({ key: 'A-6', number: 'A-6', title: 'Ett behov' }),
]
const september = [
  of('A-1', '2024-08'),
  of('A-1', '2024-09'),
  of('A-2', '2024-08', { forecastKr: 100_000 }),
  of('A-2', '2024-09', { time: 'red', forecastKr: 400_000, changed: 'Leverantören dröjer' }),
  of('A-3', '2024-09', { forecastKr: 1_310_000, allocationKr: 1_000_000 }),
  of('A-4', '2024-08', { quality: 'yellow' }),
]

interface Shown {
  items?: Initiative[]
  reports?: StatusReport[]
  theme?: 'default' | 'dark' | 'contrast'
  path?: string
  today?: string
  locale?: 'sv' | 'en'
}
const asked: unknown[] = []
function show({ items = everything, reports = september, ...rest }: Shown = {}) {
  asked.length = 0
  return renderScreen(<FollowUpPage />, {
    items: [held(initiatives, items)],
    store: {
      whereIn: (reads) => {
        asked.push(reads)
        return Promise.resolve([reports] as never)
      },
      all: () => Promise.resolve([]),
    },
    path: '/followUp',
    ...rest,
  })
}
const rowOf = (number: string) => page.getByRole('row').filter({ hasText: number })
const rowsShown = () =>
  [...document.querySelectorAll('th[scope=row]')].map(({ textContent }) => textContent.slice(0, 3))
const changes = () => page.getByRole('region', { name: 'Sedan augusti 2024' })
const count = (text: string) => expect.element(page.getByText(text, { exact: false })).toBeVisible()

beforeEach(() => page.viewport(1400, 900))

describe('the matrix', () => {
  test('has a row for each running initiative: turned red first, then missing, then doubted, then the rest', async () => {
    await show()
    await count('Visar 4 av 4 pågående initiativ')
    expect(rowsShown()).toEqual(['A-2', 'A-4', 'A-3', 'A-1'])
  })

  test('has the newest reported month first, a year back, and asks for no more', async () => {
    await show({ reports: [...september, of('A-1', '2023-10')] })
    await count('Visar 4 av 4 pågående initiativ')
    const months = page
      .getByRole('columnheader')
      .elements()
      .map(({ textContent }) => textContent)
    expect([months.length, months[1], months[12]]).toEqual([13, 'sep.', 'okt. 2023'])
    expect(asked).toEqual([
      [
        {
          list: statusReports,
          column: 'month',
          values: expect.arrayContaining(['2024-10', '2023-10']) as string[],
        },
      ],
    ])
  })

  test('goes no further back than the first report of all: nobody owed one before', async () => {
    await show()
    await expect.element(page.getByRole('columnheader').nth(2)).toHaveTextContent('aug.')
    expect(page.getByRole('columnheader').elements()).toHaveLength(3)
  })

  test('shows this month as soon as somebody has reported it, with the others awaited', async () => {
    await show({ reports: [...september, of('A-1', '2024-10')] })
    await expect.element(page.getByRole('columnheader').nth(1)).toHaveTextContent('okt.')
    await expect.element(rowOf('A-3').getByRole('link', { name: 'Väntas' })).toBeVisible()
  })

  test('says each light by shape and word, what is missing, and which green is doubted', async () => {
    await show()
    await expect
      .element(rowOf('A-2').getByRole('link', { name: 'Röd' }))
      .toHaveAttribute('href', '/report/A-2?month=2024-09')
    await expect
      .element(rowOf('A-4').getByRole('link', { name: 'Saknas' }).first())
      .toHaveAttribute('href', '/report/A-4?month=2024-09')
    const doubted = rowOf('A-3').getByRole('link', { name: /Grön.*Ifrågasatt/ })
    await expect
      .element(doubted)
      .toHaveAttribute(
        'title',
        expect.stringMatching(
          /^Ekonomi: Grön\n(.+\n)+Prognosen ligger 310\stkr över tilldelningen \(31 %\)$/,
        ),
      )
    expect(rowOf('A-2').getByText('■').elements()).toHaveLength(1)
  })
})

describe('since last month', () => {
  test('tells what turned, grew, is missing or doubted, with what was said about it', async () => {
    await show()
    await expect
      .element(changes().getByText('Tid: grön → röd · Prognosen växte 300 tkr, till 400 tkr'))
      .toBeVisible()
    await expect.element(changes().getByText('Leverantören dröjer')).toBeVisible()
    await expect.element(changes().getByText('Rapport för september 2024 saknas')).toBeVisible()
    await expect
      .element(changes().getByText('Ekonomi grön? Prognosen ligger 310 tkr över tilldelningen (31 %)'))
      .toBeVisible()
    expect(changes().getByText('Initiativ A-1').elements()).toEqual([])
  })

  test('says so when nothing has changed', async () => {
    await show({ items: [running('A-1')] })
    await count('Inget har ändrats sedan augusti 2024.')
  })

  test('shows the worst and offers the rest', async () => {
    const items = Array.from({ length: 12 }, (_, i) => running(`B-${i + 10}`))
    await show({ items, reports: items.map(({ key }) => of(key, '2024-08')) })
    await page.getByRole('button', { name: 'Visa alla (12)' }).click()
    await expect.poll(() => changes().getByRole('listitem').elements().length).toBe(12)
  })
})

describe('filters', () => {
  test('count what each choice gives, and stay in the address', async () => {
    await show()
    const light = page.getByRole('combobox', { name: 'Läge i september 2024' })
    await expect.element(light.getByRole('option', { name: 'Röd (1)' })).toBeInTheDocument()
    await expect.element(light.getByRole('option', { name: 'Ifrågasatta gröna (1)' })).toBeInTheDocument()
    await light.selectOptions('Saknas (1)')
    expect(rowsShown()).toEqual(['A-4'])
    expect(new URLSearchParams(window.location.search).get('light')).toBe('missing')
    await light.selectOptions('Alla')
    await page.getByRole('combobox', { name: 'Portfölj' }).selectOptions('p-other (1)')
    expect(rowsShown()).toEqual(['A-3'])
  })

  test('mine are those where I have a role', async () => {
    await show()
    await page.getByRole('checkbox', { name: 'Bara mina' }).click()
    expect(rowsShown()).toEqual(['A-2'])
    expect(page.getByRole('heading', { name: 'Sedan augusti 2024' }).elements()).toHaveLength(1)
  })

  test('a link carries them', async () => {
    await show({ path: '/followUp?light=red' })
    await count('Visar 1 av 4 pågående initiativ')
  })

  test('that nothing passes say so', async () => {
    await show({ path: '/followUp?light=yellow' })
    await count('Inget initiativ passar filtret.')
  })
})

test('without running work the page says what belongs here', async () => {
  await show({ items: [anInitiative()] })
  await count('Inget initiativ pågår ännu.')
})

test('a failed read is told of and may be asked again', async () => {
  let times = 0
  await renderScreen(<FollowUpPage />, {
    items: [held(initiatives, everything)],
    store: {
      whereIn: () =>
        times++ === 0 ? Promise.reject(new Error('no')) : Promise.resolve([september] as never),
      all: () => Promise.resolve([]),
    },
  })
  await page.getByRole('button', { name: 'Försök igen' }).click()
  await count('Visar 4 av 4 pågående initiativ')
})

test('many rows are shown a hundred at a time, and none is lost', async () => {
  const items = Array.from({ length: 250 }, (_, i) => running(`C-${i + 100}`))
  await show({ items, reports: [] })
  await count('Visar 250 av 250 pågående initiativ')
  expect(rowsShown()).toHaveLength(100)
  await page.getByRole('button', { name: 'Visa fler' }).click()
  await page.getByRole('button', { name: 'Visa fler' }).click()
  await expect.poll(() => rowsShown().length).toBe(250)
})

describe.for(['default', 'dark', 'contrast'] as const)('in the theme %s', (theme) => {
  test.for([1400, 320])('it is accessible at %d px, and never wider than the window', async (width) => {
    await page.viewport(width, 800)
    const { container } = await show({ theme })
    await count('Visar 4 av 4 pågående initiativ')
    expect(await violations(container)).toEqual([])
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
  })
})

test('on a phone the newest month is a list', async () => {
  await page.viewport(320, 700)
  await show()
  await count('Visar 4 av 4 pågående initiativ')
  await expect.element(page.getByRole('columnheader', { name: 'sep.' })).toBeVisible()
  expect(page.getByRole('columnheader').elements()).toHaveLength(2)
})
