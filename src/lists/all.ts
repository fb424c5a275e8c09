/** Every list of the product, in the order provisioning makes them. */
import { actionItems } from './actionItems.ts'
import { axisNames } from './axisNames.ts'
import { corridors } from './balance.ts'
import { benefits, costItems, dependencies } from './businessCase.ts'
import { decisions, trail } from './decisions.ts'
import { projectPoints, statusReports } from './followUp.ts'
import { forumTemplates } from './forumTemplates.ts'
import { initiatives } from './initiatives.ts'
import { agendaItems, attendance, meetings } from './meetings.ts'
import { papers, paragraphs, positions, verifications } from './minutes.ts'
import { committees, forums, mandates, people, units } from './organisation.ts'
import { portfolios } from './portfolios.ts'
import { criteria, frameYears, rankings, resources, scenarios, scores } from './prioritising.ts'
import { receptions } from './receptions.ts'
import { addresses, reminderChoices, sendings } from './reminding.ts'
import { views } from './views.ts'

export const lists = {
  committees,
  units,
  people,
  forums,
  mandates,
  portfolios,
  initiatives,
  dependencies,
  costItems,
  benefits,
  decisions,
  trail,
  statusReports,
  projectPoints,
  views,
  forumTemplates,
  meetings,
  attendance,
  agendaItems,
  actionItems,
  paragraphs,
  papers,
  verifications,
  positions,
  criteria,
  scores,
  frameYears,
  resources,
  receptions,
  axisNames,
  corridors,
  scenarios,
  rankings,
  addresses,
  sendings,
  reminderChoices,
}
export type ListKey = keyof typeof lists
