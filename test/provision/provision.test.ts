/** Making a site ready: says what is missing, makes it, and then changes nothing. */
import { afterEach, describe, expect, test } from 'vitest'
import { minutesLibrary } from '#src/lists/minutesLibrary.ts'
import { wireColumns } from '#src/lists/list.ts'
import type { Step } from '#src/lists/provisioning.ts'
import { findLists } from '#src/graph/findLists.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { installation } from '#scripts/demo/installation.ts'
import { provision } from '#scripts/provision/run.ts'
import { setUpStand, type Stand } from '#test/fixtures/stand.ts'
import { declared, kinds, planned, applied, listsPath, columnsOf, rest, noServer } from './site.ts'

let stand: Stand | undefined
afterEach(async () => {
  await stand?.close()
  stand = undefined
})
const open = async (...asked: Parameters<typeof setUpStand>) => (stand = await setUpStand(...asked))

describe('an empty site', () => {
  test('lacks every list, and a plan makes none', async () => {
    const empty = await open('empty')
    const { steps } = await planned(empty)
    expect(steps.map((step) => ('list' in step ? step.list.name : ''))).toEqual(
      declared.map(({ name }) => name),
    )
    expect(kinds(steps)).toEqual(['createList'])
    expect(await planned(empty)).toEqual(await planned(empty))
    await expect(findLists(empty.graphAs('server'), installation.siteId)).rejects.toThrow(
      /lacks Committees.*provision/,
    )
  })

  test('gets every list with its Swedish name, columns, indexes and versions; again, nothing is left to do', async () => {
    const empty = await open('empty')
    const told: Step[] = []
    const done = await provision(
      { ...empty.environment, ...noServer },
      { apply: true, told: (step) => told.push(step) },
    )
    expect(told).toEqual(done.steps)
    expect(done.findings).toEqual([])
    const { value } = await empty.graphAs('server')<{ value: { name: string; displayName: string }[] }>({
      path: listsPath,
    })
    const names = new Map(value.map(({ name, displayName }) => [name, displayName]))
    for (const { name, label } of declared) expect(names.get(name)).toBe(label)
    for (const list of declared) {
      const { columns, id } = await columnsOf(empty, list.name)
      for (const { name, displayName, indexed = false } of wireColumns(list))
        expect(columns.get(name)).toMatchObject({ name, displayName, indexed })
      expect((await rest(empty, `lists(guid'${id}')`)).EnableVersioning).toBe(true)
    }
    const before = empty.tenant.control.stats().paths
    expect(await applied(empty)).toEqual({ steps: [], findings: [] })
    expect(Object.keys(empty.tenant.control.stats().paths)).toEqual(Object.keys(before))
  })

  test('gets a library for minutes, whose files carry what is declared; staff read it and the server writes', async () => {
    const ready = await open('lists')
    const id = ready.site.listIds[minutesLibrary.name]
    const list = await ready.graphAs('employee')<{ list: { template: string }; webUrl: string }>({
      path: `${listsPath}/${id}`,
    })
    expect(list.list.template).toBe('documentLibrary')
    expect(new URL(list.webUrl).pathname).toBe(`${installation.sitePath}/Minutes`)
    const put = (who: 'server' | 'employee') =>
      ready.graphAs(who)<{ id: string }>({
        method: 'PUT',
        path: `${listsPath}/${id}/drive/root:/PF/2024/a.docx:/content`,
        content: new Uint8Array(3),
      })
    await expect(put('employee')).rejects.toMatchObject({ status: 403 })
    const file = await put('server')
    const fields = { PaperKind: 'Protokoll', MeetingDay: '2024-10-01T12:00:00Z', Edition: 1 }
    const path = `${listsPath}/${id}/drive/items/${file.id}/listItem`
    await ready.graphAs('server')({ method: 'PATCH', path: `${path}/fields`, body: fields })
    const row = await ready.graphAs('employee')<{ fields: object }>({ path })
    expect(row.fields).toMatchObject({ ...fields, MeetingDay: '2024-09-30T22:00:00Z' })
  })

  test('a library whose versions somebody has switched off gets them back', async () => {
    const ready = await open('lists')
    ready.tenant.control.setFlags({ newLibrariesKeepVersions: false })
    const id = ready.site.listIds[minutesLibrary.name]
    await ready.graphAs('provisioning')({ method: 'DELETE', path: `${listsPath}/${id}` })
    const { steps } = await applied(ready)
    expect(steps).toMatchObject([
      { do: 'createList', list: { name: 'Minutes' } },
      { do: 'nameList', list: { label: 'Protokoll' } },
      { do: 'nameColumn' },
      { do: 'keepVersions' },
    ])
    expect(await planned(ready)).toEqual({ steps: [], findings: [] })
  })

  test('keeps the versions of a row from then on', async () => {
    const ready = await open('lists')
    const store = ready.storeAs('server')
    const draft = { key: 'pf', title: 'Ett', code: 'P', process: 'behovsprocessen' as const }
    const { item } = await store.create(portfolios, draft)
    await store.change(portfolios, item, { title: 'Två' })
    const path = `${listsPath}/${ready.site.listIds.Portfolios}/items/${item.id}/versions`
    const { value } = await ready.graphAs('server')<{ value: unknown[] }>({ path })
    expect(value).toHaveLength(2)
  })

  test('gets what is missing when it was broken off half-way', async () => {
    const empty = await open('empty')
    empty.tenant.control.setFaults([
      { match: { method: 'POST', path: '/lists$' }, times: 5 },
      { match: { method: 'POST', path: '/lists$' }, times: 1, status: 500 },
    ])
    await expect(applied(empty)).rejects.toThrow()
    await applied(empty)
    expect(await planned(empty)).toEqual({ steps: [], findings: [] })
  })
})

describe('a site that has gone its own way', () => {
  test('gets back a column, a name, an index and a choice, and loses nothing of its own', async () => {
    const ready = await open('lists')
    const graph = ready.graphAs('provisioning')
    const { path, columns } = await columnsOf(ready, 'Initiatives')
    const column = (name: string) => `${path}/${columns.get(name)?.id}`
    await graph({ method: 'DELETE', path: column('Comment') })
    await graph({ method: 'PATCH', path: column('Systems'), body: { displayName: 'Omdöpt' } })
    await graph({ method: 'PATCH', path: column('Start'), body: { indexed: false } })
    const words = ['Ja', 'Kanske']
    await graph({ method: 'PATCH', path: column('Legal'), body: { choice: { choices: words } } })
    await graph({ method: 'POST', path, body: { name: 'Egen', displayName: 'Egen kolumn', text: {} } })

    expect(kinds((await planned(ready)).steps)).toEqual([
      'addChoices',
      'addColumn',
      'indexColumn',
      'nameColumn',
    ])
    await applied(ready)
    expect(await planned(ready)).toEqual({ steps: [], findings: [] })
    const after = (await columnsOf(ready, 'Initiatives')).columns
    expect([after.get('Systems')?.displayName, after.get('Start')?.indexed]).toEqual([
      'System och kopplingar',
      true,
    ])
    expect(after.get('Legal')).toMatchObject({
      choice: { choices: ['Ja', 'Kanske', 'Nej', 'Oklart'], displayAs: 'dropDownMenu' },
    })
    expect(after.has('Egen')).toBe(true)
  })

  test.for([
    { says: 'a number', list: 'Initiatives', name: 'Systems', body: { number: {} } },
    {
      says: 'a line where several lines are declared',
      list: 'Initiatives',
      name: 'Comment',
      body: { text: {} },
    },
    {
      says: 'one choice where several are declared',
      list: 'People',
      name: 'Roles',
      body: { choice: { choices: ['Direktör'] } },
    },
    {
      says: 'a time where a day is declared',
      list: 'Initiatives',
      name: 'LegalDay',
      body: { dateTime: { format: 'dateTime' } },
    },
  ])('a column that is $says is named, and never touched', async ({ list, name, body }) => {
    const ready = await open('lists')
    const graph = ready.graphAs('provisioning')
    const { path, columns } = await columnsOf(ready, list)
    await graph({ method: 'DELETE', path: `${path}/${columns.get(name)?.id}` })
    await graph({ method: 'POST', path, body: { name, displayName: 'Någon annans', ...body } })
    const before = (await columnsOf(ready, list)).columns.get(name)
    const { steps, findings } = await applied(ready)
    expect(steps).toEqual([])
    expect(findings).toMatchObject([{ what: 'columnKindDiffers', list: { name: list }, name }])
    expect((await columnsOf(ready, list)).columns.get(name)).toEqual(before)
  })
})
