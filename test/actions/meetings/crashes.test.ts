/** A server that dies at any write of a decision, of sending or of verifying: the timer of another finishes it, once. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runAction } from '#src/actions/index.ts'
import { applyMeetings } from '#src/actions/meetings/applyMeetings.ts'
import type { Work } from '#src/actions/work.ts'
import { decisions } from '#src/lists/decisions.ts'
import { agendaItems, type Meeting, meetings } from '#src/lists/meetings.ts'
import { papers, paragraphs, verifications } from '#src/lists/minutes.ts'
import { Refused } from '#src/rules/refusal.ts'
import { type Interrupted, Killed, killedAt, lostAt } from '#test/fixtures/interrupted.ts'
import { aNeed, asItStands } from '#test/fixtures/needs.ts'
import { aForumThere, anItemOf, aSitting } from '#test/fixtures/sittings.ts'
import { setUpStand, type Stand, TODAY } from '#test/fixtures/stand.ts'

// One for each test: the timer looks at everything that is left.
let stand: Stand
beforeEach(async () => {
  stand = await setUpStand('city')
})
afterEach(() => stand.close())
const LONG = { timeout: 300_000 }

const wording = 'Behovet går vidare.'
const effect = { does: 'gate', gate: 'BP1', outcome: 'goOn' } as const
const timer = (given: Partial<Work> = {}) =>
  applyMeetings(stand.work('employee', { me: { id: 'system', name: 'Samstyr' }, ...given }), TODAY)

/** Ends as it may for one who was interrupted; anything else fails the test. */
const orDies = (asked: Promise<unknown>) =>
  asked.catch((error: unknown) => {
    if (!(error instanceof Killed) && !(error instanceof Refused)) throw error
  })

/** Interrupts at the first write, the second, and so on, until the work is over before it is reached. */
async function atEveryWrite(
  interrupt: (at: number) => Interrupted,
  work: (interrupted: Interrupted) => Promise<void>,
): Promise<number> {
  let at = 0
  for (let reached = true; reached; ) {
    const interrupted = interrupt(++at)
    await work(interrupted)
    reached = interrupted.reached()
  }
  return at - 1
}

/** A meeting with a gate that is granted, and two other items. */
async function aMeeting(state: 'open' | 'held', effectAt: Meeting['effectAt'] = 'verified') {
  const meeting = await aSitting(stand, await aForumThere(stand), {
    effectAt,
    verifiers: [stand.person('homeCareManager')],
  })
  const need = await aNeed(stand, {}, { business: false })
  const item = await anItemOf(stand, meeting, { initiative: { key: need.key, title: need.title } })
  await anItemOf(stand, meeting, { kind: 'information' })
  const assigned = await anItemOf(stand, meeting)
  if (state === 'held') {
    const decide = (args: object) => stand.act('developmentLead', 'decideItem', args as never)
    await decide({ item: item.key, outcome: 'grant', wording, effect })
    await decide({ item: assigned.key, outcome: 'assign', wording: 'Enheten tar fram underlag.' })
    await stand.store.change(meetings, meeting, { state: 'held' })
  }
  return { meeting, need, item, assigned }
}
type Made = Awaited<ReturnType<typeof aMeeting>>

const paperOf = async ({ meeting }: Made) =>
  (await stand.store.where(papers, { column: 'meeting', value: meeting.key })).filter(
    ({ kind }) => kind === 'minutes',
  )

async function expectSent(made: Made) {
  const { meeting } = made
  const [now, given, asked, [paper, ...others]] = await Promise.all([
    stand.store.byKey(meetings, meeting.key),
    stand.store.where(paragraphs, { column: 'meeting', value: meeting.key }),
    stand.store.where(verifications, { column: 'meeting', value: meeting.key }),
    paperOf(made),
  ])
  expect(now).toMatchObject({ state: 'sent', minutesVersion: 1 })
  expect(given.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual([1, 2, 3])
  expect(asked.map(({ hash }) => hash)).toEqual([paper?.hash])
  expect(others).toEqual([])
}

async function expectVerified(made: Made) {
  const { meeting, need, item, assigned } = made
  expect(await stand.store.byKey(meetings, meeting.key)).toMatchObject({
    state: 'verified',
    validVersion: 1,
    finished: 'verified/1',
  })
  const now = await asItStands(stand, need.key)
  expect([now.initiative.stage, now.decisions.length, now.trail.length]).toEqual(['screening', 1, 1])
  expect(await stand.store.byKey(agendaItems, item.key)).toMatchObject({
    carrying: 'done',
    decision: { key: `${item.key}/decision` },
  })
  expect(await stand.store.byKey(decisions, `${assigned.key}/decision`)).toMatchObject({
    matter: 'assignment',
  })
  const [paper] = await paperOf(made)
  expect(paper?.file).toContain('http')
}

describe.for([
  { says: 'before the service did it', sent: false },
  { says: 'after the service did it', sent: true },
])('killed $says', ({ sent }) => {
  test('a decision that takes effect at the meeting is carried out once', async () => {
    const writes = await atEveryWrite(
      (at) => killedAt(stand, at, { sent }),
      async ({ store }) => {
        const { item, need } = await aMeeting('open', 'atMeeting')
        const args = { item: item.key, outcome: 'grant', wording, effect }
        await orDies(runAction(stand.work('developmentLead', { store }), 'decideItem', args))
        await timer()
        const now = await stand.store.byKey(agendaItems, item.key)
        const { initiative, decisions: made, trail } = await asItStands(stand, need.key)
        // Killed before anything was written, nothing was decided.
        const was = now?.outcome ? ['screening', 'done', 1, 1] : ['collection', undefined, 0, 0]
        expect([initiative.stage, now?.carrying, made.length, trail.length]).toEqual(was)
        // Whoever asked asks again.
        await stand.act('developmentLead', 'decideItem', args as never)
        expect((await asItStands(stand, need.key)).decisions).toHaveLength(1)
      },
    )
    expect(writes).toBeGreaterThanOrEqual(5)
  })

  test('minutes are sent whole, with a number for each item', async () => {
    const writes = await atEveryWrite(
      (at) => killedAt(stand, at, { sent }),
      async ({ store }) => {
        const made = await aMeeting('held')
        const args = { meeting: made.meeting.key }
        await orDies(runAction(stand.work('developmentLead', { store }), 'sendMinutes', args))
        await timer()
        const isSent = (await stand.store.byKey(meetings, made.meeting.key))?.state === 'sent'
        if (isSent) await expectSent(made)
        await stand.act('developmentLead', 'sendMinutes', args)
        await expectSent(made)
      },
    )
    expect(writes).toBeGreaterThanOrEqual(4)
  })

  test('minutes that the last one approves are verified, carried out and filed', LONG, async () => {
    const writes = await atEveryWrite(
      (at) => killedAt(stand, at, { sent }),
      async ({ store }) => {
        const made = await aMeeting('held')
        await stand.act('developmentLead', 'sendMinutes', { meeting: made.meeting.key })
        const [paper] = await paperOf(made)
        const args = {
          meeting: made.meeting.key,
          version: 1,
          hash: paper?.hash ?? '',
          answer: 'approved' as const,
        }
        await orDies(runAction(stand.work('homeCareManager', { store }), 'verifyMinutes', args))
        await timer()
        const [asked] = await stand.store.where(verifications, { column: 'meeting', value: made.meeting.key })
        if (asked?.answer === 'approved') await expectVerified(made)
        await stand.act('homeCareManager', 'verifyMinutes', args)
        await expectVerified(made)
      },
    )
    expect(writes).toBeGreaterThanOrEqual(12)
  })
})

test(
  'a connection that breaks at any write of verifying leaves what the next attempt finishes',
  LONG,
  async () => {
    await atEveryWrite(
      (at) => lostAt(stand, at, { sent: true }),
      async ({ store }) => {
        const made = await aMeeting('held')
        await stand.act('developmentLead', 'sendMinutes', { meeting: made.meeting.key })
        const [paper] = await paperOf(made)
        const args = {
          meeting: made.meeting.key,
          version: 1,
          hash: paper?.hash ?? '',
          answer: 'approved' as const,
        }
        await runAction(stand.work('homeCareManager', { store }), 'verifyMinutes', args).catch(
          () => undefined,
        )
        await stand.act('homeCareManager', 'verifyMinutes', args)
        await timer()
        await expectVerified(made)
      },
    )
  },
)

test('two servers that finish the same at once do it once', async () => {
  const made = await aMeeting('held')
  await stand.act('developmentLead', 'sendMinutes', { meeting: made.meeting.key })
  const [paper] = await paperOf(made)
  const [asked] = await stand.store.where(verifications, { column: 'meeting', value: made.meeting.key })
  await stand.store.change(verifications, asked ?? expect.fail('nobody asked'), {
    answer: 'approved',
    answeredOn: TODAY,
  })
  expect(paper?.hash).toBe(asked?.hash)
  await Promise.allSettled([timer(), timer(), timer()])
  await timer()
  await expectVerified(made)
})
