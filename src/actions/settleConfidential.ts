/**
 * Puts an initiative and all that tells of it where its mark says, and what a crash left half done to an end. Safe to run at
 * any time, any number of times. The open row counts until it is gone: with a basis it is on its way to the narrow lists,
 * without one it has come back from them.
 *
 * What stays behind: SharePoint's recycle bin keeps the deleted rows for 93 days, for owners of the site; lines in the history
 * of other initiatives that name this one; and files, which keep the rights of their library.
 */
import { dependencies } from '#src/lists/businessCase.ts'
import type { Day, Ref } from '#src/lists/columns.ts'
import { rowsOfInitiative } from '#src/lists/confidential.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import type { ItemOf, List } from '#src/lists/list.ts'
import { isChangedByOther } from '#src/graph/errors.ts'
import { changeNeed } from './mergeParts.ts'
import { loadInitiative, type Work } from './work.ts'

const MOST_ATTEMPTS = 4

/** Answers the initiative where it then is. Throws Refused when there is none. */
export async function settleConfidential(work: Work, key: string): Promise<Initiative> {
  for (let attempt = 1; ; attempt++) {
    try {
      await settleOnce(work, key)
      return await loadInitiative(work, key)
    } catch (error) {
      // Somebody worked with a row while it was moved: what they wrote is moved with it.
      if (!isChangedByOther(error) || attempt === MOST_ATTEMPTS) throw error
    }
  }
}

async function settleOnce(work: Work, key: string) {
  const { store } = work
  const { open, narrow } = await store.both(initiatives, { column: 'key', value: key })
  const [inOpen, inNarrow] = [open[0], narrow[0]]
  const initiative = inOpen ?? inNarrow
  if (!initiative) return
  const toNarrow = Boolean(initiative.confidentialBasis)
  for (const list of rowsOfInitiative) await moveRows(work, list, key, toNarrow)
  await rename(work, initiative, toNarrow ? initiative.number : initiative.title)
  if (toNarrow && inOpen) await store.moveRow(initiatives, inOpen)
  if (!toNarrow && inNarrow) await store.removeRow(initiatives, inNarrow)
}

async function moveRows<L extends List>({ store }: Work, list: L, key: string, toNarrow: boolean) {
  const { open, narrow } = await store.both(list, { column: 'initiative', value: key })
  for (const row of toNarrow ? open : narrow) await store.moveRow(list, row as ItemOf<L> & { key: string })
}

/** What others say of the initiative: its name there is its number while it is confidential. */
async function rename(work: Work, initiative: Initiative, title: string) {
  const { store } = work
  const { key } = initiative
  const renamed = (ref: Ref): Ref => (ref.key === key ? { ...ref, title } : ref)
  const [waiting, merged, similar] = await store.whereIn([
    { list: dependencies, column: 'needs', values: [key] },
    { list: initiatives, column: 'mergedInto', values: [key] },
    { list: initiatives, column: 'key', values: (initiative.similar ?? []).map((ref) => ref.key) },
  ])
  for (const row of waiting.filter(({ needs }) => needs && needs.title !== title))
    await store.change(dependencies, row, { needs: { key, title }, title })
  for (const one of [...merged, ...similar])
    await changeNeed(work, one, (now) => {
      const into = now.mergedInto?.key === key && now.mergedInto.title !== title
      const alike = now.similar?.some((ref) => ref.key === key && ref.title !== title)
      if (!into && !alike) return undefined
      return {
        ...(into && { mergedInto: { key, title } }),
        ...(alike && { similar: now.similar?.map(renamed) ?? null }),
      }
    })
}

/** On a timer: ends what a crash left half done since a day. Answers how many were looked at. */
export async function settleConfidentialSince(work: Work, day: Day): Promise<number> {
  const marked = await work.store.since(initiatives, 'confidentialOn', day)
  // One in the narrow list is settled but for rows that somebody wrote while it was moved.
  for (const { key } of marked) await settleConfidential(work, key)
  return marked.length
}
