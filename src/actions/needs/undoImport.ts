/** Takes back what an import made, as far as nobody has worked with it since. Run again it does nothing twice. */
import * as v from 'valibot'
import { benefits, costItems, dependencies } from '#src/lists/businessCase.ts'
import { decisions, trail } from '#src/lists/decisions.ts'
import { statusReports } from '#src/lists/followUp.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import type { List } from '#src/lists/list.ts'
import { isChangedByOther } from '#src/graph/errors.ts'
import { leanRows } from '#src/graph/lean.ts'
import { listReader } from '#src/graph/listReader.ts'
import { areRewritten } from '#src/graph/rewritten.ts'
import { may, permissions } from '#src/rules/permissions.ts'
import { Refused } from '#src/rules/refusal.ts'
import { type KeptReason, revisionOf, type Traces, undoneValues, whyKept } from '#src/rules/needs/undoing.ts'
import { MOST_ROWS } from './importNeeds.ts'
import { shortText } from '../schemas.ts'
import { type Done, loadOrganisation, rolesOf, stamp, type Work } from '../work.ts'

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
  const items = await readItems(work, keys)
  const found = items.filter((item) => !item.archived)
  const tracesOf = await loadTraces(work, found)
  const rewritten = await rewrittenOf(work, found)
  const judged = found.map((item) => ({
    item,
    because: whyKept(item, batch, { ...tracesOf(item), rewritten: rewritten.has(item.key) }),
  }))
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

/** Confidential ones are few: only what isn't among the open ones is looked for there, or each row would be asked for twice. */
async function readItems(work: Work, keys: readonly string[]): Promise<Initiative[]> {
  const [open] = await openReader(work).whereIn([{ list: initiatives, column: 'key', values: keys }])
  const found = new Set(open.map(({ key }) => key))
  const values = keys.filter((key) => !found.has(key))
  const [narrow] = await work.store.whereIn([{ list: initiatives, column: 'key', values }])
  return [...open, ...narrow]
}

const openReader = ({ store: { graph, site } }: Work) => listReader({ graph, site, narrow: () => false })

/** What stands on the initiatives. An import's own prerequisites don't count, unless something else waits for the row. */
async function loadTraces(
  work: Work,
  items: readonly Initiative[],
): Promise<(item: Initiative) => Omit<Traces, 'rewritten'>> {
  const { store } = work
  const entriesOf = (confidential: boolean) => ({
    list: trail,
    column: 'initiative',
    values: items.filter((item) => (item.confidential ?? false) === confidential).map(({ key }) => key),
  })
  const [open] = await openReader(work).whereIn([entriesOf(false)])
  const [narrow] = await store.whereIn([entriesOf(true)])
  const worked = countOf(
    [...open, ...narrow].flatMap(({ kind, initiative }) => (kind === 'imported' ? [] : [initiative.key])),
  )
  const keysIn = async (list: List) =>
    (await leanRows(store, list, ['InitiativeKey'])).map(({ InitiativeKey }) => String(InitiativeKey ?? ''))
  const decided = countOf(await keysIn(decisions))
  const about = countOf((await Promise.all([costItems, benefits, statusReports].map(keysIn))).flat())
  const waiting = await leanRows(store, dependencies, ['NeedsKey', 'ChangedByEntra'])
  // The import's own rows wait for each other by the hand of whoever imported.
  const waitedFor = ({ key, changedBy }: Initiative) =>
    waiting.filter(({ NeedsKey, ChangedByEntra }) => NeedsKey === key && ChangedByEntra !== changedBy?.id)
  return (item) => ({
    decisions: decided.get(item.key) ?? 0,
    rows: (about.get(item.key) ?? 0) + waitedFor(item).length,
    entries: worked.get(item.key) ?? 0,
  })
}

function countOf(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** The keys of those that have been changed. Only what was written more than once is looked into. */
async function rewrittenOf({ store }: Work, items: readonly Initiative[]): Promise<Set<string>> {
  // What is confidential has been worked with: its mark stands in the trail.
  const written = items.filter(({ version, confidential }) => !confidential && revisionOf(version) > 1)
  const answers = await areRewritten(store.graph, store.site, initiatives, written)
  return new Set(written.flatMap(({ key }, i) => (answers[i] ? [key] : [])))
}
