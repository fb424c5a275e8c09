/** Minutes: fixed, verified or returned, corrected; their effects, their register and their files. */
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { runAction } from '#src/actions/index.ts'
import { decisions } from '#src/lists/decisions.ts'
import type { MeetingDraft } from '#src/lists/meetings.ts'
import { paragraphs, verifications } from '#src/lists/minutes.ts'
import { readMinutesFile } from '#src/graph/minutesFiles.ts'
import { driveFiles } from '#src/graph/files.ts'
import { minutesDrive } from '#src/graph/minutesFiles.ts'
import { sha256 } from '#src/rules/canonical.ts'
import { readMinutes } from '#src/rules/minutes.ts'
import { Refused } from '#src/rules/refusal.ts'
import { meanwhileAt } from '#test/fixtures/interrupted.ts'
import { asItStands } from '#test/fixtures/needs.ts'
import { anItemOf, aSitting } from '#test/fixtures/sittings.ts'
import { refusalsOf, setUpStand, type Stand, TODAY, type Who } from '#test/fixtures/stand.ts'
import { fixing } from '#test/fixtures/fixing.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())
beforeEach(() => stand.tenant.control.setFaults([]))

const { goOn, wording, faultsIn, send, there, itemsOf, paperOf, aHeldMeeting, aSentMeeting, bothApprove } =
  fixing(() => stand)

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
