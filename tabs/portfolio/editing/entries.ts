/** What somebody has typed for some fields: the changes it makes, and what is wrong with it. */
import { initiatives } from '#src/lists/initiatives.ts'
import { faultsOf } from '#src/lists/validate.ts'
import { same } from '#src/rules/initiatives/editing.ts'
import type { Words } from '#src/text/words.ts'
import type { EditedField } from './editable.ts'
import type { Values } from './meant.ts'
import type { Entry } from './ValueControl.tsx'

export type Entries = Partial<Record<EditedField, Entry>>

/** Sentences, the first for each field at fault. */
export function problemsOf(entries: Entries, { t, label }: Words): string[] {
  return (Object.entries(entries) as [EditedField, Entry][]).flatMap(([field, entry]) => {
    if ('unknown' in entry) return [t('table.notInList', { text: entry.unknown })]
    const [fault] = faultsOf(initiatives, { [field]: entry.value })
    return fault
      ? [t(`problem.${fault.problem}`, { field: label(initiatives, field), limit: fault.limit ?? 255 })]
      : []
  })
}

/** The fields whose values differ from those of the row, with what stood there. */
export function changesIn(entries: Entries, row: Partial<Record<EditedField, unknown>>) {
  const changes: Values = {}
  const base: Values = {}
  for (const [field, entry] of Object.entries(entries) as [EditedField, Entry][]) {
    if ('unknown' in entry || same(entry.value, row[field])) continue
    changes[field] = entry.value
    base[field] = row[field] ?? null
  }
  return { changes, base }
}
