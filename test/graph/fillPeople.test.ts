/** Person columns are filled when the site has come to know the person; the Entra id was the truth all along. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { people, units } from '#src/lists/organisation.ts'
import { fillPeople, peopleFiller } from '#src/graph/fillPeople.ts'
import { readSiteUsers } from '#src/graph/people.ts'
import { entraIdOf } from '#scripts/demo/installation.ts'
import { setUpStand, type Stand } from '#test/fixtures/stand.ts'

let stand: Stand
beforeEach(async () => {
  stand = await setUpStand('lists')
})
afterEach(() => stand.close())

/** In the directory, on no site: of every third that is so. */
const stranger = { id: entraIdOf('p-003'), name: 'Stranger' }
const known = { id: entraIdOf('p-001'), name: 'Known' }
const nobody = { id: entraIdOf('nobody'), name: 'Nobody' }

async function rowsWith(persons: { id: string; name: string }[]) {
  await stand.store.createMany(
    people,
    [...new Set(persons)].map((person, i) => ({
      key: `p${i}`,
      title: person.name,
      person,
      email: stand.tenant.control.people().find(({ id }) => id === person.id)?.mail ?? '',
      unit: { key: 'u', title: 'U' },
    })),
  )
  await stand.store.createMany(
    units,
    persons.map((person, i) => ({ key: `u${i}`, title: `U${i}`, kind: 'unit' as const, head: person })),
  )
}

/** What SharePoint's own views would show, by row. */
async function headsOf() {
  const path = `/sites/${stand.site.id}/lists/${stand.site.listIds.Units}/items?$expand=fields($select=Key,HeadLookupId)`
  const page = await stand.graphAs('server')<{ value: { fields: Record<string, string> }[] }>({ path })
  return page.value.map(({ fields }) => fields['HeadLookupId'] !== undefined)
}

const fill = async (most?: number) => {
  const graph = stand.graphAs('server')
  const { siteUserId } = await readSiteUsers(graph, stand.site)
  return fillPeople({
    graph,
    site: stand.site,
    lists: [units],
    siteUserId,
    ...(most !== undefined && { most }),
  })
}

/** Somebody opens the site for the first time. */
async function visits(oid: string) {
  stand.tenant.control.setFlags({ readingAddsToUserList: true })
  const request = { clientId: stand.environment.CLIENT_ID ?? '', oid, scopes: ['Sites.Selected'] }
  const { access_token } = await stand.tenant.control.personToken(request, stand.origin)
  await fetch(`${stand.origin}/v1.0/sites/${stand.site.id}/lists`, {
    headers: { authorization: `Bearer ${access_token}` },
  })
}

test('those the site knows are filled; others wait until they have been there', async () => {
  await rowsWith([known, stranger, nobody])
  expect(await fill()).toEqual({ rows: 1, more: false })
  expect(await headsOf()).toEqual([true, false, false])
  await visits(stranger.id)
  expect(await fill()).toEqual({ rows: 1, more: false })
  expect(await headsOf()).toEqual([true, true, false])
})

test('what is filled is not written again, and nothing else of the row changes', async () => {
  await rowsWith([known])
  const before = await stand.store.byKey(units, 'u0')
  await fill()
  const after = await stand.store.byKey(units, 'u0')
  expect(after).toEqual({ ...before, version: after?.version })
  expect(await fill()).toEqual({ rows: 0, more: false })
  expect((await stand.store.byKey(units, 'u0'))?.version).toBe(after?.version)
})

test('a row that somebody changes meanwhile is left as they wrote it', async () => {
  await rowsWith([known])
  stand.tenant.control.setFaults([{ match: { method: 'PATCH', path: '/fields' }, times: 1, status: 412 }])
  expect(await fill()).toEqual({ rows: 0, more: false })
  expect(await headsOf()).toEqual([false])
})

test('a pass stops at so many rows and says that there is more', async () => {
  await rowsWith([known, known, known])
  expect(await fill(2)).toEqual({ rows: 2, more: true })
  expect(await fill(2)).toEqual({ rows: 1, more: false })
})

test('the lists are read again only when the site knows more people', async () => {
  await rowsWith([known, stranger])
  const pass = peopleFiller(stand.graphAs('server'), stand.site, [units])
  expect((await pass()).rows).toBe(1)
  const idle = await stand.requestsOf(pass)
  await visits(stranger.id)
  expect((await pass()).rows).toBe(1)
  expect(idle).toBe(2)
})
