/** Who decides a gate on the local tenant: mandates, stand-ins, conflicts of interest. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mandates } from '#src/lists/organisation.ts'
import { aNeed, asItStands, unitRef } from '#test/fixtures/needs.ts'
import { refusalsOf, setUpStand, type Stand, TODAY, whysOf } from '#test/fixtures/stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())

const wording = 'Så beslutas.'
const BP1 = { gate: 'BP1', outcome: 'goOn', wording } as const

describe('who decides', () => {
  test('somebody else is told who may', async () => {
    const { key } = await aNeed(stand)
    const refusals = await refusalsOf(stand.act('employee', 'decideGate', { initiative: key, ...BP1 }))
    expect(refusals).toMatchObject([
      { why: 'notYourMandate', mayDecide: [{ holder: stand.person('homeCareManager') }] },
    ])
  })

  test('what is missing and who may are told together', async () => {
    const { key } = await aNeed(stand, { need: null })
    const asked = stand.act('employee', 'decideGate', { initiative: key, ...BP1 })
    expect(await whysOf(asked)).toEqual(['missing', 'notYourMandate'])
  })

  test('another department is under another manager', async () => {
    const unit = await unitRef(stand, 'u-avo-vob-no')
    const { key } = await aNeed(stand, { unit, payer: unit, concernedUnits: [unit] })
    expect(await whysOf(stand.act('homeCareManager', 'decideGate', { initiative: key, ...BP1 }))).toEqual([
      'notYourMandate',
    ])
    const done = await stand.act('nursingManager', 'decideGate', { initiative: key, ...BP1 })
    expect(done.decisions?.[0]?.post).toBe('Avdelningschef Vård- och omsorgsboende')
  })

  test('the project office lets a start wait, but does not start', async () => {
    const { key } = await aNeed(stand, { stage: 'ready', financing: { key: 'd', title: '1' } })
    const args = { initiative: key, gate: 'BP4', wording } as const
    expect(await whysOf(stand.act('officeManager', 'decideGate', { ...args, outcome: 'handOver' }))).toEqual([
      'notYourMandate',
    ])
    const waiting = { ...args, outcome: 'wait', grounds: 'Resurser saknas.' } as const
    const done = await stand.act('officeManager', 'decideGate', waiting)
    expect(done.initiatives?.[0]).toMatchObject({ stage: 'ready', state: 'active' })
    await stand.act('director', 'decideGate', { ...args, outcome: 'handOver' })
    const now = await asItStands(stand, key)
    expect(now.decisions.map(({ attempt, outcome }) => `${attempt} ${outcome}`).toSorted()).toEqual([
      '1 wait',
      '2 handOver',
    ])
    expect(now.trail.map(({ kind }) => kind).toSorted()).toEqual(['decision', 'stage'])
  })

  test('a stand-in decides on the days given, for the holder', async () => {
    const nursing = (await stand.store.all(mandates)).find(
      ({ matter, holder }) => matter === 'BP1' && holder.id === stand.person('nursingManager').id,
    )
    const unit = await unitRef(stand, 'u-avo-vob')
    const standIn = stand.person('otherLead')
    const dates = [
      ['2024-10-02', '2024-10-09'],
      ['2024-09-20', TODAY],
    ] as const
    let item = nursing ?? expect.fail('no mandate')
    for (const [standInFrom, standInTo] of dates) {
      item = await stand.store.change(mandates, item, { standIn, standInFrom, standInTo })
      const { key } = await aNeed(stand, { unit, payer: unit, concernedUnits: [unit] })
      const asked = stand.act('otherLead', 'decideGate', { initiative: key, ...BP1 })
      if (standInTo === TODAY)
        expect((await asked).decisions).toMatchObject([
          { decidedBy: standIn, actingFor: stand.person('nursingManager') },
        ])
      else expect(await whysOf(asked)).toEqual(['notYourMandate'])
    }
    await stand.store.change(mandates, item, { standIn: null, standInFrom: null, standInTo: null })
  })

  test('a conflict of interest shuts the holder out and lets the next mandate in', async () => {
    const { key } = await aNeed(stand, { conflicted: [stand.person('homeCareManager')] })
    const refusals = await refusalsOf(stand.act('homeCareManager', 'decideGate', { initiative: key, ...BP1 }))
    expect(refusals).toMatchObject([
      { why: 'conflictOfInterest', instead: [{ holder: stand.person('director') }] },
    ])
    const done = await stand.act('director', 'decideGate', { initiative: key, ...BP1 })
    expect(done.decisions?.[0]?.conflicted).toEqual([stand.person('homeCareManager')])
  })
})
