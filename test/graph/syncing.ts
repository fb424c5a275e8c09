/** Pages that keep lists up to date on the local tenant, with what a browser has kept from one to the next. */
import { expect } from 'vitest'
import { initiatives, type InitiativeDraft } from '#src/lists/initiatives.ts'
import type { List } from '#src/lists/list.ts'
import { committees, forums, mandates, people, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { dependencies } from '#src/lists/businessCase.ts'
import { type Cache, createSync, type Kept } from '#src/graph/sync.ts'
import type { Stand } from '#test/fixtures/stand.ts'

const boot: readonly List[] = [
  committees,
  units,
  people,
  forums,
  mandates,
  portfolios,
  initiatives,
  dependencies,
]
export const ROWS = 12

/** Pages that read that tenant, one after another in the same browser, and rows for it. */
export function syncing(stand: () => Stand) {
  let own = 0

  const draft = (values: Partial<InitiativeDraft> = {}): InitiativeDraft => {
    const key = `i-${++own}`
    const pf = { key: 'pf-1', title: 'Ett' }
    return { key, title: key, number: key, stage: 'collection', state: 'active', portfolio: pf, ...values }
  }
  const portfolio = (key: string) => ({
    key,
    title: key,
    code: key,
    process: 'behovsprocessen' as const,
  })

  /** Some rows of a large list and of a small one. */
  async function fill() {
    await stand().store.createMany(
      initiatives,
      Array.from({ length: ROWS }, () => draft()),
    )
    await stand().store.createMany(portfolios, [portfolio('pf-1'), portfolio('pf-2'), portfolio('pf-3')])
  }

  /** Outlives a page, as the browser's database does. */
  function memory() {
    const lists = new Map<string, Kept>()
    const cache: Cache = {
      read: async (names) => names.map((name) => structuredClone(lists.get(name))),
      write: async (name, kept) => void lists.set(name, structuredClone(kept)),
    }
    return { lists, cache }
  }

  const kept = memory()

  function aPage({ lists = boot, graph = stand().graphAs('employee'), site = stand().site } = {}) {
    const told: string[] = []
    const sync = createSync({
      graph,
      site,
      lists,
      cache: kept.cache,
      changed: (list) => told.push(list.name),
    })
    const keys = (list: List = initiatives) =>
      sync
        .items(list)
        .map(({ key }) => String(key))
        .toSorted()
    return { ...sync, told, keys }
  }
  const keysNow = async (list: List = initiatives) =>
    (await stand().store.all(list)).map(({ key }) => String(key)).toSorted()
  const failed = (asked: Promise<unknown>) =>
    asked.then(
      () => undefined,
      (error: unknown) => error,
    )

  /** A page that has everything, and one that is opened after it. */
  async function opened(lists = boot) {
    const first = aPage({ lists })
    await first.refresh()
    const page = aPage({ lists })
    expect(await page.open()).toBe(true)
    return page
  }

  async function remove(list: List, id: string) {
    await stand().graphAs('server')({
      method: 'DELETE',
      path: `/sites/${stand().site.id}/lists/${stand().site.listIds[list.name]}/items/${id}`,
    })
  }
  return { opened, aPage, keysNow, portfolio, remove, draft, kept, failed, fill }
}
