/** Which columns stand in which section of the initiative page, in reading order. */
import type { PreparedField } from '#src/rules/editing.ts'
import type { SentenceKey } from '#src/text/sv.ts'

export interface SectionRow {
  id: string
  title: SentenceKey
  fields: readonly PreparedField[]
}

export const sections: readonly SectionRow[] = [
  {
    id: 'need',
    title: 'initiative.needAndBenefit',
    fields: ['title', 'need', 'benefit', 'unit', 'contact', 'systems', 'comment'],
  },
  {
    id: 'preparation',
    title: 'initiative.preparation',
    fields: [
      'concernedUnits',
      'scope',
      'similarChecked',
      'similar',
      'type',
      'legal',
      'legalBasis',
      'legalDay',
      'caseNumber',
      'union',
      'unionGroup',
      'unionDay',
      'unionReason',
      'endorsements',
      'description',
      'consequences',
      'operation',
      'informationClass',
      'personalData',
      'dependenciesChecked',
      'start',
      'costLowKr',
      'costHighKr',
      'costPerYear',
      'payer',
    ],
  },
  {
    id: 'roles',
    title: 'initiative.roles',
    fields: [
      'projectOwner',
      'effectOwner',
      'projectManager',
      'benefitLead',
      'steeringGroup',
      'directiveApproved',
      'conflicted',
    ],
  },
]

/** The section to open for a field that is missing. */
export const sectionOf = (field: string) =>
  sections.find((s) => (s.fields as readonly string[]).includes(field))?.id ?? 'costs'
