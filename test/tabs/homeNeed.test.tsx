/** A need from form to follow-up: what is asked, kept and sent; what happened to it; and what happened to all. */
import { afterEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { dependencies } from '#src/lists/businessCase.ts'
import type { Decision, TrailEntry } from '#src/lists/decisions.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { forums, mandates as mandateList, people, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { needDraftName } from '#tabs/cache.ts'
import { CoveragePage } from '#tabs/need/CoveragePage.tsx'
import { readState } from '#tabs/ui/portfolioView/address.ts'
import { departmentsOf, indexRows, look } from '#tabs/ui/portfolioView/view.ts'
import { HappenedPage } from '#tabs/need/HappenedPage.tsx'
import { NewNeedPage } from '#tabs/need/NewNeedPage.tsx'
import { followedName } from '#tabs/ui/ownNeeds.ts'
import { aDecision, anInitiative } from '../fixtures/initiatives.ts'
import { aForum, anItem } from '../fixtures/meetings.ts'
import { aPerson, aRef, employee, homeCareManager, mandates, tree } from '../fixtures/organisation.ts'
import { type Act, type Given, held, renderScreen, violations } from './fixtures.tsx'

const row = { id: '1', version: '1' }
const portfolio = {
  ...row,
  key: 'p-elderly',
  title: 'ÄVO projektportfölj',
  code: 'ÄVO',
  process: 'behovsprocessen' as const,
  unit: aRef('elderly'),
}
const joint = { ...portfolio, key: 'p-joint', title: 'Gemensam portfölj', code: 'ID', unit: aRef('city') }
const me = {
  ...row,
  key: 'me',
  title: employee.name,
  person: employee,
  unit: { key: 'homeCare', title: 'x' },
}
const manager = { ...row, key: 'hc', title: homeCareManager.name, person: homeCareManager }
const around = (all: Initiative[] = []) => [
  held(initiatives, all),
  held(units, [...tree.values()]),
  held(mandateList, mandates),
  held(portfolios, [portfolio, joint]),
  held(people, [me, manager]),
  held(dependencies, []),
]
const themes = ['default', 'dark', 'contrast'] as const

afterEach(() => page.viewport(1280, 800))

describe('the form', () => {
  const show = async (act: Act = () => ({ done: {} }), given: Given = {}) => {
    const asked: Parameters<Act>[0][] = []
    const shown = await renderScreen(<NewNeedPage />, {
      items: around([similar]),
      person: employee,
      path: '/need/new',
      act: (one) => {
        asked.push(one)
        return act(one)
      },
      ...given,
    })
    await expect.element(title()).toBeVisible()
    return { ...shown, asked }
  }
  const similar = anInitiative({
    key: 'i-9',
    title: 'Digital signering av läkemedel',
    need: 'Signering av läkemedel sker på papper och doser missas.',
    benefit: 'Färre missade doser.',
  })
  const title = () => page.getByRole('textbox', { name: 'Vad gäller det?' })
  const problem = () => page.getByRole('textbox', { name: 'Vad är problemet, och för vem?' })
  const better = () => page.getByRole('textbox', { name: 'Vad skulle bli bättre?' })
  const unit = () => page.getByRole('combobox', { name: 'Vilken enhet är det som behöver det?' })
  const send = () => page.getByRole('button', { name: 'Skicka behovet' })
  const fill = async () => {
    await title().fill('Bildstöd i hemmet')
    await problem().fill('Brukare utan tal kan inte berätta.')
    await better().fill('De bestämmer mer själva.')
  }

  test('sends what was written, with the unit that is known, and leads to what happens to it', async () => {
    const { asked, history, session } = await show()
    await expect.element(unit()).toHaveValue('homeCare (department)')
    await fill()
    await page.getByRole('radio', { name: 'Ja' }).click()
    await page.getByRole('textbox', { name: /Vilken lag\?/ }).fill('SoL')
    await page.getByRole('checkbox', { name: 'Vi tänker köpa något själva' }).click()
    await expect.element(page.getByText(/köper inte längre in egna digitala lösningar/)).toBeVisible()
    await send().click()
    await expect.poll(() => asked.length).toBe(1)
    expect(asked[0]).toMatchObject({
      name: 'proposeNeed',
      args: {
        title: 'Bildstöd i hemmet',
        need: 'Brukare utan tal kan inte berätta.',
        benefit: 'De bestämmer mer själva.',
        unit: 'homeCare',
        legal: 'yes',
        legalBasis: 'SoL',
        wantsToBuy: true,
      },
    })
    await expect.poll(() => history.at(-1)).toBe(`/need/${asked[0]?.key}?sent`)
    expect(await session.data.cache.kept(needDraftName)).toBeUndefined()
  })

  test('keeps a draft from the first keystroke, takes it up again, and starts over when asked', async () => {
    const { session, show: again } = await show()
    expect(await session.data.cache.kept(needDraftName)).toBeUndefined()
    await title().fill('B')
    await expect.poll(() => session.data.cache.kept(needDraftName)).toMatchObject({ values: { title: 'B' } })
    await again(<NewNeedPage key='again' />)
    await expect.element(title()).toHaveValue('B')
    await page.getByRole('button', { name: 'Börja om' }).click()
    await expect.element(title()).toHaveValue('')
    expect(await session.data.cache.kept(needDraftName)).toBeUndefined()
  })

  test('says what must be filled in, and leads there', async () => {
    const { asked } = await show()
    await problem().fill('x')
    await send().click()
    await expect
      .element(page.getByRole('alert').first())
      .toMatchTextContent(/fyllas i eller rättas: Vad gäller det och Vad skulle bli bättre\./)
    await expect.element(title()).toHaveFocus()
    await expect.element(title()).toHaveAttribute('aria-invalid', 'true')
    expect(asked).toEqual([])
  })

  test('asks for the portfolio when the unit does not say which', async () => {
    const { asked } = await show()
    await fill()
    await unit().fill('')
    await send().click()
    const choice = page.getByRole('combobox', { name: 'Vilken portfölj hör det till?' })
    await expect.element(choice).toHaveAttribute('aria-invalid', 'true')
    await choice.selectOptions('Gemensam portfölj')
    await send().click()
    await expect.poll(() => asked.length).toBe(1)
    expect(asked[0]?.args).toMatchObject({ portfolio: 'p-joint' })
    expect(asked[0]?.args).not.toHaveProperty('unit')
  })

  test('takes somebody else as contact person', async () => {
    const { asked } = await show()
    await fill()
    await page.getByRole('radio', { name: 'Någon annan' }).click()
    await page.getByRole('combobox', { name: 'Kontaktperson' }).fill(homeCareManager.name)
    await send().click()
    await expect.poll(() => asked.length).toBe(1)
    expect(asked[0]?.args).toMatchObject({ contact: homeCareManager })
  })

  test('sends with the same key when it is sent again after a refusal', async () => {
    const { asked } = await show(() => ({ refusals: [{ why: 'notFound', what: 'unit', key: 'x' }] }))
    await fill()
    await send().click()
    await expect.element(page.getByText(/finns inte längre/)).toBeVisible()
    await send().click()
    await expect.poll(() => asked.length).toBe(2)
    expect(asked[1]?.key).toBe(asked[0]?.key)
    await expect.element(title()).toHaveValue('Bildstöd i hemmet')
  })

  test('without the net is kept to be sent, and says so where it can be followed', async () => {
    const { session, show: next } = await show(() => 'offline')
    await fill()
    await send().click()
    await expect.poll(() => session.acting.queue().length).toBe(1)
    await next(<HappenedPage id={session.acting.queue()[0]?.key ?? ''} />)
    await expect.element(page.getByText(/skickas av sig självt så snart servern svarar/)).toBeVisible()
  })

  test('shows a need that is like it, to read in place and to follow instead', async () => {
    const { history, session } = await show()
    await title().fill('Signering av läkemedel på papper')
    const found = page.getByRole('complementary', { name: 'Liknar detta?' })
    await found.getByText('Digital signering av läkemedel').first().click()
    await expect.element(found.getByText(/doser missas/)).toBeVisible()
    await found.getByRole('button', { name: /Det är samma behov/ }).click()
    await expect.poll(() => history.at(-1)).toBe('/need/i-9?followed')
    expect(await session.data.cache.kept(followedName)).toEqual(['i-9'])
    expect(await session.data.cache.kept(needDraftName)).toBeDefined()
  })

  test.for(themes)('axe finds nothing in %s, also when something is wrong', async (theme) => {
    const { container } = await show(undefined, { theme })
    await send().click()
    await expect.element(title()).toHaveAttribute('aria-invalid', 'true')
    expect(await violations(container)).toEqual([])
  })

  test('fits a small phone', async () => {
    await page.viewport(320, 640)
    await show()
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  })
})

describe('what happened to a need', () => {
  const entry = (values: Partial<TrailEntry> & Pick<TrailEntry, 'kind' | 'day'>): TrailEntry => ({
    key: `t-${values.day}`,
    id: values.day.replaceAll('-', ''),
    version: '1',
    title: 'x',
    initiative: aRef('i-1'),
    person: employee,
    ...values,
  })
  const made = aDecision({
    number: '2024-0001',
    decidedOn: '2024-09-10',
    wording: 'Behovet är värt att pröva.',
  })
  const trailRows = [
    entry({ kind: 'proposed', day: '2024-08-01', to: 'Insamling behov/idéer' }),
    entry({
      kind: 'stage',
      day: '2024-09-10',
      from: 'Insamling behov/idéer',
      to: 'Grovsållning',
      decision: { key: made.key, title: made.number },
    }),
  ]
  const moved = anInitiative({
    stage: 'screening',
    stageSince: '2024-09-10',
    proposer: employee,
    scope: 'own',
    concernedUnits: [aRef('homeCare')],
  })
  const show = (
    initiative: Initiative,
    {
      decisions = [made],
      trail = trailRows,
      ...given
    }: Given & { decisions?: Decision[]; trail?: TrailEntry[] } = {},
  ) =>
    renderScreen(<HappenedPage id={initiative.key} />, {
      items: around([initiative]),
      person: employee,
      store: {
        byKey: (() => Promise.resolve(initiative)) as unknown as ListReader['byKey'],
        whereOf: (() => Promise.resolve([[], [], decisions, trail, []])) as unknown as ListReader['whereOf'],
      },
      ...given,
    })

  test('tells each step with its day, the decision in its words, who made it, and what comes next', async () => {
    await show(moved)
    const steps = page.getByRole('region', { name: 'Steg för steg' })
    await expect.element(steps.getByText(/Behovet kom in från Mia Medarbetare\./)).toBeVisible()
    await expect.element(steps.getByText('Behovet är värt att pröva.')).toBeVisible()
    await expect.element(steps.getByText(/Beslut 2024-0001, Avdelningschef Hemtjänst/)).toBeVisible()
    const next = page.getByRole('region', { name: 'Vad händer sedan?' })
    await expect
      .element(next)
      .toMatchTextContent(
        /Nästa beslut är BP2\. Det avgör om behovet går vidare till Beredning\. Det fattas av .*Digge Enhetschef/,
      )
    await expect.element(next).toMatchTextContent(/initiativtyp/)
    expect(steps.element().querySelector('[aria-current=step]')?.textContent).toContain('Grovsållning')
  })

  test('says when a meeting has decided, and that it holds when the minutes are verified', async () => {
    const item = anItem('robots', {
      initiative: aRef('i-1'),
      effect: { does: 'gate', gate: 'BP2', outcome: 'investigate' },
      outcome: 'grant',
      carrying: 'waiting',
      decidedOn: '2024-09-25',
    })
    await show(moved, {
      store: {
        byKey: (() => Promise.resolve(moved)) as unknown as ListReader['byKey'],
        whereOf: (() =>
          Promise.resolve([[], [], [made], trailRows, [item]])) as unknown as ListReader['whereOf'],
      },
    })
    const next = page.getByRole('region', { name: 'Vad händer sedan?' })
    await expect
      .element(next)
      .toMatchTextContent(
        /beslutade .*25 sep.*: BP2, Till backlogg med utredning\. Beslutet gäller när protokollet är justerat\./,
      )
    await expect
      .element(next.getByRole('link', { name: 'Till protokollet' }))
      .toHaveAttribute('href', expect.stringContaining('?part=minutes'))
    await expect.element(next).not.toMatchTextContent(/Nästa beslut|saknas/)
  })

  test('calls a decision of a meeting by its paragraph', async () => {
    const decision = { ...made, item: aRef('item'), meeting: aRef('m-1'), forum: aRef('f-sd-ht') }
    const paragraph = {
      key: 'item/paragraph',
      item: aRef('item'),
      meeting: aRef('m-1'),
      year: 2024,
      number: 61,
    }
    await show(moved, {
      decisions: [decision],
      items: [...around([moved]), held(forums, [aForum()])],
      store: {
        byKey: (() => Promise.resolve(moved)) as unknown as ListReader['byKey'],
        whereOf: (() =>
          Promise.resolve([[], [], [decision], trailRows, []])) as unknown as ListReader['whereOf'],
        whereIn: (() => Promise.resolve([[paragraph]])) as unknown as ListReader['whereIn'],
      },
    })
    const steps = page.getByRole('region', { name: 'Steg för steg' })
    await expect.element(steps.getByText(/Beslut SD HT 2024 § 61, Avdelningschef Hemtjänst/)).toBeVisible()
  })

  test('that was screened out tells why, and by whom', async () => {
    const out = aDecision({
      number: '2024-0002',
      matter: 'BP2',
      outcome: 'screenOut',
      grounds: 'Löses redan av trygghetslarmet.',
      fromStage: 'screening',
      toStage: 'screening',
      toState: 'screenedOut',
    })
    const left = entry({
      kind: 'state',
      day: '2024-09-20',
      to: 'Bortsorterad',
      decision: { key: out.key, title: out.number },
    })
    await show({ ...moved, state: 'screenedOut' }, { decisions: [made, out], trail: [...trailRows, left] })
    const now = page.getByRole('region', { name: 'Just nu' })
    await expect.element(now).toMatchTextContent(/sorterades bort 20 sep\./)
    await expect.element(now).toMatchTextContent(/Skäl: Löses redan av trygghetslarmet\./)
    await expect.element(page.getByRole('region', { name: 'Vad händer sedan?' })).not.toBeInTheDocument()
  })

  test('that was merged leads to what it became part of', async () => {
    const merged = { ...moved, state: 'merged' as const, mergedInto: { key: 'i-7', title: 'Låsprogrammet' } }
    const { history } = await show(merged, {
      trail: [...trailRows, entry({ kind: 'merged', day: '2024-09-25' })],
    })
    await page.getByRole('link', { name: 'Låsprogrammet' }).first().click()
    expect(history.at(-1)).toBe('/need/i-7')
  })

  test('just sent is thanked for, with its number', async () => {
    await show(moved, { path: '/need/i-1?sent' })
    await expect.element(page.getByText(/har fått nummer AVO-2024-014/)).toBeVisible()
  })

  test('that is not there is said, with the way home', async () => {
    await show(moved, {
      items: around([]),
      store: {
        byKey: () => Promise.resolve(undefined),
        whereOf: (() => Promise.resolve([[], [], [], [], []])) as unknown as ListReader['whereOf'],
      },
    })
    await expect.element(page.getByText(/Behovet finns inte/)).toBeVisible()
    await expect.element(page.getByRole('link', { name: 'Till Hem' })).toBeVisible()
  })

  test.for(themes)('axe finds nothing in %s', async (theme) => {
    const { container } = await show(moved, { theme })
    await expect.element(page.getByText('Behovet är värt att pröva.')).toBeVisible()
    expect(await violations(container)).toEqual([])
  })
})

describe('what happened to all needs', () => {
  const all = [
    anInitiative({ key: 'a', stageSince: '2024-09-21', contact: aPerson('x') }),
    anInitiative({ key: 'b', stageSince: '2024-07-03', unit: aRef('homeCareSouth') }),
    anInitiative({ key: 'c', stage: 'screening', stageSince: '2024-09-01', unit: aRef('nursing') }),
    anInitiative({ key: 'd', state: 'screenedOut', lastDecision: aRef('x'), unit: aRef('nursing') }),
    anInitiative({ key: 'e', stage: 'delivery', unit: undefined }),
  ]
  const show = (given: Given = {}) =>
    renderScreen(<CoveragePage />, { items: around(all), person: employee, path: '/needs', ...given })
  const table = (name: string) => page.getByRole('table', { name })
  const cells = (name: string) =>
    [...table(name).element().querySelectorAll('tr')].map((tr) =>
      [...tr.querySelectorAll('th, td')]
        .map((cell) => cell.querySelector('a')?.firstChild?.textContent ?? cell.textContent)
        .filter(Boolean),
    )

  test('counts each need once, under its true number', async () => {
    await show()
    await expect.element(page.getByRole('heading', { name: 'Vad hände med de 5 behoven?' })).toBeVisible()
    expect(cells('Vad det blev av behoven').slice(1)).toEqual([
      ['Väntar i första steget', '2', '40 %'],
      ['På väg, inte startade', '1', '20 %'],
      ['Startade', '1', '20 %'],
      ['Bortsorterade', '1', '20 %'],
      ['Summa', '5', '100 %'],
    ])
    await expect.element(page.getByText(/har 1 fått minst ett beslut\./)).toBeVisible()
  })

  test('tells each department with its stages and ages, sums that add up, and links to just those', async () => {
    const { history } = await show()
    const rows = cells('Per avdelning')
    expect(rows.slice(1)).toEqual([
      ['homeCare (department)', '2', '2', '0', '0', '0', '50', '90'],
      ['nursing (department)', '2', '0', '1', '0', '1', '30', '30'],
      ['Utan avdelning', '1', '0', '0', '1', '0', '–', '–'],
      ['Summa', '5', '2', '1', '1', '1', '30', '90'],
    ])
    await page.getByRole('link', { name: '2 homeCare (department), Insamling behov/idéer' }).click()
    const address = new URLSearchParams(history.at(-1)?.split('?')[1])
    expect(Object.fromEntries(address)).toEqual({
      department: 'homeCare (department)',
      stage: 'collection',
      state: 'active',
      external: 'no',
    })
  })

  test('every number leads to exactly the needs it counts, those that are part of others too', async () => {
    const merged = anInitiative({ key: 'f', state: 'merged', mergedInto: aRef('a'), stage: 'screening' })
    const rows = [...all, merged]
    const { container } = await show({ items: around(rows) })
    const indexed = indexRows(rows, departmentsOf([...tree.values()]))
    const links = [...container.querySelectorAll<HTMLAnchorElement>('a[href^="/portfolio?"]')]
    expect(links.length).toBeGreaterThan(10)
    for (const link of links) {
      const { filters } = readState(new URL(link.href).searchParams)
      expect(look(indexed, '', filters).rows, link.textContent).toHaveLength(
        Number.parseInt(link.textContent, 10),
      )
    }
  })

  test('sorts by a column, both ways; those without the figure stand last', async () => {
    await show()
    const oldest = table('Per avdelning').getByRole('columnheader', { name: 'Dagar, äldst' })
    const names = () =>
      cells('Per avdelning')
        .slice(1, -1)
        .map(([name]) => name)
    await oldest.getByRole('button').click()
    await expect.element(oldest).toHaveAttribute('aria-sort', 'descending')
    expect(names()).toEqual(['homeCare (department)', 'nursing (department)', 'Utan avdelning'])
    await oldest.getByRole('button').click()
    await expect.element(oldest).toHaveAttribute('aria-sort', 'ascending')
    expect(names()).toEqual(['nursing (department)', 'homeCare (department)', 'Utan avdelning'])
  })

  test('of nothing yet says what belongs there', async () => {
    await show({ items: around([]) })
    await expect.element(page.getByText(/när det första har kommit in/)).toBeVisible()
  })

  test.for(themes)('axe finds nothing in %s', async (theme) => {
    const { container } = await show({ theme })
    expect(await violations(container)).toEqual([])
  })

  test('fits a small phone', async () => {
    await page.viewport(320, 640)
    await show()
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  })
})
