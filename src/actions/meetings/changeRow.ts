/** Changes a row field by field, so that two people may write in it side by side. */
import type { Person } from '#src/lists/columns.ts'
import type { ChangesOf, ItemOf, List } from '#src/lists/list.ts'
import { faultsOf } from '#src/lists/validate.ts'
import { isChangedByOther } from '#src/graph/errors.ts'
import { mergeChanges } from '#src/rules/initiatives/editing.ts'
import { Refused } from '#src/rules/refusal.ts'
import { stamp, type Work } from '../work.ts'

type Values = Record<string, unknown>

const MOST_ATTEMPTS = 6

/** A row as far as this file looks at it. */
interface Row {
  id: string
  version: string
  key: string
  changedBy?: Person
}

/**
 * Writes the values that don't stand there already. `base`: the same columns as the person saw them. Without it the version in
 * `work.seen` says whether anything has changed since; if it has, whatever stands there and differs is another's.
 * `demand` is asked about the row each time it is read, and throws when it may not change. `also` adds columns that follow from
 * what is written. Throws Refused `changedByOther` with both versions of what two people changed.
 */
export async function changeRow<L extends List>(
  work: Work,
  list: L,
  row: ItemOf<L>,
  {
    values,
    base,
    demand = () => undefined,
    also = () => ({}),
  }: {
    values: Values
    base?: Values | undefined
    demand?: (row: ItemOf<L>) => Promise<void> | void
    also?: (row: ItemOf<L>, write: Values) => Values
  },
): Promise<ItemOf<L>> {
  const problems = faultsOf(list, values)
  if (problems.length > 0) throw new Refused({ why: 'invalid', problems, of: list.name })
  let now = row
  const saw = base ?? (sawLatest(work, now) ? now : {})
  for (let attempt = 1; ; attempt++) {
    await demand(now)
    const { write, conflicts } = mergeChanges({ changes: values, base: saw, now })
    // Nobody is asked to choose between a text and nothing.
    const real = base ? conflicts : conflicts.filter(({ theirs }) => theirs !== null)
    if (real.length > 0) {
      const { changedBy } = rowOf(now)
      throw new Refused({
        why: 'changedByOther',
        fields: real,
        of: list.name,
        ...(changedBy && { by: changedBy }),
      })
    }
    const mine: Values = { ...write, ...Object.fromEntries(rest(conflicts, real)) }
    if (Object.keys(mine).length === 0) return now
    try {
      const changes = { ...mine, ...also(now, mine), ...stamp(work) } as unknown as ChangesOf<L>
      return await work.store.change(list, rowOf(now), changes)
    } catch (error) {
      if (!isChangedByOther(error) || attempt === MOST_ATTEMPTS) throw error
      now = await work.store.again(list, rowOf(now))
    }
  }
}

const rowOf = (item: unknown) => item as Row

const sawLatest = ({ seen }: Work, row: unknown) => {
  const { key, version } = rowOf(row)
  return seen[key] === undefined || seen[key] === version
}

const rest = <C extends { field: string; mine: unknown }>(all: readonly C[], real: readonly C[]) =>
  all.filter((one) => !real.includes(one)).map(({ field, mine }) => [field, mine] as const)

/** Makes the row, or gives the one that has its key. Throws Refused when something is missing or has the wrong shape. */
export async function makeRow<L extends List>(
  work: Work,
  list: L,
  draft: Values & { key: string },
): Promise<{ item: ItemOf<L>; existed: boolean }> {
  const given = Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== null))
  const problems = faultsOf(list, given, { whole: true })
  if (problems.length > 0) throw new Refused({ why: 'invalid', problems, of: list.name })
  return work.store.create(list, { ...given, ...stamp(work) } as never)
}
