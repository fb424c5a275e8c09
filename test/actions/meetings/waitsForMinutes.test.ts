/** What a meeting has decided isn't decided again while it waits for the minutes. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agendaItems, type ItemEffect, meetings } from '#src/lists/meetings.ts'
import { aNeed, asItStands } from '#test/fixtures/needs.ts'
import { aForumThere, anItemOf, aSitting } from '#test/fixtures/sittings.ts'
import { refusalsOf, setUpStand, type Stand, TODAY } from '#test/fixtures/stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())

const goOn: ItemEffect = { does: 'gate', gate: 'BP1', outcome: 'goOn' }
const wording = 'Behovet går vidare.'

async function decided(effect: ItemEffect) {
  const forum = await aForumThere(stand)
  const meeting = await aSitting(stand, forum)
  const need = await aNeed(stand)
  const item = await anItemOf(stand, meeting, {
    kind: 'gate',
    initiative: { key: need.key, title: need.title },
  })
  await stand.act('developmentLead', 'decideItem', {
    item: item.key,
    outcome: 'grant',
    wording,
    effect,
  })
  return { forum, meeting, need, item }
}
const decideGate = (initiative: string, gate: 'BP1' | 'BP2' = 'BP1') =>
  stand.act('homeCareManager', 'decideGate', { initiative, gate, outcome: 'goOn', wording })

describe('a gate that a meeting has decided', () => {
  test('is refused to whoever has the mandate, saying at which meeting', async () => {
    const { forum, meeting, need } = await decided(goOn)
    expect(await refusalsOf(decideGate(need.key))).toEqual([
      {
        why: 'decidedAtMeeting',
        forum: { key: forum.key, title: forum.title },
        meeting: { key: meeting.key, title: meeting.title },
        on: TODAY,
      },
    ])
    expect((await asItStands(stand, need.key)).decisions).toEqual([])
  })

  test('is decided when the minutes are verified, and then the next may be', async () => {
    const { meeting, need, item } = await decided(goOn)
    const now = (await stand.store.byKey(meetings, meeting.key)) ?? meeting
    await stand.store.change(meetings, now, { state: 'held', verifiers: [stand.person('homeCareManager')] })
    const sent = await stand.act('developmentLead', 'sendMinutes', { meeting: meeting.key })
    const hash = sent.papers?.find(({ kind }) => kind === 'minutes')?.hash ?? ''
    await stand.act('homeCareManager', 'verifyMinutes', {
      meeting: meeting.key,
      version: 1,
      hash,
      answer: 'approved',
    })
    expect((await asItStands(stand, need.key)).initiative.stage).toBe('screening')
    expect((await stand.store.byKey(agendaItems, item.key))?.carrying).toBe('done')
    const next = await stand.act('digitalManager', 'decideGate', {
      initiative: need.key,
      gate: 'BP2',
      outcome: 'investigate',
      wording,
    })
    expect(next.initiatives).toMatchObject([{ stage: 'preparation' }])
  })

  test('leaves what the meeting said nothing of: it may be stopped', async () => {
    const { need } = await decided(goOn)
    const done = await stand.act('homeCareManager', 'decideState', {
      initiative: need.key,
      change: 'stop',
      wording,
      grounds: 'Finns redan.',
    })
    expect(done.initiatives).toMatchObject([{ state: 'stopped' }])
  })

  test('is open again when the meeting takes its decision back', async () => {
    const { need, item } = await decided(goOn)
    await stand.act('developmentLead', 'decideItem', { item: item.key, outcome: 'table' })
    expect((await decideGate(need.key)).initiatives).toMatchObject([{ stage: 'screening' }])
  })
})

test('a pause that a meeting has decided is not decided again, but the gate is', async () => {
  const { need } = await decided({ does: 'state', to: 'paused' })
  const pause = stand.act('homeCareManager', 'decideState', {
    initiative: need.key,
    change: 'pause',
    wording,
    grounds: 'Vänta.',
  })
  expect(await refusalsOf(pause)).toMatchObject([{ why: 'decidedAtMeeting' }])
  expect((await decideGate(need.key)).initiatives).toMatchObject([{ stage: 'screening' }])
})
