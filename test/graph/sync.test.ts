/** Keeping lists up to date: few requests, nothing lost, and what was drawn stays until better has come. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { initiatives } from '#src/lists/initiatives.ts'
import type { List } from '#src/lists/list.ts'
import { people } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import type { Graph } from '#src/graph/client.ts'
import { setUpStand, type Stand } from '#test/fixtures/stand.ts'
import { syncing } from './syncing.ts'

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

const { fill, kept, opened, aPage, keysNow, portfolio, remove, draft, failed } = syncing(() => stand)

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
