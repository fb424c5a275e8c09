/** Taking rows in: by an administrator, each once, nothing executed and nothing silently left out. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dependencies } from '#src/lists/businessCase.ts'
import { trail } from '#src/lists/decisions.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { importedKey, type ImportedRow, MOST_ROWS } from '#src/actions/needs/importNeeds.ts'
import { runAction } from '#src/actions/index.ts'
import { refusalsOf, setUpStand, type Stand, TODAY, type Who, whysOf } from '#test/fixtures/stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => {
  stand.tenant.control.setFaults([])
  return stand.close()
})

const PORTFOLIO = 'pf-avo'
let made = 100
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
    original: { Nr: n, Behov: `Behov ${n}` },
    ...values,
  }
}
const importAs = (who: Who, rows: ImportedRow[], portfolio = PORTFOLIO) =>
  stand.act(who, 'importNeeds', { portfolio, rows })
const keyOf = ({ originKey }: ImportedRow) => importedKey({ key: PORTFOLIO }, originKey)
const stored = (row: ImportedRow) => stand.store.byKey(initiatives, keyOf(row))
const trailOf = (row: ImportedRow) => stand.store.where(trail, { column: 'initiative', value: keyOf(row) })

describe('an import', () => {
  test('makes each row a need of the portfolio, with its number, its original and one trail entry', async () => {
    const unit = { key: 'u-avo-ht', title: 'Hemtjänst' }
    const first = aRow({ unit, costLowKr: 100_000, need: 'Därför', stage: 'preparation', start: '2024-Q3' })
    const second = aRow({ number: '7b', dependsOn: [{ originKey: first.originKey, title: first.title }] })
    expect(await importAs('administrator', [first, second])).toEqual({ created: 2, existed: 0 })
    expect(await stored(first)).toMatchObject({
      title: first.title,
      number: `ÄVO-2024-${first.number}`,
      portfolio: { key: PORTFOLIO },
      stage: 'preparation',
      stageSince: TODAY,
      unit,
      costLowKr: 100_000,
      start: '2024-Q3',
      original: first.original,
      originKey: first.originKey,
      changedBy: stand.person('administrator'),
    })
    expect((await stored(second))?.number).toBe('ÄVO-2024-007b')
    expect(await trailOf(first)).toMatchObject([
      { kind: 'imported', to: 'Beredning', person: stand.person('administrator'), day: TODAY },
    ])
    const waits = await stand.store.where(dependencies, { column: 'initiative', value: keyOf(second) })
    expect(waits.map(({ needs }) => needs?.key)).toEqual([keyOf(first)])
  })

  test('run again doubles nothing, and leaves alone what people have changed since', async () => {
    const rows = [aRow(), aRow()]
    await importAs('administrator', rows)
    const item = (await stored(rows[0] ?? aRow())) ?? expect.fail()
    await stand.store.change(initiatives, item, { title: 'Ändrad' })
    expect(await importAs('administrator', [...rows, aRow()])).toEqual({ created: 1, existed: 2 })
    expect((await stored(rows[0] ?? aRow()))?.title).toBe('Ändrad')
    expect(await trailOf(rows[0] ?? aRow())).toHaveLength(1)
  })

  test.for([1, 2, 3, 4, 5])(
    'broken off after its batch %i and run again, every row is there once',
    async (at) => {
      const rows = Array.from({ length: 25 }, () => aRow())
      stand.tenant.control.setFaults([
        { match: { path: 'batch' }, times: at },
        { match: { path: 'batch' }, times: 1, dropAfterCommit: true },
      ])
      await importAs('administrator', rows).catch(() => undefined)
      stand.tenant.control.setFaults([])
      await importAs('administrator', rows)
      const keys = (await stand.store.all(initiatives)).map(({ key }) => key)
      expect(keys.filter((key) => rows.some((row) => keyOf(row) === key))).toHaveLength(25)
      expect(new Set(keys).size).toBe(keys.length)
      const entries = (await stand.store.all(trail)).filter((entry) =>
        rows.some((row) => keyOf(row) === entry.initiative.key),
      )
      expect(entries).toHaveLength(25)
    },
  )

  test('a title that is a formula is kept as the text it is', async () => {
    const title = '=HYPERLINK("http://evil.example";"Klicka")'
    const row = aRow({ title, need: "=cmd|'/C calc'!A1", comment: '@SUM(1+1)', original: { Behov: title } })
    await importAs('administrator', [row])
    expect(await stored(row)).toMatchObject({
      title,
      need: row.need,
      comment: row.comment,
      original: { Behov: title },
    })
  })

  test('a row that is known by a long title gets its trail and may be decided', async () => {
    const row = aRow({ originKey: 'title:'.padEnd(200, 'å'), title: 'å'.repeat(255) })
    const unit = { key: 'u-avo-ht', title: 'Hemtjänst' }
    const filled = { ...row, unit, need: 'x', benefit: 'y', contact: stand.person('homeCareManager') }
    await importAs('administrator', [filled])
    const wording = 'Går vidare.'
    const args = { initiative: keyOf(row), gate: 'BP1', outcome: 'goOn', wording } as const
    const done = await stand.act('homeCareManager', 'decideGate', args)
    expect(done.initiatives?.[0]?.stage).toBe('screening')
    expect(await trailOf(row)).toHaveLength(2)
  })
})

describe('refused', () => {
  test.for(['employee', 'homeCareManager', 'director', 'developmentLead'] as const)(
    'the %s is not an administrator',
    async (who) => {
      const row = aRow()
      expect(await refusalsOf(importAs(who, [row]))).toEqual([
        { why: 'notYourTask', roles: ['administrator'] },
      ])
      expect(await stored(row)).toBeUndefined()
    },
  )

  const longer = 'å'.repeat(256)
  test.for<[string, Record<string, unknown>, { field: string; problem: string; limit?: number }]>([
    [
      'a title over 255 characters',
      { title: longer },
      { field: 'rows.0.title', problem: 'tooLong', limit: 255 },
    ],
    ['no title', { title: '  ' }, { field: 'rows.0.title', problem: 'required' }],
    [
      'a key over 200 characters',
      { originKey: longer },
      { field: 'rows.0.originKey', problem: 'tooLong', limit: 200 },
    ],
    ['an unknown stage', { stage: 'påhittat' }, { field: 'rows.0.stage', problem: 'unknown' }],
    ['a column nobody has', { rank: 1 }, { field: 'rows.0.rank', problem: 'noField' }],
    ['money as text', { costLowKr: '1 mnkr' }, { field: 'rows.0.costLowKr', problem: 'wrongKind' }],
    [
      'a decision',
      { lastDecision: { key: 'x', title: 'x' } },
      { field: 'rows.0.lastDecision', problem: 'noField' },
    ],
  ])('a row with %s, and nothing is written', async ([, values, problem]) => {
    const row = aRow()
    const other = aRow()
    const args = { portfolio: PORTFOLIO, rows: [{ ...row, ...values }, other] }
    const refusals = await refusalsOf(runAction(stand.work('administrator'), 'importNeeds', args))
    expect(refusals).toEqual([{ why: 'invalid', problems: [problem] }])
    expect(await stored(other)).toBeUndefined()
  })

  test('a stage of another process than the portfolio’s', async () => {
    const row = aRow({ stage: 'concept' })
    expect(await refusalsOf(importAs('administrator', [row]))).toEqual([
      { why: 'invalid', problems: [{ field: `${row.originKey} stage`, problem: 'notAllowed' }] },
    ])
  })

  test('two rows with one key, of which the second would never be seen', async () => {
    const row = aRow({ originKey: 'nr:ETT' })
    const same = aRow({ originKey: 'nr:ett' })
    expect(await refusalsOf(importAs('administrator', [row, same]))).toEqual([
      { why: 'invalid', problems: [{ field: 'nr:ett originKey', problem: 'notAllowed' }] },
    ])
    expect(await stored(row)).toBeUndefined()
  })

  test('rows that wait for each other in a ring, also by way of what is there, and the ring is named', async () => {
    const [first, second] = [aRow(), aRow()]
    const waiting = (of: ImportedRow, on: ImportedRow): ImportedRow => ({
      ...of,
      dependsOn: [{ originKey: on.originKey, title: on.title }],
    })
    const ring = [
      { key: keyOf(first), title: first.title },
      { key: keyOf(second), title: second.title },
    ]
    const asked = importAs('administrator', [waiting(first, second), waiting(second, first)])
    expect(await refusalsOf(asked)).toEqual([{ why: 'circle', through: ring }])
    expect(await stored(first)).toBeUndefined()
    await importAs('administrator', [waiting(second, first)])
    const late = importAs('administrator', [waiting(first, second)])
    expect(await refusalsOf(late)).toEqual([{ why: 'circle', through: ring }])
    await importAs('administrator', [waiting(second, first)])
  })

  test('a number that another need has, and it is named', async () => {
    const holder = aRow()
    await importAs('administrator', [holder])
    const rows = [aRow(), aRow({ number: holder.number })]
    expect(await refusalsOf(importAs('administrator', rows))).toEqual([
      { why: 'invalid', problems: [{ field: `ÄVO-2024-${holder.number} number`, problem: 'taken' }] },
    ])
  })

  test('a portfolio that does not exist', async () => {
    expect(await whysOf(importAs('administrator', [aRow()], 'pf-none'))).toEqual(['notFound'])
  })

  test('more rows than a request may carry', async () => {
    const rows = Array.from({ length: MOST_ROWS + 1 }, () => aRow())
    expect(await refusalsOf(importAs('administrator', rows))).toMatchObject([
      { why: 'invalid', problems: [{ field: 'rows', problem: 'tooMany' }] },
    ])
  })
})
