/** A meeting is made, moved and led by those who prepare it; how its minutes are made is the forum's own to say. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { meetings, type MeetingState } from '#src/lists/meetings.ts'
import type { Forum } from '#src/lists/organisation.ts'
import type { Notice } from '#src/rules/reminding/notices.ts'
import {
  aForumThere,
  aMeetingThere,
  aTemplateThere,
  inState,
  meetingNow,
} from '#test/fixtures/meetingStand.ts'
import { refusalsOf, setUpStand, type Stand, type Who, whysOf } from '#test/fixtures/stand.ts'

let stand: Stand
let forum: Forum
beforeAll(async () => {
  stand = await setUpStand('city')
  forum = await aForumThere(stand)
  await aTemplateThere(stand, forum, { stopDays: 7, place: 'Lilla mötesrummet' })
})
afterAll(() => stand.close())

const save = (who: Who, meeting: string, values: object, given: object = {}, told: Notice[] = []) =>
  stand.act(
    who,
    'saveMeeting',
    { meeting, forum: forum.key, values, ...given },
    {
      tell: (notice) => void told.push(notice),
    },
  )
const newKey = () => crypto.randomUUID()

describe('a new meeting', () => {
  test('is an extra one, and takes after the forum and its template', async () => {
    const key = newKey()
    await save('developmentLead', key, { day: '2024-10-23' })
    await save('developmentLead', key, { day: '2024-10-23' })
    expect(await meetingNow(stand, { key })).toMatchObject({
      title: 'Strategisk dialog Hemtjänst 2024-10-23',
      kind: 'extra',
      state: 'planned',
      day: '2024-10-23',
      start: '13:00',
      end: '14:30',
      place: 'Lilla mötesrummet',
      stopDay: '2024-10-16',
      chair: stand.person('homeCareManager'),
      secretary: stand.person('developmentLead'),
      minutesKind: 'protocol',
      verification: true,
      effectAt: 'verified',
    })
  })

  test('without a template writes notes, and what it decides takes effect there', async () => {
    const other = await aForumThere(stand)
    const key = newKey()
    await stand.act('developmentLead', 'saveMeeting', { meeting: key, forum: other.key, values: {} })
    const made = await meetingNow(stand, { key })
    expect([made.minutesKind, made.verification ?? false, made.effectAt]).toEqual([
      'notes',
      false,
      'atMeeting',
    ])
  })

  test('for decisions between meetings is open at once, and nowhere', async () => {
    const key = newKey()
    await save('otherLead', key, { kind: 'between', day: '2024-10-03' })
    const made = await meetingNow(stand, { key })
    expect([made.state, made.kind, made.start, made.place]).toEqual(['open', 'between', undefined, undefined])
  })

  test.for<[string, Who, object, string]>([
    ['by a member who prepares nothing', 'employee', {}, 'notYourTask'],
    ['on a day that isn’t in the calendar', 'developmentLead', { day: '2024-02-30' }, 'invalid'],
    ['at a time that isn’t on the clock', 'developmentLead', { start: 'halv tre' }, 'invalid'],
    [
      'with a link that a browser would run',
      'developmentLead',
      { joinUrl: 'javascript:alert(1)' },
      'invalid',
    ],
    ['in a state of somebody’s choosing', 'developmentLead', { state: 'verified' }, 'invalid'],
    [
      'with minutes of another kind, by somebody who only prepares',
      'otherLead',
      { minutesKind: 'notes' },
      'notYourTask',
    ],
  ])('is refused %s', async ([, who, values, why]) => {
    const key = newKey()
    expect(await whysOf(save(who, key, values))).toEqual([why])
    expect(await stand.store.byKey(meetings, key)).toBeUndefined()
  })

  test('is not made in a forum that nobody knows', async () => {
    const asked = stand.act('administrator', 'saveMeeting', {
      meeting: newKey(),
      forum: 'f-none',
      values: {},
    })
    expect(await whysOf(asked)).toEqual(['notFound'])
  })
})

test('its own case number, class and receivers take the place of the template’s, until the minutes are sent', async () => {
  const key = newKey()
  await save('developmentLead', key, { day: '2024-11-13' })
  const own = { caseNumber: 'N161-0777/24', informationClass: 'moderate', sentTo: 'Registrator' }
  await save('otherLead', key, own)
  expect(await meetingNow(stand, { key })).toMatchObject(own)
  await inState(stand, { key }, { state: 'sent' })
  expect(await whysOf(save('developmentLead', key, { caseNumber: 'N161-0778/24' }))).toEqual(['meeting'])
})

test('an event is in the calendar of whoever put it there', async () => {
  const key = newKey()
  await save('developmentLead', key, { day: '2024-11-12' })
  await save('otherLead', key, { eventId: 'e-1' })
  expect(await meetingNow(stand, { key })).toMatchObject({
    eventId: 'e-1',
    eventBy: stand.person('otherLead'),
  })
  await save('developmentLead', key, { place: 'Storsalen' })
  expect((await meetingNow(stand, { key })).eventBy).toEqual(stand.person('otherLead'))
  await stand.act('developmentLead', 'saveMeeting', {
    meeting: key,
    forum: forum.key,
    values: { eventId: null },
    base: { eventId: 'e-1' },
  })
  expect((await meetingNow(stand, { key })).eventBy).toBeUndefined()
})

describe('a meeting that is moved', () => {
  test('remembers where from, takes its title and last day along, and forgets it when moved back', async () => {
    const key = newKey()
    await save('developmentLead', key, { day: '2024-10-23' })
    await save('developmentLead', key, { day: '2024-10-30', start: '9.30', end: '11.00' })
    expect(await meetingNow(stand, { key })).toMatchObject({
      title: 'Strategisk dialog Hemtjänst 2024-10-30',
      movedFrom: '2024-10-23',
      stopDay: '2024-10-23',
      start: '09:30',
      end: '11:00',
    })
    await save('developmentLead', key, { day: '2024-10-23', title: 'Extra om larmen' })
    const back = await meetingNow(stand, { key })
    expect([back.movedFrom, back.title]).toEqual([undefined, 'Extra om larmen'])
    await save('developmentLead', key, { day: '2024-10-24' })
    expect((await meetingNow(stand, { key })).title).toBe('Extra om larmen')
  })

  test('to another time is as long as it was, and ends after it begins', async () => {
    const key = newKey()
    await save('developmentLead', key, { start: '8.15' })
    expect(await meetingNow(stand, { key })).toMatchObject({ start: '08:15', end: '09:45' })
    await save('developmentLead', key, { start: '15:00' })
    expect(await meetingNow(stand, { key })).toMatchObject({ start: '15:00', end: '16:30' })
    await save('developmentLead', key, { end: '15.30' })
    for (const values of [
      { end: '14:00' },
      { start: '16:00', end: '15:30' },
      { start: '16:00', end: '16:00' },
    ])
      expect(await refusalsOf(save('developmentLead', key, values))).toMatchObject([
        { why: 'invalid', problems: [{ field: 'end', problem: 'notAllowed' }] },
      ])
    expect(await meetingNow(stand, { key })).toMatchObject({ start: '15:00', end: '15:30' })
  })

  test('tells those who were called, and nobody else', async () => {
    const planned = await aMeetingThere(stand, forum)
    const called = await aMeetingThere(stand, forum, { state: 'called' })
    const told: Notice[] = []
    await save('developmentLead', planned.key, { day: '2024-10-09' }, {}, told)
    expect(told).toEqual([])
    await save('developmentLead', called.key, { day: '2024-10-09' }, {}, told)
    expect(told).toMatchObject([{ kind: 'meetingMoved', by: stand.person('developmentLead') }])
    expect(told[0]?.to.map(({ id }) => id).toSorted()).toEqual(
      (['homeCareManager', 'otherLead', 'employee'] as const).map((who) => stand.person(who).id).toSorted(),
    )
  })
})

describe('a meeting that is there', () => {
  test('is led and written by those it names, also when the forum names others', async () => {
    const { key } = await aMeetingThere(stand, forum)
    await save('developmentLead', key, { secretary: stand.person('projectManager') })
    await save('projectManager', key, { place: 'Stora salen' })
    expect(await meetingNow(stand, { key })).toMatchObject({ place: 'Stora salen' })
  })

  test('keeps what two say of different things, and shows both when they say the same', async () => {
    const { key, version } = await aMeetingThere(stand, forum, { place: 'Lilla salen' })
    const given = { seen: { [key]: version } }
    const say = (who: Who, values: object) =>
      stand.act(who, 'saveMeeting', { meeting: key, forum: forum.key, values }, given)
    await say('developmentLead', { place: 'Stora salen' })
    await say('otherLead', { sentTo: 'Ekonomi' })
    expect(await refusalsOf(say('otherLead', { place: 'Teams' }))).toMatchObject([
      { why: 'changedByOther', fields: [{ field: 'place', mine: 'Teams', theirs: 'Stora salen' }] },
    ])
    expect(await meetingNow(stand, { key })).toMatchObject({ place: 'Stora salen', sentTo: 'Ekonomi' })
  })

  test.for<MeetingState>(['sent', 'verified', 'settled', 'cancelled'])(
    'and is %s changes only its summary',
    async (state) => {
      const { key } = await aMeetingThere(stand, forum)
      await inState(stand, { key }, { state })
      expect(await whysOf(save('developmentLead', key, { place: 'Någon annanstans' }))).toEqual(['meeting'])
      await save('developmentLead', key, { summary: 'I korthet.' })
      expect((await meetingNow(stand, { key })).summary).toBe('I korthet.')
    },
  )

  test('does not become another kind of meeting, and has its minutes’ kind from chair or secretary', async () => {
    const { key } = await aMeetingThere(stand, forum)
    expect(await whysOf(save('developmentLead', key, { kind: 'between' }))).toEqual(['invalid'])
    expect(await whysOf(save('otherLead', key, { effectAt: 'atMeeting' }))).toEqual(['notYourTask'])
    await save('homeCareManager', key, { effectAt: 'atMeeting' })
    expect((await meetingNow(stand, { key })).effectAt).toBe('atMeeting')
  })
})
