/** What units are to receive, saved as rows of an initiative; and the shares a forum wants kept, by those who weigh for it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { corridors } from '#src/lists/balance.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import type { Forum } from '#src/lists/organisation.ts'
import { receptions } from '#src/lists/receptions.ts'
import { aForumThere } from '#test/fixtures/meetingStand.ts'
import { marking } from '#test/fixtures/marking.ts'
import { aNeed } from '#test/fixtures/needs.ts'
import { refusalsOf, setUpStand, type Stand, whysOf } from '#test/fixtures/stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())

const brief = { business: false }
const homeCare = { key: 'u-avo-ht', title: 'Hemtjänst' }
const training = {
  title: 'Utbildning i digitala lås',
  unit: homeCare,
  kind: 'training',
  from: '2025-01-01',
  to: '2025-03-31',
  days: 20,
}
const saved = (initiative: string, values: object, base: object = {}) =>
  ({
    initiative,
    list: 'receptions',
    row: `${initiative}-r`,
    values: { ...values },
    base: { ...base },
  }) as const

describe('a reception', () => {
  test('is added, changed and taken away by those who prepare the initiative', async () => {
    const { key } = await aNeed(stand, {}, brief)
    await stand.act('developmentLead', 'saveRow', saved(key, training))
    await stand.act('developmentLead', 'saveRow', saved(key, { days: 25 }, { days: 20 }))
    expect(await stand.store.byKey(receptions, `${key}-r`)).toMatchObject({ days: 25, unit: homeCare })
    await stand.act('developmentLead', 'saveRow', saved(key, { archived: true }))
    expect((await stand.store.byKey(receptions, `${key}-r`))?.archived).toBe(true)
    expect(await whysOf(stand.act('employee', 'saveRow', saved(key, { days: 1 })))).toEqual(['notYourTask'])
  })

  test.for([
    { says: 'ends before it begins', values: { to: '2024-12-31' }, field: 'to', problem: 'notAllowed' },
    { says: 'is of less than no days', values: { days: -1 }, field: 'days', problem: 'notANumber' },
  ])('that $says is refused, also as a change', async ({ values, field, problem }) => {
    const { key } = await aNeed(stand, {}, brief)
    const problems = [{ field, problem }]
    const refused = [expect.objectContaining({ why: 'invalid', problems })]
    expect(
      await refusalsOf(stand.act('developmentLead', 'saveRow', saved(key, { ...training, ...values }))),
    ).toEqual(refused)
    await stand.act('developmentLead', 'saveRow', saved(key, training))
    expect(await refusalsOf(stand.act('developmentLead', 'saveRow', saved(key, values, training)))).toEqual(
      refused,
    )
  })

  test('moves out of sight with the initiative it belongs to', async () => {
    const { key } = await aNeed(stand, {}, brief)
    await stand.act('developmentLead', 'saveRow', saved(key, training))
    await marking(() => stand).mark(key)
    expect(await stand.storeAs('employee').byKey(receptions, `${key}-r`)).toBeUndefined()
    expect(await stand.store.byKey(receptions, `${key}-r`)).toMatchObject({ confidential: true })
  })
})

describe('a place on the axes', () => {
  test('is filled in as everything else of an initiative', async () => {
    const { key } = await aNeed(stand, {}, brief)
    const changes = { pios: 'process', complexity: 'simple', nature: 'infrastructure' }
    const base = { pios: null, complexity: null, nature: null }
    await stand.act('developmentLead', 'prepareInitiative', { initiative: key, changes, base })
    expect(await stand.store.byKey(initiatives, key)).toMatchObject(changes)
  })
})

describe('a corridor', () => {
  const infrastructure = {
    title: 'Infrastruktur',
    axis: 'nature',
    value: 'infrastructure',
    measure: 'kr',
    leastPercent: 20,
  } as const
  const corridor = (forum: Forum, values: object, base: object = {}) => ({
    forum: forum.key,
    corridor: `${forum.key}/c`,
    values: { ...values },
    base: { ...base },
  })
  const standing = (forum: Forum) => stand.store.byKey(corridors, `${forum.key}/c`)

  test('is set, changed, taken away and brought back by those who weigh for the forum', async () => {
    const forum = await aForumThere(stand)
    await stand.act('homeCareManager', 'saveCorridor', corridor(forum, infrastructure))
    await stand.act('homeCareManager', 'saveCorridor', corridor(forum, infrastructure))
    const most = { leastPercent: null, mostPercent: 40 }
    await stand.act('homeCareManager', 'saveCorridor', corridor(forum, most, { leastPercent: 20 }))
    expect(await standing(forum)).toMatchObject({ mostPercent: 40, forum: { key: forum.key } })
    expect((await standing(forum))?.leastPercent).toBeUndefined()
    await stand.act(
      'homeCareManager',
      'saveCorridor',
      corridor(forum, { archived: true }, { archived: false }),
    )
    expect((await standing(forum))?.archived).toBe(true)
    await stand.act(
      'homeCareManager',
      'saveCorridor',
      corridor(forum, { archived: false }, { archived: true }),
    )
    expect((await standing(forum))?.archived).toBe(false)
    expect(await whysOf(stand.act('employee', 'saveCorridor', corridor(forum, { leastPercent: 1 })))).toEqual(
      ['notYourTask'],
    )
  })

  test.for([
    { says: 'no share', values: { leastPercent: null }, problem: 'required' },
    { says: 'a share above all of it', values: { leastPercent: 120 }, problem: 'notAllowed' },
    { says: 'a least above its most', values: { mostPercent: 10 }, problem: 'notAllowed' },
  ])('with $says is refused', async ({ values, problem }) => {
    const forum = await aForumThere(stand)
    const asked = stand.act(
      'homeCareManager',
      'saveCorridor',
      corridor(forum, { ...infrastructure, ...values }),
    )
    expect(await refusalsOf(asked)).toMatchObject([{ why: 'invalid', problems: [{ problem }] }])
  })

  test('changed by somebody else meanwhile, both values are told', async () => {
    const forum = await aForumThere(stand)
    await stand.act('homeCareManager', 'saveCorridor', corridor(forum, infrastructure))
    await stand.act(
      'homeCareManager',
      'saveCorridor',
      corridor(forum, { leastPercent: 25 }, { leastPercent: 20 }),
    )
    const late = stand.act(
      'developmentLead',
      'saveCorridor',
      corridor(forum, { leastPercent: 30 }, { leastPercent: 20 }),
    )
    expect(await refusalsOf(late)).toMatchObject([
      { why: 'changedByOther', fields: [{ field: 'leastPercent', mine: 30, theirs: 25 }] },
    ])
  })

  test('of another forum is not reached through this one', async () => {
    const [forum, other] = [await aForumThere(stand), await aForumThere(stand)]
    await stand.act('homeCareManager', 'saveCorridor', corridor(forum, infrastructure))
    const asked = { ...corridor(forum, { leastPercent: 1 }, { leastPercent: 20 }), forum: other.key }
    expect(await whysOf(stand.act('homeCareManager', 'saveCorridor', asked))).toEqual(['notFound'])
  })
})
