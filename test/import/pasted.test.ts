/** Rows from the clipboard, as Excel and LibreOffice write them there, read as if they came in a workbook. */
import { describe, expect, test } from 'vitest'
import { toWorkbook } from '#src/export/xlsx.ts'
import { pastedTable } from '#src/import/pasted.ts'
import { planImport } from '#src/import/plan.ts'
import { readWorkbook } from '#src/import/workbook.ts'

const rowsOf = (text: string) => pastedTable(text, 'Inklistrat')?.rows

describe('cells', () => {
  test.each([
    {
      says: 'line ends of Windows, and one at the end',
      text: 'Nr\tBehov\r\n1\tLås\r\n',
      rows: [['1', 'Lås']],
    },
    { says: 'an empty last cell', text: 'Nr\tBehov\n1\t', rows: [['1', '']] },
    {
      says: 'a cell with lines and tabs',
      text: 'Nr\tBehov\n1\t"två\nrader\tja"\n2\tx',
      rows: [
        ['1', 'två\nrader\tja'],
        ['2', 'x'],
      ],
    },
    {
      says: 'quotes inside a quoted cell',
      text: 'Nr\tBehov\n1\t"säger ""ja"" här"',
      rows: [['1', 'säger "ja" här']],
    },
    {
      says: 'a quote that only begins a text',
      text: 'Nr\tBehov\n1\t"Lås" och larm',
      rows: [['1', '"Lås" och larm']],
    },
    { says: 'a quote that never ends', text: 'Nr\tBehov\n1\t"Lås', rows: [['1', '"Lås']] },
    { says: 'empty rows between', text: 'Nr\tBehov\n\t\n\n1\tLås', rows: [['1', 'Lås']] },
  ])('$says', ({ text, rows }) => {
    expect(rowsOf(text)).toEqual(rows)
  })
  test.each(['Bara en text', 'Nr\tBehov', '', 'a\nb\nc'])('%j is no table', (text) => {
    expect(pastedTable(text, 'x')).toBeUndefined()
  })
})

test('ten thousand pasted rows are planned, and a formula among them is a text', () => {
  const lines = Array.from({ length: 10_000 }, (_, i) => `${i + 1}\tBehov nummer ${i + 1}\tNy\t250 tkr`)
  lines[4] = '5\t=HYPERLINK("http://evil.example")\tNy\t'
  const table = pastedTable(['Nr\tBehov\tFas\tKostnad', ...lines].join('\r\n'), 'Inklistrat')
  if (!table) throw new Error('There is no table')
  const plan = planImport(readWorkbook(toWorkbook(table)), {
    process: 'behovsprocessen',
    units: [],
    people: [],
  })
  expect(plan.rows).toHaveLength(10_000)
  expect(plan.rows[4]?.title).toBe('=HYPERLINK("http://evil.example")')
  expect(plan.rows[0]).toMatchObject({ title: 'Behov nummer 1', costHighKr: 250_000 })
})
