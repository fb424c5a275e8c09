/** The columns a table of initiatives may show: where each value comes from, how wide it is, and which are shown at first. */
import { type InitiativeField, initiatives } from '#src/lists/initiatives.ts'

/** What sort of value a column holds: says how it is sorted, aligned, edited and exported. */
export type Kind = 'text' | 'choice' | 'day' | 'quarter' | 'number' | 'kr' | 'days' | 'yesNo'

export interface Column {
  name: ColumnName
  /** The column of the list that names it, and that is written when a cell is edited. */
  field: InitiativeField | undefined
  kind: Kind
  /** Least width in rem, and its share of what is left over. */
  rem: number
  share: number
}

interface Width {
  rem: number
  share?: number
}

/** In the order the choice of columns shows them. */
const widths = {
  number: { rem: 7 },
  title: { rem: 11, share: 3 },
  portfolio: { rem: 7, share: 1 },
  department: { rem: 7, share: 1.2 },
  unit: { rem: 6, share: 1.3 },
  stage: { rem: 9.75 },
  state: { rem: 6.5 },
  age: { rem: 4 },
  contact: { rem: 6.5, share: 1.4 },
  projectOwner: { rem: 7, share: 1.2 },
  projectManager: { rem: 7, share: 1.2 },
  effectOwner: { rem: 7, share: 1.2 },
  benefitLead: { rem: 7, share: 1.2 },
  type: { rem: 8, share: 0.8 },
  scope: { rem: 6.5 },
  legal: { rem: 4.5 },
  legalDay: { rem: 6.5 },
  caseNumber: { rem: 7.5 },
  cost: { rem: 6.75 },
  payer: { rem: 7, share: 1 },
  start: { rem: 5.5 },
  plannedEnd: { rem: 5.5 },
  risk: { rem: 4.5 },
  effortDays: { rem: 5 },
  rank: { rem: 3.5 },
  lastDecision: { rem: 6.5 },
  financing: { rem: 6.5 },
  union: { rem: 8 },
  informationClass: { rem: 8.5 },
  personalData: { rem: 6 },
  concernedUnits: { rem: 8, share: 1.4 },
  external: { rem: 4.5 },
  wantsToBuy: { rem: 6 },
  mergedInto: { rem: 8, share: 1.2 },
  need: { rem: 12, share: 2 },
  benefit: { rem: 12, share: 2 },
  confidentialBasis: { rem: 7 },
  changedBy: { rem: 7, share: 1 },
  changedOn: { rem: 6.5 },
} as const satisfies Record<string, Width>

export type ColumnName = keyof typeof widths
export const columnNames = Object.keys(widths) as ColumnName[]

/** Columns that are worked out, or that stand for several columns of the list. */
const worked: Partial<Record<ColumnName, { field?: InitiativeField; kind: Kind }>> = {
  department: { kind: 'text' },
  age: { kind: 'days' },
  cost: { field: 'costHighKr', kind: 'kr' },
  start: { field: 'start', kind: 'quarter' },
  plannedEnd: { field: 'plannedEnd', kind: 'quarter' },
}

const kinds: Record<string, Kind> = { choice: 'choice', day: 'day', number: 'number', yesNo: 'yesNo' }

const columns = new Map<ColumnName, Column>(
  columnNames.map((name) => {
    const width: Width = widths[name]
    const { field, kind } = worked[name] ?? { field: name as InitiativeField, kind: undefined }
    return [
      name,
      {
        name,
        field,
        kind: kind ?? kinds[initiatives.columns[name as InitiativeField].kind] ?? 'text',
        rem: width.rem,
        share: width.share ?? 0,
      },
    ]
  }),
)

export const columnOf = (name: ColumnName): Column => columns.get(name) as Column

export const isColumn = (name: string): name is ColumnName => Object.hasOwn(widths, name)

/** What is shown until somebody chooses. */
export const standardColumns: readonly ColumnName[] = [
  'number',
  'title',
  'unit',
  'stage',
  'age',
  'contact',
  'cost',
  'start',
]
/** The same where the window is no wider than a small tablet. */
export const fewColumns: readonly ColumnName[] = ['number', 'title', 'unit', 'stage', 'cost']
/** A card on a phone. */
export const cardColumns: readonly ColumnName[] = ['title', 'stage', 'cost', 'unit', 'number']

/** `grid-template-columns` of a row, and the least width in rem at which nothing is cut to nothing. */
export function trackOf(names: readonly ColumnName[]): { template: string; rem: number } {
  const shown = names.map(columnOf)
  const template = shown.map(({ rem, share }) => (share > 0 ? `minmax(${rem}rem, ${share}fr)` : `${rem}rem`))
  // A gap of 0.75 rem between, and as much at each end.
  return {
    template: template.join(' '),
    rem: shown.reduce((sum, { rem }) => sum + rem + 0.75, 0.75),
  }
}
