/** An import taken back: what nobody has touched goes, what somebody has worked with stays and says why. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { initiatives } from '#src/lists/initiatives.ts'
import { fillPeople } from '#src/graph/fillPeople.ts'
import { readSiteUsers } from '#src/graph/people.ts'
import { importedKey, type ImportedRow } from '#src/actions/needs/importNeeds.ts'
import { revisionOf } from '#src/rules/needs/undoing.ts'
import { setUpStand, type Stand, type Who, whysOf } from '#test/fixtures/stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => {
  stand.tenant.control.setFaults([])
  return stand.close()
})

const PORTFOLIO = 'pf-avo'
let made = 500
let batch = ''
beforeEach(() => {
  batch = `2024-10-01 ${made} behov.xlsx`
})
function aRow(values: Partial<ImportedRow> = {}): ImportedRow {
  const n = String(++made)
  return {
    originKey: `nr:${n}`,
    number: n,
    title: `Behov ${n}`,
    stage: 'collection',
    state: 'active',
    external: false,
    legal: 'unknown',
    dependsOn: [],
    original: { Nr: n },
    unit: { key: 'u-avo-ht', title: 'Hemtjänst' },
    ...values,
  }
}
const keyOf = ({ originKey }: ImportedRow) => importedKey({ key: PORTFOLIO }, originKey)
const take = (rows: ImportedRow[], name = batch) =>
  stand.act('administrator', 'importNeeds', { portfolio: PORTFOLIO, batch: name, rows })
const undo = (rows: ImportedRow[], who: Who = 'administrator', name = batch) =>
  stand.act(who, 'undoImport', { batch: name, rows: rows.map(keyOf) })
const stored = (row: ImportedRow) => stand.store.byKey(initiatives, keyOf(row))

describe('rows nobody has touched', () => {
  test('go, and asked again nothing more happens', async () => {
    const first = aRow()
    const rows = [first, aRow({ dependsOn: [{ originKey: first.originKey, title: first.title }] })]
    await take(rows)
    expect((await stored(first))?.importBatch).toBe(batch)
    expect(await undo(rows)).toEqual({ undone: 2, kept: [] })
    expect(await stored(first)).toBeUndefined()
    expect(await undo(rows)).toEqual({ undone: 2, kept: [] })
    const gone = await stand.store.where(initiatives, { column: 'importBatch', value: batch })
    expect(gone.map(({ archived }) => archived)).toEqual([true, true])
  })

  test('give their number and place back: the mended workbook is read in again', async () => {
    const row = aRow()
    await take([row])
    await undo([row])
    const mended = { ...row, title: 'Rättad', originKey: `title:${row.title}` }
    expect(await take([mended])).toEqual({ created: 1, existed: 0 })
    expect(await undo([mended])).toMatchObject({ undone: 1 })
    expect(await take([row])).toEqual({ created: 1, existed: 0 })
    expect(await undo([row])).toEqual({ undone: 1, kept: [] })
  })

  test('go also when the net breaks in the middle and it is asked again', async () => {
    const rows = Array.from({ length: 25 }, () => aRow())
    await take(rows)
    stand.tenant.control.setFaults([{ match: { path: 'batch' }, times: 1, dropAfterCommit: true }])
    await undo(rows).catch(() => undefined)
    stand.tenant.control.setFaults([])
    expect(await undo(rows)).toEqual({ undone: 25, kept: [] })
    expect(await Promise.all(rows.map(stored))).toEqual(rows.map(() => undefined))
  })
})

describe('person columns filled in afterwards', () => {
  test("are nobody's work: the row goes, but for one that whoever imported has written in on the same day", async () => {
    const [filled, written] = [aRow(), aRow()]
    await take([filled, written])
    const graph = stand.graphAs('server')
    const { siteUserId } = await readSiteUsers(graph, stand.site)
    await fillPeople({ graph, site: stand.site, lists: [initiatives], siteUserId })
    expect(revisionOf((await stored(filled))?.version ?? '')).toBe(2)
    const item = await stored(written)
    if (!item) throw new Error('The row is not there')
    await stand.store.change(initiatives, item, { comment: 'Kollat' })
    expect(await undo([filled, written])).toEqual({
      undone: 1,
      kept: [{ key: keyOf(written), because: 'changed' }],
    })
  })
})

describe('rows that stay', () => {
  test.for<[says: string, because: string, touch: (row: ImportedRow) => Promise<unknown>]>([
    [
      'filled in',
      'changed',
      (row) =>
        stand.act('developmentLead', 'prepareInitiative', {
          initiative: keyOf(row),
          changes: { comment: 'Kollat' },
          base: { comment: null },
        }),
    ],
    [
      'decided about',
      'decided',
      (row) =>
        stand.act('homeCareManager', 'decideGate', {
          initiative: keyOf(row),
          gate: 'BP1',
          outcome: 'goOn',
          wording: 'Går vidare.',
        }),
    ],
    [
      'given a cost',
      'used',
      (row) =>
        stand.act('developmentLead', 'saveRow', {
          initiative: keyOf(row),
          list: 'costItems',
          row: `cost-${row.number}`,
          values: { title: 'Licens', kind: 'supplier', year: 2025, amountKr: 1000 },
          base: {},
        }),
    ],
  ])('%s: kept because %s, and the others go', async ([, because, touch]) => {
    const touched = aRow({ need: 'x', benefit: 'y', contact: stand.person('homeCareManager') })
    const other = aRow()
    await take([touched, other])
    await touch(touched)
    expect(await undo([touched, other])).toEqual({ undone: 1, kept: [{ key: keyOf(touched), because }] })
    expect(await stored(touched)).toBeDefined()
  })

  test('those of another import', async () => {
    const row = aRow()
    await take([row], 'another import')
    expect(await undo([row])).toEqual({ undone: 0, kept: [{ key: keyOf(row), because: 'other' }] })
  })
})

test.for(['employee', 'developmentLead', 'director'] as const)('the %s may not', async (who) => {
  const row = aRow()
  await take([row])
  expect(await whysOf(undo([row], who))).toEqual(['notYourTask'])
  expect(await stored(row)).toBeDefined()
})
