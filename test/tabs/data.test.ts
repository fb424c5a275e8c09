/** What the tab holds of what is confidential: nothing for whoever may not read it, all of it for whoever may, wherever it is kept. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { dependencies } from '#src/lists/businessCase.ts'
import { decisions } from '#src/lists/decisions.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import type { Graph } from '#src/graph/client.ts'
import type { Kept } from '#src/graph/sync.ts'
import { aNeed } from '#test/fixtures/needs.ts'
import { setUpStand, type Stand, type Who } from '#test/fixtures/stand.ts'
import type { BrowserCache } from '#tabs/cache.ts'
import { createData, type Data } from '#tabs/data.ts'

let stand: Stand
let secret: Initiative
beforeAll(async () => {
  stand = await setUpStand('city')
  await aNeed(stand)
})
afterAll(() => stand.close())

let TITLE = ''
let made = 0
beforeEach(async () => {
  TITLE = `Upphandling av larmcentral ${++made}!`
  secret = await aNeed(stand, { title: TITLE })
  await stand.store.create(dependencies, {
    key: `${secret.key}/needs`,
    title: 'Nätet',
    initiative: { key: secret.key, title: TITLE },
  })
})
const mark = () =>
  stand.act('developmentLead', 'markConfidential', {
    initiative: secret.key,
    basis: '19 kap. 3 §',
    reason: 'Upphandling',
  })
const lift = () =>
  stand.act('developmentLead', 'liftConfidential', { initiative: secret.key, reason: 'Klart' })

/** The browser's database of one person, and their tab as it is opened anew; `asked` is told each request. */
function aBrowser(who: Who, asked: string[] = []) {
  const kept = new Map<string, Kept>()
  const cache = {
    read: (names: string[]) => Promise.resolve(names.map((name) => structuredClone(kept.get(name)))),
    write: (name: string, list: Kept) => Promise.resolve(void kept.set(name, structuredClone(list))),
  } as BrowserCache
  const as = stand.graphAs(who)
  const graph: Graph = (call) => {
    asked.push(JSON.stringify(call))
    return as(call)
  }
  return {
    open: () => createData({ graph, site: stand.site, cache }),
    text: () => JSON.stringify([...kept.values()]),
  }
}
const keysIn = (data: Data) => data.items(initiatives).map(({ key }) => key)
const opened = async (browser: ReturnType<typeof aBrowser>) => {
  const data = browser.open()
  await data.open()
  return data
}

test('whoever may not read the site is told so, not that nothing is there', async () => {
  const browser = aBrowser('employee')
  await opened(browser)
  stand.tenant.control.setFaults([{ match: { path: '/items/delta' }, times: 100, status: 403 }])
  const data = await opened(browser)
  expect([data.status().phase, data.status().error, keysIn(data)]).toEqual(['failed', undefined, []])
  stand.tenant.control.setFaults([])
  await data.refresh()
  expect([data.status().phase, keysIn(data).length > 0]).toEqual(['ready', true])
})

test('who may not read it has nothing of it, and asks for no more than two requests cold and one warm', async () => {
  await mark()
  const browser = aBrowser('employee')
  let data = browser.open()
  expect(await stand.requestsOf(() => data.open())).toBe(2)
  expect(data.status()).toMatchObject({ phase: 'ready', unreadable: {} })
  expect(keysIn(data)).not.toContain(secret.key)
  expect(data.items(dependencies).some((row) => row.initiative.key === secret.key)).toBe(false)
  expect(data.readsConfidential()).toBe(false)
  expect(browser.text()).not.toContain(TITLE)
  data = browser.open()
  expect(await stand.requestsOf(() => data.open())).toBe(1)
  expect(
    await stand.requestsOf(() => data.store.where(decisions, { column: 'initiative', value: 'x' })),
  ).toBe(1)
})

test('who may not read it is asked about one list more, and only at a start', async () => {
  const asked: string[] = []
  const data = await opened(aBrowser('employee', asked))
  const narrow = Object.entries(stand.site.listIds).flatMap(([name, id]) =>
    name.startsWith('Confidential') ? [id] : [],
  )
  const narrowAsked = async (work: () => Promise<unknown>) => {
    asked.length = 0
    await work()
    return narrow.filter((id) => asked.some((call) => call.includes(id))).length
  }
  expect(await narrowAsked(() => data.refresh())).toBe(1)
  expect(await narrowAsked(() => data.refresh([initiatives, dependencies]))).toBe(0)
  expect(await narrowAsked(() => data.store.byKey(initiatives, secret.key))).toBe(0)
})

test('who may read it has it among the others, said to be confidential; warm it is still one request', async () => {
  await mark()
  const browser = aBrowser('developmentLead')
  const data = await opened(browser)
  expect(data.items(initiatives).find(({ key }) => key === secret.key)).toMatchObject({
    title: TITLE,
    confidential: true,
    confidentialBasis: '19 kap. 3 §',
  })
  expect(data.items(dependencies).find((row) => row.initiative.key === secret.key)).toMatchObject({
    confidential: true,
  })
  expect(data.readsConfidential()).toBe(true)
  expect(await data.store.byKey(initiatives, secret.key)).toMatchObject({ confidential: true })
  const again = browser.open()
  expect(await stand.requestsOf(() => again.open())).toBe(1)
  expect(keysIn(again)).toContain(secret.key)
})

test('what is marked while a tab is open leaves it, and the browser, with the next delta; lifted, it is back', async () => {
  const [outside, inside] = [aBrowser('employee'), aBrowser('developmentLead')]
  const [theirs, mine] = [await opened(outside), await opened(inside)]
  expect(keysIn(theirs)).toContain(secret.key)
  expect(outside.text()).toContain(TITLE)
  await mark()
  for (const data of [theirs, mine]) await data.refresh([initiatives, dependencies])
  expect(keysIn(theirs)).not.toContain(secret.key)
  expect(outside.text()).not.toContain(TITLE)
  expect(keysIn(mine).filter((key) => key === secret.key)).toHaveLength(1)
  await lift()
  for (const data of [theirs, mine]) {
    await data.refresh([initiatives, dependencies])
    expect(data.items(initiatives).filter(({ key }) => key === secret.key)).toMatchObject([{ title: TITLE }])
    expect(data.items(initiatives).find(({ key }) => key === secret.key)).not.toHaveProperty('confidential')
  }
})

test('what the server answers stands in one place at once, before any delta', async () => {
  const data = await opened(aBrowser('developmentLead'))
  for (const [done, confidential] of [
    [await mark(), true],
    [await lift(), undefined],
  ] as const) {
    for (const item of done.initiatives ?? []) data.put(initiatives, item)
    const found = data.items(initiatives).filter(({ key }) => key === secret.key)
    expect(found.map((item) => item.confidential)).toEqual([confidential])
  }
})

test('who is taken out of the group has none of it left, on the screen or in the browser', async () => {
  await mark()
  const browser = aBrowser('developmentLead')
  const data = await opened(browser)
  expect(browser.text()).toContain(TITLE)
  const faults = Object.entries(stand.site.listIds)
    .filter(([name]) => name.startsWith('Confidential'))
    .map(([, id]) => ({ match: { path: `${id}/items` }, times: 1, status: 403 }))
  stand.tenant.control.setFaults(faults)
  await data.refresh()
  expect(keysIn(data)).not.toContain(secret.key)
  expect(browser.text()).not.toContain(TITLE)
  stand.tenant.control.setFaults([])
})

test('where the site has no confidential lists the tab asks for none', async () => {
  const open = Object.entries(stand.site.listIds).filter(([name]) => !name.startsWith('Confidential'))
  const site = { ...stand.site, listIds: Object.fromEntries(open) }
  const cache = {
    read: (names: string[]) => Promise.resolve(names.map(() => undefined)),
    write: () => Promise.resolve(),
  }
  const data = createData({ graph: stand.graphAs('developmentLead'), site, cache: cache as never })
  expect(await stand.requestsOf(() => data.open())).toBe(2)
  expect([data.status().phase, data.readsConfidential()]).toEqual(['ready', false])
})
