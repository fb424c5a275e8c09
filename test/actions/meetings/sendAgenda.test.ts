/** What was sent is kept as it was, told once, and sent anew only when something has changed. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { runAction } from '#src/actions/index.ts'
import { readPaper } from '#src/actions/meetings/minutes/freezePaper.ts'
import { agendaItems, type Meeting, type MeetingState } from '#src/lists/meetings.ts'
import { papers } from '#src/lists/minutes.ts'
import type { Forum } from '#src/lists/organisation.ts'
import { sha256 } from '#src/rules/canonical.ts'
import type { Notice } from '#src/rules/reminding/notices.ts'
import { Killed, killedAt, meanwhileAt } from '#test/fixtures/interrupted.ts'
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
beforeAll(async () => {
  stand = await setUpStand('city')
  forum = await aForumThere(stand)
})
beforeEach(async () => {
  meeting = await aMeetingThere(stand, forum)
})
afterAll(() => stand.close())

const send = (who: Who = 'developmentLead', told: Notice[] = [], given: object = {}) =>
  stand.act(
    who,
    'sendAgenda',
    { meeting: meeting.key },
    { tell: (notice) => void told.push(notice), ...given },
  )
const item = (title: string, values: object = {}) =>
  anItemThere(stand, { forum, meeting }, { title, ...values })
const sent = async (version: number) => {
  const paper = await readPaper(stand.work('employee'), { meeting, kind: 'agenda', version })
  return JSON.parse(paper?.text ?? 'null') as { items: { title: string }[]; version: number }
}
const versions = async () =>
  (await stand.store.where(papers, { column: 'meeting', value: meeting.key })).map(({ edition }) => edition)

describe('an agenda that is sent', () => {
  test('is frozen whole with its hash, and calls the meeting', async () => {
    await item('Larmen', { presenter: stand.person('projectManager'), minutes: 20 })
    await item('Utlämnad', { state: 'left' })
    const done = await send()
    expect(await meetingNow(stand, meeting)).toMatchObject({
      state: 'called',
      agendaVersion: 1,
      agendaSentOn: TODAY,
    })
    expect((await sent(1)).items.map(({ title }) => title)).toEqual(['Larmen'])
    const [row] = done.papers ?? []
    expect(row).toMatchObject({ kind: 'agenda', edition: 1, by: stand.person('developmentLead') })
    expect(row?.hash).toBe(await sha256(row?.content ?? ''))
  })

  test('tells those who are called and those who present, but not whoever sends it', async () => {
    await item('Larmen', { presenter: stand.person('projectManager') })
    const told: Notice[] = []
    await send('developmentLead', told)
    expect(told).toMatchObject([
      { kind: 'agendaSent', key: `${meeting.key}/agenda/1`, meeting: { key: meeting.key } },
    ])
    expect(told[0]?.to.map(({ id }) => id).toSorted()).toEqual(
      (['homeCareManager', 'otherLead', 'employee', 'projectManager'] as const)
        .map((who) => stand.person(who).id)
        .toSorted(),
    )
  })

  test('is the same version until something changes, and the first stays as it was', async () => {
    const one = await item('Larmen')
    await send()
    await send('otherLead')
    expect(await versions()).toEqual([1])
    await stand.store.change(agendaItems, await itemNow(stand, one), { title: 'Larmen igen' })
    await send('otherLead')
    expect((await meetingNow(stand, meeting)).agendaVersion).toBe(2)
    expect([(await sent(1)).items[0]?.title, (await sent(2)).items[0]?.title]).toEqual([
      'Larmen',
      'Larmen igen',
    ])
  })

  test('is kept in pieces when it is longer than a note, and reads whole', async () => {
    for (let i = 0; i < 4; i++) await item(`Lång ${i}`, { proposal: `${i} ${'Förslag. '.repeat(5_000)}` })
    const done = await send()
    expect(done.papers?.length).toBeGreaterThan(2)
    expect((await sent(1)).items).toHaveLength(4)
  })

  test('is one when two send it at once, or whoever sends it dies on the way', async () => {
    await item('Larmen')
    await Promise.all([send('developmentLead'), send('otherLead'), send('homeCareManager')])
    expect(await versions()).toEqual([1])

    for (let at = 1, reached = true; reached; at++) {
      meeting = await aMeetingThere(stand, forum)
      const first = await item('Före')
      const { store, reached: was } = killedAt(stand, at, { sent: at % 2 === 0 })
      await send('developmentLead', [], { store }).catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error
      })
      reached = was()
      await stand.store.change(agendaItems, await itemNow(stand, first), { title: 'Efter' })
      await send('otherLead')
      const { agendaVersion = 0, state } = await meetingNow(stand, meeting)
      expect([state, (await sent(agendaVersion)).items[0]?.title]).toEqual(['called', 'Efter'])
    }
  })

  test('and changed while it is sent is sent as it was or as it is, never in between', async () => {
    for (let at = 1, reached = true; reached; at++) {
      meeting = await aMeetingThere(stand, forum)
      await item('Ett')
      const interrupted = meanwhileAt(stand, at, () => item('Två'))
      await runAction(stand.work('developmentLead', { store: interrupted.store }), 'sendAgenda', {
        meeting: meeting.key,
      })
      reached = interrupted.reached()
      const titles = (await sent(1)).items.map(({ title }) => title)
      expect([['Ett'], ['Ett', 'Två']]).toContainEqual(titles)
    }
  })

  test('is refused without items, by others, and when the meeting is over', async () => {
    expect(await refusalsOf(send())).toEqual([{ why: 'meeting', fault: 'empty' }])
    await item('Larmen')
    expect(await whysOf(send('employee'))).toEqual(['notYourTask'])
    for (const [state, fault] of [
      ['open', 'stillOpen'],
      ['held', 'held'],
      ['verified', 'fixed'],
      ['cancelled', 'cancelled'],
    ] as const satisfies [MeetingState, string][]) {
      await inState(stand, meeting, { state })
      expect(await refusalsOf(send())).toEqual([{ why: 'meeting', fault }])
    }
    expect(await versions()).toEqual([])
  })
})

describe('a meeting that is cancelled', () => {
  const cancel = (who: Who = 'developmentLead', told: Notice[] = []) =>
    stand.act(
      who,
      'cancelMeeting',
      { meeting: meeting.key, reason: 'Ordföranden är sjuk.' },
      {
        tell: (notice) => void told.push(notice),
      },
    )

  test('says why, and what people asked for waits for the next', async () => {
    const [asked, found] = [
      await item('Begärd', { source: 'proposed' }),
      await item('Funnen', { source: 'redReport' }),
    ]
    const told: Notice[] = []
    await cancel('developmentLead', told)
    await cancel('otherLead', told)
    expect(await meetingNow(stand, meeting)).toMatchObject({
      state: 'cancelled',
      cancelled: 'Ordföranden är sjuk.',
    })
    const waiting = await itemNow(stand, asked)
    expect([waiting.state, waiting.meeting, waiting.order]).toEqual(['backlog', undefined, undefined])
    expect(await itemNow(stand, found)).toMatchObject({ state: 'agenda', meeting: { key: meeting.key } })
    expect(told).toEqual([])
  })

  test('tells those who were called', async () => {
    await item('Larmen')
    await send()
    const told: Notice[] = []
    await cancel('developmentLead', told)
    expect(told).toMatchObject([{ kind: 'meetingCancelled', key: `${meeting.key}/cancelled` }])
  })

  test('is not one where something has been decided, nor one that is over, nor anybody’s to cancel', async () => {
    const decided = await item('Avgjort', { outcome: 'grant', state: 'treated' })
    await inState(stand, meeting, { state: 'open' })
    expect(await refusalsOf(cancel())).toEqual([{ why: 'meeting', fault: 'decided' }])
    await stand.store.change(agendaItems, await itemNow(stand, decided), { outcome: null })
    expect(await whysOf(cancel('employee'))).toEqual(['notYourTask'])
    await inState(stand, meeting, { state: 'held' })
    expect(await refusalsOf(cancel())).toEqual([{ why: 'meeting', fault: 'held' }])
  })

  test('whose cancelling stopped halfway is finished when asked again', async () => {
    for (let at = 1, reached = true; reached; at++) {
      meeting = await aMeetingThere(stand, forum)
      const asked = await item('Begärd', { source: 'added' })
      const { store, reached: was } = killedAt(stand, at, { sent: true })
      const args = { meeting: meeting.key, reason: 'Sjukdom' }
      await stand.act('developmentLead', 'cancelMeeting', args, { store }).catch(() => undefined)
      reached = was()
      await stand.act('developmentLead', 'cancelMeeting', args)
      expect([(await meetingNow(stand, meeting)).state, (await itemNow(stand, asked)).state]).toEqual([
        'cancelled',
        'backlog',
      ])
    }
  })
})
