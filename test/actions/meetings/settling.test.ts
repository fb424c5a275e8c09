/** What is fixed without the rest: notes, decisions between meetings, a § that is verified at once. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { applyMeetings } from '#src/actions/meetings/applyMeetings.ts'
import { type AgendaItem, meetings } from '#src/lists/meetings.ts'
import { paragraphs, papers } from '#src/lists/minutes.ts'
import { aNeed, asItStands } from '#test/fixtures/needs.ts'
import { aForumThere, anItemOf, aSitting } from '#test/fixtures/sittings.ts'
import { setUpStand, type Stand, TODAY } from '#test/fixtures/stand.ts'
import { fixing } from '#test/fixtures/fixing.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())
beforeEach(() => stand.tenant.control.setFaults([]))

const { goOn, wording, faultsIn, send, there, paperOf, aHeldMeeting } = fixing(() => stand)

test('notes are settled at once, without § or verifiers, and what waited for them takes effect', async () => {
  const { meeting, need } = await aHeldMeeting({ minutesKind: 'notes', verification: false })
  const done = await send(meeting)
  expect(done.meetings).toMatchObject([{ state: 'settled', drawnUpOn: TODAY, finished: 'settled/1' }])
  expect(await stand.store.where(paragraphs, { column: 'meeting', value: meeting.key })).toEqual([])
  expect((await paperOf(meeting, 'notes')).map(({ fileName }) => fileName)).toEqual([
    expect.stringMatching(/\.docx$/) as string,
  ])
  expect((await asItStands(stand, need.key)).initiative.stage).toBe('screening')
})

test('what is decided between meetings is recorded, in the same series of §', async () => {
  const { forum, meeting } = await aHeldMeeting()
  await send(meeting)
  const between = await aSitting(
    stand,
    forum,
    { kind: 'between', state: 'planned', verification: false, effectAt: 'atMeeting' },
    {},
  )
  const item = await anItemOf(stand, between)
  await stand.act('director', 'decideItem', {
    item: item.key,
    outcome: 'assign',
    wording: 'Enheten tar fram underlag.',
  })
  const done = await send(between)
  expect(done.meetings).toMatchObject([{ state: 'settled' }])
  expect(done.paragraphs?.map(({ number }) => number)).toEqual([4])
  expect(done.decisions).toMatchObject([
    {
      matter: 'assignment',
      outcome: 'assign',
      decidedBy: stand.person('director'),
      meeting: { key: between.key },
    },
  ])
})

describe('a § that is verified at once', () => {
  async function anItemAtOnce() {
    const forum = await aForumThere(stand)
    const meeting = await aSitting(stand, forum)
    const need = await aNeed(stand)
    const first = await anItemOf(stand, meeting, { kind: 'formal' })
    const item = await anItemOf(stand, meeting, { initiative: { key: need.key, title: need.title } })
    const last = await anItemOf(stand, meeting, { kind: 'information' })
    await stand.act('developmentLead', 'decideItem', {
      item: item.key,
      outcome: 'grant',
      wording,
      effect: goOn,
      atOnce: true,
    })
    return { meeting, need, item, first, last }
  }
  const sendItem = ({ key }: AgendaItem) => stand.act('developmentLead', 'sendItem', { item: key })

  test('has its number, is locked and takes effect before the rest; the others follow on', async () => {
    const { meeting, need, item } = await anItemAtOnce()
    const sent = await sendItem(item)
    expect(sent.paragraphs?.map(({ number }) => number)).toEqual([1, 2])
    const { hash = '' } = sent.papers?.[0] ?? {}
    const answer = { item: item.key, hash, answer: 'approved' } as const
    const change = () => stand.act('developmentLead', 'decideItem', { item: item.key, outcome: 'table' })
    expect(await faultsIn(change())).toEqual(['sent'])
    expect(await faultsIn(stand.act('employee', 'verifyItem', answer))).toEqual(['notYourTask'])
    await stand.act('homeCareManager', 'verifyItem', answer)
    expect((await asItStands(stand, need.key)).initiative.stage).toBe('collection')
    const done = await stand.act('director', 'verifyItem', answer)
    expect(done.initiatives).toMatchObject([{ stage: 'screening' }])
    expect(done.papers?.[0]?.fileName).toContain('§ 2')
    expect(await faultsIn(change())).toEqual(['carriedOut'])

    await stand.store.change(meetings, await there(meeting), { state: 'held' })
    const minutes = await send(meeting)
    expect(minutes.paragraphs?.map(({ number }) => number)).toEqual([1, 2, 3])
  })

  test('gets its extract later, when the library was away', async () => {
    const { item, need } = await anItemAtOnce()
    const { hash = '' } = (await sendItem(item)).papers?.[0] ?? {}
    const answer = { item: item.key, hash, answer: 'approved' } as const
    await stand.act('homeCareManager', 'verifyItem', answer)
    stand.tenant.control.setFaults([{ match: { path: '/drive/' }, times: 9, status: 507 }])
    await stand.act('director', 'verifyItem', answer)
    stand.tenant.control.setFaults([])
    expect((await asItStands(stand, need.key)).initiative.stage).toBe('screening')
    const extract = async () => (await stand.store.where(papers, { column: 'item', value: item.key }))[0]
    expect((await extract())?.file).toBeUndefined()
    await applyMeetings({ ...stand.work('employee'), me: { id: 'system', name: 'Samstyr' } }, TODAY)
    expect((await extract())?.fileName).toContain('§ 2')
  })

  test('that is returned is decided anew and sent again with the same number', async () => {
    const { item } = await anItemAtOnce()
    const [first] = (await sendItem(item)).papers ?? []
    await stand.act('director', 'verifyItem', {
      item: item.key,
      hash: first?.hash ?? '',
      answer: 'returned',
      comment: 'Fel ord.',
    })
    await stand.act('developmentLead', 'decideItem', {
      item: item.key,
      outcome: 'grant',
      wording: 'Andra ord.',
      effect: goOn,
      atOnce: true,
    })
    const again = await sendItem(item)
    expect(again.papers?.[0]?.edition).toBe(2)
    expect(again.paragraphs?.map(({ number }) => number)).toEqual([1, 2])
  })

  test('is refused where nothing was decided at once, or minutes are not verified', async () => {
    const { last } = await anItemAtOnce()
    expect(await faultsIn(sendItem(last))).toEqual(['notAtOnce'])
    const notes = await aSitting(stand, await aForumThere(stand), {
      minutesKind: 'notes',
      verification: false,
    })
    const item = await anItemOf(stand, notes)
    const asked = stand.act('developmentLead', 'decideItem', {
      item: item.key,
      outcome: 'grant',
      wording,
      atOnce: true,
    })
    expect(await faultsIn(asked)).toEqual(['notVerified'])
  })
})
