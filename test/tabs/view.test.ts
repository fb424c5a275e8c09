/** From all initiatives to what the table shows: found, counted, ordered and grouped; and the address that says which. */
import { describe, expect, test } from 'vitest'
import { compareTexts } from '#src/text/format.ts'
import { swedish } from '#src/text/swedish.ts'
import { readState, writeState } from '#tabs/ui/portfolioView/address.ts'
import { type ColumnName, columnNames, trackOf } from '#tabs/ui/portfolioView/columns.ts'
import { isOpen, nothingFolded, withFolded } from '#tabs/ui/portfolioView/folded.ts'
import { groupRows, linesOf } from '#tabs/ui/portfolioView/groups.ts'
import { sortRows } from '#tabs/ui/portfolioView/sorting.ts'
import { type Around, cellText } from '#tabs/ui/portfolioView/values.ts'
import { departmentsOf, indexRows, look, type Row } from '#tabs/ui/portfolioView/view.ts'
import { aUnit } from '../fixtures/organisation.ts'

await swedish.learn('portfolio')

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
const departments = departmentsOf([
  { ...aUnit('u-ht', 'department'), title: 'Hemtjänst' },
  { ...aUnit('u-ht-1', 'unit', 'u-ht'), title: 'Hemtjänst Norr' },
])
const around: Around = { words: swedish, today: '2024-10-01', departments }
const compare = compareTexts('sv')
const indexed = indexRows(rows, departments)
const keys = (found: readonly Row[]) => found.map(({ key }) => key)

test.each([
  { says: 'nothing shows all', search: '', found: ['a', 'b', 'c'] },
  { says: 'part of a title', search: 'lås', found: ['a'] },
  { says: 'a number', search: '2024-010', found: ['b'] },
  { says: 'several words in any order, whatever the case', search: 'HEMTJÄNST digitala', found: ['a'] },
  { says: 'a contact person', search: 'åsa', found: ['a'] },
  { says: 'a unit nobody knows', search: 'måltid', found: ['b'] },
  { says: 'a does not find å', search: 'las', found: [] },
])('search: $says', ({ search, found }) => {
  expect(keys(look(indexed, search, {}).rows)).toEqual(found)
})

describe('counts', () => {
  test('say how many rows each value would show, the other filters kept', () => {
    expect([...look(indexed, '', { stage: 'preparation' }).counts.state]).toEqual([
      ['active', 1],
      ['paused', 1],
    ])
  })
  test('leave out their own filter, so that another value can be chosen', () => {
    expect(look(indexed, '', { stage: 'preparation' }).counts.stage.get('collection')).toBe(1)
  })
  test('gather the rows without a value', () => {
    expect(look(indexed, '', {}).counts.legal.get('-')).toBe(2)
  })
  test('keep the search', () => {
    expect([...look(indexed, 'lås', {}).counts.stage]).toEqual([['collection', 1]])
  })
  test('a unit counts under the nearest department above it', () => {
    const below = aRow({ key: 'd', unit: { key: 'u-ht-1', title: 'Hemtjänst Norr' } })
    expect([...look(indexRows([...rows, below], departments), '', {}).counts.department]).toEqual([
      ['Hemtjänst', 2],
      ['-', 2],
    ])
  })
})

describe('several values in one filter', () => {
  test.each([
    { says: 'stages', filters: { stage: 'collection,preparation' }, found: ['a', 'b', 'c'] },
    { says: 'states', filters: { state: 'paused,stopped' }, found: ['c'] },
    { says: 'a unit whose name has a comma is one value', filters: { unit: 'Hemtjänst,Måltid' }, found: [] },
  ])('$says', ({ filters, found }) => {
    expect(keys(look(indexed, '', filters).rows)).toEqual(found)
  })
})

test('what lacks a contact person or a unit is found, whatever was written in the workbook', () => {
  const { contact: _, unit: __, ...bare } = aRow({ key: 'd', unitAsWritten: 'Måltid' })
  const lacking = indexRows([...rows, bare])
  expect(keys(look(lacking, '', { hasUnit: 'no' }).rows)).toContain('d')
  expect(keys(look(lacking, '', { hasContact: 'no' }).rows)).toContain('d')
  expect(keys(look(lacking, '', { hasUnit: 'yes' }).rows)).not.toContain('d')
})

describe('merged initiatives', () => {
  const withMerged = indexRows([...rows, aRow({ key: 'm', state: 'merged' })], departments)
  test('are left out until they are asked for, and told of in the filter', () => {
    const { rows: found, counts, hidden } = look(withMerged, '', {})
    expect(keys(found)).toEqual(['a', 'b', 'c'])
    expect(hidden).toBe(1)
    expect(counts.state.get('merged')).toBe(1)
    expect(counts.stage.get('collection')).toBe(1)
  })
  test('are shown by their filter', () => {
    expect(look(withMerged, '', { state: 'merged' })).toMatchObject({ hidden: 0, rows: [{ key: 'm' }] })
  })
})

test.each([
  { by: 'title', down: false, order: ['a', 'c', 'b'], says: 'titles as Swedes sort them: ä before ö' },
  { by: 'number', down: true, order: ['b', 'c', 'a'], says: 'numbers downwards' },
  { by: 'stage', down: false, order: ['a', 'b', 'c'], says: 'stages in the order of the process' },
  { by: 'age', down: true, order: ['b', 'a', 'c'], says: 'the greatest age first' },
  { by: 'cost', down: true, order: ['a', 'b', 'c'], says: 'costs downwards, those without last' },
  { by: 'cost', down: false, order: ['b', 'a', 'c'], says: 'costs upwards, those without last all the same' },
  { by: 'department', down: false, order: ['a', 'b', 'c'], says: 'departments, those outside last' },
  { by: 'state', down: false, order: ['a', 'b', 'c'], says: 'states in their own order' },
] satisfies { by: ColumnName; down: boolean; order: string[]; says: string }[])(
  'sorting: $says',
  ({ by, down, order }) => {
    expect(sortRows(indexed, { by, down }, compare, around).map(({ row }) => row.key)).toEqual(order)
  },
)

test('every column sorts and says something of a row that holds nothing', () => {
  for (const by of columnNames) {
    expect(sortRows(indexed, { by, down: false }, compare, around)).toHaveLength(3)
    expect(typeof cellText(by, rows[1] ?? aRow(), around)).toBe('string')
  }
})

test('columns that give way share what is left over, and the least width is known', () => {
  expect(trackOf(['number', 'title'])).toEqual({ template: '7rem minmax(11rem, 3fr)', rem: 20.25 })
})

describe('groups', () => {
  test('stand in the order of the process, with count, costs and the median age', () => {
    const [first, second] = groupRows(
      [...rows, aRow({ key: 'y', stage: 'preparation', costHighKr: 10_000, costPerYear: true })],
      'stage',
      around,
      compare,
    )
    expect(first).toMatchObject({ key: 'collection', onceKr: 300_000, yearlyKr: 0, medianDays: 30 })
    expect(second).toMatchObject({ key: 'preparation', onceKr: 50_000, yearlyKr: 10_000, medianDays: 0 })
    expect(second?.rows.map(({ key }) => key)).toEqual(['b', 'c', 'y'])
  })
  test('the rows without a value stand last', () => {
    expect(groupRows(rows, 'unit', around, compare).map(({ key }) => key)).toEqual([
      'Hemtjänst',
      'Måltid',
      '-',
    ])
  })
  test('quarters stand in the order of time', () => {
    const starts = ['2025-Q1', '2024-Q4', undefined].map((start, i) =>
      aRow({ key: String(i), ...(start && { start }) }),
    )
    expect(groupRows(starts, 'start', around, compare).map(({ key }) => key)).toEqual([
      '2024-Q4',
      '2025-Q1',
      '-',
    ])
  })
  test('a folded group shows its heading alone', () => {
    const groups = groupRows(rows, 'stage', around, compare)
    const one = withFolded(nothingFolded, 'preparation', false)
    expect(linesOf(groups, one).map((line) => ('group' in line ? line.group.key : line.row.key))).toEqual([
      'collection',
      'a',
      'preparation',
    ])
    expect(linesOf(groups, { all: true, but: ['collection'] })).toHaveLength(3)
  })
  test('what is folded and opened again leaves nothing behind', () => {
    const folded = withFolded(nothingFolded, 'x', false)
    expect(isOpen(folded, 'x')).toBe(false)
    expect(withFolded(folded, 'x', true)).toEqual(nothingFolded)
    expect(isOpen(withFolded({ all: true, but: [] }, 'x', true), 'x')).toBe(true)
  })
})

test('the address carries all that was chosen there and back, and keeps what else it holds', () => {
  const state = {
    search: 'lås & larm',
    filters: { stage: 'preparation', unit: 'Hemtjänst, natt', external: 'no' },
    sorting: { by: 'projectManager' as const, down: true },
    columns: ['title', 'caseNumber', 'rank'] as const,
    group: 'unit' as const,
    folded: { all: true, but: ['Hemtjänst, natt', '-'] },
  }
  const params = writeState(new URLSearchParams('theme=dark'), state)
  expect(readState(new URLSearchParams(params.toString()))).toEqual(state)
  expect(params.get('theme')).toBe('dark')
})

test('an address that means nothing shows everything by number', () => {
  expect(readState(new URLSearchParams('sort=evil&stage=&cols=evil,__proto__&group=evil'))).toEqual({
    search: '',
    filters: {},
    sorting: { by: 'number', down: false },
    columns: undefined,
    group: undefined,
    folded: nothingFolded,
  })
})
