/** Rows of the bot's lists kept in memory, with what delivery asks of a store: what is measured beside it is delivery alone. */
import type { List } from '#src/lists/list.ts'
import { internalName } from '#src/lists/list.ts'
import type { RowStore } from '#bots/delivery/rows.ts'

type Row = Record<string, unknown> & { id: string; key: string; version: string }

export interface RowsInMemory {
  store: RowStore
  put: (list: List, rows: readonly object[]) => void
  /** Leaves out rows for good. */
  forget: (list: List, which: (row: Row) => boolean) => void
}

export function rowsInMemory(): RowsInMemory {
  const lists = new Map<string, Map<string, Row>>()
  let made = 0
  const rowsOf = ({ name }: List) => {
    const rows = lists.get(name) ?? new Map<string, Row>()
    lists.set(name, rows)
    return rows
  }
  const all = (list: List) => [...rowsOf(list).values()]
  const wordOf = (list: List, column: string, value: unknown) => {
    const { encode } = list.columns[column] as unknown as { encode: (name: string, value: unknown) => object }
    return (encode(internalName(column), value) as Record<string, unknown>)[internalName(column)]
  }
  const put = (list: List, drafts: readonly object[]) => {
    for (const draft of drafts as Row[]) {
      const id = String(++made)
      const row: Row = { ...draft, id, version: '1' }
      rowsOf(list).set(draft.key, row)
      byNumber.set(id, row)
    }
  }
  const byNumber = new Map<string, Row>()
  const store = {
    all: async (list: List) => all(list),
    allOf: async (some: readonly List[]) => some.map(all),
    where: async (list: List, { column, value }: { column: string; value: string }) =>
      all(list).filter((row) => wordOf(list, column, row[column]) === value),
    startingWith: async (list: List, { column, value }: { column: string; value: string }) =>
      all(list).filter((row) => String(row[column]).startsWith(value)),
    since: async (list: List, column: string, day: string) =>
      all(list).filter((row) => String(row[column] ?? '') >= day),
    byKey: async (list: List, key: string) => rowsOf(list).get(key),
    byId: async (_list: List, id: string) => byNumber.get(id),
    create: async (list: List, draft: Row) => {
      if (!rowsOf(list).has(draft.key)) put(list, [draft])
      return { item: rowsOf(list).get(draft.key), existed: false }
    },
    createMany: async (list: List, drafts: readonly Row[]) => {
      put(
        list,
        drafts.filter(({ key }) => !rowsOf(list).has(key)),
      )
      return { existed: new Set() }
    },
    changeMany: async (_list: List, asked: readonly { item: Row; changes: object }[]) =>
      asked.map(({ item, changes }) => {
        Object.assign(byNumber.get(item.id) ?? {}, changes)
        return undefined
      }),
  }
  return {
    store: store as unknown as RowStore,
    put,
    forget: (list, which) => {
      for (const row of all(list).filter(which)) {
        rowsOf(list).delete(row.key)
        byNumber.delete(row.id)
      }
    },
  }
}
