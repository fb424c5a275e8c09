/** The sections of the initiative page, in reading order. */
import { type PreparedField, preparedBySection, type PreparedSection } from '#src/rules/editing.ts'
import type { SentenceKey } from '#src/text/words.ts'

export interface SectionRow {
  id: PreparedSection
  title: SentenceKey
  fields: readonly PreparedField[]
}

export const sections: readonly SectionRow[] = [
  { id: 'need', title: 'initiative.needAndBenefit', fields: preparedBySection.need },
  { id: 'preparation', title: 'initiative.preparation', fields: preparedBySection.preparation },
  { id: 'roles', title: 'initiative.roles', fields: preparedBySection.roles },
]

/** The section to open for a field that is missing. */
export const sectionOf = (field: string) =>
  sections.find((s) => (s.fields as readonly string[]).includes(field))?.id ??
  (field === 'dependencies' ? 'dependencies' : 'costs')
