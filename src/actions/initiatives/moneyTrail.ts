/**
 * What a cost or a benefit has been worth, kept in the trail as a chain of its own: each entry starts where the one before
 * ended. What is missing is seen from row and chain alone, so that whoever comes next finishes what a crash left undone.
 */
import { benefits, costItems } from '#src/lists/businessCase.ts'
import type { Person } from '#src/lists/columns.ts'
import { trail, type TrailEntry } from '#src/lists/decisions.ts'
import { internalName } from '#src/lists/list.ts'
import { leaveTrail, stamp, type Work } from '../work.ts'

const moneyLists = { costItems, benefits }
export type MoneyList = keyof typeof moneyLists
export const hasMoney = (list: string): list is MoneyList => Object.hasOwn(moneyLists, list)

/** What the chain looks at of a row of either list. */
interface Worthy {
  amountKr?: number
  likelyKr?: number
  archived?: boolean
  changedBy?: Person
}

/** What the row counts for in a business case, in kronor. */
const worth = (row: Worthy) => (row.archived ? 0 : (row.amountKr ?? row.likelyKr ?? 0))

/**
 * Makes the chain reach to what the row is worth now. Answers the entries this wrote. `made`: what the call that asks
 * changed, from where a chain begins that has no entry yet.
 */
export async function settleMoney(
  work: Work,
  list: MoneyList,
  key: string,
  made: { values: Record<string, unknown>; base: Record<string, unknown> } | false = false,
): Promise<TrailEntry[]> {
  const written: TrailEntry[] = []
  for (;;) {
    // The chain first: a row read after it is at least as new.
    const chain = (await work.store.startingWith(trail, { column: 'key', value: `${key}/money/` })).toSorted(
      (a, b) => turnOf(a) - turnOf(b),
    )
    const row = await work.store.byKey(moneyLists[list], key)
    if (!row) return written
    const last = chain.at(-1)
    const fromKr = last ? Number(last.to) : startOf(row, made)
    const toKr = worth(row)
    if (fromKr === toKr) return written
    const entry = await leaveTrail(work, {
      key: `${key}/money/${(last ? turnOf(last) : 0) + 1}`,
      title: [row.title, row.year].join(' ').trim().slice(0, 255),
      initiative: row.initiative,
      kind: 'money',
      field: internalName(list),
      from: String(fromKr),
      to: String(toKr),
      // Whoever wrote the row, when it was: also when somebody else finishes it.
      day: row.changedOn ?? work.today,
      person: row.changedBy ?? work.me,
      ...stamp(work),
    })
    written.push(entry)
  }
}

const turnOf = ({ key }: TrailEntry) => Number(key.slice(key.lastIndexOf('/') + 1))

/**
 * Where a chain begins. A row that no action has written (it was there from the start) begins at what it is worth; one that
 * an action made, at nothing.
 */
function startOf(
  row: Worthy,
  made: { values: Record<string, unknown>; base: Record<string, unknown> } | false,
): number {
  if (made === false) return row.changedBy ? 0 : worth(row)
  const before = Object.fromEntries(Object.keys(made.values).map((field) => [field, made.base[field]]))
  return worth({ ...row, ...before })
}
