/** The list store on the local tenant: repeatable, never over another's change, and no value lost on the way. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { costItems } from '#src/lists/businessCase.ts'
import { decisions, trail } from '#src/lists/decisions.ts'
import { initiatives, type InitiativeDraft } from '#src/lists/initiatives.ts'
import { people } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { GraphError, isChangedByOther, isDuplicate, isThrottled } from '#src/graph/errors.ts'
import { listStore } from '#src/graph/listStore.ts'
import { aDecision, complete } from '#test/fixtures/initiatives.ts'
import { aPerson, aRef } from '#test/fixtures/organisation.ts'
import { setUpStand, type Stand } from '#test/fixtures/stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('lists')
})
afterAll(() => stand.close())
afterEach(() => {
  stand.tenant.control.setFaults([])
  stand.tenant.control.setFlags({ defaultPage: 200, largestPage: 5000 })
})

let made = 0
const next = () => `i-${++made}`
const draft = (values: Partial<InitiativeDraft> = {}): InitiativeDraft => {
  const key = values.key ?? next()
  return {
    key,
    title: `Behov ${key}`,
    number: `N-${key}`,
    stage: 'collection',
    state: 'active',
    portfolio: aRef('pf'),
    ...values,
  }
}
const withKey = (key: string) => stand.store.where(initiatives, { column: 'key', value: key })
const failed = (asked: Promise<unknown>) =>
  asked.then(
    () => undefined,
    (error: unknown) => error,
  )

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

describe('reading', () => {
  test('goes on over empty pages and pages of any size', async () => {
    await stand.store.createMany(
      portfolios,
      Array.from({ length: 12 }, (_, i) => ({
        key: `pf-${i}`,
        title: `Portfölj ${i}`,
        code: `P${i}`,
        process: 'behovsprocessen' as const,
      })),
    )
    stand.tenant.control.setFlags({ largestPage: 5 })
    stand.tenant.control.setFaults([{ match: { path: '/items' }, times: 2, emptyPage: true }])
    expect(await stand.store.all(portfolios)).toHaveLength(12)
  })

  test.for([
    "Anhörig's stöd",
    'Vård & omsorg',
    'C#-tjänst',
    '1+1',
    '100 % digitalt',
    'a=b?c/d\\e "citat" <b>',
    '=HYPERLINK("http://x";"y")',
    'emoji 👵🏽 och é',
  ])('a text such as %s is kept and found', async (text) => {
    const { item } = await stand.store.create(initiatives, draft({ title: text, number: text, key: text }))
    expect([item.title, item.number]).toEqual([text, text])
    expect((await stand.store.byKey(initiatives, text))?.id).toBe(item.id)
    const starting = await stand.store.startingWith(initiatives, { column: 'number', value: text })
    expect(starting.map(({ id }) => id)).toEqual([item.id])
  })

  test('of several lists for several texts comes in one batch, each row in its own list', async () => {
    const [one, two] = [draft(), draft()]
    await stand.store.createMany(initiatives, [one, two, draft()])
    const about = { key: 'c-in', title: 'x', kind: 'supplier', year: 2025, amountKr: 1 } as const
    await stand.store.create(costItems, { ...about, initiative: { key: two.key, title: two.title } })
    let rows: [{ key: string }[], { key: string }[]] = [[], []]
    const values = [one.key, two.key]
    const requests = await stand.requestsOf(async () => {
      rows = await stand.store.whereIn<[typeof initiatives, typeof costItems]>([
        { list: initiatives, column: 'key', values },
        { list: costItems, column: 'initiative', values },
      ])
    })
    expect(rows.map((found) => found.map(({ key }) => key).toSorted())).toEqual([values.toSorted(), ['c-in']])
    expect(requests).toBeLessThanOrEqual(5)
    expect(
      await stand.store.whereIn<[typeof costItems]>([{ list: costItems, column: 'initiative', values: [] }]),
    ).toEqual([[]])
  })

  test('gives only the texts of a column that start so', async () => {
    await stand.store.createMany(initiatives, [
      draft({ number: "Ä'1-001" }),
      draft({ number: "Ä'1-002" }),
      draft(),
    ])
    const found = await stand.store.textsStartingWith(initiatives, { column: 'number', value: "Ä'1-" })
    expect(found.toSorted()).toEqual(["Ä'1-001", "Ä'1-002"])
  })

  test('finds by person, by reference and by text in one batch', async () => {
    const about = { key: 'i-found', title: 'Funnen' }
    await stand.store.create(costItems, {
      key: 'c-1',
      title: 'Licens',
      initiative: about,
      kind: 'licences',
      year: 2025,
      amountKr: 12,
    })
    await stand.store.create(initiatives, draft({ key: 'i-owned', contact: aPerson('p-x', "Karin O'Hara") }))
    const [costs, entries] = await stand.store.whereOf([costItems, trail], {
      column: 'initiative',
      value: about.key,
    })
    expect([costs.map(({ key }) => key), entries]).toEqual([['c-1'], []])
    const owned = await stand.store.where(initiatives, { column: 'contact', value: 'p-x' })
    expect(owned.map(({ key, contact }) => [key, contact])).toEqual([
      ['i-owned', aPerson('p-x', "Karin O'Hara")],
    ])
  })

  test('since a day includes that day, though its midnight is the evening before in UTC', async () => {
    for (const [i, decidedOn] of ['2024-06-14', '2024-06-15', '2024-06-16'].entries()) {
      const { id: _, version: __, ...decision } = aDecision({ number: `2024-90${i}`, attempt: i, decidedOn })
      await stand.store.create(decisions, decision)
    }
    const found = await stand.store.since(decisions, 'decidedOn', '2024-06-15')
    expect(found.map(({ decidedOn }) => decidedOn).toSorted()).toEqual(['2024-06-15', '2024-06-16'])
  })

  test('a row that somebody wrote in SharePoint without a key does not stop the rest, and is told of', async () => {
    const outside = stand.graphAs('outside')
    const path = `/sites/${stand.site.id}/lists/${stand.site.listIds.People}/items`
    await stand.store.create(people, { key: 'p-ok', title: 'Ada', person: aPerson('ada', 'Ada') })
    await outside({ method: 'POST', path, body: { fields: { Title: 'Inskriven för hand' } } })
    const told: string[] = []
    const store = listStore({
      graph: stand.graphAs('server'),
      site: stand.site,
      unreadable: (error) => told.push(String(error)),
    })
    const [rows] = await store.allOf([people])
    expect([rows.map(({ title }) => title), told.length, told[0]]).toEqual([
      ['Ada'],
      1,
      'Error: People 2: person is empty',
    ])
  })
})

test('persons, choices, references, days, money and structures come back as they were written', async () => {
  const values = {
    ...(complete as Partial<InitiativeDraft>),
    external: true,
    stageSince: '2024-03-31',
    legalDay: '2024-10-27',
    similar: [aRef('i-a'), { key: 'i-b', title: 'Två  ord' }],
    conflicted: [aPerson('x', 'Åsa Öst')],
    costLowKr: 0,
    costHighKr: 1_200_000_000,
    rank: 2.5,
    original: { 'Behov/Projekt': 'Rad\n"två"', Kostnad: '1,2 mnkr' },
  } satisfies Partial<InitiativeDraft>
  const { item } = await stand.store.create(initiatives, draft(values))
  expect(item).toMatchObject({ ...values, similar: [aRef('i-a'), { key: 'i-b', title: 'Två ord' }] })
})

test('several choices come back as they were written', async () => {
  const roles = ['director', 'administrator'] as const
  const draftOf = { key: 'p-roles', title: 'Ada', person: aPerson('ada-2', 'Ada'), roles: [...roles] }
  const { item } = await stand.store.create(people, draftOf)
  expect(item.roles).toEqual(roles)
  expect((await stand.store.change(people, item, { roles: [] })).roles ?? []).toEqual([])
})
