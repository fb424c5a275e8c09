/** Rows of a business case: saved side by side, never over another's figure, with the money's history whole also after a crash. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { costItems, dependencies } from '#src/lists/businessCase.ts'
import { runAction } from '#src/actions/index.ts'
import { killedAt, lostAt, meanwhileAt } from '#test/fixtures/interrupted.ts'
import { aNeed, asItStands } from '#test/fixtures/needs.ts'
import { refusalsOf, setUpStand, type Stand, whysOf } from '#test/fixtures/stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())

const brief = { business: false }
const cost = { title: 'Licenser', kind: 'licences', year: 2025, amountKr: 1000 }
const saved = (initiative: string, values: object, base: object = {}) =>
  ({
    initiative,
    list: 'costItems',
    row: `${initiative}-c`,
    values: { ...values },
    base: { ...base },
  }) as const
const money = async (key: string) =>
  (await asItStands(stand, key)).trail.map(({ from, to, person }) => [from, to, person.name])

describe('saved', () => {
  test('a cost is added, changed, archived and taken back, and the money leaves a trail each time', async () => {
    const { key } = await aNeed(stand, {}, brief)
    for (const [values, base] of [
      [cost, {}],
      [{ amountKr: 2500 }, { amountKr: 1000 }],
      [{ note: 'Utan pengar' }, {}],
      [{ archived: true }, {}],
      [{ archived: false }, { archived: true }],
    ] as const)
      await stand.act('developmentLead', 'saveRow', saved(key, values, base))
    expect(await stand.store.byKey(costItems, `${key}-c`)).toMatchObject({ amountKr: 2500, archived: false })
    expect((await money(key)).map(([from, to]) => `${from}→${to}`)).toEqual([
      '0→1000',
      '1000→2500',
      '2500→0',
      '0→2500',
    ])
  })

  test('a benefit is worth what is likely', async () => {
    const { key } = await aNeed(stand, {}, brief)
    const values = { title: 'Färre resor', kind: 'financial', lowKr: 10, likelyKr: 20, highKr: 30 }
    const row = { initiative: key, list: 'benefits', row: `${key}-b` } as const
    await stand.act('developmentLead', 'saveRow', { ...row, values, base: {} })
    await stand.act('developmentLead', 'saveRow', { ...row, values: { highKr: 99 }, base: { highKr: 30 } })
    expect((await asItStands(stand, key)).trail).toMatchObject([{ field: 'Benefits', from: '0', to: '20' }])
  })

  test('two people who change different columns of a row both keep what they wrote', async () => {
    const { key } = await aNeed(stand, {}, brief)
    await stand.act('developmentLead', 'saveRow', saved(key, cost))
    await Promise.all([
      stand.act('developmentLead', 'saveRow', saved(key, { amountKr: 5 }, { amountKr: 1000 })),
      stand.act('otherLead', 'saveRow', saved(key, { note: 'Nytt avtal' })),
    ])
    expect(await stand.store.byKey(costItems, `${key}-c`)).toMatchObject({ amountKr: 5, note: 'Nytt avtal' })
  })

  test('a row that was there before anybody saved it begins its history at what it was worth', async () => {
    const { key } = await aNeed(stand)
    const args = { ...saved(key, { amountKr: 500_000 }, { amountKr: 400_000 }), row: `${key}-cost` }
    await stand.act('developmentLead', 'saveRow', args)
    expect((await money(key)).map(([from, to]) => [from, to])).toEqual([['400000', '500000']])
  })
})

describe('side by side', () => {
  test('changed by somebody else since it was seen, it is refused with both versions', async () => {
    const { key } = await aNeed(stand, {}, brief)
    await stand.act('developmentLead', 'saveRow', saved(key, cost))
    await stand.act('developmentLead', 'saveRow', saved(key, { amountKr: 2000 }, { amountKr: 1000 }))
    const asked = stand.act(
      'otherLead',
      'saveRow',
      saved(key, { amountKr: 3000, year: 2025 }, { amountKr: 1000, year: 2025 }),
    )
    expect(await refusalsOf(asked)).toEqual([
      {
        why: 'changedByOther',
        by: stand.person('developmentLead'),
        fields: [{ field: 'amountKr', mine: 3000, theirs: 2000 }],
      },
    ])
  })

  test('the same holds wherever in my call the other writes, and the history has what stood there in order', async () => {
    for (let at = 1, reached = true; reached; at++) {
      const { key } = await aNeed(stand, {}, brief)
      await stand.act('developmentLead', 'saveRow', saved(key, cost))
      const other = () =>
        stand
          .act('developmentLead', 'saveRow', saved(key, { amountKr: 2000 }, { amountKr: 1000 }))
          .catch(() => undefined)
      const interrupted = meanwhileAt(stand, at, other)
      const work = stand.work('otherLead', { store: interrupted.store })
      await runAction(work, 'saveRow', saved(key, { amountKr: 3000 }, { amountKr: 1000 })).catch(
        () => undefined,
      )
      const steps = await money(key)
      const now = (await stand.store.byKey(costItems, `${key}-c`))?.amountKr
      expect([2000, 3000]).toContain(now)
      expect(steps.map(([from, to]) => [from, to])).toEqual([
        ['0', '1000'],
        ['1000', String(now)],
      ])
      reached = interrupted.reached()
    }
  })
})

describe('interrupted', () => {
  test('asked twice with the same key, it is saved once', async () => {
    const { key } = await aNeed(stand, {}, brief)
    await stand.act('developmentLead', 'saveRow', saved(key, cost))
    const given = { key: `${key}-saved` }
    const args = saved(key, { amountKr: 2000 }, { amountKr: 1000 })
    const once = await stand.act('developmentLead', 'saveRow', args, given)
    const twice = await stand.act('developmentLead', 'saveRow', args, given)
    expect(twice.costItems).toEqual(once.costItems)
    expect((await asItStands(stand, key)).trail).toHaveLength(2)
  })

  test.for([1, 2])('killed at write %i and asked again, row and trail are there once', async (at) => {
    for (const sent of [false, true]) {
      const { key } = await aNeed(stand, {}, brief)
      for (const [i, args] of [
        saved(key, cost),
        saved(key, { amountKr: 2500 }, { amountKr: 1000 }),
      ].entries()) {
        const given = { key: `${key}-${i}` }
        const work = stand.work('developmentLead', { ...given, store: killedAt(stand, at, { sent }).store })
        await runAction(work, 'saveRow', args).catch(() => undefined)
        await stand.act('developmentLead', 'saveRow', args, given)
      }
      const lead = stand.person('developmentLead').name
      expect(await money(key)).toEqual([
        ['0', '1000', lead],
        ['1000', '2500', lead],
      ])
    }
  })

  test('killed before its trail and never asked again, the next who saves the row leaves both entries', async () => {
    const { key } = await aNeed(stand, {}, brief)
    await stand.act('developmentLead', 'saveRow', saved(key, cost))
    const { store } = killedAt(stand, 2, { sent: false })
    await runAction(
      stand.work('developmentLead', { store }),
      'saveRow',
      saved(key, { amountKr: 2500 }, { amountKr: 1000 }),
    ).catch(() => undefined)
    await stand.act('otherLead', 'saveRow', saved(key, { amountKr: 9 }, { amountKr: 2500 }))
    expect(await money(key)).toEqual([
      ['0', '1000', stand.person('developmentLead').name],
      ['1000', '2500', stand.person('developmentLead').name],
      ['2500', '9', stand.person('otherLead').name],
    ])
  })

  test('a connection that broke after the row was made doubles nothing', async () => {
    const { key } = await aNeed(stand, {}, brief)
    const work = stand.work('developmentLead', { store: lostAt(stand, 1, { sent: true }).store })
    await runAction(work, 'saveRow', saved(key, cost))
    expect(await stand.store.where(costItems, { column: 'initiative', value: key })).toHaveLength(1)
  })

  test('nobody makes up what stood there before', async () => {
    const { key } = await aNeed(stand)
    const args = { ...saved(key, { amountKr: 400_000 }, { amountKr: 9_999_999 }), row: `${key}-cost` }
    await stand.act('developmentLead', 'saveRow', args)
    expect(await money(key)).toEqual([])
  })
})

describe('refused', () => {
  test('a row of another need is not reached through this one', async () => {
    const [one, two] = [await aNeed(stand, {}, brief), await aNeed(stand, {}, brief)]
    await stand.act('developmentLead', 'saveRow', saved(one.key, cost))
    const args = { ...saved(two.key, { amountKr: 1 }), row: `${one.key}-c` }
    expect(await whysOf(stand.act('developmentLead', 'saveRow', args))).toEqual(['notFound'])
  })

  test('what a row is about, its key and who changed it come from the server', async () => {
    const { key } = await aNeed(stand, {}, brief)
    const forged = { ...cost, initiative: { key: 'other', title: 'x' }, changedBy: stand.person('employee') }
    const done = await stand.act('developmentLead', 'saveRow', saved(key, { ...forged, key: 'x' }))
    expect(done.costItems).toMatchObject([
      { key: `${key}-c`, initiative: { key }, changedBy: stand.person('developmentLead') },
    ])
  })

  test.for([
    { says: 'without what it needs', values: { title: 'x' }, fields: ['kind', 'year', 'amountKr'] },
    { says: 'with a column nobody has', values: { ...cost, stage: 'ready' }, fields: ['stage'] },
    { says: 'with money as text', values: { ...cost, amountKr: '1 000' }, fields: ['amountKr'] },
  ])('a cost $says is refused and names it', async ({ values, fields }) => {
    const { key } = await aNeed(stand, {}, brief)
    const refusals = await refusalsOf(stand.act('developmentLead', 'saveRow', saved(key, values)))
    expect(
      refusals.flatMap((r) => (r.why === 'invalid' ? r.problems.map(({ field }) => field) : [])),
    ).toEqual(fields)
    expect(await stand.store.where(costItems, { column: 'initiative', value: key })).toEqual([])
  })

  test('an employee saves no row', async () => {
    const { key } = await aNeed(stand, {}, brief)
    expect(await whysOf(stand.act('employee', 'saveRow', saved(key, cost)))).toEqual(['notYourTask'])
  })

  test('initiatives that would wait for each other are refused, and the circle is named', async () => {
    const [a, b, c] = await Promise.all([
      aNeed(stand, {}, brief),
      aNeed(stand, {}, brief),
      aNeed(stand, {}, brief),
    ])
    const wait = (of: { key: string }, needs: { key: string; title: string }) => ({
      initiative: of.key,
      list: 'dependencies' as const,
      row: `${of.key}-${needs.key}`,
      values: { title: needs.title, needs: { key: needs.key, title: needs.title } },
      base: {},
    })
    await stand.act('developmentLead', 'saveRow', wait(a, b))
    await stand.act('developmentLead', 'saveRow', wait(b, c))
    const name = ({ key, number, title }: typeof a) => ({ key, title: `${number} ${title}` })
    const closing = wait(c, a)
    expect(await refusalsOf(stand.act('developmentLead', 'saveRow', closing))).toEqual([
      { why: 'circle', through: [name(c), name(a), name(b)] },
    ])
    // Settled, it holds nobody; opened again it would.
    await stand.act('developmentLead', 'saveRow', {
      ...closing,
      values: { ...closing.values, settled: true },
    })
    const reopened = { ...closing, values: { settled: false }, base: { settled: true } }
    expect(await whysOf(stand.act('developmentLead', 'saveRow', reopened))).toEqual(['circle'])
    expect((await stand.store.byKey(dependencies, closing.row))?.settled).toBe(true)
  })
})
