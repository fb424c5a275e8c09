/** The organisation: authorities, units, the people who have a role, the forums that meet, and the mandates of posts. */
import {
  choice,
  choices,
  day,
  money,
  note,
  number,
  person,
  persons,
  ref,
  refs,
  text,
  yesNo,
} from './columns.ts'
import { defineList, type ItemOf } from './list.ts'

/** A public authority of its own (nämnd or bolag). */
export const committees = defineList('Committees', 'Nämnder och bolag', {
  title: text('Namn', { required: true }),
  organisation: text('Organisation'),
  administrations: refs('Förvaltningar'),
})

export const unitKinds = {
  organisation: 'Organisation',
  administration: 'Förvaltning',
  staff: 'Koncernstab',
  department: 'Avdelning',
  area: 'Område',
  unit: 'Enhet',
  external: 'Extern part',
} as const
export type UnitKind = keyof typeof unitKinds

/** The tree of organisational units; several administrations in one installation. */
export const units = defineList('Units', 'Enheter', {
  title: text('Namn', { required: true }),
  short: text('Kortnamn'),
  kind: choice('Slag', unitKinds, { required: true, indexed: true }),
  parent: ref('Överordnad enhet', { indexed: true }),
  head: person('Chef'),
  /** Person-days a month that it can spare for roll-outs, training and stand-ins; empty when nobody has said. */
  receivingDays: number('Kan ta emot, persondagar per månad', { least: 0 }),
})
export type Unit = ItemOf<typeof units>

export const roles = {
  departmentManager: 'Avdelningschef',
  developmentLead: 'Utvecklingsledare',
  businessDeveloper: 'Verksamhetsutvecklare',
  projectManager: 'Projektledare (PL)',
  projectOwner: 'Projektägare (PÄ)',
  effectOwner: 'Effektägare',
  portfolioOwner: 'Portföljägare',
  director: 'Direktör',
  finance: 'Ekonomi',
  leadership: 'Ledning',
  projectOffice: 'Projektkontor',
  serviceManagement: 'Tjänsteförvaltning',
  administrator: 'Systemförvaltare',
} as const
export type Role = keyof typeof roles

/** People known to the governance, with their roles. Any employee may read; whoever isn't here has no role. */
export const people = defineList('People', 'Personer och roller', {
  title: text('Namn', { required: true }),
  person: person('Person', { required: true, unique: true }),
  email: text('E-post', { indexed: true }),
  jobTitle: text('Befattning'),
  unit: ref('Enhet', { indexed: true }),
  roles: choices('Roller', roles),
})
export type PersonRow = ItemOf<typeof people>

/** A body that meets. It guides, prepares or is consulted; the right to decide belongs to posts (mandates). */
export const forums = defineList('Forums', 'Forum', {
  title: text('Namn', { required: true }),
  short: text('Kortnamn'),
  kind: text('Slag', { indexed: true }),
  unit: ref('Enhet', { indexed: true }),
  chair: person('Ordförande'),
  secretary: person('Sekreterare'),
  members: persons('Ledamöter'),
  cadence: text('Mötestakt'),
  assignment: note('Uppdrag'),
  guides: note('Vägleder i'),
  prepares: note('Bereder och stämmer av'),
  escalatesTo: ref('Lyfter till'),
})
export type Forum = ItemOf<typeof forums>

export const matters = {
  BP1: 'BP1',
  BP2: 'BP2',
  BP3: 'BP3',
  BP4: 'BP4',
  start: 'Start',
  financing: 'Finansiering',
  projectEnd: 'Projektets avslut',
  effects: 'Effekthemtagning',
  steeringGroup: 'Styrgrupp',
  serviceChange: 'Ändring i tjänst',
  ranking: 'Prioritering',
  concept: 'Koncept',
  development: 'Utveckling',
  rollout: 'Införande',
  deviation: 'Avvikelse inom ram',
  distribution: 'Fördelning',
  escalation: 'Eskalering',
  replanning: 'Omplanering mellan portföljer',
  halfYear: 'Halvårsjustering',
  ideaToRollout: 'Från idé till breddinförande',
} as const
export type Matter = keyof typeof matters

export const mandateScopes = {
  department: 'En avdelning',
  administration: 'Flera avdelningar',
  own: 'Egen förvaltning',
  shared: 'Gemensamt',
  any: 'Alla',
  portfolio: 'En portfölj',
  allPortfolios: 'Alla portföljer',
} as const

export const decisionKinds = { execution: 'Verkställighet', delegated: 'Delegationsbeslut' } as const

/**
 * The right to decide, held by a post. `needsAll`: every concerned authority's own decision, all must agree.
 * `needsAgreement`: only when the forum agrees; else the matter is raised to the forum it escalates to.
 */
export const mandates = defineList('Mandates', 'Mandat', {
  title: text('Befattning', { required: true }),
  holder: person('Innehavare', { required: true, indexed: true }),
  matter: choice('Ärendeslag', matters, { required: true, indexed: true }),
  scope: choice('Omfattning', mandateScopes, { required: true }),
  unit: ref('Enhet', { indexed: true }),
  portfolio: ref('Portfölj', { indexed: true }),
  maxKr: money('Beloppsgräns (kr)'),
  forum: ref('Efter samråd i'),
  kind: choice('Beslutets slag', decisionKinds, { required: true }),
  needsAll: yesNo('Alla berörda måste vara överens'),
  needsAgreement: yesNo('Bara när forumet är enigt'),
  standIn: person('Ersättare'),
  standInFrom: day('Ersättare från'),
  standInTo: day('Ersättare till'),
  note: note('Anmärkning'),
})
export type Mandate = ItemOf<typeof mandates>
