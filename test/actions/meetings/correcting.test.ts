/** Minutes that are corrected, and their files: what was fixed stands, and what was wrong is seen beside it. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { applyMeetings } from '#src/actions/meetings/applyMeetings.ts'
import type { AgendaItem, Meeting } from '#src/lists/meetings.ts'
import { readMinutes } from '#src/rules/minutes.ts'
import { asItStands } from '#test/fixtures/needs.ts'
import { refusalsOf, setUpStand, type Stand, TODAY, type Who } from '#test/fixtures/stand.ts'
import { fixing } from '#test/fixtures/fixing.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())
beforeEach(() => stand.tenant.control.setFaults([]))

const { faultsIn, send, there, itemsOf, paperOf, aHeldMeeting, aSentMeeting, bothApprove } = fixing(
  () => stand,
)

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

  test('that is returned may be sent once more as it was, and is asked about anew', async () => {
    const sent = await aSentMeeting()
    await bothApprove(sent)
    await correct(sent.meeting, sent.gate, { notes: 'Ingen diskussion.' })
    const [paper] = await paperOf(sent.meeting, 'correction')
    await sent.answer('director', 'returned', 'Nej.', { hash: paper?.hash ?? '', version: 2 })
    const again = await correct(sent.meeting, sent.gate, { notes: 'Ingen diskussion.' })
    expect(again.meetings).toMatchObject([{ state: 'sent', minutesVersion: 3, validVersion: 1 }])
    await correct(sent.meeting, sent.gate, { notes: 'Ingen diskussion.' })
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
