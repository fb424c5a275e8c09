/** What is written at a meeting is kept: by several at once, over broken lines, and never over somebody else's words. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { runAction } from '#src/actions/index.ts'
import {
  type AgendaItem,
  agendaItems,
  attendance,
  type Meeting,
  type MeetingState,
} from '#src/lists/meetings.ts'
import { verifications } from '#src/lists/minutes.ts'
import type { Forum } from '#src/lists/organisation.ts'
import { lostAt, meanwhileAt } from '#test/fixtures/interrupted.ts'
import {
  aForumThere,
  aMeetingThere,
  anItemThere,
  inState,
  itemNow,
  meetingNow,
} from '#test/fixtures/meetingStand.ts'
import { refusalsOf, setUpStand, type Stand, TODAY, type Who, whysOf } from '#test/fixtures/stand.ts'

let stand: Stand
let forum: Forum
let meeting: Meeting
let item: AgendaItem
beforeAll(async () => {
  stand = await setUpStand('city')
  forum = await aForumThere(stand)
})
beforeEach(async () => {
  meeting = await aMeetingThere(stand, forum, { state: 'open' })
  item = await anItemThere(stand, { forum, meeting })
})
afterAll(() => stand.close())

const note = (who: Who, values: object, { base, seen }: { base?: object; seen?: string } = {}) =>
  stand.act(
    who,
    'noteItem',
    { item: item.key, values, ...(base && { base }) },
    {
      ...(seen && { seen: { [item.key]: seen } }),
    },
  )

test('a note takes few requests, so that it is kept well within two seconds', async () => {
  expect(await stand.requestsOf(() => note('developmentLead', { notes: 'Kort.' }))).toBeLessThanOrEqual(5)
})

describe('two who write in one item', () => {
  test('keep both when they write in different places', async () => {
    const seen = item.version
    await note('developmentLead', { notes: 'Bilderna visas.' }, { seen })
    await note('otherLead', { proposals: 'Att pausa.' }, { seen })
    expect(await itemNow(stand, item)).toMatchObject({ notes: 'Bilderna visas.', proposals: 'Att pausa.' })
  })

  test.for<[string, { base?: object }]>([
    ['by what they saw', { base: { notes: '' } }],
    ['by the version they saw', {}],
  ])('see both texts when they write in the same place, %s', async ([, given]) => {
    const seen = item.version
    await note('developmentLead', { notes: 'Den enas text.' }, { seen, ...given })
    expect(await refusalsOf(note('otherLead', { notes: 'Den andras text.' }, { seen, ...given }))).toEqual([
      {
        why: 'changedByOther',
        fields: [{ field: 'notes', mine: 'Den andras text.', theirs: 'Den enas text.' }],
        of: 'AgendaItems',
        by: stand.person('developmentLead'),
      },
    ])
    expect((await itemNow(stand, item)).notes).toBe('Den enas text.')
  })

  test('lose nothing wherever in the one’s work the other’s falls', async () => {
    for (let at = 1, reached = true; reached; at++) {
      item = await anItemThere(stand, { forum, meeting })
      const interrupted = meanwhileAt(stand, at, () => note('otherLead', { basis: 'Rapporten.' }))
      const work = stand.work('developmentLead', { store: interrupted.store })
      await runAction(work, 'noteItem', { item: item.key, values: { notes: 'Det som sades.' }, base: {} })
      reached = interrupted.reached()
      if (reached)
        expect(await itemNow(stand, item)).toMatchObject({ notes: 'Det som sades.', basis: 'Rapporten.' })
    }
  })

  test('one goes on writing from what was saved last', async () => {
    await note('developmentLead', { notes: 'Ett' }, { base: { notes: '' } })
    await note('developmentLead', { notes: 'Ett två' }, { base: { notes: 'Ett' } })
    await note('developmentLead', { notes: 'Ett två' }, { base: { notes: 'Ett' } })
    expect((await itemNow(stand, item)).notes).toBe('Ett två')
    await note('developmentLead', { notes: null }, { base: { notes: 'Ett två' } })
    expect((await itemNow(stand, item)).notes).toBeUndefined()
  })

  test.for([
    { says: 'before', sent: false },
    { says: 'after', sent: true },
  ])(
    'an answer that was lost $says the service did its part does no harm when asked again',
    async ({ sent }) => {
      const { store } = lostAt(stand, 1, { sent })
      const asked = { item: item.key, values: { notes: 'Skrivet på tåget.' }, base: { notes: '' } }
      await runAction(stand.work('developmentLead', { store, key: 'train' }), 'noteItem', asked).catch(
        () => undefined,
      )
      await runAction(stand.work('developmentLead', { key: 'train' }), 'noteItem', asked)
      expect((await itemNow(stand, item)).notes).toBe('Skrivet på tåget.')
    },
  )
})

describe('notes are refused', () => {
  test.for<MeetingState>(['sent', 'verified', 'settled', 'cancelled'])(
    'when the minutes are %s',
    async (state) => {
      await inState(stand, meeting, { state })
      expect(await whysOf(note('developmentLead', { notes: 'Efteråt' }))).toEqual(['meeting'])
      expect((await itemNow(stand, item)).notes).toBeUndefined()
    },
  )

  test('when the minutes are sent while they are on their way', async () => {
    // Sending gives the item its number, so that whoever wrote on the version before reads anew.
    const send = async () => {
      await stand.store.change(agendaItems, await itemNow(stand, item), { paragraph: 12 })
      await inState(stand, meeting, { state: 'sent' })
    }
    const kept: boolean[] = []
    for (let reached = true; reached; ) {
      meeting = await aMeetingThere(stand, forum, { state: 'held' })
      item = await anItemThere(stand, { forum, meeting })
      const interrupted = meanwhileAt(stand, kept.length + 1, send)
      const work = stand.work('developmentLead', { store: interrupted.store })
      const asked = runAction(work, 'noteItem', { item: item.key, values: { notes: 'För sent?' } })
      kept.push((await asked.catch(() => undefined)) !== undefined)
      reached = interrupted.reached()
      expect((await itemNow(stand, item)).notes).toBe(kept.at(-1) ? 'För sent?' : undefined)
    }
    // Refused as long as the item was read but not written; kept when it was written first.
    expect(kept.slice(0, 3)).toEqual([false, false, false])
    expect(kept.slice(3)).not.toContain(false)
  })

  test.for([
    { says: 'asked about', answer: 'asked', fault: 'sent' },
    { says: 'approved', answer: 'approved', fault: 'fixed' },
  ] as const)('of an item that is verified at once and has been $says', async ({ answer, fault }) => {
    await stand.store.change(agendaItems, item, { atOnce: true })
    await stand.store.create(verifications, {
      key: `v-${item.key}`,
      title: item.title,
      meeting: { key: meeting.key, title: meeting.title },
      item: { key: item.key, title: item.title },
      edition: 1,
      hash: 'x',
      claim: `${item.key}/1/someone`,
      person: stand.person('homeCareManager'),
      answer,
      askedOn: TODAY,
    })
    expect(await refusalsOf(note('developmentLead', { notes: 'Ändrat' }))).toEqual([
      { why: 'meeting', fault },
    ])
  })

  test.for<[string, Who, object, string]>([
    ['by a member who neither leads, writes nor prepares', 'employee', { notes: 'x' }, 'notYourTask'],
    ['in a column that isn’t for notes', 'developmentLead', { outcome: 'grant' }, 'invalid'],
    ['that are longer than SharePoint holds', 'developmentLead', { notes: 'x'.repeat(63_001) }, 'invalid'],
  ])('%s', async ([, who, values, why]) => {
    expect(await whysOf(note(who, values))).toEqual([why])
  })

  test('and whoever may is named', async () => {
    const [refusal] = await refusalsOf(note('employee', { notes: 'x' }))
    expect(refusal).toMatchObject({
      why: 'notYourTask',
      people: [stand.person('homeCareManager'), stand.person('developmentLead')],
    })
  })
})

describe('who was there', () => {
  const set = (who: Who, ...people: object[]) =>
    runAction(stand.work(who), 'setAttendance', { meeting: meeting.key, people })
  const there = async () =>
    (await stand.store.where(attendance, { column: 'meeting', value: meeting.key }))
      .filter(({ archived }) => !archived)
      .map(({ person, presence, capacity, part }) =>
        `${person.name} ${presence} ${capacity} ${part ?? ''}`.trim(),
      )
      .toSorted()
  const row = (who: Who, values: object = {}) => ({
    person: stand.person(who),
    presence: 'present',
    capacity: 'member',
    ...values,
  })
  const name = (who: Who) => stand.person(who).name

  test('is noted once for each, and put right', async () => {
    await set('developmentLead', row('homeCareManager', { capacity: 'chair' }), row('employee'))
    const done = await set('otherLead', row('employee', { presence: 'part', part: '§ 3' }))
    expect(done.attendance).toHaveLength(1)
    expect(await there()).toEqual(
      [`${name('homeCareManager')} present chair`, `${name('employee')} part member § 3`].toSorted(),
    )
    await set('otherLead', row('employee', { archived: true }), row('homeCareManager', { capacity: 'chair' }))
    expect(await there()).toEqual([`${name('homeCareManager')} present chair`])
    await set('otherLead', row('employee'))
    expect(await there()).toHaveLength(2)
  })

  test('is the same when two note it at once', async () => {
    const all = [row('homeCareManager'), row('employee'), row('otherLead', { presence: 'absent' })]
    await Promise.all([set('developmentLead', ...all), set('otherLead', ...all)])
    expect(await there()).toHaveLength(3)
  })

  test('says who stands in for whom', async () => {
    await set(
      'developmentLead',
      row('digitalManager', { capacity: 'substitute', standsInFor: stand.person('homeCareManager') }),
    )
    const [found] = await stand.store.where(attendance, { column: 'meeting', value: meeting.key })
    expect(found?.standsInFor).toEqual(stand.person('homeCareManager'))
  })

  test('never says why somebody wasn’t: there is nowhere to write it', async () => {
    expect(
      await refusalsOf(set('developmentLead', row('employee', { presence: 'absent', reason: 'sjuk' }))),
    ).toMatchObject([{ why: 'invalid', problems: [{ problem: 'noField' }] }])
  })

  test('is not asked of decisions between meetings, nor noted by others or afterwards', async () => {
    await inState(stand, meeting, { kind: 'between' })
    expect(await whysOf(set('developmentLead', row('employee')))).toEqual(['invalid'])
    expect(await whysOf(set('employee', row('employee')))).toEqual(['notYourTask'])
    await inState(stand, meeting, { kind: 'ordinary', state: 'verified' })
    expect(await whysOf(set('developmentLead', row('employee')))).toEqual(['meeting'])
  })
})

describe('the sitting', () => {
  const move = (who: Who, to: 'open' | 'held') => stand.act(who, 'moveMeeting', { meeting: meeting.key, to })

  test('is opened, closed, and opened again as long as nothing has been sent', async () => {
    await inState(stand, meeting, { state: 'called' })
    for (const to of ['open', 'open', 'held', 'open', 'held'] as const) {
      await move('otherLead', to)
      expect((await meetingNow(stand, meeting)).state).toBe(to)
    }
    await inState(stand, meeting, { minutesVersion: 1 })
    expect(await refusalsOf(move('otherLead', 'open'))).toEqual([{ why: 'meeting', fault: 'held' }])
  })

  test.for(['chair', 'secretary'] as const)('does not begin without a %s', async (post) => {
    await inState(stand, meeting, { state: 'called', [post]: null })
    expect(await refusalsOf(move('developmentLead', 'open'))).toEqual([
      { why: 'invalid', problems: [{ field: post, problem: 'required' }], of: 'Meetings' },
    ])
  })

  test.for<[MeetingState, 'open' | 'held', string]>([
    ['planned', 'held', 'notOpen'],
    ['sent', 'open', 'sent'],
    ['verified', 'open', 'fixed'],
    ['cancelled', 'open', 'cancelled'],
  ])('of a meeting that is %s does not become %s', async ([state, to, fault]) => {
    await inState(stand, meeting, { state })
    expect(await refusalsOf(move('developmentLead', to))).toEqual([{ why: 'meeting', fault }])
  })

  test('is opened once when two do it together, and not by others', async () => {
    await inState(stand, meeting, { state: 'called' })
    await Promise.all([move('developmentLead', 'open'), move('otherLead', 'open')])
    expect((await meetingNow(stand, meeting)).state).toBe('open')
    expect(await whysOf(move('employee', 'held'))).toEqual(['notYourTask'])
  })
})
