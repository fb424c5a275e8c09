/** The rows and columns of the table as another program takes them: figures and days as they are, the rest in words. */
import type { ExportKind, ExportTable, ExportValue } from '#src/export/table.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { isConfidential } from '#src/rules/initiatives/confidential.ts'
import { type ColumnName, columnOf } from '../../ui/portfolioView/columns.ts'
import { type Around, plainValue } from '../../ui/portfolioView/values.ts'
import type { Row } from '../../ui/portfolioView/view.ts'
import { columnName } from '../table/TableHeader.tsx'

interface Exported {
  title: string
  kind: ExportKind
  widthRem: number
  value: (row: Row) => ExportValue
}

export function exportedTable(
  rows: readonly Row[],
  names: readonly ColumnName[],
  around: Around,
): ExportTable {
  // A file goes on to others: what is confidential says so in it, whichever columns were chosen.
  const told = rows.some(isConfidential) && !names.includes('confidentialBasis')
  const columns = [...names, ...(told ? (['confidentialBasis'] as const) : [])].flatMap((name) =>
    exportedColumn(name, around),
  )
  return {
    title: around.words.t('portfolio.title'),
    columns,
    rows: rows.map((row) => columns.map(({ value }) => value(row))),
  }
}

function exportedColumn(name: ColumnName, around: Around): Exported[] {
  const { words } = around
  // Two figures and what they are for: `150–300 tkr/år` can't be added up.
  if (name === 'cost')
    return [
      {
        title: words.label(initiatives, 'costLowKr'),
        kind: 'kr',
        widthRem: 9,
        value: (row) => row.costLowKr,
      },
      {
        title: words.label(initiatives, 'costHighKr'),
        kind: 'kr',
        widthRem: 9,
        value: (row) => row.costHighKr,
      },
      {
        title: words.label(initiatives, 'costPerYear'),
        kind: 'text',
        widthRem: 6,
        value: (row) => (row.costPerYear ? words.word('yesNoUnknown', 'yes') : undefined),
      },
      {
        title: words.label(initiatives, 'costAsWritten'),
        kind: 'text',
        widthRem: 9,
        value: (row) => row.costAsWritten,
      },
    ]
  const { kind, rem, share } = columnOf(name)
  const kinds: Partial<Record<typeof kind, ExportKind>> = { number: 'number', days: 'number', day: 'day' }
  return [
    {
      title: name === 'age' ? words.t('table.ageDays') : columnName(name, words),
      kind: kinds[kind] ?? 'text',
      widthRem: rem + share * 5,
      value: (row) => plainValue(name, row, around),
    },
  ]
}
