/** What happened to a need: each step, in words, and what comes next. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { Decision, TrailEntry } from '#src/lists/decisions.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { forums } from '#src/lists/organisation.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { HappenedPage } from '#tabs/need/HappenedPage.tsx'
import { aDecision, anInitiative } from '../../fixtures/initiatives.ts'
import { aForum, anItem } from '../../fixtures/meetings.ts'
import { aRef, employee } from '../../fixtures/organisation.ts'
import { type Given, held, renderScreen, violations } from '../fixtures.tsx'
import { around, themes } from './needStand.ts'

beforeEach(() => page.viewport(1280, 800))

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
