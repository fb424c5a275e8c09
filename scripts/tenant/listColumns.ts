/** The columns of a list, read from the store once and kept until they change. */
import { type Column, readColumn } from './columnKinds.ts'
import type { Store } from './store.ts'

const kept = new WeakMap<Store, Map<number, Column[]>>()

export function columnsOf(store: Store, list: number): Column[] {
  const lists = kept.get(store) ?? new Map<number, Column[]>()
  kept.set(store, lists)
  const known = lists.get(list)
  if (known) return known
  const columns = store
    .all<{ id: string; name: string; json: string }>(
      'SELECT id, name, json FROM columns WHERE list = ? ORDER BY key',
      list,
    )
    .map(({ id, name, json }) => ({ ...(JSON.parse(json) as Omit<Column, 'id' | 'name'>), id, name }))
  lists.set(list, columns)
  return columns
}

/** To be called after every change of a list's columns. */
export function forgetColumns(store: Store, list: number): void {
  kept.get(store)?.delete(list)
}

export function saveColumn(store: Store, list: number, column: Column): void {
  const { id, name, ...rest } = column
  store.run(
    'INSERT INTO columns (list, id, name, json) VALUES (?, ?, ?, ?) ON CONFLICT (list, name) DO UPDATE SET json = excluded.json',
    list,
    id,
    name,
    JSON.stringify(rest),
  )
  forgetColumns(store, list)
}

/** What a list has from the start: a library's rows also have the name of their file. */
export function columnsOfTemplate(template: string): Column[] {
  const title = readColumn({ name: 'Title', text: {} })
  return template === 'documentLibrary'
    ? [title, readColumn({ name: 'FileLeafRef', displayName: 'Name', text: {} })]
    : [title]
}
