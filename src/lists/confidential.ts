/** The twin lists: where what is marked as confidential lives, with the same columns and fewer readers. */
import { benefits, costItems, dependencies } from './businessCase.ts'
import { lists } from './all.ts'
import { decisions, trail } from './decisions.ts'
import { projectPoints, statusReports } from './followUp.ts'
import { initiatives } from './initiatives.ts'
import type { List } from './list.ts'

/** Same columns by the same declaration. Few rows, so that each start enumerates it by delta. */
const twinWith = <L extends List>(list: L): L => ({
  ...list,
  name: `Confidential${list.name}`,
  label: `${list.label}, sekretess`,
  large: false,
})

/** An initiative first; then all that tells of it, by the column `initiative`. */
export const rowsOfInitiative = [
  dependencies,
  costItems,
  benefits,
  statusReports,
  projectPoints,
  decisions,
  trail,
] as const

export const confidentialInitiatives = twinWith(initiatives)
export const confidentialDependencies = twinWith(dependencies)

const twins = new Map<List, List>([
  [initiatives, confidentialInitiatives],
  [dependencies, confidentialDependencies],
  ...rowsOfInitiative.slice(1).map((list): [List, List] => [list, twinWith(list)]),
])

/** Where the rows of the list live that are confidential; `undefined` for a list that has none. */
export const twinOf = (list: List): List | undefined => twins.get(list)

/** Read by one named group only. */
export const narrowLists: readonly List[] = [...twins.values()]

/** Every list that provisioning makes. */
export const allLists: readonly List[] = [...Object.values(lists), ...narrowLists]

/**
 * Sections that the form proposes, with what they are about. Others are written as text.
 * Offentlighets- och sekretesslagen (2009:400).
 */
export const lawSections = {
  '19 kap. 3 §': 'upphandling',
  '19 kap. 1 §': 'myndighetens affärs- eller driftförhållanden',
  '18 kap. 8 §': 'säkerhets- eller bevakningsåtgärder',
  '31 kap. 16 §': 'enskilds affärsförhållanden',
} as const
