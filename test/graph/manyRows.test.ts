/** Lists that have outgrown what SharePoint finds by a filter are still read whole. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { criteria, scores } from '#src/lists/prioritising.ts'
import { addresses, addressStates, partOf, type SendingDraft, sendings } from '#src/lists/reminding.ts'
import { howeverMany, messagesOf, scoresOf } from '#src/graph/manyRows.ts'
import { setUpStand, type Stand } from '#test/fixtures/stand.ts'

const THRESHOLD = 5

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('lists')
  stand.tenant.control.setFlags({ threshold: THRESHOLD })
})
afterAll(() => stand.close())

const aMessage = (id: string, day: string): SendingDraft => {
  const person = { id, name: id }
  const claim = `digest/${day}/${id}`
  return {
    key: claim,
    title: id,
    claim,
    kind: 'digest',
    day,
    part: partOf(day, { person }),
    person,
    state: 'sent',
  }
}

test('a day of messages, in parts when it is too many for one answer', async () => {
  const people = ['0a', '1b', 'Fc', 'e', 'person', '9d', '0f', '2-']
  await stand.store.createMany(
    sendings,
    ['2026-03-24', '2026-03-25'].flatMap((day) => people.map((id) => aMessage(id, day))),
  )
  await expect(
    stand.store.startingWith(sendings, { column: 'part', value: '2026-03-25/' }),
  ).rejects.toMatchObject({ status: 422 })
  const found = await messagesOf(stand.store, '2026-03-25')
  expect(found.map(({ person, day }) => `${day} ${person?.id}`).toSorted()).toEqual(
    people.map((id) => `2026-03-25 ${id}`).toSorted(),
  )
})

test('what too many rows have is sifted from the whole list', async () => {
  const rows = Array.from({ length: 2 * THRESHOLD }, (_, i) => ({
    key: `a-${i}`,
    title: `a-${i}`,
    claim: `a-${i}`,
    state: i === 0 ? ('reachable' as const) : ('unreachable' as const),
  }))
  await stand.store.createMany(addresses, rows)
  const read = () => stand.store.where(addresses, { column: 'state', value: addressStates.unreachable })
  await expect(read()).rejects.toMatchObject({ status: 422 })
  const found = await howeverMany(stand.store, addresses, {
    read,
    keeps: ({ state }) => state !== 'reachable',
  })
  expect(found).toHaveLength(2 * THRESHOLD - 1)
})

test('the scores of a forum, criterion by criterion when they are too many for one answer', async () => {
  const forum = { key: 'f', title: 'F' }
  const by = ['value', 'law'].map((key) => ({ key: `f/${key}`, title: key }))
  await stand.store.createMany(
    criteria,
    by.map((criterion, i) => ({ ...criterion, forum, weight: 50, place: i + 1 })),
  )
  const given = by.flatMap((criterion) =>
    Array.from({ length: THRESHOLD - 1 }, (_, i) => ({
      key: `${criterion.key}/${i}`,
      claim: `${criterion.key}/${i}`,
      title: criterion.title,
      initiative: { key: `i-${i}`, title: 'I' },
      criterion,
      forum,
      value: 3,
      on: '2026-03-25',
    })),
  )
  await stand.store.createMany(scores, given)
  await expect(stand.store.where(scores, { column: 'forum', value: 'f' })).rejects.toMatchObject({
    status: 422,
  })
  const found = await scoresOf(stand.store, ['f'])
  expect(found.map(({ claim }) => claim).toSorted()).toEqual(given.map(({ claim }) => claim).toSorted())
})
