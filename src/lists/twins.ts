/** The confidential twin of a list: the same columns in a list of its own, that fewer may read. */
import type { List } from './list.ts'

const twins = new Map<List, List>()

/** Where the rows of the list live that are confidential; `undefined` for a list that has none. One and the same each time. */
export function twinOf<L extends List>(list: L): L | undefined {
  if (!list.twin) return undefined
  // Few rows, so that a start enumerates them by delta.
  const twin = twins.get(list) ?? {
    ...list,
    name: `Confidential${list.name}`,
    label: `${list.label}, sekretess`,
    large: false,
    twin: false,
  }
  twins.set(list, twin)
  return twin as L
}
