/** The sections of fields on the initiative page. */
import { type PreparedField, preparedBySection, type PreparedSection } from '#src/rules/editing.ts'
import type { SentenceKey } from '#src/text/words.ts'

export interface SectionRow {
  id: PreparedSection
  title: SentenceKey
  fields: readonly PreparedField[]
}

export const sections = {
  need: { id: 'need', title: 'initiative.needAndBenefit', fields: preparedBySection.need },
  preparation: {
    id: 'preparation',
    title: 'initiative.preparation',
    fields: preparedBySection.preparation,
  },
  roles: { id: 'roles', title: 'initiative.roles', fields: preparedBySection.roles },
} as const satisfies Record<PreparedSection, SectionRow>

/** The section to open for a field that is missing. */
export const sectionOf = (field: string) =>
  Object.values(sections).find((s) => (s.fields as readonly string[]).includes(field))?.id ??
  (field === 'dependencies' ? 'dependencies' : 'costs')
