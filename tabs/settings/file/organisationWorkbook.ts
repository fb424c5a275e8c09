/** The organisation as a workbook that can be read in again: a sheet for each list. */
import { fieldsOf, namingOf } from '#src/import/organisation/plan.ts'
import { cellText } from '#src/import/organisation/values.ts'
import { toWorkbook } from '#src/export/xlsx.ts'
import { lists } from '#src/lists/all.ts'
import type { List } from '#src/lists/list.ts'
import { type Organisation, organisationLists } from '#src/rules/organisation/organising.ts'

const WIDE_REM = 16

export function organisationWorkbook(now: Organisation): Uint8Array {
  const names = namingOf(now)
  return toWorkbook(
    ...organisationLists.map((key) => {
      const list: List = lists[key]
      const fields = ['key', ...fieldsOf(list)]
      const rows = now[key] as readonly Record<string, unknown>[]
      return {
        title: list.label,
        columns: fields.map((field) => ({
          title: list.columns[field]?.label ?? field,
          kind: list.columns[field]?.kind === 'money' ? ('kr' as const) : ('text' as const),
          widthRem: WIDE_REM,
        })),
        rows: rows.map((row) => fields.map((field) => cellText(list, field, row[field], names))),
      }
    }),
  )
}
