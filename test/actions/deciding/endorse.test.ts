/** Endorsing is an act of the one who may, for a unit, an administration or the process; it can be taken back, and both are remembered. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aNeed, asItStands, aSharedNeed } from '#test/fixtures/needs.ts'
import { refusalsOf, setUpStand, type Stand, type Who, whysOf } from '#test/fixtures/stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())

const endorse = (who: Who, initiative: string, party: string, key?: string) =>
  stand.act(who, 'endorse', { initiative, party }, key ? { key } : {})
const withdraw = (who: Who, initiative: string, party: string) =>
  stand.act(who, 'withdrawEndorsement', { initiative, party, reason: 'Personalen räcker inte' })
const held = async (key: string) =>
  ((await asItStands(stand, key)).initiative.endorsements ?? []).map((e) => [e.unit.key, e.by.id, e.day])

test('a department by its head, on the business day, and remembered', async () => {
  const { key } = await aNeed(stand, { endorsements: null })
  await endorse('homeCareManager', key, 'u-avo-ht')
  expect(await held(key)).toEqual([['u-avo-ht', stand.person('homeCareManager').id, '2024-10-01']])
  expect((await asItStands(stand, key)).trail).toMatchObject([
    { kind: 'endorsed', person: stand.person('homeCareManager'), title: 'Hemtjänst' },
  ])
})

test('nobody else, who is told whom it waits for', async () => {
  const { key } = await aNeed(stand, { endorsements: null })
  expect(await refusalsOf(endorse('nursingManager', key, 'u-avo-ht'))).toEqual([
    {
      why: 'notYourEndorsement',
      party: expect.objectContaining({ key: 'u-avo-ht' }),
      may: [stand.person('homeCareManager'), stand.person('director')],
    },
  ])
  expect(await held(key)).toEqual([])
})

test('an administration by its own director, for what is shared', async () => {
  const { key } = await aSharedNeed(stand, { stage: 'screening', endorsements: null })
  expect(await whysOf(endorse('disabilityDirector', key, 'u-avo'))).toEqual(['notYourEndorsement'])
  await endorse('director', key, 'u-avo')
  await endorse('disabilityDirector', key, 'u-ffs')
  expect((await held(key)).map(([unit]) => unit)).toEqual(['u-avo', 'u-ffs'])
})

test('the process by its owner, once one is named', async () => {
  const { key } = await aNeed(stand, { endorsements: null, processOwner: stand.person('nursingManager') })
  expect(await whysOf(endorse('director', key, 'processOwner'))).toEqual(['notYourEndorsement'])
  await endorse('nursingManager', key, 'processOwner')
  expect((await held(key))[0]?.[0]).toBe('processOwner')
})

test('a unit that is not concerned is not asked', async () => {
  const { key } = await aNeed(stand, { endorsements: null })
  expect(await whysOf(endorse('nursingManager', key, 'u-avo-vob'))).toEqual(['notFound'])
})

test('a conflict of interest shuts out', async () => {
  const { key } = await aNeed(stand, { endorsements: null, conflicted: [stand.person('homeCareManager')] })
  expect(await whysOf(endorse('homeCareManager', key, 'u-avo-ht'))).toEqual(['notYourEndorsement'])
  await endorse('director', key, 'u-avo-ht')
})

test('what others lead is not endorsed here', async () => {
  const { key } = await aNeed(stand, { endorsements: null, external: true })
  expect(await whysOf(endorse('homeCareManager', key, 'u-avo-ht'))).toEqual(['external'])
})

test('taken back with a reason, both acts stay in the history', async () => {
  const { key } = await aNeed(stand, { endorsements: null })
  await endorse('homeCareManager', key, 'u-avo-ht')
  await withdraw('homeCareManager', key, 'u-avo-ht')
  expect(await held(key)).toEqual([])
  const { trail } = await asItStands(stand, key)
  expect(trail.map((t) => [t.kind, t.to])).toEqual([
    ['endorsed', `Hemtjänst: ${stand.person('homeCareManager').name}`],
    ['endorsed', 'Personalen räcker inte'],
  ])
})

test('said twice with one key, it is done and remembered once', async () => {
  const { key } = await aNeed(stand, { endorsements: null })
  await endorse('homeCareManager', key, 'u-avo-ht', `twice-${key}`)
  await endorse('homeCareManager', key, 'u-avo-ht', `twice-${key}`)
  const { trail } = await asItStands(stand, key)
  expect([(await held(key)).length, trail.length]).toEqual([1, 1])
})

test('two at the same moment are both kept', async () => {
  const { key } = await aSharedNeed(stand, { stage: 'screening', endorsements: null })
  await Promise.all([endorse('director', key, 'u-avo'), endorse('disabilityDirector', key, 'u-ffs')])
  expect(new Set((await held(key)).map(([unit]) => unit))).toEqual(new Set(['u-avo', 'u-ffs']))
})

test('nobody writes an endorsement by filling in the form', async () => {
  const { key } = await aNeed(stand, { endorsements: null })
  const args = { initiative: key, changes: { endorsements: [] }, base: {} } as never
  expect(await whysOf(stand.act('developmentLead', 'prepareInitiative', args))).toEqual(['invalid'])
})
