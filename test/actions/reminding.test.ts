/** Everyone's own choice of reminders, and the administrator's view of what was sent: on lists that staff can't read. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  type Address,
  addresses,
  partOf,
  reminderChoices,
  type Sending,
  type SendingDraft,
  sendings,
} from '#src/lists/reminding.ts'
import type { Person } from '#src/lists/columns.ts'
import { aLine } from '#test/fixtures/reminding.ts'
import { refusalsOf, setUpStand, type Stand, TODAY, whysOf, type Who } from '#test/fixtures/stand.ts'

let stand: Stand
let pm: Person
beforeAll(async () => {
  stand = await setUpStand('city')
  pm = stand.person('projectManager')
})
afterAll(() => stand.close())
beforeEach(async () => {
  const { graph, site } = stand.store
  for (const list of [sendings, addresses, reminderChoices])
    for (const { id } of await stand.store.all(list))
      await graph({
        method: 'DELETE',
        path: `/sites/${site.id}/lists/${site.listIds[list.name]}/items/${id}`,
      })
})

const faultsOf = async (asked: Promise<unknown>) =>
  (await refusalsOf(asked)).map((refusal) => (refusal.why === 'reminding' ? refusal.fault : refusal.why))

const aRow = (values: Partial<SendingDraft> = {}): SendingDraft => ({
  key: 's-1',
  title: 'Hemlig rubrik',
  claim: `digest/${TODAY}/${pm.id}`,
  kind: 'digest',
  day: TODAY,
  person: pm,
  state: 'failed',
  lastCode: '500',
  attempts: 1,
  lines: [aLine('one', { item: { key: 'i-9', title: 'Hemligt ärende' } })],
  part: partOf(values.day ?? TODAY, { person: pm }),
  ...values,
})
const sent = async (values: Partial<SendingDraft> = {}) =>
  (await stand.store.create(sendings, aRow(values))).item
const reach = async (values: Partial<Address> = {}) =>
  stand.store.create(addresses, {
    key: pm.id,
    title: pm.name,
    claim: pm.id,
    person: pm,
    conversation: 'a:1',
    state: 'reachable',
    ...values,
  })
const resend = (who: Who, sending: string, key?: string) =>
  stand.act(who, 'resendSending', { sending }, key === undefined ? {} : { key })
const rowsOf = async () =>
  (await stand.store.all(sendings)).map(({ claim, state }) => `${claim.replace(pm.id, 'pm')} ${state}`)

test('a person chooses for themselves, and is one row however often they choose', async () => {
  await stand.act('employee', 'saveReminderChoice', { time: '9.30', off: ['moved', 'moved'] })
  await stand.act('employee', 'saveReminderChoice', { pausedFrom: null, pausedTo: '2024-10-20' })
  await stand.act('otherLead', 'saveReminderChoice', { time: '07:00' })
  const me = stand.person('employee')
  const [row] = await stand.store.where(reminderChoices, { column: 'key', value: me.id })
  expect(row).toMatchObject({
    person: me,
    time: '09:30',
    off: ['moved'],
    pausedFrom: TODAY,
    pausedTo: '2024-10-20',
    changedBy: me,
  })
  expect(await stand.store.all(reminderChoices)).toHaveLength(2)
})

test('what is taken back is empty again, and what is as before is not written', async () => {
  await stand.act('employee', 'saveReminderChoice', { time: '09:30', pausedTo: '2024-10-20' })
  const done = await stand.act('employee', 'saveReminderChoice', { time: null, pausedTo: null })
  const [row] = done.reminderChoices ?? []
  expect([row?.time, row?.pausedFrom, row?.pausedTo]).toEqual([undefined, undefined, undefined])
  const again = await stand.act('employee', 'saveReminderChoice', { time: null })
  expect(again.reminderChoices?.[0]?.version).toBe(row?.version)
})

test.for([
  { asked: { time: '05:00' }, faults: ['time'] },
  { asked: { time: '=HYPERLINK("x")' }, faults: ['time'] },
  { asked: { pausedFrom: '2024-10-20' }, faults: ['pauseOpen'] },
  { asked: { pausedFrom: 'i morgon', pausedTo: '2024-10-20' }, faults: ['pauseDay'] },
  { asked: { off: ['everything' as never] }, faults: ['invalid'] },
  { asked: { person: 'somebody' } as never, faults: ['invalid'] },
])('$asked is refused as $faults, and nothing is written', async ({ asked, faults }) => {
  expect(await faultsOf(stand.act('employee', 'saveReminderChoice', asked))).toEqual(faults)
  expect(await stand.store.all(reminderChoices)).toEqual([])
})

test('a person reads their own choice through the server, and nobody else’s', async () => {
  await stand.act('projectManager', 'saveReminderChoice', { time: '10:00' })
  await reach({ state: 'unreachable', since: '2024-09-30', lastError: '403' })
  expect(await stand.act('projectManager', 'loadMyReminders', {})).toMatchObject({
    myReminders: { choice: { time: '10:00' }, address: { state: 'unreachable', since: '2024-09-30' } },
  })
  expect(await stand.act('employee', 'loadMyReminders', {})).toEqual({ myReminders: {} })
  await expect(stand.storeAs('projectManager').all(reminderChoices)).rejects.toMatchObject({ status: 404 })
})

test('an administrator sees how a day went, and nothing of what people were told', async () => {
  await sent()
  await sent({ key: 's-2', claim: 'digest/older', day: '2024-09-30' })
  await sent({ key: 'sender', claim: 'sender', kind: 'sender', state: 'sent' })
  await reach({ state: 'removed', since: '2024-09-29', conversation: 'a:secret' })
  const { dispatch } = await stand.act('administrator', 'loadDispatch', { day: TODAY })
  expect(dispatch).toEqual({
    day: TODAY,
    rows: [
      {
        key: 's-1',
        day: TODAY,
        kind: 'digest',
        to: pm.name,
        state: 'failed',
        attempts: 1,
        lastCode: '500',
        lines: 1,
        about: ['action'],
      },
    ],
    unreached: [{ key: pm.id, to: pm.name, isForum: false, state: 'removed', since: '2024-09-29' }],
  })
  const before = await stand.act('administrator', 'loadDispatch', { day: '2024-09-30' })
  expect(before.dispatch?.rows.map(({ key }) => key)).toEqual(['s-2'])
})

test('nobody but an administrator sees it or sends again', async () => {
  await sent()
  expect(await whysOf(stand.act('developmentLead', 'loadDispatch', { day: TODAY }))).toEqual(['notYourTask'])
  expect(await whysOf(resend('projectManager', 's-1'))).toEqual(['notYourTask'])
  expect(await rowsOf()).toEqual([`digest/${TODAY}/pm failed`])
})

test('a message is sent again once, by a claim of its own, however often it is asked for', async () => {
  await sent()
  await reach()
  const first = await resend('administrator', 's-1', 'k-1')
  expect(first.resent?.map(({ key, state, resentOn }) => [key, state, resentOn])).toEqual([
    ['again/k-1', 'waiting', undefined],
    ['s-1', 'failed', TODAY],
  ])
  expect(await resend('administrator', 's-1', 'k-1')).toEqual(first)
  expect(await faultsOf(resend('administrator', 's-1', 'k-2'))).toEqual(['alreadyResent'])
  expect(await faultsOf(resend('administrator', 'again/k-1', 'k-3'))).toEqual(['underWay'])
  expect(await rowsOf()).toEqual([`digest/${TODAY}/pm failed`, `digest/${TODAY}/pm/again/1 waiting`])
})

test('sent again in vain, it may be sent once more', async () => {
  await sent()
  await reach()
  await resend('administrator', 's-1', 'k-1')
  const again = (await stand.store.byKey(sendings, 'again/k-1')) as Sending
  await stand.store.change(sendings, again, { state: 'unconfirmed' })
  await resend('administrator', 'again/k-1', 'k-2')
  expect(await rowsOf()).toContain(`digest/${TODAY}/pm/again/2 waiting`)
})

test('of two administrators at once, one sends', async () => {
  await sent()
  await reach()
  const asked = await Promise.allSettled([
    resend('administrator', 's-1', 'k-1'),
    resend('administrator', 's-1', 'k-2'),
  ])
  expect(asked.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0)
  expect((await rowsOf()).filter((row) => row.endsWith('waiting'))).toHaveLength(1)
})

test('whoever was blocked is tried once more; whoever has no chat isn’t', async () => {
  await sent({ state: 'unreachable' })
  expect(await faultsOf(resend('administrator', 's-1'))).toEqual(['notReached'])
  const { item } = await reach({ state: 'removed' })
  expect(await faultsOf(resend('administrator', 's-1'))).toEqual(['notReached'])
  await stand.store.change(addresses, item, { state: 'unreachable' })
  await resend('administrator', 's-1')
  expect(await stand.store.byKey(addresses, pm.id)).toMatchObject({ state: 'reachable', since: TODAY })
})
