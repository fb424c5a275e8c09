/** How messages are claimed, sent once and marked, whatever happens on the way; on lists of the local tenant, in a time of its own. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Verification } from '#src/lists/minutes.ts'
import {
  type Address,
  addresses,
  partOf,
  reminderChoices,
  type Sending,
  sendings,
} from '#src/lists/reminding.ts'
import type { Notice } from '#src/rules/reminding/notices.ts'
import type { ActionItem } from '#src/lists/actionItems.ts'
import { instantOf, momentOf } from '#src/rules/days/swedishClock.ts'
import { createDelivery, type Delivering } from '#bots/delivery/deliver.ts'
import { type Outcome, outcomeOf } from '#bots/delivery/outcome.ts'
import { tell } from '#bots/delivery/tell.ts'
import { createVirtualTime, type VirtualTime } from '#scripts/botMonth/virtualTime.ts'
import { aMeeting, anAction } from '#test/fixtures/meetings.ts'
import { aPerson } from '#test/fixtures/organisation.ts'
import { someFacts } from '#test/fixtures/reminding.ts'
import { setUpStand, type Stand } from '#test/fixtures/stand.ts'

let stand: Stand
let time: VirtualTime
let actions: ActionItem[]
let verifications: Verification[]
let posted: { row: Sending; on: string }[]
let answers: Outcome[]

const pm = aPerson('pm', 'Petra Projektledare')
const sent: Outcome = { got: 'sent', activity: 'a-1' }

const someNotice: Notice = {
  key: 'm-1/verify/1',
  kind: 'verifyAsked',
  to: [],
  forum: { key: 'f-1', title: 'Forum' },
  meeting: { key: 'm-1', title: 'SD HT' },
  by: aPerson('secretary'),
  on: '2026-03-24',
}

beforeAll(async () => {
  stand = await setUpStand('lists')
})
afterAll(() => stand.close())

beforeEach(async () => {
  time = createVirtualTime(instantOf({ day: '2026-03-24', minutes: 480 }))
  actions = [anAction('robots', { owner: pm, due: '2026-03-25' })]
  verifications = []
  posted = []
  answers = []
  const { graph, site } = stand.store
  for (const list of [sendings, addresses])
    for (const { id } of await stand.store.all(list))
      await graph({
        method: 'DELETE',
        path: `/sites/${site.id}/lists/${site.listIds[list.name]}/items/${id}`,
      })
  await reach('pm')
})

async function reach(id: string, since = '2026-03-02'): Promise<void> {
  const person = aPerson(id)
  const row = { title: id, claim: id, person, conversation: `a:${id}`, state: 'reachable' as const, since }
  await stand.store.create(addresses, { key: `address-${id}`, ...row })
}

function aServer(holder = 'server', more: Partial<Delivering> = {}) {
  return createDelivery({
    store: stand.store,
    clock: time,
    holder,
    perSecond: 10,
    unitsPerMinute: 100_000,
    random: () => 0.5,
    moment: async () => momentOf(time.now()),
    gather: async (_store, _units, today) =>
      someFacts({ today, actions, verifications, meetings: [aMeeting({ key: 'm-1', state: 'sent' })] }),
    draw: (row) => row,
    post: async (_address, activity) => {
      posted.push({ row: activity as Sending, on: momentOf(time.now()).day })
      return answers.shift() ?? sent
    },
    ...more,
  })
}

/** Rounds until nothing is left to do, in however long that takes by the virtual clock. */
async function rounds(...servers: ReturnType<typeof aServer>[]) {
  const state = { isDone: false }
  const work = time.during(async () => undefined).then(() => Promise.all(servers.map((server) => server())))
  void work.finally(() => (state.isDone = true))
  while (!state.isDone) {
    await time.runUntil(time.now() + 1000)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return work
}

async function nextDay(day: string) {
  await time.runUntil(instantOf({ day, minutes: 485 }))
}

const rows = async () => (await stand.store.all(sendings)).filter(({ person }) => person)
const states = async () => (await rows()).map(({ day, state }) => `${day} ${state}`).toSorted()
const linesOf = (at: number) =>
  posted[at]?.row.lines?.map(({ key, again }) => `${key}${again ? ' again' : ''}`)

test('a digest comes once, and says what is due', async () => {
  const server = aServer()
  await rounds(server)
  await rounds(server)
  expect(posted.map(({ row }) => row.person?.id)).toEqual(['pm'])
  expect(linesOf(0)).toEqual(['action/robots/2026-03-25/soon'])
  expect(await states()).toEqual(['2026-03-24 sent'])
})

test('of two servers one sends', async () => {
  const answered = await rounds(aServer('one'), aServer('other'))
  expect(answered.filter(Boolean).length).toBe(1)
  expect(posted.length).toBe(1)
})

test('what another claimed and never sent is sent by whoever takes over, once its right has ended', async () => {
  await rounds(aServer('dead'))
  const [row] = await rows()
  posted = []
  await stand.store.change(sendings, row as Sending, { state: 'waiting' })
  const other = aServer('other')
  await rounds(other)
  expect(posted).toEqual([])
  await time.runUntil(time.now() + 100_000)
  await rounds(other)
  expect(posted.length).toBe(1)
})

test('what was on its way when its server died is told in the next digest, as perhaps seen', async () => {
  await rounds(aServer('dead'))
  const [row] = await rows()
  await stand.store.change(sendings, row as Sending, { state: 'sending' })
  await time.runUntil(time.now() + 100_000)
  const other = aServer('other')
  await rounds(other)
  expect([posted.length, await states()]).toEqual([1, ['2026-03-24 unconfirmed']])
  actions = [anAction('robots', { owner: pm, due: '2026-03-25' })]
  await nextDay('2026-03-25')
  await rounds(other)
  expect(linesOf(1)).toEqual(['action/robots/2026-03-25/soon again'])
})

test('whoever lets the bot in during the day has their digest within a minute, and once', async () => {
  const old = anAction('old', { owner: aPerson('new'), due: '2026-03-02' })
  actions = [...actions, old, anAction('plan', { owner: aPerson('new'), due: '2026-03-25' })]
  const [one, other] = [aServer('one'), aServer('other')]
  await rounds(one)
  expect(posted.map(({ row }) => row.person?.id)).toEqual(['pm'])
  await reach('new', '2026-03-24')
  await time.runUntil(time.now() + 31_000)
  await rounds(one, other)
  expect(posted.map(({ row }) => [row.person?.id, row.waits])).toEqual([
    ['pm', undefined],
    ['new', 1],
  ])
  // The one falls silent, and the other knows only what is claimed.
  await time.runUntil(time.now() + 100_000)
  await rounds(other)
  await time.runUntil(time.now() + 31_000)
  await rounds(other, one)
  expect(posted).toHaveLength(2)
})

test('whoever takes the bot away and lets it in again has no second digest that day', async () => {
  const server = aServer()
  await rounds(server)
  const row = async () => (await stand.store.where(addresses, { column: 'claim', value: 'pm' }))[0] as Address
  await stand.store.change(addresses, await row(), { state: 'removed', since: '2026-03-24' })
  await time.runUntil(time.now() + 31_000)
  await rounds(server)
  await stand.store.change(addresses, await row(), { state: 'reachable' })
  await time.runUntil(time.now() + 31_000)
  await rounds(server)
  await rounds(aServer('other'))
  expect(posted).toHaveLength(1)
})

test('a time-out is not sent again by itself', async () => {
  answers = [outcomeOf(undefined)]
  const server = aServer()
  await rounds(server)
  await rounds(server)
  expect([posted.length, await states()]).toEqual([1, ['2026-03-24 unconfirmed']])
})

test('what is throttled is sent again, no sooner than the service said', async () => {
  answers = [outcomeOf({ status: 429, retryAfter: '7' }), outcomeOf({ status: 412 })]
  const began = time.now()
  await rounds(aServer())
  expect([posted.length, await states()]).toEqual([3, ['2026-03-24 sent']])
  expect(time.now() - began).toBeGreaterThanOrEqual(7000)
})

test('whoever has blocked the bot is not asked again', async () => {
  answers = [outcomeOf({ status: 403 })]
  const server = aServer()
  await rounds(server)
  await nextDay('2026-03-25')
  await rounds(server)
  expect([posted.length, await states()]).toEqual([1, ['2026-03-24 unreachable']])
  expect(
    (await stand.store.all(addresses)).map(({ state, lastError }: Address) => `${state} ${lastError}`),
  ).toEqual(['unreachable 403'])
})

test('what was due before the first run is summed up once, and floods nobody', async () => {
  actions = Array.from({ length: 40 }, (_, i) => anAction(`old-${i}`, { owner: pm, due: '2026-03-02' }))
  const server = aServer()
  await rounds(server)
  await nextDay('2026-03-25')
  await rounds(server)
  expect(posted.map(({ row }) => [row.lines, row.waits])).toEqual([[[], 40]])
})

test('nothing is sent on Good Friday; the next working day has it', async () => {
  const server = aServer()
  actions = [anAction('easter', { owner: pm, due: '2026-04-02' })]
  await time.runUntil(instantOf({ day: '2026-04-01', minutes: 485 }))
  await rounds(server)
  for (const day of ['2026-04-03', '2026-04-04', '2026-04-06']) {
    await nextDay(day)
    await rounds(server)
  }
  expect(posted.map(({ on }) => on)).toEqual(['2026-04-01'])
  await nextDay('2026-04-07')
  await rounds(server)
  expect(linesOf(1)).toEqual(['action/easter/2026-04-02/late'])
})

test('what somebody was told at once is not in their digest, and is told once however often it is heard', async () => {
  const line = { ...someNotice, to: [pm] }
  await tell(stand.store, line)
  await tell(stand.store, line)
  const asked = {
    key: 'm-1/1/pm',
    meeting: aMeeting({ key: 'm-1' }),
    person: pm,
    edition: 1,
    answer: 'asked',
    askedOn: '2026-03-24',
  }
  verifications = [asked as never]
  actions = []
  const server = aServer()
  await rounds(server)
  await rounds(server)
  expect(posted.map(({ row }) => [row.kind, row.lines?.map(({ key }) => key)])).toEqual([
    ['urgent', ['verify/m-1/1/pm/2026-03-24/asked']],
  ])
})

test.each([
  { says: 'a kind turned off', choice: { off: ['verify' as const] } },
  { says: 'a pause', choice: { pausedFrom: '2026-03-20', pausedTo: '2026-03-30' } },
])('nothing is told at once against $says', async ({ choice }) => {
  const { item } = await stand.store.create(reminderChoices, {
    key: 'choice',
    title: 'pm',
    person: pm,
    ...choice,
  })
  await tell(stand.store, { ...someNotice, to: [pm] })
  expect(await rows()).toEqual([])
  const { graph, site } = stand.store
  await graph({
    method: 'DELETE',
    path: `/sites/${site.id}/lists/${site.listIds.ReminderChoices}/items/${item.id}`,
  })
})

test('what is sent again by hand goes besides the digest of the day, once, also to one let in a moment ago', async () => {
  const server = aServer()
  answers = [{ got: 'unreachable', code: '403' }]
  await rounds(server)
  const [row] = await rows()
  await nextDay('2026-03-25')
  await rounds(server)
  expect(await states()).toEqual(['2026-03-24 unreachable'])
  const [address] = await stand.store.where(addresses, { column: 'claim', value: 'pm' })
  await stand.store.change(addresses, address as Address, { state: 'reachable' })
  const { lines = [] } = row as Sending
  const again = { title: 'pm', claim: `${row?.claim}/again/1`, kind: 'digest' as const, person: pm, lines }
  await stand.store.create(sendings, {
    key: 'again/1',
    day: '2026-03-25',
    part: partOf('2026-03-25', { person: pm }),
    state: 'waiting',
    ...again,
  })
  actions = [...actions, anAction('other', { owner: pm, due: '2026-03-26' })]
  await time.runUntil(time.now() + 1_800_000)
  await rounds(server)
  await rounds(server)
  expect(posted.slice(1).map(({ row: { claim } }) => claim)).toEqual([
    'digest/2026-03-24/pm/again/1',
    'digest/2026-03-25/pm',
  ])
  expect(linesOf(2)).toEqual(['action/other/2026-03-26/soon'])
})

test('a pause begun a few minutes before holds', async () => {
  time = createVirtualTime(instantOf({ day: '2026-03-24', minutes: 475 }))
  const server = aServer()
  await rounds(server)
  const { item } = await stand.store.create(reminderChoices, {
    key: 'pm',
    title: 'pm',
    person: pm,
    pausedFrom: '2026-03-24',
    pausedTo: '2026-03-30',
  })
  await nextDay('2026-03-24')
  await rounds(server)
  expect(posted).toEqual([])
  const { graph, site } = stand.store
  await graph({
    method: 'DELETE',
    path: `/sites/${site.id}/lists/${site.listIds.ReminderChoices}/items/${item.id}`,
  })
})

test('a server that is told to stop finishes what is on its way, and leaves the rest for another', async () => {
  for (const id of ['one', 'two', 'three']) await reach(id)
  actions = ['pm', 'one', 'two', 'three'].map((id) =>
    anAction(`robots-${id}`, { owner: aPerson(id), due: '2026-03-25' }),
  )
  let isOver = false
  await rounds(
    aServer('stopping', {
      isOver: () => isOver,
      post: async (_address, activity) => {
        isOver = true
        posted.push({ row: activity as Sending, on: momentOf(time.now()).day })
        return sent
      },
    }),
  )
  const before = await states()
  expect(before.filter((state) => state.endsWith('sending'))).toEqual([])
  expect(before.some((state) => state.endsWith('waiting'))).toBe(true)
  await time.runUntil(time.now() + 120_000)
  await rounds(aServer('other'))
  expect(new Set(posted.map(({ row }) => row.person?.id))).toEqual(new Set(['one', 'pm', 'three', 'two']))
  expect(posted).toHaveLength(4)
})
