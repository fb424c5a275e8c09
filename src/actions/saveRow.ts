/** Writes cost items, benefits and prerequisites of an initiative: new, changed or archived. */
import * as v from 'valibot'
import { benefits, type CostItem, costItems, dependencies } from '#src/lists/businessCase.ts'
import type { Person } from '#src/lists/columns.ts'
import type { List } from '#src/lists/list.ts'
import { faultsOf } from '#src/lists/validate.ts'
import { isChangedByOther } from '#src/graph/errors.ts'
import { same } from '#src/rules/editing.ts'
import { Refused } from '#src/rules/refusal.ts'
import { shortText } from './schemas.ts'
import { type Done, leaveTrail, loadToPrepare, stamp, type Work } from './work.ts'

/** Which row of which list; `values` are the columns to write, `archived` takes the row out of the business case. */
export const saveRowArgs = v.strictObject({
  initiative: shortText,
  list: v.picklist(['costItems', 'benefits', 'dependencies']),
  row: shortText,
  values: v.record(v.string(), v.unknown()),
})

const rowLists = { costItems, benefits, dependencies } satisfies Record<string, List>
const fixed = new Set(['key', 'initiative', 'changedBy', 'changedOn'])

export async function saveRow(work: Work, args: v.InferOutput<typeof saveRowArgs>): Promise<Done> {
  const list: List = rowLists[args.list]
  const initiative = await loadToPrepare(work, args.initiative)
  const values = Object.fromEntries(Object.entries(args.values).filter(([name]) => !fixed.has(name)))
  const existing = await work.store.byKey(list, args.row)
  if (existing && (existing as { initiative?: { key: string } }).initiative?.key !== initiative.key) {
    throw new Refused({ why: 'notFound', what: args.list, key: args.row })
  }
  const draft = {
    key: args.row,
    initiative: { key: initiative.key, title: initiative.title },
    ...values,
    ...stamp(work),
  }
  const faults = existing ? faultsOf(list, values) : faultsOf(list, draft, { whole: true })
  if (faults.length > 0) throw new Refused({ why: 'invalid', problems: faults })

  const item = existing
    ? await change(work, list, existing, values)
    : (await work.store.create(list, draft)).item
  if (args.list === 'costItems')
    await leaveMoneyTrail(work, initiative, existing as CostItem | undefined, item as unknown as CostItem)
  return { [args.list]: [item] }
}

async function change(
  work: Work,
  list: List,
  existing: { id: string; version: string; key?: unknown },
  values: object,
) {
  const seen = work.seen[String(existing.key)]
  try {
    return await work.store.change(
      list,
      { id: existing.id, version: seen ?? existing.version },
      {
        ...values,
        ...stamp(work),
      },
    )
  } catch (error) {
    if (!isChangedByOther(error)) throw error
    const item = await work.store.byId(list, existing.id)
    const now = item as Record<string, unknown> & { changedBy?: Person }
    const fields = Object.entries(values).flatMap(([field, mine]) =>
      same(mine, now[field]) ? [] : [{ field, mine, theirs: now[field] ?? null }],
    )
    // The same call came through before, and its answer was lost.
    if (fields.length === 0) return item
    throw new Refused({ why: 'changedByOther', fields, ...(now.changedBy && { by: now.changedBy }) })
  }
}

async function leaveMoneyTrail(
  work: Work,
  initiative: { key: string; title: string },
  before: CostItem | undefined,
  after: CostItem,
) {
  const worth = (item: CostItem | undefined) => (item && !item.archived ? item.amountKr : 0)
  if (worth(before) === worth(after)) return
  await leaveTrail(work, {
    key: `${work.key}/amountKr`,
    title: `${after.title} ${after.year}`.slice(0, 255),
    initiative: { key: initiative.key, title: initiative.title },
    kind: 'money',
    field: 'CostItems',
    from: String(worth(before)),
    to: String(worth(after)),
    day: work.today,
    person: work.me,
    ...stamp(work),
  })
}
