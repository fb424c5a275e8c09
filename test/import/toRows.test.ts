/** What is sent for saving after a workbook has been planned. */
import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { type ImportedRow, importedRow } from '#src/actions/needs/importNeeds.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { faultsOf } from '#src/lists/validate.ts'
import { type ImportPlan, type PlannedNeed, planImport } from '#src/import/plan.ts'
import { toImportedRows } from '#src/import/toRows.ts'
import { readWorkbook } from '#src/import/workbook.ts'

const file = new URL('../../scripts/demo/behov-2024.xlsx', import.meta.url)

function aNeed(some: Partial<PlannedNeed> = {}): PlannedNeed {
  const title = some.title ?? 'E-signering'
  return {
    row: 4,
    originKey: some.number ? `nr:${some.number}` : `title:${title.toLowerCase()}`,
    title,
    unit: null,
    contact: null,
    concerned: [],
    stage: 'collection',
    state: 'active',
    external: false,
    costLowKr: null,
    costHighKr: null,
    costPerYear: false,
    start: null,
    legal: 'unknown',
    dependsOn: [],
    original: { Behov: title },
    action: 'create',
    warnings: [],
    ...some,
  }
}

const aPlan = (...rows: PlannedNeed[]): ImportPlan => ({
  process: 'behovsprocessen',
  sheet: 'Behov',
  sheets: ['Behov'],
  headerRow: 3,
  mapping: [],
  rows,
  skipped: [],
  doubts: [],
})

/** As the server checks a row, its own columns aside. */
function faults(row: ImportedRow) {
  const { dependsOn: _, ...values } = v.parse(importedRow, row)
  return faultsOf(initiatives, values)
}

describe('the 89 needs of the administration', () => {
  const workbook = readWorkbook(new Uint8Array(readFileSync(file)))
  const options = { process: 'behovsprocessen', units: [], people: [] } as const
  const rows = toImportedRows(planImport(workbook, options))

  test('all become rows that the server takes', () => {
    expect(rows).toHaveLength(89)
    expect(rows.flatMap(faults)).toEqual([])
  })

  test('each has a number and a key of its own; the row without a number comes after the last', () => {
    expect(new Set(rows.map(({ number }) => number)).size).toBe(89)
    expect(new Set(rows.map(({ originKey }) => originKey)).size).toBe(89)
    expect(rows.filter(({ originKey }) => originKey.startsWith('title:')).map((row) => row.number)).toEqual([
      '87',
    ])
    expect(rows.map(({ number }) => number)).toEqual(expect.arrayContaining(['23b', '41b']))
  })

  test('the eight that wait for number 14 point at its row', () => {
    const awaited = rows.find(({ number }) => number === '14')
    const waiting = rows.filter(({ dependsOn }) =>
      dependsOn.some(({ originKey }) => originKey === awaited?.originKey),
    )
    expect(waiting).toHaveLength(8)
    expect(waiting[0]?.dependsOn.find(({ originKey }) => originKey === awaited?.originKey)?.title).toBe(
      awaited?.title,
    )
  })

  test('the same rows come out at every reading', () => {
    expect(toImportedRows(planImport(workbook, options))).toEqual(rows)
  })

  test('nothing is left to send when all is there already', () => {
    const existing = rows.map(({ originKey, number, title }) => ({
      key: `pf.${originKey}`,
      number: `AVO-2024-${number}`,
      title,
      originKey,
    }))
    expect(toImportedRows(planImport(workbook, { ...options, existing }))).toEqual([])
  })
})

describe('numbers', () => {
  const cases: { says: string; rows: PlannedNeed[]; taken?: string[]; numbers: string[] }[] = [
    {
      says: 'a row without one gets the next after the greatest',
      rows: [aNeed({ title: 'a' }), aNeed({ number: '9' }), aNeed({ number: '23b' }), aNeed({ title: 'b' })],
      numbers: ['24', '9', '23b', '25'],
    },
    {
      says: 'the second row with the same number gets a free one',
      rows: [aNeed({ number: '7' }), aNeed({ number: '7', originKey: 'nr:7 b' }), aNeed({ number: '8' })],
      numbers: ['7', '9', '8'],
    },
    { says: 'no numbers at all begin with 1', rows: [aNeed({ title: 'a' })], numbers: ['1'] },
    {
      says: 'what another need of the portfolio has is not used again',
      rows: [aNeed({ number: '1' }), aNeed({ number: '2' }), aNeed({ title: 'a' })],
      taken: ['001', '003'],
      numbers: ['4', '2', '5'],
    },
    {
      says: 'a row that is there already keeps its place in the count',
      rows: [aNeed({ number: '5' }), aNeed({ title: 'a', action: 'same' }), aNeed({ title: 'b' })],
      numbers: ['5', '7'],
    },
  ]
  test.each(cases)('$says', ({ rows, taken, numbers }) => {
    expect(toImportedRows(aPlan(...rows), taken).map(({ number }) => number)).toEqual(numbers)
  })
})

describe('what a row holds', () => {
  const only = (need: Partial<PlannedNeed>) => toImportedRows(aPlan(aNeed(need)))[0] as ImportedRow

  test('empty fields are left out', () => {
    expect(Object.keys(only({ need: ' ', benefit: '' })).sort()).toEqual(
      ['dependsOn', 'external', 'legal', 'number', 'original', 'originKey', 'stage', 'state', 'title'].sort(),
    )
  })

  test('one-line texts are cut to what their column holds', () => {
    const long = 'ö'.repeat(400)
    const row = only({ title: long, systems: long, legalBasis: long, costAsWritten: long, need: long })
    expect([row.title, row.systems, row.legalBasis, row.costAsWritten].map((text) => text?.length)).toEqual([
      255, 255, 255, 255,
    ])
    expect(row.need).toHaveLength(400)
    expect(faults(row)).toEqual([])
  })

  test('an unknown unit is called what the code list calls it', () => {
    expect(only({ unitAsWritten: 'HT', unitName: 'Hemtjänst' })).toMatchObject({ unitAsWritten: 'Hemtjänst' })
  })

  test('a known unit and what was written are both kept', () => {
    const unit = { key: 'u-ht', name: 'Hemtjänst' }
    expect(only({ unit, unitAsWritten: 'HT' })).toMatchObject({
      unit: { key: 'u-ht', title: 'Hemtjänst' },
      unitAsWritten: 'HT',
    })
  })

  test('a year without a start is kept as written', () => {
    expect(only({ yearAsWritten: '2024-2025' })).toMatchObject({ startAsWritten: '2024-2025' })
  })

  test('a zero cost is a cost', () => {
    expect(only({ costLowKr: 0, costHighKr: 0 })).toMatchObject({ costLowKr: 0, costHighKr: 0 })
  })

  test('a row with huge cells still fits, its mapped text whole', () => {
    const huge = 'lång text '.repeat(3200)
    const row = only({ need: huge, original: { Nr: '1', Beskrivning: huge, Kommentar: huge } })
    expect(faults(row)).toEqual([])
    expect(row.need).toBe(huge)
    expect(row.original.Nr).toBe('1')
  })

  test('two titles alike in their first 250 letters keep two keys', () => {
    const long = 'a'.repeat(250)
    const rows = toImportedRows(aPlan(aNeed({ title: `${long} b` }), aNeed({ title: `${long} c` })))
    expect(new Set(rows.map(({ originKey }) => originKey)).size).toBe(2)
    expect(rows.flatMap(faults)).toEqual([])
  })

  test('a number that nobody has stays as words', () => {
    expect(only({ dependsOn: ['140'] }).dependsOn).toEqual([{ title: 'nr 140' }])
  })

  test('a need somebody typed in by hand is waited for by its title', () => {
    const typed = aNeed({ number: '2', title: 'Befintlig', action: 'same', existingKey: 'm3x-1' })
    const rows = toImportedRows(aPlan(typed, aNeed({ number: '3', dependsOn: ['2'] })))
    expect(rows[0]?.dependsOn).toEqual([{ title: 'Befintlig' }])
  })
})
