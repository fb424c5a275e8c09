/** Meetings of forums, who was there, and what is on their agendas: from proposed item to decision. */
import {
  type Person,
  choice,
  day,
  json,
  note,
  number,
  person,
  persons,
  ref,
  refs,
  text,
  yesNo,
} from './columns.ts'
import type { Outcome } from './decisions.ts'
import { informationClasses, type State } from './initiatives.ts'
import { defineList, type DraftOf, type ItemOf } from './list.ts'
import { areLinks, isObject } from './shapes.ts'
import { areVoices } from './voices.ts'

export const meetingKinds = {
  ordinary: 'Ordinarie',
  extra: 'Extra',
  between: 'Beslut mellan möten',
} as const
export type MeetingKind = keyof typeof meetingKinds

/** `held`: over, its minutes are a draft. `verified`: a protokoll that is locked. `settled`: notes that are fixed without verification. */
export const meetingStates = {
  planned: 'Planerat',
  called: 'Kallat',
  open: 'Pågår',
  held: 'Hållet',
  sent: 'Skickat för justering',
  verified: 'Justerat',
  settled: 'Fastställt',
  cancelled: 'Inställt',
} as const
export type MeetingState = keyof typeof meetingStates

/** Protokoll has numbered paragraphs and may be verified; minnesanteckningar have neither. */
export const minutesKinds = { protocol: 'Protokoll', notes: 'Minnesanteckningar' } as const
export type MinutesKind = keyof typeof minutesKinds

/** When what a meeting decides takes effect. */
export const effectTimes = { atMeeting: 'Vid mötet', verified: 'När protokollet är justerat' } as const
export type EffectTime = keyof typeof effectTimes

/**
 * One sitting of a forum. `claim` is unique: the slot of the series it fills (`f-pf/2024-10`, `f-ut/2024-10-08`), whatever day it is
 * moved to, or its own key. What the template said when it was made is kept here: a template changed later changes no meeting.
 * `minutesVersion` was sent last, `validVersion` was verified or settled last. `finished`: the state and version that all has been
 * done about (`verified/2`): effects, register, files; what a crash left undone is seen by it.
 */
export const meetings = defineList(
  'Meetings',
  'Möten',
  {
    title: text('Möte', { required: true }),
    forum: ref('Forum', { required: true, indexed: true }),
    kind: choice('Slag', meetingKinds, { required: true }),
    claim: text('Gäller', { required: true, unique: true }),
    day: day('Dag', { required: true, indexed: true }),
    start: text('Börjar'),
    end: text('Slutar'),
    place: text('Plats'),
    state: choice('Läge', meetingStates, { required: true, indexed: true }),
    movedFrom: day('Flyttat från'),
    cancelled: note('Varför inställt'),
    chair: person('Ordförande'),
    secretary: person('Sekreterare'),
    verifiers: persons('Justerare'),
    minutesKind: choice('Anteckningarnas slag', minutesKinds, { required: true }),
    verification: yesNo('Justeras'),
    effectAt: choice('Beslut gäller', effectTimes, { required: true }),
    stopDay: day('Handlingsstopp'),
    joinUrl: note('Möteslänk'),
    eventId: note('Kalenderhändelse'),
    eventBy: person('I kalendern hos'),
    agendaSentOn: day('Dagordning skickad'),
    agendaVersion: number('Dagordningens version'),
    minutesVersion: number('Protokollets version'),
    validVersion: number('Gällande version'),
    finished: text('Färdigställt'),
    fixedOn: day('Fastställt den'),
    drawnUpOn: day('Upprättad'),
    caseNumber: text('Diarienummer'),
    informationClass: choice('Informationsklass', informationClasses),
    sentTo: note('Expedieras till'),
    summary: note('Sammanfattning'),
  },
  { load: 'route' },
)
export type Meeting = ItemOf<typeof meetings>
export type MeetingDraft = DraftOf<typeof meetings>

export const presences = { present: 'Närvarande', part: 'Delvis', absent: 'Förhinder' } as const
export type Presence = keyof typeof presences

export const capacities = {
  chair: 'Ordförande',
  secretary: 'Sekreterare',
  member: 'Ledamot',
  substitute: 'Ersättare',
  guest: 'Adjungerad',
} as const
export type Capacity = keyof typeof capacities

/** Who was there; never why somebody wasn't. `claim`: `<meeting>/<Entra id>`. */
export const attendance = defineList(
  'Attendance',
  'Närvaro',
  {
    title: text('Namn', { required: true }),
    meeting: ref('Möte', { required: true, indexed: true }),
    person: person('Person', { required: true, indexed: true }),
    claim: text('Gäller', { required: true, unique: true }),
    presence: choice('Närvaro', presences, { required: true }),
    capacity: choice('Som', capacities, { required: true }),
    part: text('Vid punkt'),
    standsInFor: person('Ersätter'),
  },
  { load: 'route', large: true },
)
export type Attendance = ItemOf<typeof attendance>

export const itemKinds = {
  formal: 'Formalia',
  followUp: 'Uppföljning',
  status: 'Status',
  gate: 'Beslutspunkt',
  decision: 'Beslut',
  discussion: 'Diskussion',
  information: 'Information',
  deviation: 'Avvikelse',
} as const
export type ItemKind = keyof typeof itemKinds

/** `backlog`: proposed, on no agenda yet. `left`: the preparer chose not to take it up this time. */
export const itemStates = {
  backlog: 'Att ta upp',
  agenda: 'På dagordningen',
  left: 'Tas inte upp',
  treated: 'Behandlad',
} as const

/** Where an item on the agenda came from; why it is there, in the order that agendas draft themselves. */
export const agendaSources = {
  standing: 'Stående punkt',
  answer: 'Svar på vår fråga',
  question: 'Fråga från annat forum',
  tabled: 'Bordlagt eller återremitterat',
  openAction: 'Öppen åtgärd',
  notCarriedOut: 'Beslut som inte verkställts',
  changedProject: 'Projekt vars läge ändrats',
  redReport: 'Rapport som blivit röd eller motsägs',
  gate: 'Beslutspunkt som väntar',
  newNeed: 'Nytt eller flyttat behov',
  stalled: 'Står stilla',
  deviation: 'Avvikelse',
  forecast: 'Prognos över ramen',
  ranking: 'Beslutad rangordning',
  condition: 'Villkor som förfaller',
  cycle: 'Årshjulet',
  proposed: 'Föreslagen',
  added: 'Tillagd',
} as const
export type AgendaSource = keyof typeof agendaSources

export const itemOutcomes = {
  grant: 'Bifall',
  refuse: 'Avslag',
  remit: 'Återremiss',
  table: 'Bordläggning',
  noted: 'Antecknas',
  assign: 'Uppdras åt',
  support: 'Tillstyrks',
  oppose: 'Avstyrks',
  own: 'Egen lydelse',
  dropped: 'Utgår',
} as const
export type ItemOutcome = keyof typeof itemOutcomes

/** How far a decision made at the meeting has come in the portfolio. `refused`: a rule stood in the way; back on the next agenda. */
export const carrying = {
  nothing: 'Inget att verkställa',
  waiting: 'Väntar på justering',
  done: 'Verkställt',
  refused: 'Kunde inte verkställas',
} as const
export type Carrying = keyof typeof carrying

/** What a decision does with the initiative of the item when it takes effect. */
export type ItemEffect =
  | { does: 'gate'; gate: string; outcome: Outcome; amountKr?: number; agreed?: boolean }
  | { does: 'state'; to: State }
  | { does: 'financing'; amountKr: number; totalKr?: number }
  | { does: 'owner'; role: 'projectOwner' | 'effectOwner' | 'projectManager' | 'contact'; person: Person }
  | { does: 'priority'; rank: number }

const isEffect = (value: unknown): value is ItemEffect =>
  isObject(value) && ['gate', 'state', 'financing', 'owner', 'priority'].includes(String(value.does))

/** What a source knew when it put the item up, for the sentence that says why (`text`): names, days, numbers. */
const isBecause = (value: unknown): value is Record<string, string | number> => isObject(value)

/**
 * A matter for a forum: on its backlog, or on the agenda of a meeting, and then what became of it. `cause` is what brought it up
 * (`gate/<initiative>/BP1`), so that the same thing is proposed once. A question to another forum is an item there whose
 * `asks` is the item here; its answer is written in `answer` there.
 */
export const agendaItems = defineList(
  'AgendaItems',
  'Ärenden',
  {
    title: text('Ärende', { required: true }),
    forum: ref('Forum', { required: true, indexed: true }),
    meeting: ref('Möte', { indexed: true }),
    state: choice('Läge', itemStates, { required: true, indexed: true }),
    order: number('Punkt'),
    kind: choice('Slag', itemKinds, { required: true }),
    source: choice('Källa', agendaSources, { required: true }),
    cause: text('Orsak', { indexed: true }),
    because: json(isBecause)('Varför'),
    initiative: ref('Initiativ', { indexed: true }),
    also: refs('Gäller även'),
    presenter: person('Föredragande'),
    minutes: number('Minuter'),
    material: json(areLinks)('Underlag'),
    proposal: note('Förslag till beslut'),
    asks: ref('Svar på ärende', { indexed: true }),
    askedBy: ref('Fråga från'),
    question: note('Fråga'),
    answer: note('Svar'),
    notes: note('Anteckningar'),
    proposals: note('Yrkanden'),
    basis: note('Beslutsunderlag'),
    outcome: choice('Utfall', itemOutcomes),
    wording: note('Beslutets lydelse'),
    toComplete: note('Ska kompletteras'),
    differing: note('Avvikande mening'),
    conflicted: persons('Jäv'),
    decidedBy: person('Beslutad av', { indexed: true }),
    recordedBy: person('Antecknad av'),
    decidedOn: day('Beslutad den', { indexed: true }),
    effect: json(isEffect)('Verkan'),
    voices: json(areVoices)('Parternas beslut'),
    carrying: choice('Verkställighet', carrying, { indexed: true }),
    refused: note('Varför inte verkställt'),
    decision: ref('Beslut'),
    atOnce: yesNo('Omedelbar justering'),
    paragraph: number('Paragraf'),
  },
  { load: 'route', large: true },
)
export type AgendaItem = ItemOf<typeof agendaItems>
export type AgendaItemDraft = DraftOf<typeof agendaItems>
