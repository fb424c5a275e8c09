/** BP3 of a need that two administrations share: each director decides for their own, and all must agree. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Outcome } from '#src/lists/decisions.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { applyDecisions } from '#src/actions/deciding/applyDecisions.ts'
import { runAction } from '#src/actions/index.ts'
import { killedAt } from '#test/fixtures/interrupted.ts'
import { asItStands, aSharedNeed } from '#test/fixtures/needs.ts'
import { refusalsOf, setUpStand, type Stand, type Who, whysOf } from '#test/fixtures/stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())

const args = (initiative: string, outcome: Outcome = 'waitingList') =>
  ({ initiative, gate: 'BP3', outcome, wording: 'Så beslutas.', grounds: 'Därför.' }) as const
const decideAs = (who: Who, key: string, outcome?: Outcome) =>
  stand.act(who, 'decideGate', args(key, outcome))

test('it moves only when both have decided, each by a decision of their own', async () => {
  const { key } = await aSharedNeed(stand)
  const first = await decideAs('director', key)
  expect(first.initiatives?.[0]?.stage).toBe('preparation')
  expect((await asItStands(stand, key)).trail).toEqual([])
  const second = await decideAs('disabilityDirector', key)
  expect(second.initiatives?.[0]?.stage).toBe('ready')
  const now = await asItStands(stand, key)
  expect(now.decisions.map(({ party, decidedBy, attempt }) => [party?.key, decidedBy, attempt])).toEqual([
    ['u-avo', stand.person('director'), 1],
    ['u-ffs', stand.person('disabilityDirector'), 1],
  ])
  expect(now.trail).toMatchObject([{ kind: 'stage', from: 'Beredning', to: 'Klart för start' }])
})

test('nobody else decides, and is told of both directors', async () => {
  const { key } = await aSharedNeed(stand)
  const refusals = await refusalsOf(decideAs('homeCareManager', key))
  expect(refusals).toMatchObject([
    {
      why: 'notYourMandate',
      mayDecide: [
        { holder: stand.person('director'), party: { key: 'u-avo' } },
        { holder: stand.person('disabilityDirector'), party: { key: 'u-ffs' } },
      ],
    },
  ])
})

test('one who has decided is told so, and waits for the other', async () => {
  const { key } = await aSharedNeed(stand)
  const first = await decideAs('director', key)
  expect(await refusalsOf(decideAs('director', key))).toMatchObject([
    { why: 'alreadyDecided', number: first.decisions?.[0]?.number },
  ])
})

test('one no leaves it undecided, and the two may try again', async () => {
  const { key } = await aSharedNeed(stand)
  await decideAs('director', key)
  await decideAs('disabilityDirector', key, 'refuse')
  const undecided = await asItStands(stand, key)
  expect(undecided.initiative).toMatchObject({ stage: 'preparation', state: 'active' })
  expect(undecided.trail).toMatchObject([{ kind: 'decision', person: stand.person('disabilityDirector') }])

  await decideAs('disabilityDirector', key)
  expect((await decideAs('director', key)).initiatives?.[0]?.stage).toBe('ready')
  const now = await asItStands(stand, key)
  expect(now.decisions.map(({ attempt }) => attempt)).toEqual([1, 1, 2, 2])
})

test('two that decide differently decide nothing', async () => {
  const { key } = await aSharedNeed(stand)
  await decideAs('director', key, 'screenOut')
  await decideAs('disabilityDirector', key, 'back')
  expect((await asItStands(stand, key)).initiative).toMatchObject({ stage: 'preparation', state: 'active' })
})

test('both at the same moment decide it', async () => {
  for (let turn = 1; turn <= 3; turn++) {
    const { key } = await aSharedNeed(stand)
    await Promise.all([decideAs('director', key), decideAs('disabilityDirector', key)])
    const now = await asItStands(stand, key)
    expect([now.initiative.stage, now.decisions.length, now.trail.length]).toEqual(['ready', 2, 1])
  }
})

test('a director who has a conflict of interest does not decide for the administration', async () => {
  const { key } = await aSharedNeed(stand, { conflicted: [stand.person('director')] })
  expect(await whysOf(decideAs('director', key))).toEqual(['conflictOfInterest'])
})

test('what is missing is missing for both', async () => {
  const { key } = await aSharedNeed(stand, { caseNumber: null })
  for (const who of ['director', 'disabilityDirector'] as const)
    expect(await refusalsOf(decideAs(who, key))).toMatchObject([{ why: 'missing', needs: ['caseNumber'] }])
})

test('the last word, written by a process that died, is carried out by the next run', async () => {
  const { key } = await aSharedNeed(stand)
  await decideAs('director', key)
  const { store } = killedAt(stand, 1, { sent: true })
  const work = stand.work('disabilityDirector', { store })
  await runAction(work, 'decideGate', args(key)).catch(() => undefined)
  expect((await stand.store.byKey(initiatives, key))?.stage).toBe('preparation')
  await applyDecisions(stand.work('employee'), key)
  await applyDecisions(stand.work('employee'), key)
  const now = await asItStands(stand, key)
  expect([now.initiative.stage, now.decisions.length, now.trail.length]).toEqual(['ready', 2, 1])
})

test('a pause of a shared need takes both directors as well', async () => {
  const { key } = await aSharedNeed(stand)
  const pause = { initiative: key, change: 'pause', wording: 'Pausas.', grounds: 'Väntar.' } as const
  const first = await stand.act('director', 'decideState', pause)
  expect(first.initiatives?.[0]?.state).toBe('active')
  const second = await stand.act('disabilityDirector', 'decideState', pause)
  expect(second.initiatives?.[0]?.state).toBe('paused')
})
