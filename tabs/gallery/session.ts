/** A session without host, service or storage: lists in memory, and a server that answers as it is told. For the gallery and for tests. */
import type { ListReader } from '#src/graph/listReader.ts'
import type { Done } from '#src/actions/work.ts'
import type { ItemOf, List } from '#src/lists/list.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { createActing } from '../act.ts'
import type { BrowserCache } from '../cache.ts'
import type { Data, Status } from '../data.ts'
import type { Asked } from '../queue.ts'
import type { Session } from '../session.ts'

/** The items of one list: `held(initiatives, [anInitiative()])`. */
export interface Held {
  list: List
  items: readonly unknown[]
}
export const held = <L extends List>(list: L, items: readonly ItemOf<L>[]): Held => ({ list, items })

/** What the server answers; `offline` when no answer comes. */
export type Answered = { done: Done } | { refusals: Refusal[] } | 'offline'
export type Act = (asked: Asked) => Answered | Promise<Answered>

export interface Remembered {
  items?: readonly Held[]
  act?: Act
  person?: { id: string; name: string }
  host?: Session['host'] extends Promise<infer H> ? H : never
  status?: Partial<Status>
  /** Who the directory finds. */
  searchPeople?: Data['searchPeople']
  /** The person's own calendar; none unless given. */
  calendar?: Session['calendar']
  /** What is read one by one. */
  store?: Partial<ListReader>
  /** False where the host denies storage. */
  storage?: boolean
  /** In the group that reads what is confidential. */
  readsConfidential?: boolean
}

/** The queue of what has yet to be sent is the real one. */
export function aSession({
  items = [],
  act = () => 'offline',
  person = { id: 'me', name: 'Kim Berg' },
  status = {},
  store = {},
  host,
  searchPeople = () => Promise.resolve([]),
  calendar = () => Promise.reject(new Error('There is no calendar here')),
  storage = true,
  readsConfidential = false,
}: Remembered): Session {
  const cache = aCache(storage)
  const told = {
    done: new Set<(done: Done) => void>(),
    refused: new Set<Parameters<Session['onRefused']>[0]>(),
  }
  const acting = createActing({
    cache,
    token: () => Promise.resolve('token'),
    done: (done) => told.done.forEach((listener) => listener(done)),
    refused: (...late) => told.refused.forEach((listener) => listener(...late)),
    send: async (url, init) => {
      const name = String(url).split('/').at(-1) as Asked['name']
      const answer = await act({
        name,
        ...(JSON.parse(String(init?.body)) as Omit<Asked, 'name' | 'at'>),
        at: 0,
      })
      if (answer === 'offline') throw new TypeError('Failed to fetch')
      return Response.json(answer, { status: 'done' in answer ? 200 : 422 })
    },
  })
  const listenTo =
    <T>(listeners: Set<T>) =>
    (listener: T) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    }
  return {
    person,
    data: aData(items, { status, store, cache, searchPeople, readsConfidential }),
    acting,
    host: Promise.resolve(host),
    calendar,
    signIn: () => Promise.resolve(),
    onRefused: listenTo(told.refused),
    onDone: listenTo(told.done),
  }
}

function aData(
  items: readonly Held[],
  given: {
    status: Partial<Status>
    store: Partial<ListReader>
    cache: BrowserCache
    searchPeople: Data['searchPeople']
    readsConfidential: boolean
  },
): Data {
  const none: readonly unknown[] = []
  const lists = new Map<List, readonly unknown[]>(items.map((one) => [one.list, one.items]))
  const listeners = new Set<() => void>()
  const status: Status = {
    phase: 'ready',
    drawn: true,
    syncedAt: new Date(2024, 9, 1, 8),
    unreadable: {},
    ...given.status,
  }
  return {
    items: <L extends List>(list: L) => (lists.get(list) ?? none) as readonly ItemOf<L>[],
    status: () => status,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    open: () => Promise.resolve(),
    refresh: () => Promise.resolve(),
    follow: () => () => undefined,
    put: (list, ...items) => {
      const byKey = new Map(((lists.get(list) ?? none) as { key: string }[]).map((row) => [row.key, row]))
      for (const item of items) byKey.set(String(item.key), item as unknown as { key: string })
      lists.set(list, [...byKey.values()])
      listeners.forEach((listener) => listener())
    },
    readsConfidential: () => given.readsConfidential,
    store: given.store as ListReader,
    searchPeople: given.searchPeople,
    cache: given.cache,
  }
}

function aCache(works: boolean): BrowserCache {
  const kept = new Map<string, unknown>()
  return {
    works,
    read: (names) => Promise.resolve(names.map(() => undefined)),
    write: () => Promise.resolve(),
    keep: (name, value) => Promise.resolve(void kept.set(name, value)),
    kept: <T>(name: string) => Promise.resolve(kept.get(name) as T | undefined),
    drop: (name) => Promise.resolve(void kept.delete(name)),
    change: <T>(name: string, step: (now: T | undefined) => T) =>
      Promise.resolve(void kept.set(name, step(kept.get(name) as T | undefined))),
  }
}
