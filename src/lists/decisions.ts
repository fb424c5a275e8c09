/** Decisions (never edited, only superseded) and the trail of what changed. */
import { choice, day, money, note, number, person, persons, ref, refs, text, yesNo } from './columns.ts'
import { stages, states } from './initiatives.ts'
import { defineList, type DraftOf, type ItemOf } from './list.ts'
import { decisionKinds } from './organisation.ts'

export const decisionMatters = {
  BP1: 'BP1',
  BP2: 'BP2',
  BP3: 'BP3',
  BP4: 'BP4',
  benefitsStart: 'Start av effekthemtagning',
  benefitsEnd: 'Avslut av effekthemtagning',
  reentry: 'Ny beredning efter utredning',
  intake: 'Instyrning',
  prioritisation: 'Prioritering',
  phase: 'Start av koncept eller utveckling',
  development: 'Start av utveckling',
  rollout: 'Start av införande',
  closing: 'Avslut',
  state: 'Läge',
  financing: 'Finansiering',
  ideaToRollout: 'Från idé till breddinförande',
  deviation: 'Avvikelse inom ram',
  escalation: 'Lyft ärende',
  ranking: 'Rangordning och färdplan',
  distribution: 'Fördelning av ramar',
  halfYear: 'Halvårsjustering',
  owner: 'Ansvar',
  priority: 'Prioritet',
  assignment: 'Uppdrag',
  guidance: 'Vägledning',
  other: 'Övrigt',
} as const
export type DecisionMatter = keyof typeof decisionMatters

/** What forums decide that no mandate is named for: kept as it was said, by the post that decided. */
const ofForums = ['owner', 'priority', 'assignment', 'guidance', 'other'] as const
export const isOfForum = (matter: DecisionMatter): matter is (typeof ofForums)[number] =>
  (ofForums as readonly DecisionMatter[]).includes(matter)

export const outcomes = {
  goOn: 'Går vidare',
  investigate: 'Till backlogg med utredning',
  waitingList: 'Till den prioriterade väntelistan',
  handOver: 'Överlämnas till projekt',
  realise: 'Till effekthemtagning',
  toConcept: 'Till konceptfas',
  toDevelopment: 'Till utveckling',
  toRollout: 'Till införande',
  stay: 'Fortsätter i steget',
  close: 'Avslutas',
  reenter: 'Bereds på nytt',
  wait: 'Avvaktar',
  back: 'Tillbaka till beredning',
  remit: 'Återremiss',
  screenOut: 'Sorteras bort',
  refuse: 'Avslag',
  grant: 'Bifall',
  grantPart: 'Delvis bifall',
  pause: 'Pausas',
  stop: 'Stoppas',
  reopen: 'Återupptas',
  escalate: 'Lyfts till nästa nivå',
  annul: 'Upphävs',
  table: 'Bordläggning',
  noted: 'Antecknas',
  assign: 'Uppdras åt',
  support: 'Tillstyrks',
  oppose: 'Avstyrks',
  own: 'Egen lydelse',
} as const
export type Outcome = keyof typeof outcomes

/**
 * `claim` is unique: one decision for each initiative, matter, attempt and party, whoever comes first. A decision about frames
 * has no initiative; one about several has the others in `also`. Without `mandate` a forum stood behind what a post decides.
 * One about an order names the picture that it was decided from. Made at a meeting, it names the meeting and the item (whose § is in
 * Paragraphs), and who wrote it down for the one who decided.
 */
export const decisions = defineList(
  'Decisions',
  'Beslut',
  {
    title: text('Beslut', { required: true }),
    number: text('Beslutsnummer', { required: true, unique: true }),
    claim: text('Gäller', { required: true, unique: true }),
    initiative: ref('Initiativ', { indexed: true }),
    also: refs('Gäller även'),
    matter: choice('Ärendeslag', decisionMatters, { required: true, indexed: true }),
    attempt: number('Omgång', { required: true }),
    party: ref('Part'),
    parties: refs('Parter i omgången'),
    outcome: choice('Utfall', outcomes, { required: true }),
    wording: note('Lydelse', { required: true }),
    grounds: note('Skäl'),
    conditions: note('Villkor'),
    decidedBy: person('Beslutad av', { required: true, indexed: true }),
    post: text('Befattning', { required: true }),
    mandate: ref('Mandat'),
    actingFor: person('Ersättare för'),
    conflicted: persons('Jäv'),
    forum: ref('Samråd i', { indexed: true }),
    meeting: ref('Möte', { indexed: true }),
    item: ref('Punkt', { indexed: true }),
    recordedBy: person('Antecknad av'),
    agreed: yesNo('Forumet enigt'),
    raisedTo: ref('Lyft till', { indexed: true }),
    kind: choice('Beslutets slag', decisionKinds, { required: true }),
    decidedOn: day('Beslutat den', { required: true, indexed: true }),
    fromStage: choice('Från steg', stages, { required: true }),
    toStage: choice('Till steg', stages, { required: true }),
    fromState: choice('Från läge', states, { required: true }),
    toState: choice('Till läge', states, { required: true }),
    amountKr: money('Belopp (kr)'),
    totalKr: money('Totalt belopp (kr)'),
    caseNumber: text('Diarienummer'),
    supersedes: ref('Ersätter'),
    ranking: ref('Rangordning', { indexed: true }),
  },
  { load: 'route', large: true, twin: true },
)
export type Decision = ItemOf<typeof decisions>
export type DecisionDraft = DraftOf<typeof decisions>

export const trailKinds = {
  imported: 'Inläst',
  proposed: 'Inkommet',
  endorsed: 'Förankring',
  merged: 'Sammanföring',
  similar: 'Liknande behov',
  confidential: 'Sekretess',
  document: 'Dokument',
  stage: 'Steg',
  state: 'Läge',
  report: 'Statusrapport',
  answer: 'Besked',
  rank: 'Rang',
  owner: 'Ansvar',
  money: 'Pengar',
  time: 'Tid',
  decision: 'Beslut',
} as const

/** What the contact person says of a need that stands still: kept as `field` of an entry of the trail. */
export const needAnswers = { needed: 'Behövs fortfarande', withdrawn: 'Dras tillbaka' } as const

/** What the key of an entry ends with that tells of lifted confidentiality; the others of its kind tell of a mark. */
export const LIFTED = '/lifted'

/** Append-only. Its key is made from what caused it, so that a repaired write is never written twice. */
export const trail = defineList(
  'Trail',
  'Historik',
  {
    title: text('Vad', { required: true }),
    initiative: ref('Initiativ', { required: true, indexed: true }),
    kind: choice('Slag', trailKinds, { required: true, indexed: true }),
    field: text('Kolumn'),
    from: note('Från'),
    to: note('Till'),
    day: day('Dag', { required: true, indexed: true }),
    person: person('Vem', { required: true }),
    decision: ref('Beslut'),
  },
  { load: 'route', large: true, twin: true },
)
export type TrailEntry = ItemOf<typeof trail>
export type TrailDraft = DraftOf<typeof trail>
