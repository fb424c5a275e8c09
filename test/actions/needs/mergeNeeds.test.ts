/** Needs that become one and are taken out again: who may, and the history of both. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aNeed, asItStands, aSharedNeed } from '#test/fixtures/needs.ts'
import { refusalsOf, setUpStand, type Stand, TODAY, whysOf } from '#test/fixtures/stand.ts'
import { brief, mergingNeeds } from './mergingNeeds.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())

const { threeNeeds, merge, told, split } = mergingNeeds(() => stand)

describe('merging', () => {
  test('makes needs part of one, which gains their units and is shared', async () => {
    const { into, from } = await threeNeeds()
    const done = await merge(into, from)
    expect(done.initiatives?.map(({ key }) => key)).toEqual([into, ...from].map(({ key }) => key))
    const one = (await asItStands(stand, into.key)).initiative
    expect(one).toMatchObject({
      state: 'active',
      stage: 'screening',
      scope: 'shared',
      similarChecked: 'linked',
    })
    expect(one.concernedUnits?.map(({ key }) => key)).toEqual(['u-avo-vob', 'u-ffs-boe'])
    expect(one.similar?.map(({ key }) => key)).toEqual(from.map(({ key }) => key))
    for (const need of from) {
      const now = (await asItStands(stand, need.key)).initiative
      expect(now).toMatchObject({ state: 'merged', stage: 'screening', mergedInto: { key: into.key } })
      expect(now.similar?.map(({ key }) => key)).toEqual([into.key])
      expect([now.contact, now.unit, now.need]).toEqual([need.contact, need.unit, need.need])
      expect(now.changedBy).toEqual(stand.person('developmentLead'))
    }
  })

  test('is told in the history of each', async () => {
    const { into, from } = await threeNeeds()
    const done = await merge(into, from)
    expect(done.trail).toHaveLength(4)
    expect((await told(into)).toSorted()).toEqual(from.map(({ number, title }) => `into ${number} ${title}`))
    expect(await told(from[0])).toEqual([`into ${into.title}`])
    expect((await asItStands(stand, from[0].key)).trail[0]).toMatchObject({
      day: TODAY,
      person: stand.person('developmentLead'),
    })
  })

  test('a need that is part of another is decided nowhere', async () => {
    const { into, from } = await threeNeeds()
    await merge(into, from)
    const args = {
      initiative: from[0].key,
      gate: 'BP2',
      outcome: 'screenOut',
      wording: 'Nej.',
      grounds: 'Skäl',
    } as const
    expect(await whysOf(stand.act('digitalManager', 'decideGate', args))).toContain('notActive')
  })

  test.for<{ says: string; fault: string; values: Parameters<typeof aNeed>[1] }>([
    { says: 'past BP3', fault: 'sourceDecided', values: { stage: 'ready' } },
    { says: 'paused', fault: 'sourceHeld', values: { state: 'paused' } },
    { says: 'run by somebody else', fault: 'external', values: { external: true } },
  ])('a need that is $says is refused, and nothing is written', async ({ fault, values }) => {
    const { into, from } = await threeNeeds()
    const other = await aNeed(stand, values, brief)
    expect(await refusalsOf(merge(into, [...from, other]))).toMatchObject([{ why: 'notMergeable', fault }])
    expect((await asItStands(stand, into.key)).initiative.version).toBe(into.version)
    expect((await asItStands(stand, from[0].key)).initiative.state).toBe('active')
  })

  test('a need that is half decided by several authorities is refused', async () => {
    const shared = await aSharedNeed(stand)
    const args = { initiative: shared.key, gate: 'BP3', outcome: 'waitingList', wording: 'Ja.' } as const
    await stand.act('director', 'decideGate', args)
    const { into } = await threeNeeds()
    expect(await whysOf(merge(into, [shared]))).toEqual(['roundOpen'])
    expect(await whysOf(merge(shared, [into]))).toEqual(['roundOpen'])
  })

  test('needs that would wait for themselves by way of another are refused, with the circle named', async () => {
    const { into, from } = await threeNeeds()
    const [part] = from
    const between = await aNeed(stand, {}, brief)
    const wait = (of: { key: string }, needs: { key: string; title: string }) =>
      stand.act('developmentLead', 'saveRow', {
        initiative: of.key,
        list: 'dependencies' as const,
        row: `${of.key}-${needs.key}`,
        values: { title: needs.title, needs: { key: needs.key, title: needs.title } },
        base: {},
      })
    await wait(into, between)
    await wait(between, part)
    const name = ({ key, number, title }: typeof into) => ({ key, title: `${number} ${title}` })
    expect(await refusalsOf(merge(into, [part]))).toEqual([
      { why: 'circle', through: [name(into), name(between)] },
    ])
    expect((await asItStands(stand, part.key)).initiative.state).toBe('active')
    // The other way round: merged first, a wait that closes the ring by way of the part is refused.
    const [, other] = from
    await merge(into, [other])
    expect(await refusalsOf(wait(between, other))).toMatchObject([{ why: 'circle' }])
  })

  test('whoever may not prepare all of them is refused', async () => {
    const { into, from } = await threeNeeds()
    const args = { into: into.key, from: from.map(({ key }) => key) }
    expect(await whysOf(stand.act('employee', 'mergeNeeds', args))).toEqual(['notYourTask'])
    expect(await whysOf(stand.act('employee', 'splitNeed', { need: into.key }))).toContain('notYourTask')
  })
})

describe('splitting', () => {
  test('lets a need go on where it was, and both remember', async () => {
    const { into, from } = await threeNeeds()
    await merge(into, from)
    await split(from[0])
    const now = (await asItStands(stand, from[0].key)).initiative
    expect([now.state, now.stage, now.mergedInto]).toEqual(['active', 'screening', undefined])
    expect(await told(from[0])).toEqual([`into ${into.title}`, `out of ${into.title}`])
    expect(await told(into)).toContain(`out of ${from[0].number} ${from[0].title}`)
    expect((await asItStands(stand, from[1].key)).initiative.state).toBe('merged')
    const gate = {
      initiative: from[0].key,
      gate: 'BP2',
      outcome: 'screenOut',
      wording: 'Nej.',
      grounds: 'Skäl',
    } as const
    expect(await whysOf(stand.act('digitalManager', 'decideGate', gate))).not.toContain('notActive')
  })

  test('of what never was part of another is refused', async () => {
    const { into } = await threeNeeds()
    expect(await refusalsOf(split(into))).toMatchObject([{ fault: 'notMerged' }])
  })

  test('and merging again is told each time', async () => {
    const { into, from } = await threeNeeds()
    for (let turn = 0; turn < 2; turn++) {
      await merge(into, [from[0]])
      await merge(into, [from[0]])
      await split(from[0])
      await split(from[0])
    }
    const [entered, left] = [`into ${into.title}`, `out of ${into.title}`]
    expect(await told(from[0])).toEqual([entered, left, entered, left])
    expect(await told(into)).toHaveLength(4)
  })
})
