/** What the server reads before it reminds anybody, from the lists as they are. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses } from '#src/lists/reminding.ts'
import { actionItems } from '#src/lists/actionItems.ts'
import { dueLines } from '#src/rules/reminders.ts'
import { realClock } from '#bots/delivery/clock.ts'
import { gatherFacts } from '#bots/delivery/gatherFacts.ts'
import { noteMissing } from '#bots/delivery/missing.ts'
import { createUnits } from '#bots/delivery/units.ts'
import { aNeed } from '#test/fixtures/needs.ts'
import { setUpStand, type Stand, TODAY } from '#test/fixtures/stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())

test('a need that is ready waits for its decider, an action for its owner, in few requests', async () => {
  const need = await aNeed(stand, { stageSince: TODAY })
  const action = { title: 'Utred', state: 'open' as const, forum: { key: 'f', title: 'Forum' }, due: TODAY }
  await stand.store.create(actionItems, { ...action, key: 'a-1', owner: stand.person('employee') })
  await stand.store.create(actionItems, {
    ...action,
    key: 'a-2',
    owner: stand.person('employee'),
    state: 'done',
  })
  let lines: string[] = []
  const requests = await stand.requestsOf(async () => {
    const facts = await gatherFacts(stand.store, createUnits(realClock, 100_000), TODAY)
    lines = dueLines(facts).map(({ to, kind, item }) => `${to.name}: ${kind} ${item.title}`)
  })
  expect(lines.toSorted()).toEqual(
    [
      `${stand.person('employee').name}: action Utred`,
      `${stand.person('homeCareManager').name}: decision ${need.title}`,
    ].toSorted(),
  )
  expect(requests).toBeLessThanOrEqual(14)
})

test('people whom nobody can reach are noted once', async () => {
  const people = [stand.person('employee'), stand.person('director')]
  await noteMissing(stand.store, people, TODAY)
  await noteMissing(stand.store, people, TODAY)
  const rows = await stand.store.all(addresses)
  expect(rows.map(({ state, lastError }) => `${state} ${lastError}`)).toEqual([
    'unreachable notInstalled',
    'unreachable notInstalled',
  ])
})
