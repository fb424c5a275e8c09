/** Who does what by when: said at a meeting, followed until it is done, and never moved without a word. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actionItems } from '#src/lists/actionItems.ts'
import type { AgendaItem, Meeting } from '#src/lists/meetings.ts'
import type { Forum } from '#src/lists/organisation.ts'
import type { Notice } from '#src/rules/reminding/notices.ts'
import { aForumThere, aMeetingThere, anItemThere, inState } from '#test/fixtures/meetingStand.ts'
import { aNeed } from '#test/fixtures/needs.ts'
import { refusalsOf, setUpStand, type Stand, TODAY, type Who, whysOf } from '#test/fixtures/stand.ts'

let stand: Stand
let forum: Forum
let meeting: Meeting
let item: AgendaItem
beforeAll(async () => {
  stand = await setUpStand('city')
  forum = await aForumThere(stand)
  meeting = await aMeetingThere(stand, forum, { state: 'open' })
  const need = await aNeed(stand, { title: 'Nyckelfritt' }, { business: false })
  item = await anItemThere(stand, { forum, meeting }, { initiative: { key: need.key, title: need.title } })
})
afterAll(() => stand.close())

const save = (who: Who, action: string, values: object, given: object = {}, told: Notice[] = []) =>
  stand.act(
    who,
    'saveAction',
    { action, forum: forum.key, values, ...given },
    {
      tell: (notice) => void told.push(notice),
    },
  )
const now = async (key: string) => (await stand.store.byKey(actionItems, key)) ?? expect.fail('no action')
const born = () => ({ meeting: meeting.key, item: item.key })
const what = (values: object = {}) => ({
  title: 'Fråga bostadsbolagen',
  owner: stand.person('projectManager'),
  due: '2024-11-05',
  ...values,
})

/** Born at the meeting that is open; `sent`: its minutes have been sent since. */
async function anAction({ sent = false } = {}) {
  const key = crypto.randomUUID()
  const at = sent ? await aMeetingThere(stand, forum, { state: 'open' }) : meeting
  await save('developmentLead', key, what(), { meeting: at.key })
  if (sent) await inState(stand, at, { state: 'verified' })
  return key
}

describe('a new action', () => {
  test('knows the meeting, the item and what it is about, and its owner is told', async () => {
    const [key, told] = [crypto.randomUUID(), [] as Notice[]]
    await save('developmentLead', key, what(), born(), told)
    await save('developmentLead', key, what(), born())
    expect(await now(key)).toMatchObject({
      state: 'open',
      meeting: { key: meeting.key },
      item: { key: item.key },
      initiative: { title: 'Nyckelfritt' },
    })
    expect(told).toMatchObject([
      { kind: 'actionGiven', to: [stand.person('projectManager')], action: { key } },
    ])
  })

  test.for<[string, string, object]>([
    ['a person', 'owner', { owner: null }],
    ['a date', 'due', { due: null }],
    ['anything to do', 'title', { title: ' ' }],
  ])('without %s is refused, and says so', async ([, field, values]) => {
    const key = crypto.randomUUID()
    expect(await refusalsOf(save('developmentLead', key, what(values), born()))).toEqual([
      { why: 'invalid', problems: [{ field, problem: 'required' }], of: 'Actions' },
    ])
    expect(await stand.store.byKey(actionItems, key)).toBeUndefined()
  })

  test.for<[string, Who, object, object, string]>([
    ['by a member who only listens', 'employee', {}, {}, 'notYourTask'],
    ['by a day that isn’t one', 'developmentLead', { due: 'fredag' }, {}, 'invalid'],
    ['from a meeting that nobody knows', 'developmentLead', {}, { meeting: 'm-none' }, 'notFound'],
    ['about an initiative that nobody knows', 'developmentLead', {}, { initiative: 'i-none' }, 'notFound'],
  ])('is refused %s', async ([, who, values, given, why]) => {
    expect(await whysOf(save(who, crypto.randomUUID(), what(values), given))).toEqual([why])
  })
})

describe('an action that is there', () => {
  test('is done by its owner, who needs no other right, and opened again', async () => {
    const key = await anAction({ sent: true })
    await save('projectManager', key, { state: 'done', comment: 'Alla fem har svarat.' })
    expect(await now(key)).toMatchObject({ state: 'done', closedOn: TODAY, comment: 'Alla fem har svarat.' })
    await save('projectManager', key, { state: 'open' })
    expect((await now(key)).closedOn).toBeUndefined()
  })

  test('gets another day only with a reason, which is kept with the day it had', async () => {
    const key = await anAction({ sent: true })
    expect(await refusalsOf(save('projectManager', key, { due: '2024-12-01' }))).toEqual([
      { why: 'invalid', problems: [{ field: 'reason', problem: 'required' }], of: 'Actions' },
    ])
    await save('projectManager', key, { due: '2024-12-01', reason: 'Ett bolag har inte svarat.' })
    await save('projectManager', key, { due: '2024-12-01', reason: 'Ett bolag har inte svarat.' })
    expect(await now(key)).toMatchObject({
      due: '2024-12-01',
      changes: [
        {
          on: TODAY,
          by: stand.person('projectManager').name,
          reason: 'Ett bolag har inte svarat.',
          due: '2024-11-05',
        },
      ],
    })
  })

  test('is handed over with a reason, and the next owner is told', async () => {
    const key = await anAction({ sent: true })
    const told: Notice[] = []
    const owner = stand.person('officeManager')
    expect(await whysOf(save('projectManager', key, { owner }))).toEqual(['invalid'])
    await save('projectManager', key, { owner, reason: 'Byter projekt.' }, {}, told)
    expect(await now(key)).toMatchObject({ owner, changes: [{ owner: stand.person('projectManager').name }] })
    expect(told).toMatchObject([{ to: [owner] }])
    expect(await whysOf(save('projectManager', key, { state: 'done' }))).toEqual(['notYourTask'])
  })

  test('is put right without ado while the minutes are a draft', async () => {
    const key = await anAction()
    await save('developmentLead', key, { due: '2024-11-06', owner: stand.person('employee') })
    expect(await now(key)).toMatchObject({ due: '2024-11-06', owner: stand.person('employee') })
    expect((await now(key)).changes).toBeUndefined()
  })

  test('changed by two at once shows both days', async () => {
    const key = await anAction()
    const { version } = await now(key)
    const given = { seen: { [key]: version } }
    const say = (who: Who, due: string) =>
      stand.act(who, 'saveAction', { action: key, forum: forum.key, values: { due } }, given)
    await say('developmentLead', '2024-11-07')
    expect(await refusalsOf(say('otherLead', '2024-11-08'))).toMatchObject([
      {
        why: 'changedByOther',
        of: 'Actions',
        fields: [{ field: 'due', mine: '2024-11-08', theirs: '2024-11-07' }],
      },
    ])
  })

  test('does not lose its owner or its day', async () => {
    const key = await anAction()
    for (const field of ['owner', 'due', 'title'])
      expect(await refusalsOf(save('developmentLead', key, { [field]: null }))).toMatchObject([
        { why: 'invalid', problems: [{ field, problem: 'required' }] },
      ])
  })
})
