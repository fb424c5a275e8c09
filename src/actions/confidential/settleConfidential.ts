/**
 * Puts an initiative and all that tells of it where its mark says, and what a crash left half done to an end. Safe to run at
 * any time, any number of times: the initiative says by `moving` where it is on its way, whatever its age.
 *
 * What stays behind: what SharePoint keeps of the rows that were deleted (see movingRows.ts), and earlier versions of other
 * initiatives' rows that named this one.
 */
import { rowsOfInitiative } from '#src/lists/confidential.ts'
import { trail } from '#src/lists/decisions.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import type { ChangesOf, ItemOf, List } from '#src/lists/list.ts'
import { isChangedByOther } from '#src/graph/errors.ts'
import { renameInOthers } from '../organisation/renameInOthers.ts'
import { loadInitiative, type Work } from '../work.ts'

const MOST_ATTEMPTS = 4

/** Where the initiative is on its way. */
export type Way = 'narrow' | 'open'

/** Answers the initiative where it then is; it stays marked as moving until `finishMoves`. Throws Refused when there is none. */
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
  const {
    open: [inOpen],
    narrow: [inNarrow],
  } = await store.both(initiatives, { column: 'key', value: key })
  const way = wayOf(inOpen, inNarrow)
  if (!way) return
  if (way === 'narrow' && inOpen) {
    // A row that is whole in the narrow list already is never written over by one that somebody took out of the recycle bin.
    if (inNarrow && !inNarrow.moving) await store.removeRows(initiatives, [inOpen])
    else await store.moveRows(initiatives, [inOpen])
  }
  if (way === 'open' && inNarrow) await store.moveRows(initiatives, [inNarrow], { changes: unmarked })
  for (const list of rowsOfInitiative) await moveRowsOf(work, list, key, way)
  await renameInOthers(work, await loadInitiative(work, key))
}

/** In doubt it is confidential. */
function wayOf(inOpen: Initiative | undefined, inNarrow: Initiative | undefined): Way | undefined {
  if (!inNarrow) return inOpen?.moving as Way | undefined
  return inNarrow.moving === 'open' && inOpen?.moving !== 'narrow' ? 'open' : 'narrow'
}

const unmarked: ChangesOf<typeof initiatives> = {
  confidentialBasis: null,
  confidentialOn: null,
  confidentialBy: null,
  confidentialReason: null,
}

async function moveRowsOf<L extends (typeof rowsOfInitiative)[number]>(
  work: Work,
  list: L,
  key: string,
  way: Way,
) {
  const { open, narrow } = await work.store.both<List>(list, { column: 'initiative', value: key })
  const rows = (way === 'narrow' ? open : narrow) as (ItemOf<List> & { key: string })[]
  const inOrder = list === (trail as List)
  if (rows.length > 0) await work.store.moveRows<List>(list, rows.toSorted(byId), { inOrder })
}

const byId = (a: { id: string }, b: { id: string }) => Number(a.id) - Number(b.id)

/**
 * On a timer: ends every move that is under way. One whose rows were all there the last time too is over: nobody who began to
 * write before it can still be writing. `before`: what the last call answered. Throws the first error, after trying all.
 */
export async function finishMoves(work: Work, before: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const [moving] = await work.store.whereIn([
    { list: initiatives, column: 'moving', values: ['narrow', 'open'] satisfies Way[] },
  ])
  const settled = new Set<string>()
  const errors: unknown[] = []
  for (const { key } of moving) {
    try {
      const now = await settleConfidential(work, key)
      if (before.has(key)) await work.store.change(initiatives, now, { moving: null })
      else settled.add(key)
    } catch (error) {
      errors.push(error)
    }
  }
  if (errors.length > 0) throw errors[0]
  return settled
}
