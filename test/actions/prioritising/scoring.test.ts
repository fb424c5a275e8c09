/** A forum's criteria and what its members give: saved as meant, each under one's own name, never over another's. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Forum } from '#src/lists/organisation.ts'
import { criteria, scores } from '#src/lists/prioritising.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import type { ActionArgs } from '#src/actions/index.ts'
import { killedAt } from '#test/fixtures/interrupted.ts'
import { aForumThere } from '#test/fixtures/meetingStand.ts'
import { aNeed } from '#test/fixtures/needs.ts'
import { refusalsOf, setUpStand, type Stand, type Who, whysOf } from '#test/fixtures/stand.ts'
import { runAction } from '#src/actions/index.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())

type CriterionArg = ActionArgs<'saveCriteria'>['criteria'][number]
const brief = { business: false }
const two = (forum: Forum, change: Partial<CriterionArg> = {}): CriterionArg[] => [
  {
    key: `${forum.key}/a`,
    title: 'Nytta',
    weight: 60,
    anchors: ['ingen', 'liten', 'viss', 'stor', 'mycket stor'],
    ...change,
  },
  { key: `${forum.key}/b`, title: 'Helhet', weight: 40 },
]
const rowsOf = (forum: Forum) => stand.store.where(criteria, { column: 'forum', value: forum.key })
const seenOf = async (forum: Forum) =>
  Object.fromEntries((await rowsOf(forum)).map(({ key, version }) => [key, version]))
const asWeighed = async (forum: Forum) =>
  (await rowsOf(forum))
    .filter(({ archived }) => !archived)
    .toSorted((a, b) => a.place - b.place)
    .map(({ title, weight }) => `${title} ${weight}`)

async function weighed() {
  const forum = await aForumThere(stand)
  await stand.act('homeCareManager', 'saveCriteria', { forum: forum.key, criteria: two(forum) })
  return forum
}

describe('criteria', () => {
  test('are made in their order, with what each step means', async () => {
    const forum = await weighed()
    expect(await asWeighed(forum)).toEqual(['Nytta 60', 'Helhet 40'])
    const first = (await rowsOf(forum)).find(({ place }) => place === 1)
    expect(first?.anchors).toEqual(['ingen', 'liten', 'viss', 'stor', 'mycket stor'])
    expect(first?.changedBy?.name).toBe(stand.person('homeCareManager').name)
  })

  test('are changed, moved, added and put away in one saving', async () => {
    const forum = await weighed()
    const [a, b] = two(forum)
    if (!a || !b) throw new Error('two')
    const next = [
      { ...b, weight: 70 },
      { key: `${forum.key}/c`, title: 'Lagkrav', weight: 30 },
    ]
    await stand.act(
      'developmentLead',
      'saveCriteria',
      { forum: forum.key, criteria: next },
      { seen: await seenOf(forum) },
    )
    expect(await asWeighed(forum)).toEqual(['Helhet 70', 'Lagkrav 30'])
    expect((await rowsOf(forum)).find(({ key }) => key === a.key)?.archived).toBe(true)
  })

  test.each<{ says: string; change: Partial<CriterionArg>; refusal: object }>([
    {
      says: 'weights that come to more than 100',
      change: { weight: 70 },
      refusal: { why: 'scoring', scoring: { fault: 'weightsSum', sum: 110 } },
    },
    {
      says: 'a negative weight',
      change: { weight: -10 },
      refusal: { why: 'scoring', scoring: { fault: 'negativeWeight', titles: ['Nytta'] } },
    },
    {
      says: 'two of the same name',
      change: { title: 'helhet ' },
      refusal: { why: 'scoring', scoring: { fault: 'sameTitle', title: 'Helhet' } },
    },
  ])('$says are refused, and nothing is written', async ({ change, refusal }) => {
    const forum = await aForumThere(stand)
    const asked = stand.act('homeCareManager', 'saveCriteria', {
      forum: forum.key,
      criteria: two(forum, change),
    })
    expect(await refusalsOf(asked)).toMatchObject([refusal])
    expect(await rowsOf(forum)).toEqual([])
  })

  test('what somebody else has changed since is refused with both versions', async () => {
    const forum = await weighed()
    const seen = await seenOf(forum)
    const save = (who: Who, weight: number) =>
      stand.act(
        who,
        'saveCriteria',
        {
          forum: forum.key,
          criteria: two(forum, { weight }).map((one, i) =>
            i === 1 ? { ...one, weight: 100 - weight } : one,
          ),
        },
        { seen },
      )
    await save('developmentLead', 80)
    expect(await refusalsOf(save('homeCareManager', 50))).toMatchObject([
      {
        why: 'changedByOther',
        by: stand.person('developmentLead'),
        fields: [{ field: 'Nytta weight', mine: 50, theirs: 80 }],
      },
    ])
    expect(await asWeighed(forum)).toEqual(['Nytta 80', 'Helhet 20'])
  })

  test('one that somebody else has added is not weighed past', async () => {
    const forum = await weighed()
    const seen = await seenOf(forum)
    const more = [...two(forum, { weight: 50 }), { key: `${forum.key}/c`, title: 'Lagkrav', weight: 10 }]
    await stand.act('developmentLead', 'saveCriteria', { forum: forum.key, criteria: more }, { seen })
    const asked = stand.act(
      'homeCareManager',
      'saveCriteria',
      { forum: forum.key, criteria: two(forum) },
      { seen },
    )
    expect(await whysOf(asked)).toEqual(['changedByOther'])
  })

  test('are whole after a crash anywhere, asked for again', async () => {
    for (let at = 1; ; at++) {
      const forum = await weighed()
      const args = {
        forum: forum.key,
        criteria: two(forum, { weight: 55 }).map((one, i) => (i ? { ...one, weight: 45 } : one)),
      }
      const given = { seen: await seenOf(forum), key: crypto.randomUUID() }
      const { store, reached } = killedAt(stand, at, { sent: at % 2 === 0 })
      await runAction(stand.work('homeCareManager', { ...given, store }), 'saveCriteria', args).catch(
        () => undefined,
      )
      await stand.act('homeCareManager', 'saveCriteria', args, given)
      expect(await asWeighed(forum)).toEqual(['Nytta 55', 'Helhet 45'])
      if (!reached()) break
    }
  })

  test('are set by chair, secretary and lead, not by members', async () => {
    const forum = await aForumThere(stand)
    const save = (who: Who) => stand.act(who, 'saveCriteria', { forum: forum.key, criteria: two(forum) })
    expect(await refusalsOf(save('employee'))).toMatchObject([
      {
        why: 'notYourTask',
        people: [stand.person('homeCareManager'), stand.person('developmentLead')],
      },
    ])
    await save('homeCareManager')
  })
})

describe('scores', () => {
  const score = (
    who: Who,
    forum: Forum,
    initiative: string,
    value: number | null,
    { was = null, reason, wasReason }: { was?: number | null; reason?: string; wasReason?: string } = {},
  ) =>
    stand.act(who, 'saveScores', {
      forum: forum.key,
      scores: [
        {
          initiative,
          criterion: `${forum.key}/a`,
          value,
          ...(reason !== undefined && { reason }),
          base: { value: was, ...(wasReason !== undefined && { reason: wasReason }) },
        },
      ],
    })
  const given = async (forum: Forum) =>
    (await stand.store.where(scores, { column: 'forum', value: forum.key }))
      .filter(({ archived }) => !archived)
      .map(({ by, value, reason }) => [by?.name, value, reason ?? ''])

  test('of two assessors stand side by side, each under their own name', async () => {
    const [forum, { key }] = await Promise.all([weighed(), aNeed(stand, {}, brief)])
    await score('homeCareManager', forum, key, 4, { reason: 'Spar resor' })
    await score('employee', forum, key, 2)
    expect(await given(forum)).toEqual([
      [stand.person('homeCareManager').name, 4, 'Spar resor'],
      [stand.person('employee').name, 2, ''],
    ])
  })

  test('are changed, taken back and given anew by the one who gave them', async () => {
    const [forum, { key }] = await Promise.all([weighed(), aNeed(stand, {}, brief)])
    await score('employee', forum, key, 2, { reason: 'Först' })
    await score('employee', forum, key, 3, { was: 2 })
    expect(await given(forum)).toMatchObject([[expect.anything(), 3, 'Först']])
    await score('employee', forum, key, null, { was: 3 })
    expect(await given(forum)).toEqual([])
    await score('employee', forum, key, 5, { reason: 'Igen' })
    expect(await given(forum)).toMatchObject([[expect.anything(), 5, 'Igen']])
  })

  test('of a whole block are saved together, and asked for again change nothing', async () => {
    const forum = await weighed()
    const needs = []
    for (let i = 0; i < 13; i++) needs.push(await aNeed(stand, {}, brief))
    const args = {
      forum: forum.key,
      scores: needs.flatMap(({ key: initiative }, i) =>
        ['a', 'b'].map((of) => ({
          initiative,
          criterion: `${forum.key}/${of}`,
          value: (i % 5) + 1,
          base: { value: null },
        })),
      ),
    }
    const done = await stand.act('employee', 'saveScores', args)
    expect(done.scores).toHaveLength(26)
    const versions = done.scores?.map(({ version }) => version)
    const again = await stand.act('employee', 'saveScores', args)
    expect(again.scores?.map(({ version }) => version)).toEqual(versions)
  })

  test('from another window of the same person are not written over unseen', async () => {
    const [forum, { key }] = await Promise.all([weighed(), aNeed(stand, {}, brief)])
    await score('employee', forum, key, 2)
    expect(await refusalsOf(score('employee', forum, key, 5))).toMatchObject([
      { why: 'changedByOther', fields: [{ field: 'value', mine: 5, theirs: 2 }] },
    ])
  })

  test.each([0, 6, 2.5, -1])('%s is no step', async (value) => {
    const forum = await weighed()
    expect(await refusalsOf(score('employee', forum, 'i-none', value))).toEqual([
      { why: 'scoring', scoring: { fault: 'notAStep', value } },
    ])
  })

  test('are not given by who has no seat and no role', async () => {
    const forum = await aForumThere(stand, { members: [] })
    expect(await whysOf(score('employee', forum, 'i-none', 3))).toEqual(['notYourTask'])
  })

  test('are not given by who has an interest, on what others lead, or on what has ended', async () => {
    const forum = await weighed()
    const [own, external, ended] = await Promise.all([
      aNeed(stand, { conflicted: [stand.person('employee')] }, brief),
      aNeed(stand, { external: true }, brief),
      aNeed(stand, { state: 'screenedOut' }, brief),
    ])
    const whys = []
    for (const { key } of [own, external, ended])
      whys.push(...(await whysOf(score('employee', forum, key, 3))))
    expect(whys).toEqual(['conflicted', 'external', 'scoring'])
  })

  test('are not given by a criterion that the forum has put away', async () => {
    const [forum, { key }] = await Promise.all([weighed(), aNeed(stand, {}, brief)])
    await stand.act(
      'homeCareManager',
      'saveCriteria',
      { forum: forum.key, criteria: [{ key: `${forum.key}/b`, title: 'Helhet', weight: 100 }] },
      { seen: await seenOf(forum) },
    )
    expect(await refusalsOf(score('employee', forum, key, 3))).toMatchObject([
      { why: 'scoring', scoring: { fault: 'notTheirs', title: 'Nytta' } },
    ])
  })

  test('of what is confidential lie where few read, and are given by those alone', async () => {
    const [forum, { key }] = await Promise.all([weighed(), aNeed(stand, {}, brief)])
    await stand.act('developmentLead', 'markConfidential', {
      initiative: key,
      basis: '18 kap. 8 §',
      reason: 'Skyddet av driften',
    })
    expect(await whysOf(score('employee', forum, key, 3))).toEqual(['notFound'])
    const done = await score('developmentLead', forum, key, 3)
    expect(done.scores?.[0]?.confidential).toBe(true)
    expect(
      (await stand.storeAs('employee').all(scores)).some(({ initiative }) => initiative.key === key),
    ).toBe(false)
    expect((await stand.store.byKey(initiatives, key))?.confidential).toBe(true)
  })
})
