/** Which columns of an initiative people fill in themselves, section by section; the rest change only by decisions, imports and the system. */
import type { InitiativeField } from '#src/lists/initiatives.ts'
import type { FieldConflict } from '../refusal.ts'

export const preparedBySection = {
  need: ['title', 'need', 'benefit', 'unit', 'contact', 'systems', 'comment'],
  preparation: [
    'concernedUnits',
    'scope',
    'similarChecked',
    'similar',
    'type',
    'pios',
    'complexity',
    'nature',
    'legal',
    'legalBasis',
    'legalDay',
    'caseNumber',
    'unionSteps',
    'union',
    'unionReason',
    'processOwner',
    'ideaCaseNumber',
    'ideaDay',
    'description',
    'consequences',
    'ifNot',
    'stateGrantDay',
    'operation',
    'informationClass',
    'personalData',
    'dependenciesChecked',
    'start',
    'plannedEnd',
    'effortDays',
    'risk',
    'costLowKr',
    'costHighKr',
    'costPerYear',
    'priceYear',
    'payer',
  ],
  roles: [
    'projectOwner',
    'effectOwner',
    'projectManager',
    'benefitLead',
    'steeringGroup',
    'directiveApproved',
    'conflicted',
  ],
  financing: ['financingShares'],
} as const satisfies Record<string, readonly InitiativeField[]>
export type PreparedSection = keyof typeof preparedBySection
export type PreparedField = (typeof preparedBySection)[PreparedSection][number]
export const preparedFields: readonly PreparedField[] = Object.values(preparedBySection).flat()

/** Columns whose change is kept in the trail, besides what decisions write there. */
export const trailedFields = {
  contact: 'owner',
  effectOwner: 'owner',
  projectOwner: 'owner',
  projectManager: 'owner',
  benefitLead: 'owner',
  costLowKr: 'money',
  costHighKr: 'money',
  financingShares: 'money',
  start: 'time',
  plannedEnd: 'time',
  // Moves the right to decide.
  conflicted: 'owner',
} as const satisfies Partial<Record<PreparedField, 'owner' | 'money' | 'time'>>

type Values = Record<string, unknown>

/** Of the fields a person changed: which to write, which stand so already, and which someone else has changed since. */
export function mergeChanges({ changes, base, now }: { changes: Values; base: Values; now: Values }) {
  const write: Values = {}
  const conflicts: FieldConflict[] = []
  for (const [field, mine] of Object.entries(changes)) {
    if (same(mine, now[field])) continue
    if (same(base[field], now[field])) write[field] = mine
    else conflicts.push({ field, mine, theirs: now[field] ?? null })
  }
  return { write, conflicts }
}

/** Equal values; empty is empty however it is written. */
export const same = (a: unknown, b: unknown) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))

function sorted(value: unknown): unknown {
  if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0))
    return null
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object')
    return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([k, v]) => [k, sorted(v)]),
  )
}
