/** Servers that deliver what the bot has to say, on lists of the local tenant, in a time of its own. */
import { beforeEach } from 'vitest'
import type { ActionItem } from '#src/lists/actionItems.ts'
import type { Verification } from '#src/lists/minutes.ts'
import { addresses, type Sending, sendings } from '#src/lists/reminding.ts'
import { instantOf, momentOf } from '#src/rules/days/swedishClock.ts'
import { createDelivery, type Delivering } from '#bots/delivery/deliver.ts'
import type { Outcome } from '#bots/delivery/outcome.ts'
import { createVirtualTime, type VirtualTime } from '#scripts/botMonth/virtualTime.ts'
import { aMeeting, anAction } from '#test/fixtures/meetings.ts'
import { aPerson } from '#test/fixtures/organisation.ts'
import { someFacts } from '#test/fixtures/reminding.ts'
import type { Stand } from '#test/fixtures/stand.ts'

export const pm = aPerson('pm', 'Petra Projektledare')
export const sent: Outcome = { got: 'sent', activity: 'a-1' }

/** What the servers of a test know, and what they have posted. */
interface Now {
  time: VirtualTime
  actions: ActionItem[]
  verifications: Verification[]
  posted: { row: Sending; on: string }[]
  /** How Teams answers, one after another; then by taking it. */
  answers: Outcome[]
}

const atEight = (): Now => ({
  time: createVirtualTime(instantOf({ day: '2026-03-24', minutes: 480 })),
  actions: [anAction('robots', { owner: pm, due: '2026-03-25' })],
  verifications: [],
  posted: [],
  answers: [],
})

/** Before each test it is eight in the morning, nothing has been sent, and the bot reaches the project manager alone. */
export function delivering(stand: () => Stand) {
  const now = atEight()
  beforeEach(async () => {
    Object.assign(now, atEight())
    const { graph, site } = stand().store
    for (const list of [sendings, addresses])
      for (const { id } of await stand().store.all(list))
        await graph({
          method: 'DELETE',
          path: `/sites/${site.id}/lists/${site.listIds[list.name]}/items/${id}`,
        })
    await reach('pm')
  })

  async function reach(id: string, since = '2026-03-02'): Promise<void> {
    const person = aPerson(id)
    const row = { title: id, claim: id, person, conversation: `a:${id}`, state: 'reachable' as const, since }
    await stand().store.create(addresses, { key: `address-${id}`, ...row })
  }

  function aServer(holder = 'server', more: Partial<Delivering> = {}) {
    return createDelivery({
      store: stand().store,
      clock: now.time,
      holder,
      perSecond: 10,
      unitsPerMinute: 100_000,
      random: () => 0.5,
      moment: async () => momentOf(now.time.now()),
      gather: async (_store, _units, today) =>
        someFacts({
          today,
          actions: now.actions,
          verifications: now.verifications,
          meetings: [aMeeting({ key: 'm-1', state: 'sent' })],
        }),
      draw: (row) => row,
      post: async (_address, activity) => {
        now.posted.push({ row: activity as Sending, on: momentOf(now.time.now()).day })
        return now.answers.shift() ?? sent
      },
      ...more,
    })
  }

  /** Rounds until nothing is left to do, in however long that takes by the virtual clock. */
  async function rounds(...servers: ReturnType<typeof aServer>[]) {
    const state = { isDone: false }
    const work = now.time
      .during(async () => undefined)
      .then(() => Promise.all(servers.map((server) => server())))
    void work.finally(() => (state.isDone = true))
    while (!state.isDone) {
      await now.time.runUntil(now.time.now() + 1000)
      await new Promise((resolve) => setImmediate(resolve))
    }
    return work
  }

  async function nextDay(day: string) {
    await now.time.runUntil(instantOf({ day, minutes: 485 }))
  }

  const rows = async () => (await stand().store.all(sendings)).filter(({ person }) => person)
  const states = async () => (await rows()).map(({ day, state }) => `${day} ${state}`).toSorted()
  const linesOf = (at: number) =>
    now.posted[at]?.row.lines?.map(({ key, again }) => `${key}${again ? ' again' : ''}`)
  return { now, aServer, rounds, nextDay, reach, rows, states, linesOf }
}
