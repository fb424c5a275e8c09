/** One need that two administrations share, all the way: endorsed, decided jointly, financed by shares, started, ended. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { initiatives } from '#src/lists/initiatives.ts'
import { applyDecisions } from '#src/actions/deciding/applyDecisions.ts'
import type { ActionArgs } from '#src/actions/index.ts'
import { asItStands, aSharedNeed, unitRef } from '#test/fixtures/needs.ts'
import { refusalsOf, setUpStand, type Stand, type Who, whysOf } from '#test/fixtures/stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())

const words = { wording: 'Så beslutas.', grounds: 'Därför.' } as const
const gate = (
  who: Who,
  initiative: string,
  name: ActionArgs<'decideGate'>['gate'],
  outcome: ActionArgs<'decideGate'>['outcome'],
) => stand.act(who, 'decideGate', { initiative, gate: name, outcome, ...words })
const pay = (who: Who, initiative: string, amountKr: number, outcome: 'grant' | 'refuse' = 'grant') =>
  stand.act(who, 'decideFinancing', { initiative, outcome, amountKr, ...words })

async function sharesOf(first: number) {
  const [elderly, disability] = await Promise.all(['u-avo', 'u-ffs'].map((key) => unitRef(stand, key)))
  if (!elderly || !disability) throw new Error('no units')
  return [
    { party: elderly, percent: first },
    { party: disability, percent: 100 - first },
  ]
}

test('from BP2 to closed, each authority by its own decisions', async () => {
  const { key } = await aSharedNeed(stand, {
    stage: 'screening',
    financingShares: await sharesOf(60),
    benefitLead: stand.person('homeCareManager'),
  })
  await gate('jointManager', key, 'BP2', 'investigate')
  await gate('director', key, 'BP3', 'waitingList')
  await gate('disabilityDirector', key, 'BP3', 'waitingList')
  await pay('director', key, 1_000_000)
  expect((await asItStands(stand, key)).initiative.financing).toBeUndefined()
  await pay('disabilityDirector', key, 1_000_000)
  const financed = await asItStands(stand, key)
  expect(financed.initiative.financing).toBeDefined()
  expect(
    financed.decisions
      .filter((d) => d.matter === 'financing')
      .map((d) => [d.party?.key, d.amountKr, d.totalKr]),
  ).toEqual([
    ['u-avo', 600_000, 1_000_000],
    ['u-ffs', 400_000, 1_000_000],
  ])
  await gate('disabilityDirector', key, 'BP4', 'handOver')
  expect((await asItStands(stand, key)).initiative.stage).toBe('ready')
  await gate('director', key, 'BP4', 'handOver')
  expect((await asItStands(stand, key)).initiative.stage).toBe('delivery')
  // The project's owner ends it, the effect owner its effects.
  expect(await whysOf(gate('director', key, 'benefitsStart', 'realise'))).toEqual(['notYourMandate'])
  await gate('digitalManager', key, 'benefitsStart', 'realise')
  await gate('homeCareManager', key, 'benefitsEnd', 'close')
  const { initiative, decisions } = await asItStands(stand, key)
  expect([initiative.stage, initiative.state]).toEqual(['closed', 'active'])
  expect(decisions.at(-1)).toMatchObject({ post: 'Effektägare', decidedBy: stand.person('homeCareManager') })
})

test('a share is needed of every party before anybody decides', async () => {
  const { key } = await aSharedNeed(stand, { stage: 'ready' })
  expect(await refusalsOf(pay('director', key, 500_000))).toEqual([
    { why: 'missing', matter: 'financing', needs: ['financingShares'] },
  ])
})

test('the second authority decides about the same total as the first', async () => {
  const { key } = await aSharedNeed(stand, { stage: 'ready', financingShares: await sharesOf(50) })
  const first = await pay('director', key, 500_000)
  expect(await refusalsOf(pay('disabilityDirector', key, 600_000))).toEqual([
    { why: 'amountDiffers', number: first.decisions?.[0]?.number, amountKr: 500_000 },
  ])
  await pay('disabilityDirector', key, 600_000, 'refuse')
  expect((await asItStands(stand, key)).initiative.financing).toBeUndefined()
  await pay('disabilityDirector', key, 600_000)
  await pay('director', key, 600_000)
  expect((await asItStands(stand, key)).initiative.financing).toBeDefined()
})

test('each authority is held to its own limit by its own share', async () => {
  const { key } = await aSharedNeed(stand, { stage: 'ready', financingShares: await sharesOf(90) })
  expect(await refusalsOf(pay('director', key, 6_000_000))).toEqual([
    { why: 'overAmount', amountKr: 5_400_000, maxKr: 5_000_000 },
  ])
  await pay('disabilityDirector', key, 6_000_000)
})

test('nothing they decide on changes between two authorities’ decisions', async () => {
  const { key } = await aSharedNeed(stand)
  await gate('director', key, 'BP3', 'waitingList')
  const payer = await unitRef(stand, 'u-ffs')
  const base = { payer: await unitRef(stand, 'u-avo-ht') }
  const change = { initiative: key, changes: { payer }, base }
  expect(await refusalsOf(stand.act('developmentLead', 'prepareInitiative', change))).toEqual([
    {
      why: 'roundOpen',
      matter: 'BP3',
      decided: [expect.objectContaining({ key: 'u-avo' })],
      waiting: [expect.objectContaining({ key: 'u-ffs' })],
    },
  ])
  const comment = { comment: 'Något annat får ändras' }
  await stand.act('developmentLead', 'prepareInitiative', { initiative: key, changes: comment, base: {} })
  await gate('disabilityDirector', key, 'BP3', 'refuse')
  const done = await stand.act('developmentLead', 'prepareInitiative', change)
  expect(done.initiatives?.[0]?.payer).toEqual(payer)
})

test('when the parties have become others all the same, the round begins again', async () => {
  const { key, unit } = await aSharedNeed(stand)
  await gate('director', key, 'BP3', 'waitingList')
  // Written in the very moment between, past the check.
  const before = (await asItStands(stand, key)).initiative
  await stand.store.change(initiatives, before, { concernedUnits: unit ? [unit] : null })
  await applyDecisions(stand.work('employee'), key)
  expect((await asItStands(stand, key)).initiative.stage).toBe('preparation')
  await gate('director', key, 'BP3', 'waitingList')
  const now = await asItStands(stand, key)
  expect(now.initiative.stage).toBe('ready')
  expect(now.decisions.map((d) => [d.attempt, d.parties?.length])).toEqual([
    [1, 2],
    [2, 1],
  ])
})

test('one who has agreed may take it back while others have yet to decide', async () => {
  const { key } = await aSharedNeed(stand)
  const first = await gate('director', key, 'BP3', 'waitingList')
  const decision = first.decisions?.[0]?.key ?? ''
  await stand.act('director', 'supersedeDecision', { decision, outcome: 'annul', ...words })
  await gate('disabilityDirector', key, 'BP3', 'waitingList')
  expect((await asItStands(stand, key)).initiative.stage).toBe('preparation')
  await gate('director', key, 'BP3', 'waitingList')
  const now = await asItStands(stand, key)
  expect(now.initiative.stage).toBe('ready')
  expect(now.decisions.map((d) => [d.outcome, d.attempt])).toEqual([
    ['waitingList', 1],
    ['annul', 1],
    ['waitingList', 2],
    ['waitingList', 2],
  ])
})
