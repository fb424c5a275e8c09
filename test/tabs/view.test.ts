import { describe, expect, test } from 'vitest'
import { compareTexts } from '#src/text/format.ts'
import { readState, writeState } from '#tabs/ui/portfolioView/address.ts'
import {
  countFacet,
  filterRows,
  indexRows,
  type Row,
  type SortColumn,
  sortRows,
} from '#tabs/ui/portfolioView/view.ts'

const aRow = (but: Partial<Row> = {}): Row => ({
  id: '1',
  key: 'i-1',
  number: 'ÄVO-2024-001',
  title: 'Digitala lås',
  stage: 'collection',
  state: 'active',
  portfolio: { key: 'pf', title: 'ÄVO' },
  ...but,
})
const rows = [
  aRow({
    key: 'a',
    title: 'Digitala lås',
    unit: { key: 'u-ht', title: 'Hemtjänst' },
    contact: { id: 'p', name: 'Åsa Lindevall' },
    costHighKr: 300_000,
    legal: 'yes',
    stageSince: '2024-09-01',
  }),
  aRow({
    key: 'b',
    number: 'ÄVO-2024-010',
    title: 'Öppna data',
    unitAsWritten: 'Måltid',
    stage: 'preparation',
    costLowKr: 50_000,
    stageSince: '2024-01-01',
  }),
  aRow({
    key: 'c',
    number: 'ÄVO-2024-002',
    title: 'Ärendestöd',
    stage: 'preparation',
    state: 'paused',
    stageSince: '2024-10-01',
  }),
]
const indexed = indexRows(rows)
const keys = (found: readonly { row: Row }[]) => found.map(({ row }) => row.key)

test.each([
  { says: 'nothing shows all', search: '', found: ['a', 'b', 'c'] },
  { says: 'part of a title', search: 'lås', found: ['a'] },
  { says: 'a number', search: '2024-010', found: ['b'] },
  { says: 'several words in any order, whatever the case', search: 'HEMTJÄNST digitala', found: ['a'] },
  { says: 'a contact person', search: 'åsa', found: ['a'] },
  { says: 'a unit nobody knows', search: 'måltid', found: ['b'] },
  { says: 'a does not find å', search: 'las', found: [] },
])('search: $says', ({ search, found }) => {
  expect(keys(filterRows(indexed, search, {}))).toEqual(found)
})

describe('counts', () => {
  test('say how many rows each value would show, the other filters kept', () => {
    expect([...countFacet(indexed, '', { stage: 'preparation' }, 'state')]).toEqual([
      ['active', 1],
      ['paused', 1],
    ])
  })
  test('leave out their own filter, so that another value can be chosen', () => {
    expect(countFacet(indexed, '', { stage: 'preparation' }, 'stage').get('collection')).toBe(1)
  })
  test('gather the rows without a value', () => {
    expect(countFacet(indexed, '', {}, 'legal').get('-')).toBe(2)
  })
})

test.each([
  { by: 'title', down: false, order: ['a', 'c', 'b'], says: 'titles as Swedes sort them: ä before ö' },
  { by: 'number', down: true, order: ['b', 'c', 'a'], says: 'numbers downwards' },
  { by: 'stage', down: false, order: ['a', 'b', 'c'], says: 'stages in the order of the process' },
  { by: 'age', down: true, order: ['b', 'a', 'c'], says: 'the greatest age first' },
  { by: 'cost', down: true, order: ['a', 'b', 'c'], says: 'costs downwards, those without last' },
  { by: 'cost', down: false, order: ['b', 'a', 'c'], says: 'costs upwards, those without last all the same' },
] satisfies { by: SortColumn; down: boolean; order: string[]; says: string }[])(
  'sorting: $says',
  ({ by, down, order }) => {
    const sorted = sortRows(indexed, { by, down }, compareTexts('sv'), [
      'collection',
      'screening',
      'preparation',
    ])
    expect(sorted.map(({ key }) => key)).toEqual(order)
  },
)

test('the address carries search, filters and sorting there and back, and keeps what else it holds', () => {
  const state = {
    search: 'lås & larm',
    filters: { stage: 'preparation', unit: 'Hemtjänst' },
    sorting: { by: 'age' as const, down: true },
  }
  const params = writeState(new URLSearchParams('theme=dark'), state)
  expect(readState(new URLSearchParams(params.toString()))).toEqual(state)
  expect(params.get('theme')).toBe('dark')
})

test('an address that means nothing shows everything by number', () => {
  expect(readState(new URLSearchParams('sort=evil&stage='))).toEqual({
    search: '',
    filters: {},
    sorting: { by: 'number', down: false },
  })
})
