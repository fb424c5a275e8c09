/** Reading by the list store on the local tenant: every page and every row that is asked for, and no value lost on the way. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { costItems } from '#src/lists/businessCase.ts'
import { decisions, trail } from '#src/lists/decisions.ts'
import { initiatives, type InitiativeDraft } from '#src/lists/initiatives.ts'
import { people } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { listStore } from '#src/graph/listStore.ts'
import { aDecision, complete } from '#test/fixtures/initiatives.ts'
import { aPerson, aRef } from '#test/fixtures/organisation.ts'
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

const { draft } = rowsThere(() => stand)

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
