/** A table as CSV that Swedish Excel opens by itself: semicolons, a byte order mark, decimal commas, and no formulas. */
import type { ExportTable, ExportValue } from './table.ts'

/** Without it Excel reads UTF-8 as the machine's own alphabet: https://support.microsoft.com/office/8a935af5-3416-4edd-ba7e-3dfd2bc4a032 */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * A program that opens the file would run a cell that begins so, or begins so after what it takes for a separator:
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
const RUNS = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

/** Texts that a program could take for a formula begin with an apostrophe, as OWASP says; figures stay figures. */
export function toCsv({ columns, rows }: ExportTable): string {
  const lines = [columns.map(({ title }) => title), ...rows]
  return BYTE_ORDER_MARK + lines.map((line) => `${line.map(field).join(';')}\r\n`).join('')
}

function field(value: ExportValue): string {
  if (value === undefined) return ''
  if (typeof value === 'number') return Number.isFinite(value) ? String(value).replace('.', ',') : ''
  const safe = RUNS.test(value.trimStart()) || RUNS.test(value) ? `'${value}` : value
  return /[";\r\n\t,]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}
