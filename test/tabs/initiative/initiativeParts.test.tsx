/** Parts of the initiative page: what waits for what, the project's points, shares of the financing, and history. */
import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { dependencies } from '#src/lists/businessCase.ts'
import type { TrailEntry } from '#src/lists/decisions.ts'
import type { ProjectPoint } from '#src/lists/followUp.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { Dependencies } from '#tabs/initiative/Dependencies.tsx'
import { FinancingKey } from '#tabs/initiative/FinancingKey.tsx'
import { History } from '#tabs/initiative/History.tsx'
import { ProjectPoints } from '#tabs/initiative/ProjectPoints.tsx'
import type { Whole } from '#tabs/ui/useWhole.ts'
import { aDependency, anInitiative, aPreparation } from '../../fixtures/initiatives.ts'
import { aPerson, aRef } from '../../fixtures/organisation.ts'
import { type Act, held, renderScreen, violations } from '../fixtures.tsx'

const me = { id: 'me', name: 'Jag Själv' }
const other = anInitiative({ key: 'i-2', number: 'AVO-2024-020', title: 'Mobil plattform', stage: 'ready' })
const third = anInitiative({ key: 'i-3', number: 'AVO-2024-030', title: 'Nytt nät' })

async function show(
  part: (whole: Whole) => React.ReactNode,
  {
    initiative = {},
    trail = [],
    act = () => ({ done: {} }),
    rows = [],
    points = [],
  }: {
    initiative?: Partial<Initiative>
    trail?: TrailEntry[]
    act?: Act
    rows?: ReturnType<typeof aDependency>[]
    points?: ProjectPoint[]
  } = {},
) {
  const asked: { name: string; args: unknown }[] = []
  const preparation = aPreparation({ initiative })
  const whole: Whole = {
    initiative: preparation.initiative,
    complete: true,
    costItems: [...preparation.costItems],
    benefits: [...preparation.benefits],
    decisions: [],
    trail,
    atMeetings: [],
    preparation,
  }
  const shown = await renderScreen(
    <main>
      <h1>Digitala lås</h1>
      {part(whole)}
    </main>,
    {
      person: me,
      items: [held(initiatives, [whole.initiative, other, third]), held(dependencies, rows)],
      store: { where: (() => Promise.resolve(points)) as never },
      act: ({ name, args, ...rest }) => {
        asked.push({ name, args })
        return act({ name, args, ...rest })
      },
    },
  )
  return { ...shown, asked }
}

describe('dependencies', () => {
  const part = (whole: Whole) => <Dependencies whole={whole} mayEdit opened />

  test('both sides are shown with how far they have come', async () => {
    const rows = [
      aDependency({ key: 'd-1', title: other.title, needs: aRef('i-2') }),
      aDependency({ key: 'd-2', initiative: aRef('i-3'), needs: aRef('i-1') }),
    ]
    const { container } = await show(part, { rows })
    await expect.element(page.getByText('väntar på 1, behövs av 1')).toBeVisible()
    await expect.element(page.getByRole('link', { name: 'AVO-2024-020 Mobil plattform' })).toBeVisible()
    await expect.element(page.getByRole('link', { name: 'AVO-2024-030 Nytt nät' })).toBeVisible()
    await expect.element(page.getByText('Klart för start')).toBeVisible()
    expect(await violations(container)).toEqual([])
  })

  test('a circle is named before it is made, and nothing is sent', async () => {
    const rows = [aDependency({ key: 'd-1', initiative: aRef('i-2'), needs: aRef('i-1') })]
    const { asked } = await show(part, { rows })
    await page.getByRole('combobox', { name: 'Sök initiativ' }).fill('AVO-2024-020 Mobil plattform')
    await expect
      .element(page.getByRole('alert'))
      .toMatchTextContent(
        'AVO-2024-014 Digitala lås → AVO-2024-020 Mobil plattform → AVO-2024-014 Digitala lås',
      )
    await expect
      .element(page.getByRole('button', { name: 'Lägg till' }))
      .toHaveAttribute('aria-disabled', 'true')
    expect(asked).toEqual([])
  })

  test('what is outside is written as text, and settled', async () => {
    const rows = [aDependency({ title: 'Avtal om lås' })]
    const { asked } = await show(part, { rows })
    await page.getByRole('checkbox', { name: 'Löst: Avtal om lås' }).click()
    await page.getByRole('textbox', { name: 'eller skriv vad som inväntas' }).fill('Beslut i nämnden')
    await userEvent.keyboard('{Enter}')
    await expect
      .poll(() => asked.map(({ args }) => (args as { values: unknown }).values))
      .toEqual([{ settled: true }, { title: 'Beslut i nämnden' }])
  })
})

describe('decision points of the project', () => {
  const point = (key: string, title: string, more: Partial<ProjectPoint> = {}): ProjectPoint => ({
    key,
    id: key,
    version: '"1"',
    title,
    initiative: aRef('i-1'),
    ...more,
  })
  const points = [
    point('a', 'Start', { planned: '2024-09-01', passed: '2024-09-02', passedBy: aPerson('projectOwner') }),
    point('b', 'Genomförande', { planned: '2024-09-20' }),
  ]

  test('a member of the steering group passes one, after a second look', async () => {
    const { asked, container } = await show((whole) => <ProjectPoints whole={whole} roles={[]} />, {
      initiative: { stage: 'delivery', steeringGroup: [me] },
      points,
    })
    await page.getByRole('heading', { name: 'Projektets beslutspunkter' }).click()
    await expect.element(page.getByText(/▲ försenad/)).toBeVisible()
    expect(await violations(container)).toEqual([])
    await page.getByRole('button', { name: 'Passera Genomförande' }).click()
    expect(asked).toEqual([])
    await page.getByRole('button', { name: 'Ja, Genomförande är passerad' }).click()
    await expect.poll(() => asked).toMatchObject([{ name: 'savePoint', args: { point: 'b', pass: true } }])
  })

  test('somebody else reads', async () => {
    await show((whole) => <ProjectPoints whole={whole} roles={[]} />, { points })
    await page.getByRole('heading', { name: 'Projektets beslutspunkter' }).click()
    await expect.element(page.getByText(/Passerad 2 sep/)).toBeVisible()
    expect(page.getByRole('button').elements()).toEqual([])
  })
})

test('shares of the financing are saved when they make a hundred, not before', async () => {
  const concernedUnits = [aRef('homeCare'), aRef('disability')]
  const { asked, container } = await show((whole) => <FinancingKey whole={whole} mayEdit opened />, {
    initiative: {
      concernedUnits,
      scope: 'shared',
      financingShares: [
        { party: aRef('a'), percent: 60 },
        { party: aRef('b'), percent: 40 },
      ],
    },
  })
  await page.getByRole('button', { name: 'Ändra andelar' }).click()
  expect(await violations(container)).toEqual([])
  const shares = page.getByRole('textbox')
  await shares.nth(-2).fill('50')
  await expect.element(page.getByRole('status')).toMatchTextContent('10 procent är inte fördelade')
  await expect.element(page.getByRole('button', { name: 'Spara' })).toHaveAttribute('aria-disabled', 'true')
  await shares.last().fill('50,0')
  await page.getByRole('button', { name: 'Spara' }).click()
  await expect
    .poll(() => asked)
    .toMatchObject([
      {
        name: 'prepareInitiative',
        args: { changes: { financingShares: [{ percent: 50 }, { percent: 50 }] } },
      },
    ])
})

test('history is read day by day, filtered by kind, and tells how it stood on a day', async () => {
  const entry = (key: string, day: string, more: Partial<TrailEntry>): TrailEntry => ({
    key,
    id: key,
    version: '"1"',
    title: 'x',
    initiative: aRef('i-1'),
    kind: 'stage',
    day,
    person: aPerson('contact'),
    ...more,
  })
  const trail = [
    entry('1', '2024-01-10', { kind: 'imported', to: 'Grovsållning' }),
    entry('2', '2024-03-01', { field: 'stage', from: 'Grovsållning', to: 'Beredning' }),
    entry('3', '2024-03-01', { kind: 'document', title: 'Avtal.docx' }),
  ]
  const { container } = await show((whole) => <History whole={whole} nameOf={({ number }) => number} />, {
    initiative: { stage: 'preparation' },
    trail,
  })
  await page.getByRole('heading', { name: 'Historik' }).click()
  await expect.element(page.getByText(/Flyttades från Grovsållning till Beredning/)).toBeVisible()
  await expect.element(page.getByText('1 mars', { exact: true })).toBeVisible()
  await page.getByRole('combobox', { name: 'Visa' }).selectOptions('Dokument')
  await expect.element(page.getByText(/Filen Avtal.docx lades till/)).toBeVisible()
  expect(page.getByText(/Flyttades/).elements()).toEqual([])
  await page.getByLabelText('Dag').fill('2024-02-15')
  await expect.element(page.getByRole('status')).toMatchTextContent(/Grovsållning/)
  await page.getByLabelText('Dag').fill('2024-01-01')
  await expect.element(page.getByRole('status')).toMatchTextContent(/hur det stod då är inte känt/)
  expect(await violations(container)).toEqual([])
})
