/** A table on its way to another program: what each column holds, and plain values. */

/** `day` is `2026-03-31`; `number` a figure; everything else is text, whatever it looks like. */
export type ExportKind = 'text' | 'number' | 'kr' | 'day'
export type ExportValue = string | number | undefined

export interface ExportTable {
  /** The name of the sheet. */
  title: string
  columns: readonly { title: string; kind: ExportKind; widthRem: number }[]
  rows: readonly (readonly ExportValue[])[]
}
