/** The cost of a row: one column, a lowest and a highest, or a column for each year. */
import type { Warning } from '#src/rules/needs/importTerms.ts'
import { type Money, readMoney, unitInHeader } from './money.ts'
import { columnsOf, dataCell, sayings, type Table, type TableColumn } from './table.ts'

export type Cost = Money & { written: string }

/** `costUnit` is what the text around the table says that amounts are in. */
export function readCost(
  table: Table,
  row: number,
  given: { struck: boolean; costUnit: number | null },
): Cost {
  const read = (column: TableColumn) => {
    const cell = dataCell(table, row, column.column)
    const written = sayings(cell, given.struck)
    const money = readMoney(written, {
      headerUnit: unitInHeader(column.header) ?? given.costUnit,
      format: cell.format,
    })
    return {
      ...money,
      written,
      doubts: money.doubts.map((doubt): Warning => ({ ...doubt, column: column.name })),
    }
  }
  const [whole] = columnsOf(table, 'cost')
  if (whole) {
    const cost = read(whole)
    if (cost.written !== '') return cost
  }
  const [low] = columnsOf(table, 'costLow').map(read)
  const [high] = columnsOf(table, 'costHigh').map(read)
  if ((low && low.written !== '') || (high && high.written !== '')) return between(low, high)
  return summed(
    columnsOf(table, 'costPart')
      .map(read)
      .filter(({ written }) => written !== ''),
  )
}

function between(low: Cost | undefined, high: Cost | undefined): Cost {
  const doubts = [...(low?.doubts ?? []), ...(high?.doubts ?? [])]
  const from = low?.lowKr ?? null
  const to = high?.highKr ?? null
  const written = [low?.written, high?.written].filter((text) => text).join(' – ')
  const perYear = (low?.perYear ?? false) || (high?.perYear ?? false)
  if (from === null || to === null || from <= to) return { lowKr: from, highKr: to, perYear, doubts, written }
  return {
    lowKr: to,
    highKr: from,
    perYear,
    doubts: [...doubts, { code: 'costSwapped', text: written }],
    written,
  }
}

function summed(parts: readonly Cost[]): Cost {
  const [first] = parts
  if (!first) return { lowKr: null, highKr: null, perYear: false, doubts: [], written: '' }
  const written = parts.map((part) => part.written).join(' + ')
  const doubts: Warning[] = [...parts.flatMap((part) => part.doubts), { code: 'costSummed', text: written }]
  // one year that cannot be read makes the sum unknown, not smaller
  const sum = (of: (part: Cost) => number | null) =>
    parts.reduce<number | null>(
      (total, part) => (total === null || of(part) === null ? null : total + (of(part) ?? 0)),
      0,
    )
  return {
    lowKr: sum((part) => part.lowKr),
    highKr: sum((part) => part.highKr),
    perYear: false,
    doubts,
    written,
  }
}
