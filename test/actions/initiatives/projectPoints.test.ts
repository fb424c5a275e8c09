/** After BP4: the project plans and passes its own decision points, and its steering group is appointed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { initiatives } from '#src/lists/initiatives.ts'
import { killedAt } from '#test/fixtures/interrupted.ts'
import { runAction } from '#src/actions/index.ts'
import { aNeed, asItStands } from '#test/fixtures/needs.ts'
import { refusalsOf, setUpStand, type Stand, TODAY, type Who, whysOf } from '#test/fixtures/stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())

const brief = { business: false }
const point = (initiative: string, values = {}, base = {}) => ({
  initiative,
  point: `${initiative}-p`,
  values: { ...values },
  base: { ...base },
})
const planned = { title: 'Beslut om genomförande', phase: 'Planering', planned: '2024-11-01' }

describe('decision points', () => {
  test('are planned by the project manager and passed by somebody in the steering group, once', async () => {
    const { key } = await aNeed(stand, { stage: 'delivery' }, brief)
    await stand.act('projectManager', 'savePoint', point(key, planned))
    await stand.act('projectManager', 'savePoint', point(key, { planned: '2024-12-01' }, planned))
    const pass = { ...point(key), pass: true }
    expect(await whysOf(stand.act('projectManager', 'savePoint', pass))).toEqual(['notYourTask'])
    await stand.act('homeCareManager', 'savePoint', pass)
    const again = await stand.act('digitalManager', 'savePoint', pass)
    expect(again.projectPoints).toMatchObject([
      { planned: '2024-12-01', passed: TODAY, passedBy: stand.person('homeCareManager') },
    ])
    expect((await asItStands(stand, key)).trail).toMatchObject([
      { kind: 'time', title: planned.title, from: '2024-11-01', to: '2024-12-01' },
      {
        kind: 'decision',
        field: 'ProjectPoints',
        title: planned.title,
        person: stand.person('homeCareManager'),
      },
    ])
  })

  test('killed between point and trail and asked again, both are there once', async () => {
    const { key } = await aNeed(stand, { stage: 'delivery' }, brief)
    await stand.act('projectManager', 'savePoint', point(key, planned))
    const { store } = killedAt(stand, 2, { sent: false })
    const pass = { ...point(key), pass: true }
    await runAction(stand.work('homeCareManager', { store }), 'savePoint', pass).catch(() => undefined)
    expect((await asItStands(stand, key)).trail).toEqual([])
    await stand.act('homeCareManager', 'savePoint', pass)
    expect((await asItStands(stand, key)).trail).toHaveLength(1)
  })

  test('whose day is moved leaves from when to when, once, also when it was killed before that', async () => {
    const { key } = await aNeed(stand, { stage: 'delivery' }, brief)
    await stand.act('projectManager', 'savePoint', point(key, planned))
    const later = point(key, { planned: '2024-12-01' }, planned)
    const cut = stand.work('projectManager', { store: killedAt(stand, 2, { sent: false }).store })
    await runAction(cut, 'savePoint', later).catch(() => undefined)
    expect((await asItStands(stand, key)).trail).toEqual([])
    const again = stand.work('projectManager', { key: cut.key })
    await runAction(again, 'savePoint', later)
    await runAction(again, 'savePoint', later)
    expect((await asItStands(stand, key)).trail).toMatchObject([
      { kind: 'time', field: 'ProjectPoints', from: '2024-11-01', to: '2024-12-01' },
    ])
  })

  test('changed by somebody else meanwhile, both versions are told', async () => {
    const { key } = await aNeed(stand, { stage: 'delivery' }, brief)
    await stand.act('projectManager', 'savePoint', point(key, planned))
    await stand.act('projectManager', 'savePoint', point(key, { planned: '2024-12-01' }, planned))
    const late = stand.act('projectManager', 'savePoint', point(key, { planned: '2025-01-01' }, planned))
    expect(await refusalsOf(late)).toMatchObject([
      { why: 'changedByOther', fields: [{ mine: '2025-01-01', theirs: '2024-12-01' }] },
    ])
  })

  test.for<[Who, object, string]>([
    ['employee', planned, 'notYourTask'],
    ['projectManager', { phase: 'Utan namn' }, 'invalid'],
    ['projectManager', { ...planned, passed: TODAY }, 'invalid'],
    ['projectManager', { ...planned, planned: '2024-02-30' }, 'invalid'],
  ])('%s with %j is refused', async ([who, values, why]) => {
    const { key } = await aNeed(stand, { stage: 'delivery' }, brief)
    expect(await whysOf(stand.act(who, 'savePoint', point(key, values)))).toEqual([why])
  })
})

describe('the steering group', () => {
  const idsOf = async (key: string) =>
    ((await stand.store.byKey(initiatives, key))?.steeringGroup ?? []).map(({ id }) => id)

  test('is appointed by the post with the mandate, once, and told in the history', async () => {
    const { key } = await aNeed(stand, {}, brief)
    const args = { initiative: key, members: await idsOf(key) }
    expect(await whysOf(stand.act('developmentLead', 'appointSteeringGroup', args))).toEqual([
      'notYourMandate',
    ])
    await stand.act('director', 'appointSteeringGroup', args)
    await stand.act('director', 'appointSteeringGroup', args)
    const { initiative, trail } = await asItStands(stand, key)
    expect(initiative.steeringAppointed).toMatchObject({ by: stand.person('director'), day: TODAY })
    expect(trail).toMatchObject([{ kind: 'decision', field: 'SteeringAppointed' }])
  })

  test('is not appointed unseen: who came in meanwhile is looked at first', async () => {
    const { key } = await aNeed(stand, {}, brief)
    const [first = ''] = await idsOf(key)
    const asked = stand.act('director', 'appointSteeringGroup', { initiative: key, members: [first] })
    expect(await whysOf(asked)).toEqual(['changedByOther'])
  })
})
