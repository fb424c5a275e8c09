/** What a row of a workbook never seen before is to be read as. */

export type Expected = {
  row: number
  title: string
  unit: string | null
  stage: string
  low: number | null
  high: number | null
  legal: string
  start: string | null
  contact?: string | null
  number?: string
  depends?: string
}
