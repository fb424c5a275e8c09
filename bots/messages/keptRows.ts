/** What gates look at and what is searched, kept in memory between questions: whole lists are read once, and after that only what has changed. */
import { benefits, costItems, dependencies } from '#src/lists/businessCase.ts'
import { decisions } from '#src/lists/decisions.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import type { ItemOf, List } from '#src/lists/list.ts'
import type { ListStore } from '#src/graph/listStore.ts'
import { createSync, type Sync } from '#src/graph/sync.ts'

const lists = [initiatives, costItems, benefits, dependencies, decisions]

interface Kept {
  sync: Sync
  running: Promise<void>
  /** Begins when the running one has ended, for all who have asked meanwhile: what they know of is in it. */
  next?: Promise<void> | undefined
}
const kept = new WeakMap<object, Kept>()

/** As they stand when it is asked: open rows only, for who reads nothing confidential. */
export async function keptRows({
  graph,
  site,
}: Pick<ListStore, 'graph' | 'site'>): Promise<<L extends List>(list: L) => ItemOf<L>[]> {
  const of = kept.get(graph) ?? { sync: syncOf({ graph, site }), running: Promise.resolve() }
  kept.set(graph, of)
  of.next ??= of.running
    .catch(() => undefined)
    .then(() => {
      of.next = undefined
      of.running = of.sync.refresh()
      return of.running
    })
  await of.next
  return of.sync.items
}

const syncOf = (of: Pick<ListStore, 'graph' | 'site'>): Sync =>
  createSync({
    ...of,
    lists,
    depth: 'whole',
    changed: () => undefined,
    // A server that starts reads it all anew.
    cache: { read: async (names) => names.map(() => undefined), write: async () => undefined },
  })
