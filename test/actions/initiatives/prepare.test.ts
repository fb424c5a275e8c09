/** Preparing a need: field by field side by side, rows of its business case, and the trail of what changed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { initiatives } from '#src/lists/initiatives.ts'
import { runAction } from '#src/actions/index.ts'
import { killedAt, meanwhileAt } from '#test/fixtures/interrupted.ts'
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

  test('who empties a column empties what a workbook said of it too', async () => {
    const { key, contact } = await aNeed(
      stand,
      { contactAsWritten: 'Kalle på HT', costAsWritten: 'ca 250 tkr', costLowKr: 250_000 },
      brief,
    )
    await stand.act('developmentLead', 'prepareInitiative', {
      initiative: key,
      changes: { contact: null, costLowKr: null, need: 'Nytt behov' },
      base: { contact, costLowKr: 250_000, need: 'Nycklar kommer bort' },
    })
    const { initiative } = await asItStands(stand, key)
    expect([initiative.contact, initiative.contactAsWritten, initiative.costAsWritten]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
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
      problems: [{ field: 'changes.stage', problem: 'noField' }],
    },
    {
      says: 'a decision',
      changes: { lastDecision: { key: 'x', title: 'x' } },
      problems: [{ field: 'changes.lastDecision', problem: 'noField' }],
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
      { why: 'invalid', problems: [{ field: 'stage', problem: 'noField' }] },
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
