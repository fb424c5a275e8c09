/** Joint matters at items of a meeting: who answers for a need, its place in the order, and those who stand behind it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ItemEffect } from '#src/lists/meetings.ts'
import { asItStands, unitRef } from '#test/fixtures/needs.ts'
import { anItemOf } from '#test/fixtures/sittings.ts'
import { setUpStand, type Stand } from '#test/fixtures/stand.ts'
import { type Args, jointItems } from './jointItems.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())

const { aJointItem, decide, ours, theirs, there, faultsIn } = jointItems(() => stand)

describe('who answers for a joint need, and its place in the order', () => {
  const person = () => ({
    id: stand.person('projectManager').id,
    name: stand.person('projectManager').name,
  })
  const owner = (): Args => ({
    outcome: 'grant',
    wording: 'Petra leder projektet.',
    effect: { does: 'owner', role: 'contact', person: person() },
  })
  const rank: Args = { outcome: 'grant', wording: 'Läggs tvåa.', effect: { does: 'priority', rank: 2 } }

  test('are decided by each authority, and done when the last has said yes', async () => {
    const { initiative, item } = await aJointItem()
    await decide(item, { ...owner(), said: [ours('grant', { caseNumber: 'A-2/24' })] })
    expect((await asItStands(stand, initiative.key)).initiative.contact).toEqual(initiative.contact)
    await decide(item, { ...owner(), said: [ours('grant', { caseNumber: 'A-2/24' }), theirs('grant')] })
    const now = await asItStands(stand, initiative.key)
    expect(now.initiative.contact).toMatchObject(person())
    expect(now.decisions.map((d) => [d.matter, d.party?.key, d.outcome, d.caseNumber, d.attempt])).toEqual([
      ['owner', 'u-avo', 'grant', 'A-2/24', 1],
      ['owner', 'u-ffs', 'grant', undefined, 1],
    ])
    expect(now.trail.filter(({ kind }) => kind === 'owner')).toHaveLength(1)
    expect((await there(item)).carrying).toBe('done')
  })

  test('are one matter for each item: a yes at one is not a yes at another', async () => {
    const { sitting, initiative, item } = await aJointItem()
    const about = { key: initiative.key, title: initiative.title }
    const other = await anItemOf(stand, sitting, { kind: 'gate', initiative: about })
    await decide(item, { ...rank, said: [ours('grant')] })
    await decide(other, { ...rank, effect: { does: 'priority', rank: 5 }, said: [theirs('grant')] })
    expect((await asItStands(stand, initiative.key)).initiative.rank).toBeUndefined()
    await decide(item, { ...rank, said: [ours('grant'), theirs('grant')] })
    const now = await asItStands(stand, initiative.key)
    expect([now.initiative.rank, now.decisions.length]).toEqual([2, 3])
    expect(now.trail.filter(({ kind }) => kind === 'rank')).toMatchObject([{ to: '2' }])
  })

  test('stay as they are when one says no', async () => {
    const { initiative, item } = await aJointItem()
    const said = [ours('grant'), theirs('refuse', { wording: 'Vi vill vara först.' })]
    expect(await faultsIn(decide(item, { ...rank, said }))).toEqual(['notAgreed'])
    expect(await faultsIn(decide(item, { ...rank, outcome: 'refuse' }))).toEqual(['effectUnfit'])
    await decide(item, { ...rank, outcome: 'refuse', wording: 'Parterna är inte eniga.', said })
    const now = await asItStands(stand, initiative.key)
    expect(now.initiative.rank).toBeUndefined()
    expect(now.decisions.map(({ outcome }) => outcome)).toEqual(['grant', 'refuse'])
  })

  test('are not decided by one director for all, while whoever prepares the need may', async () => {
    const { item } = await aJointItem()
    const alone = { ...rank, decidedBy: stand.person('director') }
    expect(await faultsIn(decide(item, alone))).toEqual(['notYourMandate'])
    const swapped = { ...theirs('grant'), by: stand.person('director') }
    expect(await faultsIn(decide(item, { ...rank, said: [swapped] }))).toEqual(['notYourMandate'])
    const prepared = await aJointItem({}, {}, ['jointManager', 'developmentLead'])
    await decide(prepared.item, { ...rank, decidedBy: stand.person('developmentLead') })
    expect((await asItStands(stand, prepared.initiative.key)).initiative.rank).toBe(2)
  })

  test('and are carried out once, however often they are sent', async () => {
    const { initiative, item } = await aJointItem()
    const args = { ...owner(), said: [ours('grant'), theirs('grant')] }
    await Promise.allSettled([decide(item, args), decide(item, args), decide(item, args)])
    await decide(item, args)
    const now = await asItStands(stand, initiative.key)
    expect(now.initiative.contact).toMatchObject(person())
    expect(now.decisions).toHaveLength(2)
    expect(now.trail.filter(({ kind }) => kind === 'owner')).toHaveLength(1)
  })
})

describe('those who stand behind a joint need', () => {
  const bp2: ItemEffect = { does: 'gate', gate: 'BP2', outcome: 'investigate' }

  test('say so at the item, and the joint team decides', async () => {
    const units = await Promise.all(['u-avo-ht', 'u-ffs-boe'].map((key) => unitRef(stand, key)))
    const endorsements = units.map((unit) => ({ unit, by: stand.person('director'), day: '2024-09-01' }))
    const { initiative, item } = await aJointItem({}, { stage: 'screening', endorsements })
    const args: Args = {
      outcome: 'grant',
      wording: 'Behovet utreds.',
      effect: bp2,
      decidedBy: stand.person('jointManager'),
    }
    await decide(item, args)
    expect(JSON.parse((await there(item)).refused ?? '')).toMatchObject([
      { why: 'missing', needs: ['administrationsEndorse'] },
    ])
    const said = [ours('endorses'), theirs('endorses')]
    await decide(item, { ...args, said })
    const now = await asItStands(stand, initiative.key)
    expect(now.initiative.stage).toBe('preparation')
    expect(now.initiative.endorsements?.map(({ unit, by }) => [unit.key, by.id])).toEqual([
      ...endorsements.map(({ unit, by }) => [unit.key, by.id]),
      ['u-avo', stand.person('director').id],
      ['u-ffs', stand.person('disabilityDirector').id],
    ])
    expect((await there(item)).voices?.map(({ says, carrying }) => [says, carrying])).toEqual([
      ['endorses', 'done'],
      ['endorses', 'done'],
    ])
  })

  test('are heads of the party, nobody else', async () => {
    const { item } = await aJointItem({}, { stage: 'screening', endorsements: null })
    const args: Args = {
      outcome: 'grant',
      wording: 'Utreds.',
      effect: bp2,
      decidedBy: stand.person('jointManager'),
    }
    const said = [{ ...theirs('endorses'), by: stand.person('director') }]
    expect(await faultsIn(decide(item, { ...args, said }))).toEqual(['notYourEndorsement'])
  })
})
