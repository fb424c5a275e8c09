/** What is sent on which day: what came before, holidays, what was told at once, what is sent again, and pauses. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Address,
  addresses,
  partOf,
  reminderChoices,
  type Sending,
  sendings,
} from '#src/lists/reminding.ts'
import type { Notice } from '#src/rules/reminding/notices.ts'
import { instantOf } from '#src/rules/days/swedishClock.ts'
import { tell } from '#bots/delivery/tell.ts'
import { createVirtualTime } from '#scripts/botMonth/virtualTime.ts'
import { aMeeting, anAction } from '#test/fixtures/meetings.ts'
import { aPerson } from '#test/fixtures/organisation.ts'
import { setUpStand, type Stand } from '#test/fixtures/stand.ts'
import { delivering, pm } from './delivering.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('lists')
})
afterAll(() => stand.close())

const { now, aServer, rounds, nextDay, reach, rows, states, linesOf } = delivering(() => stand)

const someNotice: Notice = {
  key: 'm-1/verify/1',
  kind: 'verifyAsked',
  to: [],
  forum: { key: 'f-1', title: 'Forum' },
  meeting: { key: 'm-1', title: 'SD HT' },
  by: aPerson('secretary'),
  on: '2026-03-24',
}

test('what was due before the first run is summed up once, and floods nobody', async () => {
  now.actions = Array.from({ length: 40 }, (_, i) =>
    anAction(`old-${i}`, { owner: pm, due: i < 20 ? '2026-03-02' : '2024-10-01' }),
  )
  const server = aServer()
  await rounds(server)
  await nextDay('2026-03-25')
  await rounds(server)
  expect(now.posted.map(({ row }) => [row.lines, row.waits])).toEqual([[[], 40]])
})

test('nothing is sent on Good Friday; the next working day has it', async () => {
  const server = aServer()
  now.actions = [anAction('easter', { owner: pm, due: '2026-04-02' })]
  await now.time.runUntil(instantOf({ day: '2026-04-01', minutes: 485 }))
  await rounds(server)
  for (const day of ['2026-04-03', '2026-04-04', '2026-04-06']) {
    await nextDay(day)
    await rounds(server)
  }
  expect(now.posted.map(({ on }) => on)).toEqual(['2026-04-01'])
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
  now.verifications = [asked as never]
  now.actions = []
  const server = aServer()
  await rounds(server)
  await rounds(server)
  expect(now.posted.map(({ row }) => [row.kind, row.lines?.map(({ key }) => key)])).toEqual([
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
  now.answers = [{ got: 'unreachable', code: '403' }]
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
  now.actions = [...now.actions, anAction('other', { owner: pm, due: '2026-03-26' })]
  await now.time.runUntil(now.time.now() + 1_800_000)
  await rounds(server)
  await rounds(server)
  expect(now.posted.slice(1).map(({ row: { claim } }) => claim)).toEqual([
    'digest/2026-03-24/pm/again/1',
    'digest/2026-03-25/pm',
  ])
  expect(linesOf(2)).toEqual(['action/other/2026-03-26/soon'])
})

test('whoever has chosen another time has it then, and those who have not are not kept waiting', async () => {
  await reach('late')
  const [time, person] = ['08:30', aPerson('late')]
  const { item } = await stand.store.create(reminderChoices, { key: 'late', title: 'late', person, time })
  now.actions = [...now.actions, anAction('plan', { owner: person, due: '2026-03-25' })]
  now.time = createVirtualTime(instantOf({ day: '2026-03-24', minutes: 470 }))
  const server = aServer()
  for (const minutes of [470, 481, 505, 511, 520]) {
    await now.time.runUntil(instantOf({ day: '2026-03-24', minutes }))
    await rounds(server)
    if (minutes === 505) expect(now.posted.map(({ row }) => row.person?.id)).toEqual(['pm'])
  }
  expect(now.posted.map(({ row }) => row.person?.id)).toEqual(['pm', 'late'])
  const { graph, site } = stand.store
  await graph({
    method: 'DELETE',
    path: `/sites/${site.id}/lists/${site.listIds.ReminderChoices}/items/${item.id}`,
  })
})

test('a pause begun a few minutes before holds', async () => {
  now.time = createVirtualTime(instantOf({ day: '2026-03-24', minutes: 475 }))
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
  expect(now.posted).toEqual([])
  const { graph, site } = stand.store
  await graph({
    method: 'DELETE',
    path: `/sites/${site.id}/lists/${site.listIds.ReminderChoices}/items/${item.id}`,
  })
})
