/** How long people wait when they ask the bot what waits for them, in a large organisation: everything is read anew. */
import { actionItems } from '#src/lists/actionItems.ts'
import { benefits, costItems } from '#src/lists/businessCase.ts'
import type { Day, Person } from '#src/lists/columns.ts'
import { decisions } from '#src/lists/decisions.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { mandates } from '#src/lists/organisation.ts'
import type { ListStore } from '#src/graph/listStore.ts'
import { createMessages } from '#bots/messages/messages.ts'
import { line, median, ms } from '../bench/report.ts'

const RUNS = 5
const MOST_MS = 2000
const A_CALL = 400
/** For each initiative, two of them costs. */
const ITEMS_EACH = 5
const PEOPLE = 2000

/** Puts costs, benefits, decisions and actions beside the initiatives that are there. */
export async function growItems(store: ListStore, today: Day): Promise<number> {
  const rows = await store.all(initiatives)
  const forum = { key: 'bench', title: 'Bench' }
  for (let at = 0; at < rows.length; at += A_CALL) {
    const some = rows.slice(at, at + A_CALL).map(({ key, title }, i) => ({ n: at + i, of: { key, title } }))
    const cost = (kind: 'supplier' | 'operation') =>
      some.map(({ n, of }) => ({
        key: `bench-${kind}-${n}`,
        title: of.title,
        initiative: of,
        kind,
        year: 2025,
        amountKr: 200_000,
      }))
    const costs = store.createMany(costItems, [...cost('supplier'), ...cost('operation')])
    const gains = store.createMany(
      benefits,
      some.map(({ n, of }) => ({
        key: `bench-benefit-${n}`,
        title: of.title,
        initiative: of,
        kind: 'financial',
        year: 2025,
        likelyKr: 300_000,
      })),
    )
    const made = store.createMany(
      decisions,
      some.map(({ n, of }) => ({
        key: `bench-decision-${n}`,
        title: of.title,
        number: `B-${n}`,
        claim: `bench/BP1/${n}`,
        initiative: of,
        matter: 'BP1',
        attempt: 1,
        outcome: 'goOn',
        wording: `${of.title} `.repeat(4),
        decidedBy: benchPerson(n),
        post: 'Bench',
        mandate: forum,
        kind: 'execution',
        decidedOn: '2024-05-01',
        fromStage: 'collection',
        toStage: 'screening',
        fromState: 'active',
        toState: 'active',
      })),
    )
    const toDo = store.createMany(
      actionItems,
      some.map(({ n, of }) => ({
        key: `bench-action-${n}`,
        title: of.title,
        owner: benchPerson(n),
        due: today,
        state: 'open',
        forum,
        initiative: of,
      })),
    )
    await Promise.all([costs, gains, made, toDo])
  }
  return rows.length * ITEMS_EACH
}

const benchPerson = (n: number): Person => ({ id: `bench-${n % PEOPLE}`, name: `Bench ${n % PEOPLE}` })

/** Of somebody with a few actions, a project manager, and the post that decides most. */
export async function printAsking(store: ListStore, today: Day, items: number) {
  const messages = createMessages({
    store,
    today: async () => today,
    run: () => Promise.reject(new Error('Nothing is done here')),
    tabLink: (route) => route,
    log: console,
  })
  const rows = await store.all(initiatives)
  const posts = Object.entries(Object.groupBy(await store.all(mandates), ({ holder }) => holder.id))
  const [, widest = []] = posts.toSorted(([, a], [, b]) => (b?.length ?? 0) - (a?.length ?? 0))[0] ?? []
  const people: [string, Person | undefined][] = [
    ['somebody with actions', benchPerson(1)],
    ['a project manager', rows.find(({ projectManager }) => projectManager)?.projectManager],
    ['who holds most posts', widest[0]?.holder],
  ]
  for (const [name, me] of people) {
    if (!me) continue
    const took: number[] = []
    for (let run = 0; run < RUNS; run++) {
      const started = performance.now()
      await messages.mine(me, 'sv')
      took.push(performance.now() - started)
    }
    line(
      `“mina” of ${name}, ${items} items`,
      ms(median(took)),
      `greatest ${ms(Math.max(...took))}`,
      `budget ${ms(MOST_MS)}`,
    )
  }
}
