/** Takes back what an import made, as far as nobody has worked with it since. Run again it does nothing twice. */
import * as v from 'valibot'
import { benefits, costItems, dependencies } from '#src/lists/businessCase.ts'
import { decisions, trail } from '#src/lists/decisions.ts'
import { statusReports } from '#src/lists/followUp.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { isChangedByOther } from '#src/graph/errors.ts'
import { may, permissions } from '#src/rules/permissions.ts'
import { Refused } from '#src/rules/refusal.ts'
import { type KeptReason, undoneValues, whyKept } from '#src/rules/undoing.ts'
import { MOST_ROWS } from './importNeeds.ts'
import { shortText } from './schemas.ts'
import { type Done, loadOrganisation, rolesOf, stamp, type Work } from './work.ts'

/** The import, and keys of what it made: the tab sends a large one in pieces. */
export const undoImportArgs = v.strictObject({
  batch: shortText,
  rows: v.pipe(v.array(shortText), v.nonEmpty(), v.maxLength(MOST_ROWS)),
})

export async function undoImport(
  work: Work,
  { batch, rows }: v.InferOutput<typeof undoImportArgs>,
): Promise<Done> {
  if (!may('import', { id: work.me.id, roles: rolesOf(work.me.id, await loadOrganisation(work)) }))
    throw new Refused({ why: 'notYourTask', roles: [...permissions.import.roles] })
  const keys = [...new Set(rows)]
  const [items] = await work.store.whereIn([{ list: initiatives, column: 'key', values: keys }])
  const found = items.filter((item) => !item.archived)
  const tracesOf = await loadTraces(work, found)
  const judged = found.map((item) => ({ item, because: whyKept(item, batch, tracesOf(item)) }))
  const going = judged.filter(({ because }) => because === undefined)
  const answers = await work.store.changeMany(
    initiatives,
    going.map(({ item }) => ({ item, changes: { ...undoneValues(item), ...stamp(work) } })),
  )
  const failed = answers.find((error) => error !== undefined && !isChangedByOther(error))
  if (failed) throw failed
  // Somebody was faster than this: theirs stands.
  const kept = judged.flatMap(({ item, because }): { key: string; because: KeptReason }[] => {
    const reason = because ?? (answers[going.findIndex((one) => one.item === item)] && 'changed')
    return reason ? [{ key: item.key, because: reason }] : []
  })
  // What isn't found any more was taken back when this was asked before.
  return { undone: keys.length - kept.length, kept }
}

/** What stands on the initiatives. An import's own prerequisites don't count, unless something else waits for the row. */
async function loadTraces({ store }: Work, items: readonly Initiative[]) {
  const values = items.map(({ key }) => key)
  const column = 'initiative'
  const [made, entries, waiting, costs, gains, reports] = await store.whereIn([
    { list: decisions, column, values },
    { list: trail, column, values },
    { list: dependencies, column: 'needs', values },
    { list: costItems, column, values },
    { list: benefits, column, values },
    { list: statusReports, column, values },
  ])
  const worked = entries.filter(({ kind }) => kind !== 'imported')
  const about = [...costs, ...gains, ...reports].map(({ initiative }) => initiative.key)
  // The import's own rows wait for each other by the hand of whoever imported.
  const waitedFor = (item: Initiative) =>
    waiting.filter(({ needs, changedBy }) => needs?.key === item.key && changedBy?.id !== item.changedBy?.id)
  return (item: Initiative) => ({
    decisions: made.filter(({ initiative }) => initiative?.key === item.key).length,
    rows: about.filter((key) => key === item.key).length + waitedFor(item).length,
    entries: worked.filter(({ initiative }) => initiative?.key === item.key).length,
  })
}
