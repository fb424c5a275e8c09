/** A matter goes to another forum with a question, and the answer comes back; an administration says what it thinks of a joint one. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { answerBack } from '#src/actions/meetings/agenda/answerBack.ts'
import { type AgendaItem, agendaItems, type Meeting } from '#src/lists/meetings.ts'
import { positions } from '#src/lists/minutes.ts'
import type { Forum } from '#src/lists/organisation.ts'
import type { Notice } from '#src/rules/reminding/notices.ts'
import {
  aForumThere,
  aMeetingThere,
  anItemThere,
  aTemplateThere,
  itemNow,
} from '#test/fixtures/meetingStand.ts'
import { aNeed } from '#test/fixtures/needs.ts'
import { refusalsOf, setUpStand, type Stand, TODAY, type Who, whysOf } from '#test/fixtures/stand.ts'

let stand: Stand
let forum: Forum
let other: Forum
let meeting: Meeting
let item: AgendaItem
beforeAll(async () => {
  stand = await setUpStand('city')
  forum = await aForumThere(stand)
  other = await aForumThere(stand, {
    title: 'Prioriteringsforum',
    chair: stand.person('director'),
    secretary: stand.person('digitalManager'),
    members: null,
  })
})
beforeEach(async () => {
  meeting = await aMeetingThere(stand, forum, { state: 'open' })
  const need = await aNeed(stand, { title: 'Larm' }, { business: false })
  item = await anItemThere(
    stand,
    { forum, meeting },
    { title: 'Vem betalar?', initiative: { key: need.key, title: need.title } },
  )
})
afterAll(() => stand.close())

const question = 'Kan ni finansiera grenuttagen?'
const sendOn = (who: Who, given: { key?: string; forum?: string; told?: Notice[] } = {}) =>
  stand.act(
    who,
    'sendOn',
    { item: item.key, forum: given.forum ?? other.key, question },
    { ...(given.key && { key: given.key }), tell: (notice) => void given.told?.push(notice) },
  )
const backlog = async (of: Forum) =>
  (await stand.store.where(agendaItems, { column: 'forum', value: of.key })).filter(
    ({ state }) => state === 'backlog',
  )

describe('a question to another forum', () => {
  test('waits on its backlog with what it is about, once, and its leaders are told', async () => {
    const told: Notice[] = []
    await sendOn('developmentLead', { key: 'asked', told })
    await sendOn('developmentLead', { key: 'asked', told })
    const asked = (await backlog(other)).filter(({ asks }) => asks?.key === item.key)
    expect(asked).toMatchObject([
      {
        source: 'question',
        question,
        askedBy: { key: forum.key },
        title: 'Vem betalar?',
        initiative: { title: 'Larm' },
      },
    ])
    expect(told[0]).toMatchObject({ kind: 'questionSent', forum: { key: other.key } })
    expect(told[0]?.to.map(({ name }) => name)).toEqual([
      stand.person('director').name,
      stand.person('digitalManager').name,
    ])
    expect(new Set(told.map(({ key }) => key)).size).toBe(1)
  })

  test.for<[string, Who, () => string, string]>([
    ['by a member who only listens', 'employee', () => other.key, 'notYourTask'],
    ['to the forum itself', 'developmentLead', () => forum.key, 'invalid'],
    ['to a forum that nobody knows', 'developmentLead', () => 'f-none', 'notFound'],
  ])('is refused %s', async ([, who, to, why]) => {
    expect(await whysOf(sendOn(who, { forum: to() }))).toEqual([why])
  })

  test('is not asked by whoever has an interest of their own in it', async () => {
    await stand.store.change(agendaItems, item, { conflicted: [stand.person('developmentLead')] })
    expect(await whysOf(sendOn('developmentLead'))).toEqual(['conflicted'])
  })

  test('has its answer brought back when it has been treated, and put right when that changes', async () => {
    const [asked] = (await sendOn('developmentLead')).agendaItems ?? []
    const there = asked ?? expect.fail()
    const work = stand.work('digitalManager')
    expect(await answerBack(work, there)).toEqual([])
    const treat = async (changes: object) =>
      stand.store.change(agendaItems, await itemNow(stand, there), { state: 'treated', ...changes })

    await answerBack(work, await treat({ outcome: 'grant', wording: 'Bekostas av prioriteringsforum.' }))
    await answerBack(work, await treat({ answer: 'Ja, ur ramen för 2025.' }))
    const answers = (await backlog(forum)).filter(({ asks }) => asks?.key === there.key)
    expect(answers).toMatchObject([
      {
        source: 'answer',
        question,
        answer: 'Ja, ur ramen för 2025.',
        askedBy: { title: 'Prioriteringsforum' },
      },
    ])
    // An answer is no question: nothing goes back again.
    const [answer] = answers
    expect(await answerBack(work, { ...(answer ?? expect.fail()), state: 'treated' })).toEqual([])
  })

  test('that was treated already keeps the answer it was treated with', async () => {
    const [asked] = (await sendOn('developmentLead')).agendaItems ?? []
    const there = { ...(asked ?? expect.fail()), state: 'treated' as const }
    const work = stand.work('digitalManager')
    const [answer] = await answerBack(work, { ...there, answer: 'Ja' })
    await stand.store.change(agendaItems, answer ?? expect.fail(), { state: 'treated' })
    const [kept] = await answerBack(work, { ...there, answer: 'Nej' })
    expect(kept?.answer).toBe('Ja')
  })
})

describe('a position', () => {
  let joint: Forum
  let matter: AgendaItem
  beforeEach(async () => {
    joint = await aForumThere(stand, {
      title: 'Styr- och samordningsgruppen',
      chair: stand.person('disabilityDirector'),
      secretary: stand.person('jointManager'),
      members: [stand.person('director'), stand.person('digitalManager')],
    })
    await aTemplateThere(stand, joint, { joint: true })
    matter = await anItemThere(
      stand,
      { forum: joint, meeting: await aMeetingThere(stand, joint) },
      { title: 'Gemensam plattform' },
    )
  })
  const state = (
    who: Who,
    values: object,
    given: { unit?: string; position?: string; base?: object; item?: string } = {},
  ) =>
    stand.act(who, 'savePosition', {
      position: given.position ?? `position-${matter.key}`,
      item: given.item ?? matter.key,
      unit: given.unit ?? 'u-avo',
      values,
      ...(given.base && { base: given.base }),
    })
  const there = () => stand.store.where(positions, { column: 'item', value: matter.key })

  test('is stated once for each administration, by those who lead or prepare it', async () => {
    await state('director', { position: 'Tillstyrker.' })
    await state('homeCareManager', { position: 'Tillstyrker med villkor.' })
    await state(
      'disabilityDirector',
      { position: 'Avstyrker.' },
      { unit: 'u-ffs', position: crypto.randomUUID() },
    )
    const found = (await there()).map(({ unit, position, by }) => `${unit.key} ${position} ${by.name}`)
    expect(found.toSorted()).toEqual(
      [
        `u-avo Tillstyrker med villkor. ${stand.person('homeCareManager').name}`,
        `u-ffs Avstyrker. ${stand.person('disabilityDirector').name}`,
      ].toSorted(),
    )
    expect((await there())[0]).toMatchObject({
      day: TODAY,
      forum: { key: joint.key },
      meeting: matter.meeting,
    })
  })

  test('that two state at once is the first’s, and the second sees it', async () => {
    const one = state('director', { position: 'Tillstyrker.' }, { position: crypto.randomUUID() })
    const two = state('homeCareManager', { position: 'Avstyrker.' }, { position: crypto.randomUUID() })
    const ended = await Promise.allSettled([one, two])
    expect(ended.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await there()).toHaveLength(1)
    const later = state('homeCareManager', { position: 'En annan.' }, { position: crypto.randomUUID() })
    expect(await whysOf(later)).toEqual(['changedByOther'])
  })

  test('stands when the forum has spoken, and what came of it is written then', async () => {
    await state('director', { position: 'Tillstyrker.' })
    await stand.store.change(agendaItems, await itemNow(stand, matter), {
      state: 'treated',
      outcome: 'grant',
    })
    expect(await refusalsOf(state('director', { position: 'Avstyrkte.' }))).toEqual([
      { why: 'meeting', fault: 'decided' },
    ])
    await state('homeCareManager', { result: 'Som vi ville.' })
    expect(await there()).toMatchObject([
      { position: 'Tillstyrker.', result: 'Som vi ville.', by: stand.person('director') },
    ])
  })

  test.for<[string, Who, object, string]>([
    ['of another administration', 'disabilityDirector', {}, 'notYourTask'],
    ['by an employee', 'employee', {}, 'notYourTask'],
    ['of a unit that nobody knows', 'director', { unit: 'u-none' }, 'notFound'],
    ['on an item that nobody knows', 'director', { item: 'none' }, 'notFound'],
  ])('is refused %s', async ([, who, given, why]) => {
    expect(await whysOf(state(who, { position: 'Tillstyrker.' }, given))).toEqual([why])
    expect(await there()).toEqual([])
  })

  test('is for forums that administrations share, and is never empty', async () => {
    expect(await refusalsOf(state('director', { position: 'Ja' }, { item: item.key }))).toEqual([
      { why: 'meeting', fault: 'notJoint' },
    ])
    expect(await refusalsOf(state('director', { result: 'Utan ståndpunkt' }))).toMatchObject([
      { why: 'invalid', problems: [{ field: 'position', problem: 'required' }] },
    ])
  })
})
