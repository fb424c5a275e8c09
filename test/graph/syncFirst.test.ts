/** Reading lists for the first time: few requests, whatever their size, and each list for itself. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { trail } from '#src/lists/decisions.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { mandates, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { setUpStand, type Stand } from '#test/fixtures/stand.ts'
import { ROWS, syncing } from './syncing.ts'

let stand: Stand

beforeAll(async () => {
  stand = await setUpStand('lists')
  await fill()
})
afterAll(() => stand.close())

beforeEach(() => kept.lists.clear())
afterEach(() => {
  stand.tenant.control.setFaults([])
  stand.tenant.control.setFlags({ largestPage: 5000 })
})

const { fill, kept, aPage, keysNow, failed } = syncing(() => stand)

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
