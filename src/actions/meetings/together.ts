/** Several answers as one: of each row what was said last. */
import type { Done } from '../work.ts'

interface Row {
  key: string
}

export function together(...answers: readonly Done[]): Done {
  const all: Record<string, Map<string, Row>> = {}
  for (const answer of answers)
    for (const [list, rows] of Object.entries(answer) as [string, Row[]][]) {
      const kept = (all[list] ??= new Map<string, Row>())
      for (const row of rows) kept.set(row.key, row)
    }
  return Object.fromEntries(Object.entries(all).map(([list, rows]) => [list, [...rows.values()]]))
}
