/** Which columns are edited in the table, and what is written then. */
import type { Initiative } from '#src/lists/initiatives.ts'
import type { PreparedField } from '#src/rules/initiatives/editing.ts'
import type { ColumnName } from '../../ui/portfolioView/columns.ts'

/** The fields that a cell writes. Long texts, and what takes several choices, are written on the page of the initiative. */
const fields = {
  title: ['title'],
  unit: ['unit'],
  contact: ['contact'],
  projectOwner: ['projectOwner'],
  projectManager: ['projectManager'],
  effectOwner: ['effectOwner'],
  benefitLead: ['benefitLead'],
  type: ['type'],
  scope: ['scope'],
  legal: ['legal'],
  legalDay: ['legalDay'],
  caseNumber: ['caseNumber'],
  cost: ['costLowKr', 'costHighKr', 'costPerYear'],
  payer: ['payer'],
  start: ['start'],
  plannedEnd: ['plannedEnd'],
  risk: ['risk'],
  informationClass: ['informationClass'],
  personalData: ['personalData'],
} as const satisfies Partial<Record<ColumnName, readonly (PreparedField & keyof Initiative)[]>>

export type EditableColumn = keyof typeof fields
export type EditedField = (typeof fields)[EditableColumn][number]

export const isEditable = (column: ColumnName): column is EditableColumn => Object.hasOwn(fields, column)
export const fieldsOf = (column: EditableColumn): readonly EditedField[] => fields[column]
export const editableColumns = Object.keys(fields) as EditableColumn[]
