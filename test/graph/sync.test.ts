/** Keeping lists up to date: few requests, nothing lost, and what was drawn stays until better has come. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { trail } from '#src/lists/decisions.ts'
import { initiatives, type InitiativeDraft } from '#src/lists/initiatives.ts'
import type { List } from '#src/lists/list.ts'
import { committees, forums, mandates, people, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { dependencies } from '#src/lists/businessCase.ts'
import type { Graph } from '#src/graph/client.ts'
import { type Cache, createSync, type Kept } from '#src/graph/sync.ts'
import { setUpStand, type Stand } from '#test/fixtures/stand.ts'

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
const ROWS = 12

let stand: Stand
let own = 0
beforeAll(async () => {
  stand = await setUpStand('lists')
  await stand.store.createMany(
    initiatives,
    Array.from({ length: ROWS }, () => draft()),
  )
  await stand.store.createMany(portfolios, [portfolio('pf-1'), portfolio('pf-2'), portfolio('pf-3')])
})
afterAll(() => stand.close())

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

/** Outlives a page, as the browser's database does. */
function memory() {
  const lists = new Map<string, Kept>()
  const cache: Cache = {
    read: async (names) => names.map((name) => structuredClone(lists.get(name))),
    write: async (name, kept) => void lists.set(name, structuredClone(kept)),
  }
  return { lists, cache }
}

let kept: ReturnType<typeof memory>
beforeEach(() => {
  kept = memory()
})
afterEach(() => {
  stand.tenant.control.setFaults([])
  stand.tenant.control.setFlags({ largestPage: 5000 })
})

function aPage({ lists = boot, graph = stand.graphAs('employee'), site = stand.site } = {}) {
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
  (await stand.store.all(list)).map(({ key }) => String(key)).toSorted()
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

describe('the first time', () => {
  test('two requests bring all boot lists, whatever small or large', async () => {
    const page = aPage()
    expect(await page.open()).toBe(false)
    expect(await stand.requestsOf(() => page.refresh())).toBe(2)
    expect(page.keys()).toEqual(await keysNow())
    expect(page.keys(portfolios)).toEqual(['pf-1', 'pf-2', 'pf-3'])
  })

  test('each further page of a large list is one request more', async () => {
    stand.tenant.control.setFlags({ largestPage: 5 })
    const page = aPage({ lists: [initiatives] })
    const pages = Math.ceil((await keysNow()).length / 5)
    expect(await stand.requestsOf(() => page.refresh())).toBe(1 + pages)
    expect(page.keys()).toEqual(await keysNow())
  })

  test('a large list is drawn as it arrives', async () => {
    stand.tenant.control.setFlags({ largestPage: 5 })
    const page = aPage({ lists: [initiatives] })
    await page.refresh()
    expect(page.told.length).toBeGreaterThan(2)
  })

  test('pages without rows are gone past', async () => {
    stand.tenant.control.setFaults([
      { match: { path: 'Portfolios|/items\\?|delta' }, times: 4, emptyPage: true },
    ])
    const page = aPage({ lists: [portfolios, initiatives] })
    await page.refresh()
    expect([page.keys(portfolios).length, page.keys()]).toEqual([3, await keysNow()])
  })

  test('a list that the person may not see is simply absent, and is not asked for one by one', async () => {
    const site = { ...stand.site, listIds: { ...stand.site.listIds, Mandates: crypto.randomUUID() } }
    const page = aPage({ site })
    await page.refresh()
    expect([page.keys(mandates), page.keys(portfolios).length]).toEqual([[], 3])
    expect(await stand.requestsOf(() => page.refresh())).toBe(1)
  })

  test.for([403, 404])('a list that is answered with %i is absent', async (status) => {
    stand.tenant.control.setFaults([
      { match: { path: `${stand.site.listIds.Portfolios}/items` }, times: 1, status },
    ])
    const page = aPage({ lists: [portfolios, initiatives] })
    await page.refresh()
    expect([page.keys(portfolios), page.keys()]).toEqual([[], await keysNow()])
  })

  test('a small list whose enumeration breaks is read page by page', async () => {
    stand.tenant.control.setFaults([{ match: { path: 'delta' }, times: 1, errorInDelta: true }])
    const page = aPage({ lists: [portfolios] })
    await page.refresh()
    expect(page.keys(portfolios)).toEqual(['pf-1', 'pf-2', 'pf-3'])
    expect(await stand.requestsOf(() => page.refresh())).toBe(1)
  })

  test('one list in trouble does not keep the others away', async () => {
    stand.tenant.control.setFaults([
      { match: { path: `${stand.site.listIds.Portfolios}/items` }, times: 1, status: 500 },
    ])
    const page = aPage({ lists: [portfolios, initiatives, units] })
    expect(await failed(page.refresh())).toMatchObject({ status: 500 })
    expect(page.keys()).toEqual(await keysNow())
    await page.refresh()
    expect(page.keys(portfolios)).toHaveLength(3)
  })

  test('broken off half-way, the next time brings what was missing', async () => {
    stand.tenant.control.setFlags({ largestPage: 5 })
    stand.tenant.control.setFaults([
      { match: { path: 'skiptoken' }, times: 1 },
      { match: { path: 'skiptoken' }, times: 1, status: 500 },
    ])
    const page = aPage({ lists: [initiatives] })
    expect(await failed(page.refresh())).toMatchObject({ status: 500 })
    expect(page.keys().length).toBeLessThan(ROWS)
    const later = aPage({ lists: [initiatives] })
    await later.open()
    for (const one of [page, later]) {
      await one.refresh()
      expect(one.keys()).toEqual(await keysNow())
    }
  })
})

describe('later', () => {
  test('what was kept is drawn without a request, then one request brings the rest', async () => {
    await opened()
    const page = aPage()
    expect(await stand.requestsOf(() => page.open())).toBe(0)
    expect(page.keys()).toEqual(await keysNow())
    expect(await stand.requestsOf(() => page.refresh())).toBe(1)
    expect(await stand.requestsOf(() => page.refresh())).toBe(1)
  })

  test('only the lists that are named are asked for', async () => {
    const page = await opened()
    const { item } = await stand.store.create(portfolios, portfolio('pf-other'))
    await page.refresh([initiatives])
    expect(page.keys(portfolios)).not.toContain('pf-other')
    await page.refresh()
    expect(page.keys(portfolios)).toContain('pf-other')
    await remove(portfolios, item.id)
  })

  test('new, changed and deleted rows come', async () => {
    const { item: changed } = await stand.store.create(initiatives, draft())
    const { item: deleted } = await stand.store.create(initiatives, draft())
    const page = await opened([initiatives])
    const { item: added } = await stand.store.create(initiatives, draft())
    await stand.store.change(initiatives, changed, { title: 'Ny titel' })
    await remove(initiatives, deleted.id)
    await page.refresh()
    const titles = new Map(page.items(initiatives).map(({ key, title }) => [key, title]))
    expect([titles.get(added.key), titles.get(changed.key), titles.has(deleted.key)]).toEqual([
      added.title,
      'Ny titel',
      false,
    ])
    const after = aPage({ lists: [initiatives] })
    await after.open()
    expect(after.keys()).toEqual(page.keys())
  })

  test('a screen is not told when nothing has changed, and the browser writes nothing', async () => {
    const page = await opened()
    await page.refresh()
    page.told.length = 0
    const before = [...kept.lists.values()]
    await page.refresh()
    expect(page.told).toEqual([])
    expect([...kept.lists.values()].every((one, i) => one === before[i])).toBe(true)
  })

  test.for([
    { says: 'a link that is too old', fault: { expireDelta: true } },
    { says: 'an error inside a page', fault: { errorInDelta: true } },
    { says: 'a link that the service does not know', fault: { status: 400 } },
  ])('$says makes the list be read again, and nothing goes missing', async ({ fault }) => {
    const page = await opened([portfolios, initiatives])
    const { item } = await stand.store.create(initiatives, draft())
    stand.tenant.control.setFaults([{ match: { path: 'delta\\?' }, times: 2, ...fault }])
    await page.refresh()
    expect(page.keys()).toContain(item.key)
    expect([page.keys(), page.keys(portfolios).length]).toEqual([await keysNow(), 3])
  })

  test('rows stay on screen while a list is read again, and when that fails', async () => {
    const page = await opened([initiatives])
    const before = page.keys()
    stand.tenant.control.setFlags({ largestPage: 5 })
    stand.tenant.control.setFaults([
      { match: { path: 'delta\\?' }, times: 1, expireDelta: true },
      { match: { path: 'skiptoken' }, times: 1, status: 500 },
    ])
    page.told.length = 0
    expect(await failed(page.refresh())).toMatchObject({ status: 500 })
    expect([page.keys(), page.told]).toEqual([before, []])
    await page.refresh()
    expect(page.keys()).toEqual(await keysNow())
  })

  test('a delta that breaks half-way changes nothing, and comes whole the next time', async () => {
    const page = await opened([initiatives])
    const before = page.keys()
    const drafts = Array.from({ length: 7 }, () => draft())
    await stand.store.createMany(initiatives, drafts)
    stand.tenant.control.setFlags({ largestPage: 3 })
    stand.tenant.control.setFaults([
      { match: { path: 'delta\\?' }, times: 1 },
      { match: { path: 'delta\\?' }, times: 1, status: 500 },
    ])
    expect(await failed(page.refresh())).toMatchObject({ status: 500 })
    expect(page.keys()).toEqual(before)
    await page.refresh()
    expect(page.keys()).toEqual(await keysNow())
  })

  test('a list that may no longer be seen leaves the screen and the browser', async () => {
    const page = await opened([portfolios, initiatives])
    stand.tenant.control.setFaults([
      { match: { path: `${stand.site.listIds.Portfolios}/items` }, times: 1, status: 404 },
    ])
    await page.refresh()
    expect([page.keys(portfolios), kept.lists.get('Portfolios')?.items]).toEqual([[], []])
    await page.refresh()
    expect(page.keys(portfolios)).toHaveLength(3)
  })

  test('a list that was made anew on the site is not taken for the old one', async () => {
    await opened([portfolios])
    const page = aPage({
      lists: [portfolios],
      site: { ...stand.site, listIds: { Portfolios: stand.site.listIds.Committees ?? '' } },
    })
    expect(await page.open()).toBe(false)
  })

  test.for<[string, () => Partial<List>]>([
    ['a column more', () => ({ columns: { ...portfolios.columns, note: people.columns.email } })],
    [
      'a word more to choose',
      () => ({
        columns: {
          ...portfolios.columns,
          process: {
            ...portfolios.columns.process,
            words: { ...portfolios.columns.process.words, another: 'En till' },
          },
        },
      }),
    ],
  ])('what was kept by a version with %s is read anew', async ([, of]) => {
    const lists = [{ ...portfolios, ...of() }] as const
    await opened([portfolios])
    expect(await aPage({ lists }).open()).toBe(false)
    expect(await aPage({ lists: [portfolios] }).open()).toBe(true)
  })
})

describe('rows edited outside the app', () => {
  const outside = (id: string, fields: object) =>
    stand.graphAs('outside')({
      method: 'PATCH',
      path: `/sites/${stand.site.id}/lists/${stand.site.listIds.Initiatives}/items/${id}/fields`,
      body: fields,
    })

  test('one that holds an unknown choice hides no other, is counted, and comes back when mended', async () => {
    const { item } = await stand.store.create(initiatives, draft())
    const others = (await keysNow()).filter((key) => key !== item.key)
    const page = await opened([initiatives])

    await outside(item.id, { Stage: 'Påhittat steg' })
    await page.refresh()
    expect([page.keys(), page.unreadable()]).toEqual([others, { Initiatives: 1 }])
    await outside(item.id, { Title: 'Fortfarande' })
    await page.refresh()
    expect(page.unreadable()).toEqual({ Initiatives: 1 })

    const cold = aPage({ lists: [initiatives] })
    await cold.open()
    await cold.refresh()
    expect([cold.keys(), cold.unreadable()]).toEqual([others, { Initiatives: 1 }])

    await outside(item.id, { Stage: 'Beredning' })
    for (const one of [page, cold]) {
      await one.refresh()
      expect([one.keys().includes(item.key), one.unreadable()]).toEqual([true, {}])
    }
  })
})

describe('what the server just answered', () => {
  test('is put in place without the columns that a table does not hold', async () => {
    const { item } = await stand.store.create(initiatives, draft({ description: 'Lång text' }))
    const page = aPage({ lists: [initiatives] })
    page.put(initiatives, item)
    expect(page.keys()).toEqual([])
    await page.refresh()
    page.put(initiatives, { ...item, title: 'Just beslutat' })
    const held = page.items(initiatives).find(({ key }) => key === item.key)
    expect([held?.title, held && 'description' in held]).toEqual(['Just beslutat', false])
  })

  test('is not lost to a delta that was under way', async () => {
    const { item } = await stand.store.create(initiatives, draft())
    await opened([initiatives])
    const slow: Graph = async (call) => {
      const answer = await stand.graphAs('employee')(call)
      page.put(initiatives, { ...item, title: 'Just beslutat' })
      return answer as never
    }
    const page = aPage({ lists: [initiatives], graph: slow })
    await page.open()
    await stand.store.create(initiatives, draft())
    await page.refresh()
    expect(page.items(initiatives).find(({ key }) => key === item.key)?.title).toBe('Just beslutat')
  })
})

test('a list of thousands of rows comes whole', async () => {
  const rows = Array.from({ length: 450 }, (_, i) => ({
    key: `t-${i}`,
    title: 'Inläst',
    initiative: { key: 'i-1', title: 'i-1' },
    kind: 'imported' as const,
    day: '2024-10-01',
    person: { id: 'p', name: 'P' },
  }))
  await stand.store.createMany(trail, rows)
  stand.tenant.control.setFlags({ largestPage: 100 })
  const page = aPage({ lists: [trail] })
  await page.refresh()
  expect(new Set(page.keys(trail)).size).toBe(450)
})

async function remove(list: List, id: string) {
  await stand.graphAs('server')({
    method: 'DELETE',
    path: `/sites/${stand.site.id}/lists/${stand.site.listIds[list.name]}/items/${id}`,
  })
}
