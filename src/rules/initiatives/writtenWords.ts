/** Words of a workbook that nobody understood: they stand in for a column until somebody has answered. */
import type { InitiativeField } from '#src/lists/initiatives.ts'
import { type PreparedField, same } from './editing.ts'

/** Where the words of a workbook that nobody understood are kept, by the column that stands empty for it. */
export const wordsFor = {
  unit: 'unitAsWritten',
  contact: 'contactAsWritten',
  concernedUnits: 'concernedAsWritten',
  costLowKr: 'costAsWritten',
  start: 'startAsWritten',
} as const satisfies Partial<Record<PreparedField, InitiativeField>>

/** Whoever empties a column has answered: the words of the workbook no longer stand in for it. Its row is kept as it was. */
export const answeredWords = (write: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(wordsFor)
      .filter(([field]) => field in write && same(write[field], null))
      .map(([, words]) => [words, null]),
  )
