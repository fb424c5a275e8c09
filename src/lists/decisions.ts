/** Decisions (never edited, only superseded) and the trail of what changed. */
import { choice, day, money, note, number, person, persons, ref, text } from './columns.ts'
import { stages, states } from './initiatives.ts'
import { defineList, type DraftOf, type ItemOf } from './list.ts'
import { decisionKinds } from './organisation.ts'

export const decisionMatters = {
  BP1: 'BP1',
  BP2: 'BP2',
  BP3: 'BP3',
  BP4: 'BP4',
  state: 'Läge',
  financing: 'Finansiering',
} as const
export type DecisionMatter = keyof typeof decisionMatters

export const outcomes = {
  goOn: 'Går vidare',
  investigate: 'Till backlogg med utredning',
  waitingList: 'Till den prioriterade väntelistan',
  handOver: 'Överlämnas till projekt',
  wait: 'Avvaktar',
  back: 'Tillbaka till beredning',
  screenOut: 'Sorteras bort',
  refuse: 'Avslag',
  grant: 'Bifall',
  pause: 'Pausas',
  stop: 'Stoppas',
  reopen: 'Återupptas',
} as const
export type Outcome = keyof typeof outcomes

/** `claim` is unique: one decision for each initiative, matter, attempt and party, whoever comes first. */
export const decisions = defineList(
  'Decisions',
  'Beslut',
  {
    title: text('Beslut', { required: true }),
    number: text('Beslutsnummer', { required: true, unique: true }),
    claim: text('Gäller', { required: true, unique: true }),
    initiative: ref('Initiativ', { required: true, indexed: true }),
    matter: choice('Ärendeslag', decisionMatters, { required: true, indexed: true }),
    attempt: number('Omgång', { required: true }),
    party: ref('Part'),
    outcome: choice('Utfall', outcomes, { required: true }),
    wording: note('Lydelse', { required: true }),
    grounds: note('Skäl'),
    conditions: note('Villkor'),
    decidedBy: person('Beslutad av', { required: true, indexed: true }),
    post: text('Befattning', { required: true }),
    mandate: ref('Mandat', { required: true }),
    actingFor: person('Ersättare för'),
    conflicted: persons('Jäv'),
    forum: ref('Samråd i'),
    kind: choice('Beslutets slag', decisionKinds, { required: true }),
    decidedOn: day('Beslutat den', { required: true, indexed: true }),
    fromStage: choice('Från steg', stages, { required: true }),
    toStage: choice('Till steg', stages, { required: true }),
    fromState: choice('Från läge', states, { required: true }),
    toState: choice('Till läge', states, { required: true }),
    amountKr: money('Belopp (kr)'),
    caseNumber: text('Diarienummer'),
    supersedes: ref('Ersätter'),
  },
  { load: 'route' },
)
export type Decision = ItemOf<typeof decisions>
export type DecisionDraft = DraftOf<typeof decisions>

export const trailKinds = {
  imported: 'Inläst',
  proposed: 'Inkommet',
  merged: 'Sammanföring',
  confidential: 'Sekretess',
  document: 'Dokument',
  stage: 'Steg',
  state: 'Läge',
  rank: 'Rang',
  owner: 'Ansvar',
  money: 'Pengar',
  decision: 'Beslut',
} as const

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
  { load: 'route', large: true },
)
export type TrailEntry = ItemOf<typeof trail>
export type TrailDraft = DraftOf<typeof trail>
