/** What an initiative waits for, costs and gives. */
import { choice, money, note, number, person, ref, text, yesNo } from './columns.ts'
import { defineList, type ItemOf } from './list.ts'

/** `initiative` needs `needs` (known or only as written), until the prerequisite is settled. */
export const dependencies = defineList(
  'Dependencies',
  'Beroenden',
  {
    title: text('Beroende', { required: true }),
    initiative: ref('Initiativ', { required: true, indexed: true }),
    needs: ref('Väntar på', { indexed: true }),
    settled: yesNo('Löst'),
  },
  { twin: true },
)
export type Dependency = ItemOf<typeof dependencies>

/** Kinds of cost (S2); `operation` is yearly after the project. */
export const costKinds = {
  projectManager: 'Projektledare',
  projectGroup: 'Projektgruppens tid, schablon',
  steeringGroup: 'Styrgruppens tid, schablon',
  supplier: 'Leverantörens utveckling',
  consultants: 'Konsulter',
  standIns: 'Vikarier vid införande',
  training: 'Utbildning',
  rolloutOrganisation: 'Införandeorganisation',
  hardware: 'Hårdvara',
  licences: 'Licenser',
  operation: 'Drift och underhåll per år efter projektet',
} as const

/** Who pays for a cost: a frame of the digitalisation, the service agreement afterwards (DÖK), or those who work with it (S1, S2). */
export const financings = {
  development: 'Utvecklingsram',
  concept: 'Konceptpott',
  maintenance: 'Förvaltningsram',
  operations: 'Verksamheten',
  serviceAgreement: 'DÖK',
  effectOwner: 'Effektägarens förvaltning',
} as const
export type Financing = keyof typeof financings

export const costItems = defineList(
  'CostItems',
  'Kostnadsposter',
  {
    title: text('Kostnadspost', { required: true }),
    initiative: ref('Initiativ', { required: true, indexed: true }),
    kind: choice('Slag', costKinds, { required: true }),
    year: number('År', { required: true, indexed: true }),
    amountKr: money('Belopp (kr)', { required: true }),
    financing: choice('Finansieras av', financings),
    payer: ref('Betalas av'),
    note: note('Anmärkning'),
  },
  { load: 'route', twin: true },
)
export type CostItem = ItemOf<typeof costItems>

export const benefitKinds = {
  financial: 'Ekonomisk',
  redistributedTime: 'Omfördelad tid',
  notValued: 'Inte värderad',
} as const

export const benefits = defineList(
  'Benefits',
  'Nyttor',
  {
    title: text('Nytta', { required: true }),
    initiative: ref('Initiativ', { required: true, indexed: true }),
    kind: choice('Slag', benefitKinds, { required: true }),
    owner: person('Ansvarig', { indexed: true }),
    unit: ref('Enhet'),
    year: number('Från år'),
    lowKr: money('Låg (kr/år)'),
    likelyKr: money('Trolig (kr/år)'),
    highKr: money('Hög (kr/år)'),
    measure: note('Hur den mäts'),
  },
  { load: 'route', twin: true },
)
export type Benefit = ItemOf<typeof benefits>
