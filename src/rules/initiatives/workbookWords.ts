/** The words of a workbook that nobody understood, kept until somebody has answered: with a value, or by emptying the column. */
import type { InitiativeField } from '#src/lists/initiatives.ts'
import type { PreparedField } from './editing.ts'

/** Where the words are kept, by the column that stands empty for them. */
export const wordsFor = {
  unit: 'unitAsWritten',
  contact: 'contactAsWritten',
  concernedUnits: 'concernedAsWritten',
  costLowKr: 'costAsWritten',
  start: 'startAsWritten',
} as const satisfies Partial<Record<PreparedField, InitiativeField>>

/** What whoever empties a column empties too: the words no longer stand in for it. The workbook's own row is kept as it was. */
export const answeredWords = (write: Record<string, unknown>): Record<string, null> =>
  Object.fromEntries(
    Object.entries(wordsFor).flatMap(([field, words]) =>
      Object.hasOwn(write, field) && isEmpty(write[field]) ? [[words, null]] : [],
    ),
  )

const isEmpty = (value: unknown) => (value ?? '') === '' || (Array.isArray(value) && value.length === 0)
