/** Sparse rows of a linear model, as HiGHS takes them. */
import type { ModelData } from 'highs'

export interface Term {
  column: number
  by: number
}

export interface Row {
  terms: readonly Term[]
  least?: number
  most?: number
}

/** The matrix and its bounds, row by row. */
export function rowsData(
  rows: readonly Row[],
  columns: number,
): Pick<ModelData, 'numRows' | 'rowLower' | 'rowUpper' | 'matrix'> {
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  for (const { terms } of rows) {
    for (const { column, by } of terms)
      if (by !== 0) {
        indices.push(column)
        values.push(by)
      }
    starts.push(indices.length)
  }
  return {
    numRows: rows.length,
    rowLower: rows.map(({ least = Number.NEGATIVE_INFINITY }) => least),
    rowUpper: rows.map(({ most = Number.POSITIVE_INFINITY }) => most),
    matrix: { format: 'csr', numRows: rows.length, numCols: columns, starts, indices, values },
  }
}
