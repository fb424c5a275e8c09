/** How long it takes to work out what is due to everybody, once the data is here. */
import type { Mandate } from '#src/lists/organisation.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { composeDigest, nothingTold } from '#src/rules/reminding/digest.ts'
import { dueLines } from '#src/rules/reminders.ts'
import { treeOf } from '#src/rules/organisation/tree.ts'
import { createWorld } from '../botMonth/world.ts'
import { randomOf } from '../botMonth/random.ts'
import { heading, line, median, ms } from './report.ts'

const PEOPLE = 10_000
const ITEMS = 50_000
/** Of the items, so many are needs that wait for a decision, by so many mandates. */
const NEEDS = 10_000
const DEPARTMENTS = 300
const RUNS = 5
const MOST_MS = 2000
const TODAY = '2026-03-25'
const START = '2026-01-01'

export function printReminders() {
  heading('reminders, data here already')
  const facts = factsOfMany()
  const all = () => {
    const started = performance.now()
    const lines = Map.groupBy(dueLines(facts), ({ to }) => to.id)
    let digests = 0
    for (const own of lines.values())
      if (composeDigest(own, { told: nothingTold, choice: undefined, today: TODAY, start: START })) digests++
    return { digests, took: performance.now() - started }
  }
  const runs = Array.from({ length: RUNS }, all)
  const took = runs.map((run) => run.took)
  line(
    `${PEOPLE} people, ${ITEMS} items`,
    ms(median(took)),
    `greatest ${ms(Math.max(...took))}`,
    `budget ${ms(MOST_MS)}`,
  )
  line('  digests made', String(runs[0]?.digests))
}

function factsOfMany() {
  const world = createWorld({ people: PEOPLE, items: ITEMS - NEEDS, from: TODAY, days: 31 }, randomOf(1))
  const facts = world.factsOf(TODAY)
  const row = (key: string) => ({ key, id: key, version: '"1"', title: key })
  const units = Array.from({ length: DEPARTMENTS }, (_, i) => ({
    ...row(`unit-${i}`),
    kind: 'department' as const,
  }))
  const nth = <T>(some: readonly T[], i: number) => some[i % some.length] as T
  const mandates = units.map(
    (unit, i) =>
      ({
        ...row(`mandate-${i}`),
        holder: nth(world.people, i),
        matter: 'BP1',
        scope: 'department',
        unit: { key: unit.key, title: unit.title },
        kind: 'execution',
      }) satisfies Mandate,
  )
  const needs = Array.from(
    { length: NEEDS },
    (_, i): Initiative => ({
      ...row(`need-${i}`),
      number: `N-${i}`,
      stage: 'collection',
      state: 'active',
      stageSince: '2026-03-20',
      portfolio: { key: 'portfolio', title: 'Portfolio' },
      need: 'need',
      benefit: 'benefit',
      unit: { key: nth(units, i).key, title: nth(units, i).title },
      contact: nth(world.people, i),
    }),
  )
  return { ...facts, tree: treeOf(units), mandates, initiatives: [...facts.initiatives, ...needs] }
}
