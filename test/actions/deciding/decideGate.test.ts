/** Deciding gates on the local tenant, from idea to project. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { costItems, dependencies } from '#src/lists/businessCase.ts'
import { decisions } from '#src/lists/decisions.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import type { ChangesOf } from '#src/lists/list.ts'
import { forwardOutcomes, type GateName, gateOf } from '#src/rules/gates.ts'
import { aNeed, asItStands } from '#test/fixtures/needs.ts'
import { refusalsOf, setUpStand, type Stand, TODAY, type Who, whysOf } from '#test/fixtures/stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())

const wording = 'Så beslutas.'
const BP1 = { gate: 'BP1', outcome: 'goOn', wording } as const

test('a need goes through all four gates, each decided by its own mandate', async () => {
  const { key, title } = await aNeed(stand)
  const path = [
    ['homeCareManager', 'BP1', 'goOn', 'screening'],
    ['digitalManager', 'BP2', 'investigate', 'preparation'],
    ['homeCareManager', 'BP3', 'waitingList', 'ready'],
  ] as const
  for (const [who, gate, outcome, stage] of path) {
    const done = await stand.act(who, 'decideGate', { initiative: key, gate, outcome, wording })
    expect(done.initiatives?.map((i) => [i.key, i.stage])).toEqual([[key, stage]])
  }
  const handOver = { initiative: key, gate: 'BP4', outcome: 'handOver', wording } as const
  expect(await refusalsOf(stand.act('director', 'decideGate', handOver))).toEqual([
    { why: 'missing', matter: 'BP4', needs: ['financing'] },
  ])
  await stand.act('director', 'decideFinancing', {
    initiative: key,
    outcome: 'grant',
    amountKr: 400_000,
    wording,
  })
  await stand.act('director', 'decideGate', {
    ...handOver,
    grounds: 'Väl förberett.',
    conditions: 'Klart före sommaren.',
    caseNumber: 'N161-0123/24',
  })

  const now = await asItStands(stand, key)
  expect(now.initiative).toMatchObject({ stage: 'delivery', state: 'active', stageSince: TODAY })
  const last = now.decisions.find(({ matter }) => matter === 'BP4')
  expect(last).toMatchObject({
    initiative: { key, title },
    number: expect.stringMatching(/^2024-\d{4}$/) as string,
    outcome: 'handOver',
    wording,
    grounds: 'Väl förberett.',
    conditions: 'Klart före sommaren.',
    caseNumber: 'N161-0123/24',
    decidedBy: stand.person('director'),
    post: 'Förvaltningsdirektör',
    kind: 'execution',
    decidedOn: TODAY,
    fromStage: 'ready',
    toStage: 'delivery',
  })
  expect(last?.forum?.title).not.toBe('')
  expect(now.initiative.lastDecision).toEqual({ key: last?.key, title: last?.number })
  const numbers = now.decisions.map(({ number }) => number).toSorted()
  expect(new Set(numbers).size).toBe(5)
  const byNumber = now.trail.toSorted((a, b) =>
    (a.decision?.title ?? '').localeCompare(b.decision?.title ?? ''),
  )
  expect(byNumber.map(({ kind, from, to }) => [kind, from, to])).toEqual([
    ['stage', 'Insamling behov/idéer', 'Grovsållning'],
    ['stage', 'Grovsållning', 'Beredning'],
    ['stage', 'Beredning', 'Klart för start'],
    ['money', undefined, '400000'],
    ['stage', 'Klart för start', 'Genomförande'],
  ])
})

describe('refused until everything is filled in', () => {
  test.for<[GateName, Who, keyof ChangesOf<typeof initiatives>, string]>([
    ['BP1', 'homeCareManager', 'need', 'need'],
    ['BP1', 'homeCareManager', 'benefit', 'benefit'],
    ['BP1', 'homeCareManager', 'contact', 'contact'],
    ['BP2', 'digitalManager', 'concernedUnits', 'concernedUnits'],
    ['BP2', 'digitalManager', 'similarChecked', 'similar'],
    ['BP2', 'digitalManager', 'type', 'type'],
    ['BP2', 'digitalManager', 'legal', 'legal'],
    ['BP3', 'homeCareManager', 'caseNumber', 'caseNumber'],
    ['BP3', 'homeCareManager', 'union', 'union'],
    ['BP3', 'homeCareManager', 'unionGroup', 'union'],
    ['BP3', 'homeCareManager', 'unionDay', 'union'],
    ['BP3', 'homeCareManager', 'endorsements', 'endorsements'],
    ['BP3', 'homeCareManager', 'description', 'description'],
    ['BP3', 'homeCareManager', 'consequences', 'consequences'],
    ['BP3', 'homeCareManager', 'operation', 'operation'],
    ['BP3', 'homeCareManager', 'informationClass', 'informationClass'],
    ['BP3', 'homeCareManager', 'personalData', 'personalData'],
    ['BP3', 'homeCareManager', 'dependenciesChecked', 'dependencies'],
    ['BP3', 'homeCareManager', 'effectOwner', 'effectOwner'],
    ['BP3', 'homeCareManager', 'type', 'type'],
    ['BP4', 'director', 'projectOwner', 'projectOwner'],
    ['BP4', 'director', 'projectManager', 'projectManager'],
    ['BP4', 'director', 'steeringGroup', 'steeringGroup'],
    ['BP4', 'director', 'directiveApproved', 'directive'],
  ])('%s by the %s without %s', async ([gate, who, field, need]) => {
    const [outcome = 'goOn'] = forwardOutcomes(gate)
    const { key } = await aNeed(stand, {
      stage: gateOf(gate).from,
      financing: { key: 'd', title: '2024-0001' },
      [field]: null,
    })
    const asked = stand.act(who, 'decideGate', { initiative: key, gate, outcome, wording })
    expect(await refusalsOf(asked)).toEqual([{ why: 'missing', matter: gate, needs: [need] }])
    expect((await asItStands(stand, key)).decisions).toEqual([])
  })

  test('BP3 without a business case names costs and benefits', async () => {
    const { key } = await aNeed(stand, { stage: 'preparation' }, { business: false })
    const args = { initiative: key, gate: 'BP3', outcome: 'waitingList', wording } as const
    expect(await refusalsOf(stand.act('homeCareManager', 'decideGate', args))).toEqual([
      { why: 'missing', matter: 'BP3', needs: ['costPerYear', 'benefitsWithOwner'] },
    ])
  })

  test('BP4 waits for what the need depends on, until that is in use', async () => {
    const first = await aNeed(stand, { stage: 'delivery' })
    const { key, title } = await aNeed(stand, { stage: 'ready', financing: { key: 'd', title: '1' } })
    await stand.store.create(dependencies, {
      key: `${key}-needs`,
      title: first.title,
      initiative: { key, title },
      needs: { key: first.key, title: first.title },
    })
    const args = { initiative: key, gate: 'BP4', outcome: 'handOver', wording } as const
    expect(await refusalsOf(stand.act('director', 'decideGate', args))).toEqual([
      { why: 'missing', matter: 'BP4', needs: ['prerequisites'] },
    ])
    await stand.store.change(initiatives, first, { stage: 'benefits' })
    expect((await stand.act('director', 'decideGate', args)).initiatives?.[0]?.stage).toBe('delivery')
  })
})

describe('which outcome', () => {
  test('screening out needs a reason but nothing filled in, and is shown by its state', async () => {
    const { key } = await aNeed(stand, { benefit: null, contact: null })
    const args = { initiative: key, gate: 'BP1', outcome: 'screenOut', wording } as const
    expect(await whysOf(stand.act('homeCareManager', 'decideGate', args))).toEqual(['reasonMissing'])
    await stand.act('homeCareManager', 'decideGate', { ...args, grounds: 'Finns redan.' })
    const now = await asItStands(stand, key)
    expect(now.initiative).toMatchObject({ stage: 'collection', state: 'screenedOut' })
    expect(now.trail).toMatchObject([{ kind: 'state', from: 'Aktiv', to: 'Bortsorterad' }])
  })

  test.for([
    { says: 'an outcome of another gate', gate: 'BP1', outcome: 'waitingList', whys: ['outcomeNotAllowed'] },
    {
      says: 'a gate that lies ahead',
      gate: 'BP2',
      outcome: 'investigate',
      whys: ['noGate', 'notYourMandate'],
    },
    { says: 'an outcome of no gate', gate: 'BP1', outcome: 'grant', whys: ['outcomeNotAllowed'] },
  ] as const)('$says is refused', async ({ gate, outcome, whys }) => {
    const { key } = await aNeed(stand)
    const asked = stand.act('homeCareManager', 'decideGate', { initiative: key, gate, outcome, wording })
    expect(await whysOf(asked)).toEqual(whys)
  })

  test.for([
    { says: 'paused', values: { state: 'paused' }, why: 'notActive' },
    { says: 'archived', values: { archived: true }, why: 'archived' },
    { says: 'run by somebody else', values: { external: true }, why: 'external' },
  ] as const)('a need that is $says is not decided', async ({ values, why }) => {
    const { key } = await aNeed(stand, values)
    expect(await whysOf(stand.act('homeCareManager', 'decideGate', { initiative: key, ...BP1 }))).toContain(
      why,
    )
  })

  test('a need that does not exist is not found', async () => {
    const asked = stand.act('homeCareManager', 'decideGate', { initiative: 'nothing', ...BP1 })
    expect(await refusalsOf(asked)).toEqual([{ why: 'notFound', what: 'initiative', key: 'nothing' }])
  })
})

describe('what has changed since', () => {
  test('a decision on what the person no longer sees is refused, and names who changed it', async () => {
    const need = await aNeed(stand)
    await stand.act('developmentLead', 'prepareInitiative', {
      initiative: need.key,
      changes: { need: 'Något annat' },
      base: { need: need.need },
    })
    const seen = { [need.key]: need.version }
    const asked = stand.act('homeCareManager', 'decideGate', { initiative: need.key, ...BP1 }, { seen })
    expect(await refusalsOf(asked)).toEqual([
      { why: 'changedByOther', fields: [], by: stand.person('developmentLead') },
    ])
    const { initiative } = await asItStands(stand, need.key)
    const fresh = { [need.key]: initiative.version }
    await stand.act('homeCareManager', 'decideGate', { initiative: need.key, ...BP1 }, { seen: fresh })
  })

  test('what somebody else has decided meanwhile is told with its number', async () => {
    const need = await aNeed(stand)
    await stand.act('homeCareManager', 'decideGate', { initiative: need.key, ...BP1 })
    const { decisions: made } = await asItStands(stand, need.key)
    const seen = { [need.key]: need.version }
    const asked = stand.act('director', 'decideGate', { initiative: need.key, ...BP1 }, { seen })
    expect(await refusalsOf(asked)).toEqual([
      { why: 'alreadyDecided', number: made[0]?.number, by: stand.person('homeCareManager'), on: TODAY },
    ])
  })
})

test('a decision and its costs are left as they were when something is refused', async () => {
  const { key } = await aNeed(stand, { stage: 'preparation' })
  const before = await asItStands(stand, key)
  await whysOf(
    stand.act('employee', 'decideGate', { initiative: key, gate: 'BP3', outcome: 'waitingList', wording }),
  )
  expect(await asItStands(stand, key)).toEqual(before)
  expect(await stand.store.where(costItems, { column: 'initiative', value: key })).toHaveLength(1)
  expect(await stand.store.where(decisions, { column: 'initiative', value: key })).toEqual([])
})
