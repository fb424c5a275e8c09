/** Preparing a need: field by field side by side, rows of its business case, and the trail of what changed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { benefits, costItems } from '#src/lists/businessCase.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { runAction } from '#src/actions/index.ts'
import { killedAt, lostAt, meanwhileAt } from '#test/fixtures/interrupted.ts'
import { aNeed, asItStands } from '#test/fixtures/needs.ts'
import { refusalsOf, setUpStand, type Stand, TODAY, whysOf } from '#test/fixtures/stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())

const brief = { business: false }

describe('fields', () => {
  test('two people who change different fields both keep what they wrote', async () => {
    const { key, need, benefit } = await aNeed(stand, {}, brief)
    await Promise.all([
      stand.act('developmentLead', 'prepareInitiative', {
        initiative: key,
        changes: { need: 'Nytt behov' },
        base: { need },
      }),
      stand.act('otherLead', 'prepareInitiative', {
        initiative: key,
        changes: { benefit: 'Ny nytta' },
        base: { benefit },
      }),
    ])
    expect((await asItStands(stand, key)).initiative).toMatchObject({
      need: 'Nytt behov',
      benefit: 'Ny nytta',
    })
  })

  test('two people who change the same field: the second is shown both versions, and nothing is written over', async () => {
    const { key, need, benefit } = await aNeed(stand, {}, brief)
    const changes = { need: 'Det första', benefit: 'Ny nytta' }
    await stand.act('developmentLead', 'prepareInitiative', {
      initiative: key,
      changes,
      base: { need, benefit },
    })
    const mine = { need: 'Det andra', comment: 'Min kommentar' }
    const asked = stand.act('otherLead', 'prepareInitiative', {
      initiative: key,
      changes: mine,
      base: { need },
    })
    expect(await refusalsOf(asked)).toEqual([
      {
        why: 'changedByOther',
        by: stand.person('developmentLead'),
        fields: [{ field: 'need', mine: 'Det andra', theirs: 'Det första' }],
      },
    ])
    const { initiative } = await asItStands(stand, key)
    expect([initiative.need, initiative.comment]).toEqual(['Det första', undefined])
  })

  test('the same holds when the other writes in the middle of my call', async () => {
    const { key, need } = await aNeed(stand, {}, brief)
    const other = () =>
      stand.act('developmentLead', 'prepareInitiative', {
        initiative: key,
        changes: { need: 'Det första' },
        base: { need },
      })
    const { store } = meanwhileAt(stand, 2, other)
    const args = { initiative: key, changes: { need: 'Det andra' }, base: { need } }
    const asked = runAction(stand.work('otherLead', { store }), 'prepareInitiative', args)
    expect(await refusalsOf(asked)).toMatchObject([
      { why: 'changedByOther', fields: [{ mine: 'Det andra', theirs: 'Det första' }] },
    ])
  })

  test('who writes what stands there already is not refused, and leaves no trail', async () => {
    const { key, contact } = await aNeed(stand, {}, brief)
    const changes = { contact: stand.person('employee') }
    const args = { initiative: key, changes, base: { contact } }
    await stand.act('developmentLead', 'prepareInitiative', args)
    await stand.act('otherLead', 'prepareInitiative', args)
    expect((await asItStands(stand, key)).trail).toHaveLength(1)
  })

  test('changed owners and money leave a trail with from and to; the rest does not', async () => {
    const { key, contact, need } = await aNeed(stand, { costLowKr: 100 }, brief)
    const done = await stand.act('developmentLead', 'prepareInitiative', {
      initiative: key,
      changes: { contact: stand.person('employee'), costLowKr: 250_000, costHighKr: null, need: 'Nytt' },
      base: { contact, costLowKr: 100, need },
    })
    const now = await asItStands(stand, key)
    expect(
      now.trail.map(({ kind, field, from, to, person, day }) => [kind, field, from, to, person, day]),
    ).toEqual(
      [
        ['owner', 'Contact', contact?.name, stand.person('employee').name],
        ['money', 'CostLowKr', '100', '250000'],
      ].map((row) => [...row, stand.person('developmentLead'), TODAY]),
    )
    expect(done.initiatives).toEqual([now.initiative])
    expect(now.initiative).toMatchObject({ changedBy: stand.person('developmentLead'), changedOn: TODAY })
  })

  test('asked twice with the same key writes once and leaves one trail', async () => {
    const { key, contact } = await aNeed(stand, {}, brief)
    const args = { initiative: key, changes: { contact: stand.person('employee') }, base: { contact } }
    const given = { key: 'prepared-twice' }
    const first = await stand.act('developmentLead', 'prepareInitiative', args, given)
    const second = await stand.act('developmentLead', 'prepareInitiative', args, given)
    expect(second).toEqual(first)
    expect((await asItStands(stand, key)).trail).toHaveLength(1)
  })

  test.for([1, 2])('killed at write %i and asked again, both field and trail are there once', async (at) => {
    for (const sent of [false, true]) {
      const { key, contact } = await aNeed(stand, {}, brief)
      const args = { initiative: key, changes: { contact: stand.person('employee') }, base: { contact } }
      const given = { key: `prepared-${at}-${sent}` }
      const work = stand.work('developmentLead', { ...given, store: killedAt(stand, at, { sent }).store })
      await runAction(work, 'prepareInitiative', args).catch(() => undefined)
      await stand.act('developmentLead', 'prepareInitiative', args, given)
      const now = await asItStands(stand, key)
      expect([now.initiative.contact, now.trail.length]).toEqual([stand.person('employee'), 1])
      expect(now.trail[0]?.from).toBe(contact?.name)
    }
  })

  test('nobody makes up what stood there before', async () => {
    const { key } = await aNeed(stand, { costLowKr: 100 }, brief)
    const args = { initiative: key, changes: { costLowKr: 100 }, base: { costLowKr: 9_999_999 } }
    await stand.act('developmentLead', 'prepareInitiative', args)
    expect((await asItStands(stand, key)).trail).toEqual([])
  })

  test.for([
    {
      says: 'a stage',
      changes: { stage: 'ready' },
      problems: [{ field: 'changes.stage', problem: 'unknown' }],
    },
    {
      says: 'a decision',
      changes: { lastDecision: { key: 'x', title: 'x' } },
      problems: [{ field: 'changes.lastDecision', problem: 'unknown' }],
    },
    { says: 'an empty title', changes: { title: ' ' }, problems: [{ field: 'title', problem: 'required' }] },
    {
      says: 'too long a title',
      changes: { title: 'å'.repeat(256) },
      problems: [{ field: 'title', problem: 'tooLong', limit: 255 }],
    },
    {
      says: 'a choice that is none',
      changes: { type: 'x' },
      problems: [{ field: 'type', problem: 'unknown' }],
    },
    {
      says: 'a day that is none',
      changes: { legalDay: '2024-02-30' },
      problems: [{ field: 'legalDay', problem: 'notADay' }],
    },
    {
      says: 'a person without id',
      changes: { contact: { name: 'Ada' } },
      problems: [{ field: 'contact', problem: 'wrongKind' }],
    },
  ])('$says is refused and names the field', async ({ changes, problems }) => {
    const { key } = await aNeed(stand, {}, brief)
    const asked = runAction(stand.work('developmentLead'), 'prepareInitiative', {
      initiative: key,
      changes,
      base: {},
    })
    expect(await refusalsOf(asked)).toEqual([{ why: 'invalid', problems }])
  })

  test('an argument that nobody knows is refused, not dropped', async () => {
    const { key } = await aNeed(stand, {}, brief)
    const args = { initiative: key, changes: {}, base: {}, stage: 'ready' }
    expect(await refusalsOf(runAction(stand.work('developmentLead'), 'prepareInitiative', args))).toEqual([
      { why: 'invalid', problems: [{ field: 'stage', problem: 'unknown' }] },
    ])
  })

  test('only those who prepare may: by role or by a tie to the need', async () => {
    const { key, need } = await aNeed(stand, { contact: stand.person('homeCareManager') }, brief)
    const args = { initiative: key, changes: { need: 'Nytt' }, base: { need } }
    expect(await whysOf(stand.act('employee', 'prepareInitiative', args))).toEqual(['notYourTask'])
    const item = await stand.store.byKey(initiatives, key)
    await stand.store.change(initiatives, item ?? expect.fail(), { contact: stand.person('employee') })
    await stand.act('employee', 'prepareInitiative', args)
  })

  test('an archived need is not prepared', async () => {
    const { key } = await aNeed(stand, { archived: true }, brief)
    const args = { initiative: key, changes: { need: 'Nytt' }, base: {} }
    expect(await whysOf(stand.act('developmentLead', 'prepareInitiative', args))).toEqual(['archived'])
  })
})

describe('rows of the business case', () => {
  const cost = { title: 'Licenser', kind: 'licences', year: 2025, amountKr: 1000 }
  const saved = (initiative: string, row: string, values: object) =>
    ({ initiative, list: 'costItems', row, values: { ...values } }) as const

  test('a cost is added, changed and archived, and the money leaves a trail each time', async () => {
    const { key } = await aNeed(stand, {}, brief)
    const row = `${key}-c`
    for (const values of [cost, { amountKr: 2500 }, { note: 'Utan pengar' }, { archived: true }])
      await stand.act('developmentLead', 'saveRow', saved(key, row, values))
    expect(await stand.store.byKey(costItems, row)).toMatchObject({ amountKr: 2500, archived: true })
    expect((await asItStands(stand, key)).trail.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['money', '0', '1000'],
      ['money', '1000', '2500'],
      ['money', '2500', '0'],
    ])
  })

  test('changed by somebody else since it was seen, it is refused with both versions', async () => {
    const { key } = await aNeed(stand, {}, brief)
    const row = `${key}-c`
    const first = await stand.act('developmentLead', 'saveRow', saved(key, row, cost))
    await stand.act('developmentLead', 'saveRow', saved(key, row, { amountKr: 2000 }))
    const seen = { [row]: first.costItems?.[0]?.version ?? '' }
    const asked = stand.act('otherLead', 'saveRow', saved(key, row, { amountKr: 3000, year: 2025 }), { seen })
    expect(await refusalsOf(asked)).toEqual([
      {
        why: 'changedByOther',
        by: stand.person('developmentLead'),
        fields: [{ field: 'amountKr', mine: 3000, theirs: 2000 }],
      },
    ])
  })

  test('asked twice with the version it was seen with, it is saved once and not refused', async () => {
    const { key } = await aNeed(stand, {}, brief)
    const row = `${key}-c`
    const first = await stand.act('developmentLead', 'saveRow', saved(key, row, cost))
    const given = { key: `${key}-saved`, seen: { [row]: first.costItems?.[0]?.version ?? '' } }
    const once = await stand.act('developmentLead', 'saveRow', saved(key, row, { amountKr: 2000 }), given)
    const twice = await stand.act('developmentLead', 'saveRow', saved(key, row, { amountKr: 2000 }), given)
    expect(twice).toEqual(once)
    expect((await asItStands(stand, key)).trail).toHaveLength(2)
  })

  test('a connection that broke after the row was made doubles nothing', async () => {
    const { key } = await aNeed(stand, {}, brief)
    const work = stand.work('developmentLead', { store: lostAt(stand, 1, { sent: true }).store })
    await runAction(work, 'saveRow', saved(key, `${key}-c`, cost))
    expect(await stand.store.where(costItems, { column: 'initiative', value: key })).toHaveLength(1)
  })

  test('a row of another need is not reached through this one', async () => {
    const [one, two] = [await aNeed(stand, {}, brief), await aNeed(stand, {}, brief)]
    await stand.act('developmentLead', 'saveRow', saved(one.key, `${one.key}-c`, cost))
    const asked = stand.act('developmentLead', 'saveRow', saved(two.key, `${one.key}-c`, { amountKr: 1 }))
    expect(await whysOf(asked)).toEqual(['notFound'])
  })

  test('what a row is about, its key and who changed it come from the server', async () => {
    const { key } = await aNeed(stand, {}, brief)
    const forged = { ...cost, initiative: { key: 'other', title: 'x' }, changedBy: stand.person('employee') }
    const done = await stand.act(
      'developmentLead',
      'saveRow',
      saved(key, `${key}-c`, { ...forged, key: 'x' }),
    )
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
    const refusals = await refusalsOf(stand.act('developmentLead', 'saveRow', saved(key, `${key}-c`, values)))
    expect(
      refusals.flatMap((r) => (r.why === 'invalid' ? r.problems.map(({ field }) => field) : [])),
    ).toEqual(fields)
    expect(await stand.store.where(benefits, { column: 'initiative', value: key })).toEqual([])
  })

  test('an employee saves no row', async () => {
    const { key } = await aNeed(stand, {}, brief)
    expect(await whysOf(stand.act('employee', 'saveRow', saved(key, `${key}-c`, cost)))).toEqual([
      'notYourTask',
    ])
  })
})
