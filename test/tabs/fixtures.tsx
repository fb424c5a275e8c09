/** Shows a screen as the app does: theme, language, address and a session whose lists are in memory and whose server is the test. */
import {
  FluentProvider,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components'
import axe from 'axe-core'
import type { ReactNode } from 'react'
import { cleanup, render } from 'vitest-browser-react'
import { Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import type { ListStore } from '#src/graph/listStore.ts'
import type { ItemOf, List } from '#src/lists/list.ts'
import type { Done } from '#src/actions/work.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { english } from '#src/text/english.ts'
import { subjects } from '#src/text/sv/subjects.ts'
import { swedish } from '#src/text/swedish.ts'
import type { Subject } from '#src/text/words.ts'
import { createActing } from '#tabs/act.ts'
import type { BrowserCache } from '#tabs/cache.ts'
import { SessionContext } from '#tabs/context.ts'
import type { Data, Status } from '#tabs/data.ts'
import type { Asked } from '#tabs/queue.ts'
import { WordsContext } from '#tabs/language.ts'
import type { Session } from '#tabs/session.ts'
import type { ThemeName } from '#tabs/start.ts'
import '#tabs/ui/base.css'

// A screen is shown without the route that would bring its sentences.
await Promise.all(
  [swedish, english].flatMap((words) => (Object.keys(subjects) as Subject[]).map((s) => words.learn(s))),
)

const themes = { default: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme }

/** The items of one list: `held(initiatives, [anInitiative()])`. */
export interface Held {
  list: List
  items: readonly unknown[]
}
export const held = <L extends List>(list: L, items: readonly ItemOf<L>[]): Held => ({ list, items })

/** What the server answers; `offline` when no answer comes. */
export type Answered = { done: Done } | { refusals: Refusal[] } | 'offline'
export type Act = (asked: Asked) => Answered | Promise<Answered>

export interface Given {
  items?: readonly Held[]
  act?: Act
  person?: { id: string; name: string }
  host?: Session['host'] extends Promise<infer H> ? H : never
  status?: Partial<Status>
  /** Who the directory finds. */
  searchPeople?: Data['searchPeople']
  /** What is read one by one. */
  store?: Partial<ListStore>
  locale?: 'sv' | 'en'
  theme?: ThemeName
  today?: string
  /** The address the page is at. */
  path?: string
}

export async function renderScreen(screen: ReactNode, given: Given = {}) {
  const { locale = 'sv', theme = 'default', today = '2024-10-01', path = '/' } = given
  await cleanup()
  const session = aSession(given)
  const address = memoryLocation({ path, record: true })
  const around = (what: ReactNode) => (
    <FluentProvider theme={themes[theme]}>
      <WordsContext value={locale === 'en' ? english : swedish}>
        <SessionContext value={{ session, today }}>
          <Router hook={address.hook} searchHook={address.searchHook}>
            {what}
          </Router>
        </SessionContext>
      </WordsContext>
    </FluentProvider>
  )
  const shown = await render(around(screen))
  return {
    ...shown,
    session,
    /** Addresses gone to, the first one included. */
    history: address.history,
    /** Shows another screen of the same session. */
    show: (next: ReactNode) => shown.rerender(around(next)),
  }
}

/** A session without host, service or storage. The queue of what has yet to be sent is the real one. */
export function aSession({
  items = [],
  act = () => 'offline',
  person = { id: 'me', name: 'Jag Själv' },
  status = {},
  store = {},
  host,
  searchPeople = () => Promise.resolve([]),
}: Given): Session {
  const cache = aCache()
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
    <T,>(listeners: Set<T>) =>
    (listener: T) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    }
  return {
    person,
    data: aData(items, { status, store, cache, searchPeople }),
    acting,
    host: Promise.resolve(host),
    signIn: () => Promise.resolve(),
    onRefused: listenTo(told.refused),
    onDone: listenTo(told.done),
  }
}

function aData(
  items: readonly Held[],
  given: {
    status: Partial<Status>
    store: Partial<ListStore>
    cache: BrowserCache
    searchPeople: Data['searchPeople']
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
    put: (list, item) => {
      const others = ((lists.get(list) ?? none) as { key: string }[]).filter(({ key }) => key !== item.key)
      lists.set(list, [...others, item])
      listeners.forEach((listener) => listener())
    },
    store: given.store as ListStore,
    searchPeople: given.searchPeople,
    cache: given.cache,
  }
}

function aCache(): BrowserCache {
  const kept = new Map<string, unknown>()
  return {
    works: true,
    read: (names) => Promise.resolve(names.map(() => undefined)),
    write: () => Promise.resolve(),
    keep: (name, value) => Promise.resolve(void kept.set(name, value)),
    kept: <T,>(name: string) => Promise.resolve(kept.get(name) as T | undefined),
    drop: (name) => Promise.resolve(void kept.delete(name)),
    change: <T,>(name: string, step: (now: T | undefined) => T) =>
      Promise.resolve(void kept.set(name, step(kept.get(name) as T | undefined))),
  }
}

/** What axe finds wrong, one line for each part at fault; empty when all is well. */
export async function violations(container: Element): Promise<string[]> {
  // A landmark and a title belong to the whole page, of which a screen is a part.
  const rules = { region: { enabled: false }, 'page-has-heading-one': { enabled: true } }
  const { violations: found } = await axe.run(container, { rules })
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`),
  )
}
