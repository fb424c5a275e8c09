/** Keeps what is written at an item while people talk: notes, proposals, basis, differing opinions, the answer to a question. */
import * as v from 'valibot'
import type { Done, Work } from '../../work.ts'
import { keyArg, valuesOf } from '../args.ts'
import { changeItem } from '../changeItem.ts'
import { atItem, readItem } from '../place.ts'

const columns = ['notes', 'proposals', 'basis', 'differing', 'answer'] as const

export const noteItemArgs = v.strictObject({
  item: keyArg,
  /** The columns that were written in, whole; `null` empties. */
  values: valuesOf(columns),
  /**
   * The same columns as they stood when the person began to write. Without it `seen` decides: written on a version that isn't the
   * latest, whatever another column says now and differs is refused, both texts beside each other.
   */
  base: v.optional(valuesOf(columns)),
})

export async function noteItem(work: Work, args: v.InferOutput<typeof noteItemArgs>): Promise<Done> {
  const place = await atItem(work, await readItem(work, args.item))
  const item = await changeItem(work, place, { task: 'hold', values: args.values, base: args.base })
  return { agendaItems: [item] }
}
