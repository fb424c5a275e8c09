/** The page of a status report: copied forward, doubted, sent once; without a net nothing is lost. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { type StatusReport, statusReports } from '#src/lists/followUp.ts'
import type { List } from '#src/lists/list.ts'
import { ReportPage } from '#tabs/followUp/ReportPage.tsx'
import { aPerson } from '#test/fixtures/organisation.ts'
import { aPoint, aReport } from '#test/fixtures/reports.ts'
import type { Act, Answered } from '#test/tabs/fixtures.tsx'
import { show, light, field, send, type Shown, august } from './reportShown.tsx'

const sentFrom = (asked: Parameters<Act>[0]): Answered => ({
  done: {
    statusReports: [
      aReport({
        ...(asked.args as Partial<StatusReport>),
        initiative: { key: 'i-1', title: 'Digitala lås' },
        key: asked.key,
        sentOn: '2024-10-01',
      }),
    ],
  },
})

beforeEach(() => page.viewport(1000, 900))

describe('writing', () => {
  test('starts from last month: lights, forecast, next steps and open risks; what has happened is new', async () => {
    await show()
    await expect
      .element(page.getByRole('heading', { level: 1 }))
      .toHaveTextContent('Statusrapport september 2024')
    await expect.element(light('Kvalitet', 'Gul')).toBeChecked()
    await expect.element(light('Ekonomi', 'Grön')).toBeChecked()
    await expect.element(field('Prognos, helår (kr)')).toHaveValue('900\u00A0000')
    await expect.element(field('Utfall hittills (kr)')).toHaveValue('')
    await expect.element(field('Nästa steg')).toHaveValue('Utbildning')
    await expect.element(field('Vad har hänt')).toHaveValue('')
    await expect.element(field('Risk 1: Vad kan hända')).toHaveValue('Avtalet löper ut')
    expect(page.getByText('Gammalt').elements()).toEqual([])
    await expect.element(page.getByText('Tilldelning (kr): 1 000 000 kr')).toBeVisible()
  })

  test('sends what was said, with a key of its own, and then shows the report with the focus on it', async () => {
    const asked: Parameters<Act>[0][] = []
    await show({ act: (one) => (asked.push(one), sentFrom(one)) })
    await light('Tid', 'Röd').click()
    await field('Utfall hittills (kr)').fill('650 000')
    await field('Vad har hänt').fill('Leveransen är försenad')
    await send()
    await expect.element(page.getByText('Rapporten är skickad.')).toHaveFocus()
    expect(asked.map(({ name, args }) => [name, args])).toEqual([
      [
        'sendReport',
        {
          initiative: 'i-1',
          month: '2024-09',
          economy: 'green',
          quality: 'yellow',
          time: 'red',
          forecastKr: 900_000,
          spentKr: 650_000,
          risks: [{ text: 'Avtalet löper ut', level: 'medium' }],
          changed: 'Leveransen är försenad',
          next: 'Utbildning',
        },
      ],
    ])
    await expect.element(page.getByText('Tid: grön → röd')).toBeVisible()
  })

  test('a first report has no lights until they are chosen, and says which are missing', async () => {
    const asked: unknown[] = []
    await show({ reports: [], act: (one) => (asked.push(one), sentFrom(one)) })
    await light('Kvalitet', 'Grön').click()
    await send()
    await expect.element(page.getByText('Välj ett ljus för ekonomi och tid.')).toBeVisible()
    await expect.element(light('Ekonomi', 'Grön')).toHaveFocus()
    expect(asked).toEqual([])
  })

  test('lights are chosen by the arrow keys', async () => {
    await show()
    await light('Ekonomi', 'Grön').click()
    await userEvent.keyboard('{ArrowRight}{ArrowRight}')
    await expect.element(light('Ekonomi', 'Röd')).toBeChecked()
  })

  test('an amount that is none is told of and not sent', async () => {
    const asked: unknown[] = []
    await show({ act: (one) => (asked.push(one), sentFrom(one)) })
    await field('Prognos, helår (kr)').fill('cirka 9 mnkr')
    await send()
    await expect.element(field('Prognos, helår (kr)')).toHaveFocus()
    expect(asked).toEqual([])
  })

  test('a risk may be added, and one that is left empty is not sent', async () => {
    const asked: Parameters<Act>[0][] = []
    await show({ act: (one) => (asked.push(one), sentFrom(one)) })
    await page.getByRole('button', { name: 'Lägg till risk' }).click()
    await expect.element(field('Risk 2: Vad kan hända')).toHaveFocus()
    await userEvent.keyboard('Få utbildade')
    await page.getByRole('combobox', { name: 'Risk 2: Nivå' }).selectOptions('Hög')
    await page.getByRole('button', { name: 'Lägg till risk' }).click()
    await page.getByRole('button', { name: 'Ta bort risk 1' }).click()
    await send()
    await expect.element(page.getByText('Rapporten är skickad.')).toBeVisible()
    expect(asked[0]?.args).toMatchObject({ risks: [{ text: 'Få utbildade', level: 'high' }] })
  })
})

describe('a green light that the figures contradict', () => {
  test.for<{ says: string; given: Shown; typed?: string; doubt: string }>([
    {
      says: 'by a forecast above the allocation',
      given: {},
      typed: '1 310 000',
      doubt: 'Prognosen ligger 310 tkr över tilldelningen (31 %)',
    },
    {
      says: 'by a legal day',
      given: { initiative: { legal: 'yes', legalDay: '2024-06-30' } },
      doubt: 'Lagkravets datum 30 juni har passerats',
    },
    {
      says: 'by a project point',
      given: { points: [aPoint({ planned: '2024-09-15' })] },
      doubt: 'Driftstart skulle ha passerats 15 sep.',
    },
  ])('is questioned $says, and sent with an explanation', async ({ given, typed, doubt }) => {
    const asked: Parameters<Act>[0][] = []
    await show({ ...given, act: (one) => (asked.push(one), sentFrom(one)) })
    if (typed) await field('Prognos, helår (kr)').fill(typed)
    await expect.element(page.getByText(doubt)).toBeVisible()
    await send()
    await expect.element(field('Varför ljuset är grönt')).toHaveFocus()
    expect(asked).toEqual([])
    await field('Varför ljuset är grönt').fill('Beslutat tillskott')
    await send()
    await expect.element(page.getByText('Rapporten är skickad.')).toBeVisible()
    expect(asked[0]?.args).toMatchObject({ explanation: 'Beslutat tillskott' })
  })

  test('is let go when the light is changed', async () => {
    await show()
    await field('Prognos, helår (kr)').fill('1 310 000')
    await light('Ekonomi', 'Röd').click()
    expect(page.getByText('över tilldelningen').elements()).toEqual([])
    expect(field('Varför ljuset är grönt').elements()).toEqual([])
  })
})

describe('without a net', () => {
  test('the report waits and says so', async () => {
    await show({ act: () => 'offline' })
    await send()
    await expect.element(page.getByText('Rapporten väntar på nätet.', { exact: false })).toBeVisible()
  })

  test('what was written is there when the page is opened again', async () => {
    const { show: other } = await show()
    await field('Vad har hänt').fill('Halvskrivet')
    await other(<p>annan sida</p>)
    await other(<ReportPage id='i-1' />)
    await expect.element(field('Vad har hänt')).toHaveValue('Halvskrivet')
    await page.getByRole('button', { name: 'Börja om' }).click()
    await expect.element(field('Vad har hänt')).toHaveValue('')
  })

  test("another's earlier report is told of, and my text stays", async () => {
    const refusals = [
      { why: 'alreadyReported' as const, month: '2024-09', by: aPerson('pa', 'Per Ägare'), on: '2024-09-28' },
    ]
    await show({ act: () => ({ refusals }) })
    await field('Vad har hänt').fill('Min text')
    await send()
    await expect
      .element(page.getByText('Rapporten för september 2024 skickades av Per Ägare', { exact: false }))
      .toBeVisible()
    await expect.element(field('Vad har hänt')).toHaveValue('Min text')
  })
})

test('what I wrote is shown beside the report of whoever was first, until I throw it away', async () => {
  const { show: other, session } = await show()
  await field('Vad har hänt').fill('Min text')
  await other(<p>annan sida</p>)
  session.data.store.where = <L extends List>(list: L) =>
    Promise.resolve((list === (statusReports as List) ? [aReport(), august] : []) as never)
  await other(<ReportPage id='i-1' />)
  await expect
    .element(page.getByText('Petra Projektledare rapporterade månaden före dig.', { exact: false }))
    .toBeVisible()
  await expect.element(page.getByText('Min text')).toBeVisible()
  await page.getByRole('button', { name: 'Släng utkastet' }).click()
  await expect.element(page.getByText('Min text')).not.toBeInTheDocument()
})
