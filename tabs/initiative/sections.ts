/** The sections of fields on the initiative page. */
import {
  type PreparedField,
  preparedBySection,
  type PreparedSection,
} from '#src/rules/initiatives/editing.ts'
import type { SentenceKey } from '#src/text/words.ts'

export interface SectionRow {
  id: PreparedSection
  title: SentenceKey
  fields: readonly PreparedField[]
  /** What whoever holds a role is responsible for, beside the field. */
  duties?: Partial<Record<PreparedField, SentenceKey>>
}

export const sections = {
  need: { id: 'need', title: 'initiative.needAndBenefit', fields: preparedBySection.need },
  preparation: {
    id: 'preparation',
    title: 'initiative.preparation',
    // Links stand in both ends: they are made in the section of similar needs.
    fields: preparedBySection.preparation.filter(
      (field) => field !== 'similar' && field !== 'similarChecked',
    ),
  },
  roles: {
    id: 'roles',
    title: 'initiative.roles',
    fields: preparedBySection.roles,
    // The split ownership: the formal half and the benefit half (S2, PPS).
    duties: {
      projectOwner: 'duty.projectOwner',
      effectOwner: 'duty.effectOwner',
      projectManager: 'duty.projectManager',
      benefitLead: 'duty.benefitLead',
      steeringGroup: 'duty.steeringGroup',
    },
  },
} as const satisfies Record<Exclude<PreparedSection, 'financing'>, SectionRow>

/** The section to open for a field that is missing. */
export const sectionOf = (field: string) =>
  Object.values(sections).find((s) => (s.fields as readonly string[]).includes(field))?.id ??
  (Object.hasOwn(ownSections, field) ? ownSections[field as keyof typeof ownSections] : 'costs')

/** Fields that have a section of their own. */
const ownSections = {
  similarChecked: 'similar',
  dependencies: 'dependencies',
  financingShares: 'financing',
} as const
