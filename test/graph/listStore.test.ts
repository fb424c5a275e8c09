/** The list store on the local tenant: rows are written repeatably and never over another’s change, also when the service is in trouble. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { initiatives, type InitiativeDraft } from '#src/lists/initiatives.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { GraphError, isChangedByOther, isDuplicate, isThrottled } from '#src/graph/errors.ts'
import { listStore } from '#src/graph/listStore.ts'
import { complete } from '#test/fixtures/initiatives.ts'
import { setUpStand, type Stand } from '#test/fixtures/stand.ts'
import { rowsThere } from './rowsThere.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('lists')
})
afterAll(() => stand.close())
afterEach(() => {
  stand.tenant.control.setFaults([])
  stand.tenant.control.setFlags({ defaultPage: 200, largestPage: 5000 })
})

const { draft, withKey, failed } = rowsThere(() => stand)

describe('creating', () => {
  test('gives the item as it stands, with a version to change it from', async () => {
    const { item, existed } = await stand.store.create(initiatives, draft({ key: 'i-first' }))
    expect({ existed, ...item }).toMatchObject({ existed: false, key: 'i-first', title: 'Behov i-first' })
    expect(item.version).not.toBe('')
  })

  test('again with the same key gives the item that is there, unchanged', async () => {
    const first = await stand.store.create(initiatives, draft({ key: 'i-twice', title: 'Först' }))
    const again = await stand.store.create(initiatives, draft({ key: 'i-twice', title: 'Sedan' }))
    expect(again).toEqual({ item: first.item, existed: true })
  })

  test('doubles nothing when the connection broke after the row was written', async () => {
    stand.tenant.control.setFaults([
      { match: { method: 'POST', path: '/items$' }, times: 1, dropAfterCommit: true },
    ])
    const { item } = await stand.store.create(initiatives, draft({ key: 'i-lost' }))
    expect(stand.tenant.control.faults()).toEqual([])
    expect((await withKey('i-lost')).map(({ id }) => id)).toEqual([item.id])
  })

  test('is asked once more when the connection broke before the row was written', async () => {
    const rows = new Set<string>()
    let broken = 0
    const store = listStore({
      site: stand.site,
      graph: async (call) => {
        if (call.method === 'POST' && ++broken === 1)
          throw new GraphError({ status: -1, code: '', message: 'fetch failed' })
        return stand.graphAs('server')(call)
      },
    })
    rows.add((await store.create(initiatives, draft({ key: 'i-never' }))).item.id)
    expect(new Set((await withKey('i-never')).map(({ id }) => id))).toEqual(rows)
  })

  test('takes one request and one that asks where it belongs, and tells the same as reading does, dates too', async () => {
    const whole = draft({ ...complete, key: 'i-answer' })
    let item: unknown
    const asked = await stand.requestsOf(async () => {
      item = (await stand.store.create(initiatives, whole)).item
    })
    expect(asked).toBe(2)
    expect(item).toEqual(await stand.store.byKey(initiatives, 'i-answer'))
  })

  test('is read when the answer tells no values', async () => {
    const store = listStore({
      site: stand.site,
      graph: async (call) => {
        const answer = await stand.graphAs('server')(call)
        if (call.method === 'POST') delete (answer as { fields?: object }).fields
        return answer as never
      },
    })
    const { item } = await store.create(initiatives, draft({ key: 'i-bare', title: 'Läst' }))
    expect(item.title).toBe('Läst')
  })

  test('says so when another unique column is taken', async () => {
    await stand.store.create(initiatives, draft({ key: 'i-holder', number: 'ÄVO-1' }))
    const error = await failed(stand.store.create(initiatives, draft({ number: 'ÄVO-1' })))
    expect(isDuplicate(error)).toBe(true)
  })

  test('takes a text of 255 characters and refuses 256', async () => {
    const { item } = await stand.store.create(initiatives, draft({ title: 'å'.repeat(255) }))
    expect(item.title).toHaveLength(255)
    const error = await failed(stand.store.create(initiatives, draft({ title: 'å'.repeat(256) })))
    expect(error).toMatchObject({ status: 400 })
  })
})

describe('creating many', () => {
  test('leaves alone those that are there and says which', async () => {
    await stand.store.create(initiatives, draft({ key: 'i-m2', title: 'Kvar' }))
    const drafts = ['i-m1', 'i-m2', 'i-m3'].map((key) => draft({ key }))
    expect(await stand.store.createMany(initiatives, drafts)).toEqual({ existed: new Set(['i-m2']) })
    const kept = await Promise.all(['i-m1', 'i-m2', 'i-m3'].map((key) => stand.store.byKey(initiatives, key)))
    expect(kept.map((item) => item?.title)).toEqual(['Behov i-m1', 'Kvar', 'Behov i-m3'])
  })

  test('goes on where a broken connection left it, and doubles nothing', async () => {
    const drafts = Array.from({ length: 45 }, (_, i) => draft({ key: `i-many-${i}` }))
    stand.tenant.control.setFaults([
      { match: { path: 'batch' }, times: 1 },
      { match: { path: 'batch' }, times: 1, dropAfterCommit: true },
    ])
    expect(await failed(stand.store.createMany(initiatives, drafts))).toMatchObject({ status: -1 })
    const { existed } = await stand.store.createMany(initiatives, drafts)
    expect(existed.size).toBe(40)
    const rows = (await stand.store.all(initiatives)).filter(({ key }) => key.startsWith('i-many-'))
    expect(rows.map(({ key }) => key).toSorted()).toEqual(drafts.map(({ key }) => key).toSorted())
  })

  test('asks for those that are there in batches, not one by one', async () => {
    const drafts = Array.from({ length: 40 }, () => draft())
    await stand.store.createMany(initiatives, drafts)
    expect(await stand.requestsOf(() => stand.store.createMany(initiatives, drafts))).toBe(7)
  })

  test('throws when a row is refused for something else than its key', async () => {
    await stand.store.create(initiatives, draft({ number: 'ÄVO-2' }))
    const error = await failed(stand.store.createMany(initiatives, [draft(), draft({ number: 'ÄVO-2' })]))
    expect(isDuplicate(error)).toBe(true)
  })
})

describe('changing', () => {
  test('gives the new values and a new version', async () => {
    const { item } = await stand.store.create(initiatives, draft())
    const changed = await stand.store.change(initiatives, item, { title: 'Nytt', need: 'Därför' })
    expect(changed).toMatchObject({ title: 'Nytt', need: 'Därför' })
    expect(changed.version).not.toBe(item.version)
  })

  test('is refused when somebody has changed the row since it was read', async () => {
    const { item } = await stand.store.create(initiatives, draft())
    await stand.store.change(initiatives, item, { title: 'Någon annans' })
    const error = await failed(stand.store.change(initiatives, item, { title: 'Min' }))
    expect([isChangedByOther(error), (error as GraphError).status]).toEqual([true, 412])
    expect((await stand.store.again(initiatives, item)).title).toBe('Någon annans')
  })

  test('is refused without a version', async () => {
    const { item } = await stand.store.create(initiatives, draft())
    const error = await failed(stand.store.change(initiatives, { id: item.id, version: '' }, { title: 'x' }))
    expect(error).toMatchObject({ status: 412 })
  })

  test('lets one of two who write at the same moment through', async () => {
    const { item } = await stand.store.create(initiatives, draft())
    const ended = await Promise.allSettled(
      ['Ett', 'Två'].map((title) => stand.store.change(initiatives, item, { title })),
    )
    expect(ended.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('empties a column by null, whatever its kind', async () => {
    const { item } = await stand.store.create(initiatives, draft(complete as Partial<InitiativeDraft>))
    const emptied = await stand.store.change(initiatives, item, {
      need: null,
      contact: null,
      payer: null,
      concernedUnits: null,
      unionDay: null,
      scope: null,
      endorsements: null,
      steeringGroup: null,
    })
    const left = Object.keys(complete).filter((field) => !(field in emptied))
    expect(left.toSorted()).toEqual([
      'concernedUnits',
      'contact',
      'endorsements',
      'need',
      'payer',
      'scope',
      'steeringGroup',
      'unionDay',
    ])
  })
})

describe('trouble of the service', () => {
  test.for([
    { says: 'throttled', status: 429 },
    { says: 'unavailable', status: 503 },
  ])('a read that is $says is asked again after the time that was said', async ({ status }) => {
    stand.tenant.control.setFaults([{ match: { path: '/items' }, times: 2, status, retryAfter: 0 }])
    const asked = await stand.requestsOf(() => stand.store.all(portfolios))
    expect(asked).toBe(3)
  })

  test('the time that was said is waited', async () => {
    stand.tenant.control.setFaults([{ match: { path: '/items' }, times: 1, status: 429, retryAfter: 1 }])
    const started = performance.now()
    await stand.store.all(portfolios)
    expect(performance.now() - started).toBeGreaterThan(990)
  })

  test('a throttled write is written once', async () => {
    stand.tenant.control.setFaults([{ match: { method: 'POST' }, times: 2, status: 429, retryAfter: 0 }])
    await stand.store.create(initiatives, draft({ key: 'i-throttled' }))
    expect(await withKey('i-throttled')).toHaveLength(1)
  })

  test('trouble that lasts ends with what the service said', async () => {
    stand.tenant.control.setFaults([{ match: { path: '/items' }, times: 9, status: 503, retryAfter: 0 }])
    const error = await failed(stand.store.all(portfolios))
    expect([isThrottled(error), (error as GraphError).status]).toEqual([true, 503])
    expect((error as GraphError).requestId).not.toBe('')
  })
})
