/** The months of a unit as the columns of the picture: one each, or a quarter by its heaviest. Pure. */
import { heaviestOf, type MonthLoad, type UnitLoad } from '#src/rules/pictures/unitLoad.ts'
import { type Month, monthsAfter } from '#src/rules/days/months.ts'

export interface Column {
  /** `2026-11`, or `2026-Q4`. */
  key: string
  months: readonly Month[]
}

/** As many columns as there is room for, from the month given (or the quarter it is in). */
export function columnsFrom(from: Month, count: number, byQuarter: boolean): Column[] {
  if (!byQuarter)
    return Array.from({ length: count }, (_, i) => {
      const month = monthsAfter(from, i)
      return { key: month, months: [month] }
    })
  const first = monthsAfter(from, -((Number(from.slice(5)) - 1) % 3))
  return Array.from({ length: count }, (_, i) => {
    const month = monthsAfter(first, 3 * i)
    return {
      key: `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`,
      months: [month, monthsAfter(month, 1), monthsAfter(month, 2)],
    }
  })
}

export const loadIn = ({ months }: UnitLoad, column: Column): MonthLoad | undefined =>
  heaviestOf(months.filter(({ month }) => column.months.includes(month)))

/** The mark of a unit's column, and back. */
export const cellKey = (unit: string, column: string) => `${unit}|${column}`
export function cellIn(key: string): { unit: string; column: string } | undefined {
  const at = key.lastIndexOf('|')
  return at < 0 ? undefined : { unit: key.slice(0, at), column: key.slice(at + 1) }
}
