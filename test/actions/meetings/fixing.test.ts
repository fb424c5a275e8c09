/** Minutes: fixed, verified or returned, corrected; their effects, their register and their files. */
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { runAction } from '#src/actions/index.ts'
import { applyMeetings } from '#src/actions/meetings/applyMeetings.ts'
import { decisions } from '#src/lists/decisions.ts'
import {
  type AgendaItem,
  agendaItems,
  type ItemEffect,
  type Meeting,
  meetings,
  type MeetingDraft,
} from '#src/lists/meetings.ts'
import { paragraphs, papers, verifications } from '#src/lists/minutes.ts'
import { readMinutesFile } from '#src/graph/minutesFiles.ts'
import { driveFiles } from '#src/graph/files.ts'
import { minutesDrive } from '#src/graph/minutesFiles.ts'
import { sha256 } from '#src/rules/canonical.ts'
import { readMinutes } from '#src/rules/minutes.ts'
import { Refused } from '#src/rules/refusal.ts'
import { meanwhileAt } from '#test/fixtures/interrupted.ts'
import { aNeed, asItStands } from '#test/fixtures/needs.ts'
import { aForumThere, anItemOf, aSitting } from '#test/fixtures/sittings.ts'
import { refusalsOf, setUpStand, type Stand, TODAY, type Who } from '#test/fixtures/stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())
beforeEach(() => stand.tenant.control.setFaults([]))

const goOn: ItemEffect = { does: 'gate', gate: 'BP1', outcome: 'goOn' }
const wording = 'Behovet går vidare.'
const faultsIn = async (asked: Promise<unknown>) =>
  (await refusalsOf(asked)).map((refusal) => (refusal.why === 'meeting' ? refusal.fault : refusal.why))
const send = (meeting: Meeting, who: Who = 'developmentLead') =>
  stand.act(who, 'sendMinutes', { meeting: meeting.key })
const there = async ({ key }: Meeting) => (await stand.store.byKey(meetings, key)) as Meeting
const itemsOf = async ({ key }: Meeting) =>
  (await stand.store.where(agendaItems, { column: 'meeting', value: key })).toSorted(
    (a, b) => (a.order ?? 0) - (b.order ?? 0),
  )
const paperOf = async ({ key }: Meeting, kind = 'minutes') =>
  (await stand.store.where(papers, { column: 'meeting', value: key }))
    .filter((paper) => paper.kind === kind)
    .toSorted((a, b) => b.edition - a.edition || a.part - b.part)

/** A meeting that is held: an opening, a gate that is granted, and information. */
async function aHeldMeeting(values: Partial<MeetingDraft> = {}, template = {}) {
  const forum = await aForumThere(stand, {}, template)
  const meeting = await aSitting(stand, forum, { caseNumber: 'N161-0123/24', ...values })
  const need = await aNeed(stand)
  await anItemOf(stand, meeting, { kind: 'formal', title: 'Öppnande' })
  const gate = await anItemOf(stand, meeting, {
    kind: 'gate',
    title: 'BP1 Digitala lås',
    initiative: { key: need.key, title: need.title },
    notes: 'Lång diskussion.',
  })
  const other = await anItemOf(stand, meeting, { kind: 'information', title: 'Läget' })
  await stand.act('developmentLead', 'decideItem', {
    item: gate.key,
    outcome: 'grant',
    wording,
    effect: goOn,
  })
  const held = await stand.store.change(meetings, await there(meeting), { state: 'held' })
  return { forum, meeting: held, need, gate, other }
}

/** Sent, with the paper that the verifiers read. */
async function aSentMeeting(values: Partial<MeetingDraft> = {}) {
  const held = await aHeldMeeting(values)
  await send(held.meeting)
  const [paper] = await paperOf(held.meeting)
  const { hash, edition: version } = paper ?? expect.fail('no paper')
  const answer = (
    who: Who,
    said: 'approved' | 'returned' = 'approved',
    comment?: string,
    of = { hash, version },
  ) =>
    stand.act(who, 'verifyMinutes', {
      meeting: held.meeting.key,
      ...of,
      answer: said,
      ...(comment && { comment }),
    })
  return { ...held, hash, version, answer }
}

const bothApprove = async ({ answer }: Awaited<ReturnType<typeof aSentMeeting>>) => {
  await answer('homeCareManager')
  return answer('director')
}

describe('minutes that are sent', () => {
  test('give every item its §, freeze a text whose hash anyone can check, and ask each verifier', async () => {
    const { meeting, forum, gate, need } = await aHeldMeeting()
    const done = await send(meeting)
    expect(done.meetings).toMatchObject([{ state: 'sent', minutesVersion: 1, fixedOn: TODAY }])
    expect((await itemsOf(meeting)).map(({ paragraph, state }) => [paragraph, state])).toEqual([
      [1, 'treated'],
      [2, 'treated'],
      [3, 'treated'],
    ])
    expect(done.paragraphs?.map((row) => row.claim)).toEqual([1, 2, 3].map((n) => `${forum.key}/2024/${n}`))
    const [paper] = await paperOf(meeting)
    const text = paper?.content ?? ''
    expect(await sha256(text)).toBe(paper?.hash)
    expect(readMinutes(text).items[1]).toMatchObject({ paragraph: 2, key: gate.key, decision: { wording } })
    const asked = await stand.store.where(verifications, { column: 'meeting', value: meeting.key })
    expect(asked.map(({ person, answer, hash }) => [person.id, answer, hash])).toEqual(
      ['homeCareManager', 'director'].map((who) => [stand.person(who as Who).id, 'asked', paper?.hash]),
    )
    // Nothing takes effect until they have answered.
    expect((await asItStands(stand, need.key)).initiative.stage).toBe('collection')
    expect(
      await faultsIn(stand.act('developmentLead', 'decideItem', { item: gate.key, outcome: 'table' })),
    ).toEqual(['sent'])
  })

  test('are sent once, however often they are asked for', async () => {
    const { meeting } = await aHeldMeeting()
    await Promise.allSettled([send(meeting), send(meeting, 'homeCareManager'), send(meeting)])
    await send(meeting)
    expect((await there(meeting)).minutesVersion).toBe(1)
    expect(await paperOf(meeting)).toHaveLength(1)
    const given = await stand.store.where(paragraphs, { column: 'meeting', value: meeting.key })
    expect(given.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual([1, 2, 3])
  })

  test.for<{ says: string; who?: Who; values: Partial<MeetingDraft>; faults: string[] }>([
    {
      says: 'by somebody else than chair and secretary',
      who: 'digitalManager',
      values: {},
      faults: ['notYourTask'],
    },
    { says: 'without a secretary', values: { secretary: undefined as never }, faults: ['invalid'] },
    { says: 'without verifiers', values: { verifiers: [] }, faults: ['invalid'] },
  ])('are refused $says', async ({ who = 'developmentLead', values, faults }) => {
    const { meeting } = await aHeldMeeting(values)
    expect(await faultsIn(send(meeting, who))).toEqual(faults)
    expect((await there(meeting)).state).toBe('held')
    expect(await stand.store.where(paragraphs, { column: 'meeting', value: meeting.key })).toEqual([])
  })

  test('sent while somebody still decides: what was frozen holds, whoever was first', async () => {
    for (let at = 1, reached = true; reached; at++) {
      const { meeting, gate } = await aHeldMeeting({ verifiers: [stand.person('director')] })
      const interrupted = meanwhileAt(stand, at, () => send(meeting))
      const args = { item: gate.key, outcome: 'refuse', wording: 'Nej.' }
      await runAction(stand.work('developmentLead', { store: interrupted.store }), 'decideItem', args).catch(
        (error: unknown) => expect(error).toBeInstanceOf(Refused),
      )
      reached = interrupted.reached()
      if (!reached) await send(meeting)
      const [paper] = await paperOf(meeting)
      const frozen = readMinutes(paper?.content ?? '').items[1]?.decision
      await stand.act('director', 'verifyMinutes', {
        meeting: meeting.key,
        version: 1,
        hash: paper?.hash ?? '',
        answer: 'approved',
      })
      const [, item] = await itemsOf(meeting)
      expect([item?.outcome, item?.wording]).toEqual([frozen?.outcome, frozen?.wording])
      const made = await stand.store.byKey(decisions, `${gate.key}/decision`)
      expect(made?.wording).toBe(frozen?.wording)
    }
  })

  test('are refused while something that was to be decided has no outcome, or the meeting goes on', async () => {
    const { meeting, forum } = await aHeldMeeting()
    await anItemOf(stand, meeting, { title: 'Budget' })
    expect(await refusalsOf(send(meeting))).toEqual([
      { why: 'meeting', fault: 'noOutcome', names: ['Budget'] },
    ])
    const open = await aSitting(stand, forum)
    await anItemOf(stand, open, { kind: 'information' })
    expect(await faultsIn(send(open))).toEqual(['stillOpen'])
  })
})

describe('verified minutes', () => {
  test('carry out what was decided, are in the register, and lie as Word files with what registrars look for', async () => {
    const sent = await aSentMeeting()
    await sent.answer('homeCareManager')
    expect((await there(sent.meeting)).state).toBe('sent')
    const done = await sent.answer('director')
    expect(done.meetings).toMatchObject([
      { state: 'verified', drawnUpOn: TODAY, validVersion: 1, finished: 'verified/1' },
    ])
    expect(done.initiatives).toMatchObject([{ key: sent.need.key, stage: 'screening' }])
    const [, gate, information] = await itemsOf(sent.meeting)
    expect(gate).toMatchObject({ carrying: 'done', decision: { key: `${gate?.key}/decision` } })
    expect(information?.decision).toBeUndefined()
    expect(await stand.store.byKey(decisions, `${gate?.key}/decision`)).toMatchObject({
      decidedOn: TODAY,
      recordedBy: stand.person('developmentLead'),
    })

    const [paper] = await paperOf(sent.meeting)
    expect(paper?.fileName).toBe(`${sent.forum.short} ${TODAY} Protokoll.docx`)
    const [copy] = await paperOf(sent.meeting, 'publication')
    expect(copy).toMatchObject({ hash: sent.hash, file: expect.stringContaining('http') as string })
    const store = { graph: stand.graphAs('server'), site: stand.site }
    const file = await driveFiles(store.graph, minutesDrive(store)).find(
      `${sent.forum.short}/2024/${paper?.fileName}`,
    )
    const parts = unzipSync(await readMinutesFile(store, file?.id ?? ''))
    const document = new TextDecoder().decode(parts['word/document.xml'])
    for (const words of ['§ 2', wording, 'Lång diskussion.']) expect(document).toContain(words)
    const row = await store.graph<{ fields: Record<string, unknown> }>({
      path: `${minutesDrive(store)}/items/${file?.id}/listItem/fields`,
    })
    expect(JSON.stringify(row)).toContain('N161-0123/24')
    expect(JSON.stringify(row)).toContain(sent.hash)
  })

  test('are answered by those who verify only, about the text they read, once, and with a comment when returned', async () => {
    const { answer, hash, version } = await aSentMeeting()
    expect(await refusalsOf(answer('employee'))).toMatchObject([
      { why: 'notYourTask', people: [stand.person('homeCareManager'), stand.person('director')] },
    ])
    expect(await faultsIn(answer('director', 'approved', undefined, { hash: 'another', version }))).toEqual([
      'newVersion',
    ])
    expect(await faultsIn(answer('director', 'approved', undefined, { hash, version: 7 }))).toEqual([
      'notYourTask',
    ])
    expect(await faultsIn(answer('director', 'returned'))).toEqual(['invalid'])
    await answer('director')
    await answer('director')
    expect(await faultsIn(answer('director', 'returned', 'Fel.'))).toEqual(['answered'])
  })

  test('that are returned are a draft again; sent anew they have the same § and a new version', async () => {
    const sent = await aSentMeeting()
    await sent.answer('homeCareManager')
    await sent.answer('director', 'returned', 'Lydelsen i § 2 är fel.')
    expect(await there(sent.meeting)).toMatchObject({ state: 'held', minutesVersion: 1 })
    const other = 'Behovet går vidare till grovsållning.'
    await stand.act('developmentLead', 'decideItem', {
      item: sent.gate.key,
      outcome: 'grant',
      wording: other,
      effect: goOn,
    })
    await send(sent.meeting)
    const [paper, ...before] = await paperOf(sent.meeting)
    expect([paper?.edition, before.length]).toEqual([2, 1])
    expect(readMinutes(paper?.content ?? '').items.map(({ paragraph }) => paragraph)).toEqual([1, 2, 3])
    // An answer about the version before says nothing of this one.
    expect(await faultsIn(sent.answer('homeCareManager', 'returned', 'Nej.'))).toEqual(['answered'])
    const of = { hash: paper?.hash ?? '', version: 2 }
    await sent.answer('homeCareManager', 'approved', undefined, of)
    await sent.answer('director', 'approved', undefined, of)
    expect(await there(sent.meeting)).toMatchObject({ state: 'verified', validVersion: 2 })
    expect((await stand.store.byKey(decisions, `${sent.gate.key}/decision`))?.wording).toBe(other)
  })

  test('whose decision the rules forbid stand, and say what was not carried out', async () => {
    const sent = await aSentMeeting()
    // The initiative has been stopped meanwhile.
    await stand.act('homeCareManager', 'decideState', {
      initiative: sent.need.key,
      change: 'stop',
      wording: 'Nej.',
      grounds: 'Finns redan.',
    })
    await bothApprove(sent)
    expect((await there(sent.meeting)).finished).toBe('verified/1')
    const [, gate] = await itemsOf(sent.meeting)
    expect(gate).toMatchObject({ carrying: 'refused' })
    expect(gate?.refused).toContain('notActive')
    // Taken up again, the decision can be carried out after all.
    await stand.act('homeCareManager', 'decideState', {
      initiative: sent.need.key,
      change: 'reopen',
      wording: 'Ja.',
      grounds: 'Fel.',
    })
    await stand.act('developmentLead', 'decideItem', {
      item: sent.gate.key,
      outcome: 'grant',
      wording,
      effect: goOn,
    })
    expect((await asItStands(stand, sent.need.key)).initiative.stage).toBe('screening')
  })
})

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

describe('a correction', () => {
  const correct = (meeting: Meeting, item: AgendaItem, values: object, who: Who = 'developmentLead') =>
    stand.act(who, 'correctMinutes', {
      meeting: meeting.key,
      reason: 'Skrivfel',
      changes: [{ item: item.key, values }],
    })

  test('is a new visible version that is verified anew; what was verified stands until then', async () => {
    const sent = await aSentMeeting()
    await bothApprove(sent)
    await correct(sent.meeting, sent.gate, { notes: 'Kort diskussion.' })
    expect(await there(sent.meeting)).toMatchObject({ state: 'sent', minutesVersion: 2, validVersion: 1 })
    const [paper] = await paperOf(sent.meeting, 'correction')
    expect(readMinutes(paper?.content ?? '').correction).toMatchObject({
      of: 1,
      reason: 'Skrivfel',
      changes: [{ paragraph: 2, field: 'notes', before: 'Lång diskussion.', after: 'Kort diskussion.' }],
    })
    const notes = async () => (await itemsOf(sent.meeting))[1]?.notes
    expect(await notes()).toBe('Lång diskussion.')
    const of = { hash: paper?.hash ?? '', version: 2 }
    await sent.answer('homeCareManager', 'approved', undefined, of)
    await sent.answer('director', 'approved', undefined, of)
    expect(await there(sent.meeting)).toMatchObject({
      state: 'verified',
      validVersion: 2,
      finished: 'verified/2',
    })
    expect(await notes()).toBe('Kort diskussion.')
    expect((await paperOf(sent.meeting, 'correction'))[0]?.fileName).toContain('Rättelse')
    expect((await paperOf(sent.meeting))[0]?.content).toContain('Lång diskussion.')
    expect((await asItStands(stand, sent.need.key)).decisions).toHaveLength(1)
  })

  test('that is returned leaves what was verified, and the next has a number of its own', async () => {
    const sent = await aSentMeeting()
    await bothApprove(sent)
    await correct(sent.meeting, sent.gate, { notes: 'Ingen diskussion.' })
    const [paper] = await paperOf(sent.meeting, 'correction')
    const of = { hash: paper?.hash ?? '', version: 2 }
    await sent.answer('director', 'returned', 'Nej.', of)
    expect(await there(sent.meeting)).toMatchObject({ state: 'verified', validVersion: 1 })
    expect((await itemsOf(sent.meeting))[1]?.notes).toBe('Lång diskussion.')
    await correct(sent.meeting, sent.gate, { notes: 'Kort diskussion.' })
    await correct(sent.meeting, sent.gate, { notes: 'Kort diskussion.' })
    expect((await paperOf(sent.meeting, 'correction')).map(({ edition }) => edition)).toEqual([3, 2])
  })

  test('of settled notes holds at once', async () => {
    const { meeting, gate } = await aHeldMeeting({ minutesKind: 'notes', verification: false })
    await send(meeting)
    const done = await correct(meeting, gate, { notes: 'Kort.', title: 'BP1 Lås' })
    expect(done.meetings).toMatchObject([{ state: 'settled', validVersion: 2, finished: 'settled/2' }])
    expect((await itemsOf(meeting))[1]).toMatchObject({ notes: 'Kort.', title: 'BP1 Lås' })
  })

  test('is refused of a draft, when it changes nothing, and from somebody else than chair and secretary', async () => {
    const { meeting, gate } = await aHeldMeeting()
    expect(await faultsIn(correct(meeting, gate, { notes: 'X' }))).toEqual(['notFixed'])
    const sent = await aSentMeeting()
    expect(await faultsIn(correct(sent.meeting, sent.gate, { notes: 'X' }))).toEqual(['sent'])
    await bothApprove(sent)
    expect(await faultsIn(correct(sent.meeting, sent.gate, { notes: 'Lång diskussion.' }))).toEqual([
      'nothingToCorrect',
    ])
    expect(await faultsIn(correct(sent.meeting, gate, { notes: 'X' }))).toEqual(['notFound'])
    expect(await faultsIn(correct(sent.meeting, sent.gate, { outcome: 'refuse' }))).toEqual(['invalid'])
    expect(await faultsIn(correct(sent.meeting, sent.gate, { notes: 'X' }, 'director'))).toEqual([
      'notYourTask',
    ])
  })
})

describe('files', () => {
  test('wait while the library is away: the minutes are verified, and the timer makes the files when it is back', async () => {
    const sent = await aSentMeeting()
    await sent.answer('homeCareManager')
    stand.tenant.control.setFaults([
      { match: { path: '/drive/' }, times: 50, status: 507, code: 'insufficientStorage' },
    ])
    const done = await sent.answer('director')
    expect(done.meetings).toMatchObject([{ state: 'verified', drawnUpOn: TODAY }])
    expect((await there(sent.meeting)).finished).toBeUndefined()
    expect((await asItStands(stand, sent.need.key)).initiative.stage).toBe('screening')
    expect((await paperOf(sent.meeting))[0]?.file).toBeUndefined()
    const system = { ...stand.work('employee'), me: { id: 'system', name: 'Samstyr' } }
    await expect(applyMeetings(system, '2024-09-01')).rejects.toThrow()
    stand.tenant.control.setFaults([])
    expect(await applyMeetings(system, '2024-09-01')).toBeGreaterThan(0)
    expect((await paperOf(sent.meeting))[0]?.file).toContain('http')
    expect((await there(sent.meeting)).finished).toBe('verified/1')
  })

  test('an extract, a summary and a copy to publish are made when asked for, of what is fixed', async () => {
    const sent = await aSentMeeting()
    const make = (
      kind: 'extract' | 'summary' | 'publication' | 'minutes',
      item?: string,
      who: Who = 'employee',
    ) => stand.act(who, 'makePaper', { meeting: sent.meeting.key, kind, ...(item && { item }) })
    expect(await faultsIn(make('extract', sent.gate.key, 'developmentLead'))).toEqual(['notFixed'])
    expect(await faultsIn(make('summary'))).toEqual(['notYourTask'])
    const draft = await make('summary', undefined, 'developmentLead')
    await bothApprove(sent)
    expect(await faultsIn(make('extract'))).toEqual(['invalid'])
    expect(await faultsIn(make('extract', 'elsewhere'))).toEqual(['notFound'])
    const extract = await make('extract', sent.gate.key)
    expect(extract.papers).toMatchObject([
      { kind: 'extract', item: { key: sent.gate.key }, fileName: expect.stringContaining('§ 2') as string },
    ])
    expect((await make('extract', sent.gate.key)).papers?.[0]?.id).toBe(extract.papers?.[0]?.id)
    const summary = await make('summary')
    expect(summary.papers?.[0]?.fileName).not.toBe(draft.papers?.[0]?.fileName)
    expect((await make('minutes')).papers?.[0]?.fileName).toContain('Protokoll')
  })

  test('that the library can not take are refused in words, when somebody asks for them', async () => {
    const sent = await aSentMeeting()
    await bothApprove(sent)
    stand.tenant.control.setFaults([
      { match: { path: '/drive/' }, times: 50, status: 507, code: 'insufficientStorage' },
    ])
    const asked = stand.act('employee', 'makePaper', { meeting: sent.meeting.key, kind: 'summary' })
    expect(await refusalsOf(asked)).toEqual([{ why: 'library', fault: 'full' }])
  })
})
