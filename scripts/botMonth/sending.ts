/** Whether a day of many messages goes at the rate that was asked for while the service refuses some, and what it keeps in memory. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { ActionItem } from '#src/lists/actionItems.ts'
import { addresses, type Sending, sendings } from '#src/lists/reminding.ts'
import { holidays } from '#src/rules/days/holidays.ts'
import { instantOf, momentOf } from '#src/rules/days/swedishClock.ts'
import { treeOf } from '#src/rules/organisation/tree.ts'
import { daysLater } from '#src/rules/days/workingDays.ts'
import { createDelivery } from '#bots/delivery/deliver.ts'
import { outcomeOf } from '#bots/delivery/outcome.ts'
import { randomOf } from './random.ts'
import { createVirtualTime } from './virtualTime.ts'
import { heading, line } from '../bench/report.ts'
import { rowsInMemory } from './rowsInMemory.ts'

const PEOPLE = 10_000
const PER_SECOND = 20
const REFUSED = 0.05
/** Monday to Wednesday. */
const DAYS = ['2026-03-16', '2026-03-17', '2026-03-18'] as const
const MOST_OFF = 0.05
const MOST_GROWTH_MIB = 5

export async function printSending() {
  heading(`sending, ${PEOPLE} people a day, ${100 * REFUSED} % refused`)
  const { rates, heaps } = await measured()
  const [first = 0, ...later] = heaps
  line(
    'messages a second, each day',
    ...rates.map((rate) => rate.toFixed(2)),
    `asked for ${PER_SECOND} ± ${100 * MOST_OFF} %`,
  )
  line(
    'memory after each day',
    ...heaps.map((bytes) => `${mib(bytes)} MiB`),
    `growth ${mib(Math.max(...later) - first)} MiB, budget ${MOST_GROWTH_MIB}`,
  )
}

const mib = (bytes: number) => (bytes / 2 ** 20).toFixed(1)

async function measured(): Promise<{ rates: number[]; heaps: number[] }> {
  const random = randomOf(1)
  const people = Array.from({ length: PEOPLE }, (_, i) => ({
    id: `${(i % 16).toString(16)}-${i}`,
    name: `Person ${i}`,
  }))
  const { store, put, forget } = rowsInMemory()
  put(
    addresses,
    people.map((person) => ({
      key: person.id,
      title: person.name,
      claim: person.id,
      person,
      conversation: `a:${person.id}`,
      state: 'reachable',
    })),
  )
  const time = createVirtualTime(instantOf({ day: DAYS[0], minutes: 475 }))
  let posts: number[] = []
  const round = createDelivery({
    store,
    clock: time,
    holder: 'server',
    random,
    perSecond: PER_SECOND,
    unitsPerMinute: 1_000_000,
    moment: async () => momentOf(time.now()),
    // Something new for everybody every day.
    gather: async (_store, _units, today) => ({
      ...nothing,
      today,
      actions: people.map((owner, i): ActionItem => {
        const key = `action-${i}`
        const due = daysLater(today, 1)
        return { key, id: key, version: '1', title: key, owner, due, state: 'open', forum }
      }),
    }),
    draw: (row: Sending) => row,
    post: async () => {
      posts.push(time.now())
      await time.sleep(40 + random() * 80)
      return random() < REFUSED ? outcomeOf({ status: 429, retryAfter: '2' }) : { got: 'sent', activity: 'a' }
    },
  })
  const rates: number[] = []
  const heaps: number[] = []
  for (const day of DAYS) {
    posts = []
    await time.runUntil(instantOf({ day, minutes: 481 }))
    await runThrough(day)
    const seconds = ((posts.at(-1) ?? 0) - (posts[0] ?? 0)) / 1000
    rates.push((posts.length - 1) / seconds)
    // The lists are kept elsewhere: what is left is what delivery itself holds.
    forget(sendings, ({ kind }) => kind === 'digest')
    posts = []
    heaps.push(heapAfterCleaning())
  }
  return { rates, heaps }

  async function runThrough(day: string) {
    const sent = () => store.startingWith(sendings, { column: 'part', value: day })
    for (;;) {
      const state = { isDone: false }
      const work = time.during(async () => undefined).then(() => round())
      void work.finally(() => (state.isDone = true))
      while (!state.isDone) await time.runUntil(time.now() + 1000)
      const counted = await work
      if (counted?.waiting === 0 && (await sent()).length === PEOPLE) return
    }
  }
}

const forum = { key: 'forum', title: 'Forum' }
const nothing = {
  holidays,
  tree: treeOf([]),
  mandates: [],
  portfolios: [],
  initiatives: [],
  costItems: [],
  benefits: [],
  dependencies: [],
  decisions: [],
  reports: [],
  meetings: [],
  templates: [],
  verifications: [],
}

function heapAfterCleaning(): number {
  setFlagsFromString('--expose-gc')
  const clean = runInNewContext('gc') as () => void
  clean()
  return process.memoryUsage().heapUsed
}
