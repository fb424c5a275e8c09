/** Initiatives: one need from idea to realised effect, with everything its gates ask for. */
import {
  choice,
  day,
  json,
  money,
  note,
  number,
  person,
  persons,
  type Day,
  type Person,
  ref,
  type Ref,
  refs,
  text,
  yesNo,
} from './columns.ts'
import { balanceAxes, complexities, natures, pios } from './balance.ts'
import { riskLevels } from './followUp.ts'
import { defineList, type DraftOf, type ItemOf } from './list.ts'
import { isDay, isObject, isPerson, isRef, isText } from './shapes.ts'

/** The stages of all processes; which belong to which, and in what order, is in rules/processes.ts. */
export const stages = {
  collection: 'Insamling behov/idéer',
  screening: 'Grovsållning',
  preparation: 'Beredning',
  ready: 'Klart för start',
  delivery: 'Genomförande',
  benefits: 'Effekthemtagning',
  need: 'Behov',
  intake: 'Instyrning',
  prioritisation: 'Prioritering',
  concept: 'Konceptfas',
  development: 'Utveckling',
  rollout: 'Införande',
  closed: 'Avslutat',
} as const
export type Stage = keyof typeof stages

export const states = {
  active: 'Aktiv',
  paused: 'Pausad',
  stopped: 'Stoppad',
  screenedOut: 'Bortsorterad',
  merged: 'Sammanförd',
} as const
export type State = keyof typeof states

export const scopes = { own: 'Egen', shared: 'Gemensam' } as const
export const initiativeTypes = {
  investigation: 'Utredning',
  prestudy: 'Förstudie',
  proofOfConcept: 'Genomförbarhetstest (PoC)',
  procurement: 'Upphandling',
  rollout: 'Införande',
  newDevelopment: 'Nyutveckling',
  furtherDevelopment: 'Vidareutveckling',
  maintenance: 'Förvaltning/vidmakthållande',
} as const
export type InitiativeType = keyof typeof initiativeTypes

export const yesNoUnknown = { yes: 'Ja', no: 'Nej', unknown: 'Oklart' } as const
export const similarChecks = { none: 'Inga liknande funna', linked: 'Liknande behov länkade' } as const
export const dependencyChecks = { none: 'Inga beroenden', listed: 'Beroenden angivna' } as const
export const unionStates = {
  planned: 'Planerad',
  agreed: 'Genomförd, enighet',
  disagreed: 'Genomförd, oenighet',
  notApplicable: 'Ej aktuell',
} as const
export const informationClasses = {
  none: '1 Ingen eller försumbar skada',
  moderate: '2 Måttlig skada',
  significant: '3 Betydande skada',
  serious: '4 Allvarlig skada',
} as const

/** A unit's confirmation that it gives people, rolls out and pays the running cost. */
export interface Endorsement {
  unit: Ref
  by: Person
  day: Day
}

const areEndorsements = (value: unknown): value is Endorsement[] =>
  Array.isArray(value) && value.every((e) => isObject(e) && isRef(e.unit) && isPerson(e.by) && isDay(e.day))

/** A party's share of what a shared initiative costs; the shares of all parties make 100. */
export interface FinancingShare {
  party: Ref
  percent: number
}

const areShares = (value: unknown): value is FinancingShare[] =>
  Array.isArray(value) &&
  value.every((s) => isObject(s) && isRef(s.party) && isPercent(s.percent)) &&
  new Set(value.map((s: FinancingShare) => s.party.key)).size === value.length &&
  (value.length === 0 || isWholeShare(value))

/** Shares that together are all of it; a third each is written 33.33, 33.33 and 33.34. */
export const isWholeShare = (shares: readonly Pick<FinancingShare, 'percent'>[]) =>
  Math.abs(shares.reduce((sum, { percent }) => sum + percent, 0) - 100) < 0.005

const isPercent = (value: unknown) => typeof value === 'number' && value >= 0 && value <= 100

/** What a step of union cooperation ended in; information alone settles nothing. */
export const unionResults = {
  informed: 'Information lämnad',
  agreed: 'Enighet',
  disagreed: 'Oenighet',
} as const
export type UnionResult = keyof typeof unionResults

/** Who appointed a steering group, and whom. */
export interface Appointment {
  day: Day
  by: Person
  /** The post by whose mandate. */
  post: string
  members: Person[]
}

const isAppointment = (value: unknown): value is Appointment =>
  isObject(value) &&
  isDay(value.day) &&
  isPerson(value.by) &&
  isText(value.post) &&
  Array.isArray(value.members) &&
  value.members.every(isPerson)

/** One dated step of union cooperation: who was met, about what, and what came of it. */
export interface UnionStep {
  day: Day
  group: string
  what: string
  result?: UnionResult
}

const areUnionSteps = (value: unknown): value is UnionStep[] =>
  Array.isArray(value) &&
  value.every(
    (s) =>
      isObject(s) &&
      isDay(s.day) &&
      isText(s.group) &&
      isText(s.what) &&
      (s.result === undefined || (isText(s.result) && Object.hasOwn(unionResults, s.result))),
  )

/** The row a workbook held, header by header, as it was written there. */
export type OriginalRow = Record<string, string>

const isOriginalRow = (value: unknown): value is OriginalRow =>
  isObject(value) && Object.values(value).every(isText)

export const initiatives = defineList(
  'Initiatives',
  'Initiativ',
  {
    title: text('Titel', { required: true }),
    number: text('Nummer', { required: true, unique: true }),
    stage: choice('Steg', stages, { required: true, indexed: true }),
    state: choice('Läge', states, { required: true, indexed: true }),
    stageSince: day('I steget sedan', { indexed: true }),
    portfolio: ref('Portfölj', { required: true, indexed: true }),
    external: yesNo('Externt'),
    externalLead: text('Leds av', { onDemand: true }),
    mergedInto: ref('Sammanfört i', { indexed: true }),

    need: note('Behov'),
    benefit: note('Nytta'),
    unit: ref('Enhet', { indexed: true }),
    unitAsWritten: text('Enhet enligt underlaget'),
    contact: person('Kontaktperson', { indexed: true }),
    contactAsWritten: text('Kontaktperson enligt underlaget'),
    proposer: person('Förslagsställare', { indexed: true, onDemand: true }),
    wantsToBuy: yesNo('Vill köpa på egen hand'),

    concernedUnits: refs('Berörda enheter'),
    concernedAsWritten: text('Berörda enligt underlaget', { onDemand: true }),
    payer: ref('Betalande enhet'),
    scope: choice('Omfattning', scopes),
    similar: refs('Liknande behov', { onDemand: true }),
    similarChecked: choice('Liknande behov prövade', similarChecks),
    type: choice('Initiativtyp', initiativeTypes),
    pios: choice(balanceAxes.pios, pios),
    complexity: choice(balanceAxes.complexity, complexities),
    nature: choice(balanceAxes.nature, natures),
    legal: choice('Lagkrav', yesNoUnknown),
    legalBasis: text('Lagkravets grund', { onDemand: true }),
    legalDay: day('Lagkravets datum'),

    caseNumber: text('Diarienummer'),
    union: choice('Facklig samverkan', unionStates),
    unionGroup: text('Samverkansgrupp', { onDemand: true }),
    unionDay: day('Samverkan den', { onDemand: true }),
    unionReason: note('Skäl att samverkan inte är aktuell', { onDemand: true }),
    unionSteps: json(areUnionSteps)('Samverkan, steg för steg', { onDemand: true }),
    endorsements: json(areEndorsements)('Förankring', { onDemand: true }),
    description: note('Fördjupad beskrivning', { onDemand: true }),
    consequences: note('Konsekvensanalys', { onDemand: true }),
    ifNot: note('Om det inte genomförs', { onDemand: true }),
    stateGrantDay: day('Statsbidrag redovisas senast', { onDemand: true }),
    operation: note('Drift och förvaltning', { onDemand: true }),
    informationClass: choice('Informationsklass', informationClasses),
    personalData: choice('Personuppgifter', yesNoUnknown),
    dependenciesChecked: choice('Beroenden prövade', dependencyChecks),

    effectOwner: person('Effektägare', { indexed: true }),
    projectOwner: person('Projektägare (PÄ)', { indexed: true }),
    projectManager: person('Projektledare (PL)', { indexed: true }),
    benefitLead: person('Effekthemtagningsansvarig'),
    steeringGroup: persons('Styrgrupp', { onDemand: true }),
    steeringAppointed: json(isAppointment)('Styrgruppen utsedd', { onDemand: true }),
    directiveApproved: day('Projektdirektiv godkänt', { onDemand: true }),
    financing: ref('Finansieringsbeslut'),
    financingShares: json(areShares)('Finansieringsnyckel', { onDemand: true }),
    processOwner: person('Regional processägare', { onDemand: true }),
    ideaDecision: ref('Beslut, från idé till breddinförande', { onDemand: true }),
    ideaCaseNumber: text('Diarienummer, från idé till breddinförande', { onDemand: true }),
    ideaDay: day('Från idé till breddinförande, planerad', { onDemand: true }),
    conflicted: persons('Jäv', { onDemand: true }),

    costLowKr: money('Kostnad, lägst (kr)'),
    costHighKr: money('Kostnad, högst (kr)'),
    costPerYear: yesNo('Kostnaden är per år'),
    costAsWritten: text('Kostnad enligt underlaget'),
    /** The year whose prices all amounts of the case are written in. */
    priceYear: number('Prisnivå (år)', { onDemand: true }),
    start: text('Planerad start', { indexed: true }),
    /** When the work is over and what it made is in use: written as `start` is. */
    plannedEnd: text('Planerat slut'),
    startAsWritten: text('Start enligt underlaget', { onDemand: true }),
    risk: choice('Risk', riskLevels),
    effortDays: number('Insats (persondagar)'),
    systems: text('System och kopplingar', { onDemand: true }),
    comment: note('Kommentar', { onDemand: true }),
    rank: number('Rang', { indexed: true }),
    rankYear: number('Rangens år'),
    rankedIn: ref('Rang enligt', { onDemand: true }),

    confidentialBasis: text('Sekretess enligt'),
    confidentialOn: day('Sekretessmarkerat den'),
    confidentialBy: person('Sekretessmarkerat av', { onDemand: true }),
    confidentialReason: note('Skäl till sekretess', { onDemand: true }),
    /** `narrow` or `open`: where the row and all that tells of it is on its way; empty when all of it is there. */
    moving: text('Flyttas till', { indexed: true, onDemand: true }),

    lastDecision: ref('Senaste beslut'),
    importBatch: text('Inläsning', { indexed: true }),
    originKey: text('Nyckel i underlaget', { indexed: true, onDemand: true }),
    original: json(isOriginalRow)('Ursprunglig rad', { onDemand: true }),
  },
  { large: true, twin: true },
)

/** An initiative with every column, as the server and the initiative page read it. */
export type Initiative = ItemOf<typeof initiatives>
export type InitiativeDraft = DraftOf<typeof initiatives>
export type InitiativeField = keyof InitiativeDraft
