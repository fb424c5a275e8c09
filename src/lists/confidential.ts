/** What moves when an initiative is marked as confidential, and every list that provisioning makes. */
import { benefits, costItems, dependencies } from './businessCase.ts'
import { lists } from './all.ts'
import { decisions, trail } from './decisions.ts'
import { projectPoints, statusReports } from './followUp.ts'
import type { List } from './list.ts'
import { resources, scores } from './prioritising.ts'
import { receptions } from './receptions.ts'
import { twinOf } from './twins.ts'

/** All that tells of an initiative, by the column `initiative`. */
export const rowsOfInitiative = [
  dependencies,
  costItems,
  benefits,
  statusReports,
  projectPoints,
  decisions,
  trail,
  scores,
  resources,
  receptions,
] as const

/** Read by one named group only. */
export const narrowLists: readonly List[] = Object.values(lists as Record<string, List>).flatMap(
  (list) => twinOf(list) ?? [],
)

/** What a site's list is told to be once its rights have been set: nothing confidential is written to one without these words. */
export const NARROW_MARK = 'Sekretess: egna rättigheter satta av Samstyr'
