/** A forum's year is made from its rule, once; what somebody has moved or cancelled is left as it is. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forumTemplates } from '#src/lists/forumTemplates.ts'
import { meetings } from '#src/lists/meetings.ts'
import type { Work } from '#src/actions/work.ts'
import type { Forum } from '#src/lists/organisation.ts'
import { killedAt } from '#test/fixtures/interrupted.ts'
import { aForumThere, aTemplateThere, inState } from '#test/fixtures/meetingStand.ts'
import { refusalsOf, setUpStand, type Stand, type Who, whysOf } from '#test/fixtures/stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())

/** The second Tuesday of every month. */
async function aForum(): Promise<Forum> {
  const forum = await aForumThere(stand)
  await aTemplateThere(stand, forum)
  return forum
}
const plan = (
  forum: Forum,
  {
    who = 'developmentLead',
    from = '2024-10-01',
    to = '2025-03-31',
    ...given
  }: { who?: Who; from?: string; to?: string } & Partial<Work> = {},
) => stand.act(who, 'planMeetings', { forum: forum.key, from, to }, given)
const daysOf = async (forum: Forum) =>
  (await stand.store.where(meetings, { column: 'forum', value: forum.key }))
    .map(({ day, state }) => (state === 'planned' ? day : `${day} ${state}`))
    .toSorted()
const halfYear = ['2024-10-08', '2024-11-12', '2024-12-10', '2025-01-14', '2025-02-11', '2025-03-11']

describe('the meetings of a forum', () => {
  test('are made from its rule and template, once', async () => {
    const forum = await aForum()
    const done = await plan(forum)
    expect([done.created, done.existed]).toEqual([6, 0])
    const again = await plan(forum, { who: 'otherLead' })
    expect([again.created, again.existed, again.meetings?.length]).toEqual([0, 6, 6])
    expect(await daysOf(forum)).toEqual(halfYear)
    expect(done.meetings?.[0]).toMatchObject({
      kind: 'ordinary',
      claim: `${forum.key}/2024-10`,
      start: '13:00',
      end: '14:30',
      chair: forum.chair,
    })
  })

  test('that were moved or cancelled are left as they are', async () => {
    const forum = await aForum()
    const { meetings: made = [] } = await plan(forum)
    const [october, november] = made.toSorted((a, b) => a.day.localeCompare(b.day))
    await inState(stand, october ?? expect.fail(), { day: '2024-11-01', movedFrom: '2024-10-08' })
    await inState(stand, november ?? expect.fail(), { state: 'cancelled' })
    await plan(forum)
    expect(await daysOf(forum)).toEqual(['2024-11-01', '2024-11-12 cancelled', ...halfYear.slice(2)])
  })

  test('are moved from public holidays, and say so', async () => {
    const forum = await aForumThere(stand)
    await aTemplateThere(stand, forum, { rule: { every: 'days', days: ['2024-12-24', '2025-06-06'] } })
    const { meetings: made = [] } = await plan(forum, { to: '2025-12-31' })
    expect(made.map(({ day, movedFrom }) => `${movedFrom} ${day !== movedFrom}`).toSorted()).toEqual([
      '2024-12-24 true',
      '2025-06-06 true',
    ])
  })

  test('are each made once when several plan at the same time', async () => {
    const forum = await aForum()
    const done = await Promise.all([
      plan(forum),
      plan(forum, { who: 'otherLead' }),
      plan(forum, { who: 'homeCareManager' }),
    ])
    expect(await daysOf(forum)).toEqual(halfYear)
    expect(done.reduce((sum, { created = 0 }) => sum + created, 0)).toBe(6)
  })

  test('are all there after a crash, when asked again', async () => {
    const forum = await aForum()
    await plan(forum, { store: killedAt(stand, 1, { sent: true }).store }).catch(() => undefined)
    await plan(forum)
    expect(await daysOf(forum)).toEqual(halfYear)
  })

  test.for<[string, object, string]>([
    ['by a member who prepares nothing', { who: 'employee' }, 'notYourTask'],
    ['backwards', { from: '2025-01-01', to: '2024-01-01' }, 'invalid'],
    ['for a generation', { to: '2050-01-01' }, 'invalid'],
    ['to a day that isn’t one', { to: '2025-02-30' }, 'invalid'],
  ])('are not planned %s', async ([, given, why]) => {
    const forum = await aForum()
    expect(await whysOf(plan(forum, given))).toEqual([why])
    expect(await daysOf(forum)).toEqual([])
  })
})

test('a forum that nobody has said anything of is planned when they have', async () => {
  const forum = await aForumThere(stand)
  expect(await refusalsOf(plan(forum))).toEqual([
    { why: 'invalid', problems: [{ field: 'rule', problem: 'required' }], of: 'ForumTemplates' },
  ])
})

describe('how a forum meets', () => {
  const save = (who: Who, forum: Forum, values: object, given: object = {}) =>
    stand.act(who, 'saveForumTemplate', { forum: forum.key, values, ...given })
  const template = async (forum: Forum) => await stand.store.byKey(forumTemplates, forum.key)

  test('is said by its chair, its secretary or an administrator', async () => {
    const forum = await aForumThere(stand)
    await save('homeCareManager', forum, { rule: { every: 'month', nth: 2, weekday: 2 }, start: '9.00' })
    await save('developmentLead', forum, { lengthMinutes: 60 })
    await save('administrator', forum, {
      standing: [{ title: 'Öppnande', kind: 'formal', minutes: 5, place: 'first' }],
    })
    expect(await template(forum)).toMatchObject({
      title: forum.title,
      start: '09:00',
      lengthMinutes: 60,
      minutesKind: 'notes',
      effectAt: 'atMeeting',
      standing: [{ title: 'Öppnande' }],
    })
    expect(await whysOf(save('otherLead', forum, { start: '10.00' }))).toEqual(['notYourTask'])
  })

  test.for<[string, object]>([
    ['a rule of no known kind', { rule: { every: 'full moon' } }],
    ['a length below nothing', { lengthMinutes: -5 }],
    ['a time that isn’t on the clock', { start: '25:00' }],
    ['the key of another forum', { key: 'f-other' }],
    ['a standing item of no kind', { standing: [{ title: 'X', kind: 'party', minutes: 1, place: 'first' }] }],
  ])('is refused with %s', async ([, values]) => {
    const forum = await aForumThere(stand)
    expect(await whysOf(save('homeCareManager', forum, values))).toEqual(['invalid'])
    expect(await template(forum)).toBeUndefined()
  })

  test('shows both when two have said different things of the same', async () => {
    const forum = await aForum()
    const base = { start: '13:00' }
    await save('homeCareManager', forum, { start: '14:00' }, { base })
    expect(await refusalsOf(save('developmentLead', forum, { start: '15:00' }, { base }))).toMatchObject([
      { why: 'changedByOther', fields: [{ field: 'start', mine: '15:00', theirs: '14:00' }] },
    ])
  })
})
