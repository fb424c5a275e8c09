/** What a forum weighs initiatives by, what it has given them, what it has tried, and what it has decided. */
import type { Axis, Measure } from './balance.ts'
import type { Day, Person, Ref } from './columns.ts'
import { choice, day, json, money, note, number, person, ref, refs, text, yesNo } from './columns.ts'
import type { Outcome } from './decisions.ts'
import { defineList, type DraftOf, type ItemOf } from './list.ts'
import { isObject, isText } from './shapes.ts'

/** `less`: the criterion that this one matters more than, or as much as; `preference`: how much more (rules/prioritising/pairwise.ts). */
const areComparisons = (value: unknown): value is { less: string; preference: string }[] =>
  Array.isArray(value) && value.every((one) => isObject(one) && isText(one.less) && isText(one.preference))

const areTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText)

/** A principle that a forum ranks by; `anchors`: what each step from 1 to 5 means, in words. */
export const criteria = defineList(
  'Criteria',
  'Kriterier',
  {
    title: text('Kriterium', { required: true }),
    forum: ref('Forum', { required: true, indexed: true }),
    weight: number('Vikt', { required: true }),
    place: number('Ordning', { required: true }),
    meaning: note('Innebörd'),
    anchors: json(areTexts)('Stegen i ord'),
    compared: json(areComparisons)('Jämförd med'),
  },
  { load: 'route' },
)
export type Criterion = ItemOf<typeof criteria>
export type CriterionDraft = DraftOf<typeof criteria>

/** One assessor's score; `claim`, unique: criterion, initiative and person. */
export const scores = defineList(
  'Scores',
  'Bedömningar',
  {
    title: text('Bedömning', { required: true }),
    claim: text('Gäller', { required: true, unique: true }),
    initiative: ref('Initiativ', { required: true, indexed: true }),
    criterion: ref('Kriterium', { required: true, indexed: true }),
    forum: ref('Forum', { required: true, indexed: true }),
    value: number('Poäng', { required: true }),
    reason: note('Skäl'),
    by: person('Bedömd av', { indexed: true }),
    on: day('Bedömd den', { required: true }),
  },
  { load: 'route', large: true, twin: true },
)
export type Score = ItemOf<typeof scores>
export type ScoreDraft = DraftOf<typeof scores>

export const frameKinds = {
  development: 'Utveckling',
  maintenance: 'Förvaltning',
  inera: 'Inera',
  serviceAgreement: 'DÖK',
} as const
export type FrameKind = keyof typeof frameKinds

export const frameStates = {
  proposed: 'Förslag',
  preliminary: 'Preliminär',
  decided: 'Beslutad',
} as const

/** What a portfolio, or all of them together, may use in a year. A change is a new row that names the one it replaces. */
export const frameYears = defineList(
  'FrameYears',
  'Ramar per år',
  {
    title: text('Ram', { required: true }),
    year: number('År', { required: true, indexed: true }),
    kind: choice('Slag', frameKinds, { required: true, indexed: true }),
    portfolio: ref('Portfölj', { indexed: true }),
    amountKr: money('Belopp (kr)', { required: true }),
    conceptKr: money('Varav konceptmedel (kr)'),
    state: choice('Läge', frameStates, { required: true }),
    decision: ref('Beslut'),
    day: day('Dag', { required: true, indexed: true }),
    supersedes: ref('Ersätter'),
  },
  { load: 'route' },
)
export type FrameYearDraft = DraftOf<typeof frameYears>

/** Person-days: what a team or role has in a year or a quarter of it, or, with an initiative, what it needs. */
export const resources = defineList(
  'Resources',
  'Persondagar',
  {
    title: text('Team eller roll', { required: true }),
    portfolio: ref('Portfölj', { indexed: true }),
    initiative: ref('Behövs av initiativ', { indexed: true }),
    year: number('År', { required: true, indexed: true }),
    quarter: number('Kvartal'),
    days: number('Dagar', { required: true }),
  },
  { load: 'route', twin: true },
)
export type ResourceDraft = DraftOf<typeof resources>

/** One initiative moved in the order by hand: above `before`, or to `rank` when that one is gone; never without a reason. */
export interface MovedByHand {
  initiative: string
  before?: string
  rank: number
  reason: string
}

/** What a forum has tried: frames, what it forced in or out, when things start, the shares it wants kept, and what it moved by hand. */
export interface ScenarioSettings {
  years: number[]
  /** Kronor; a year that isn't named has the frame that was decided. */
  frames: Record<string, number>
  personDays: Record<string, number>
  forcedIn: string[]
  forcedOut: string[]
  /** Initiative → years it may start in besides its own. */
  starts: Record<string, number[]>
  corridors: WantedShare[]
  /** Never both of a pair. */
  exclusions?: [string, string][]
  /** Initiative → kronor to reckon with in the year it starts, where nobody knows what it costs. */
  assumed?: Record<string, number>
  /** What has begun may be left out too. */
  isRunningFree?: boolean
  /** Unit → person-days a month it has room to receive, instead of what it has said. */
  receiving?: Record<string, number>
  /** What units have room to receive isn't reckoned with. */
  isReceivingFree?: boolean
  /** In the order they were moved. */
  moved?: MovedByHand[]
}

const isSettings = (value: unknown): value is ScenarioSettings =>
  isObject(value) &&
  Array.isArray(value.years) &&
  isObject(value.frames) &&
  areTexts(value.forcedIn) &&
  areTexts(value.forcedOut)

/** A share of what is chosen that goes to what has a value on an axis of balance; 0–1. */
export interface WantedShare {
  axis: Axis
  value: string
  /** Of the cost, unless it is of how many. */
  measure?: Measure
  least?: number
  most?: number
}

/** What was known of one initiative: kronor and person-days a year. */
export interface BasisItem {
  value: number
  start: number
  isIn: boolean
  cost: Record<string, number>
  days: Record<string, number>
  needs: string[]
  /** Unit → days it is to receive, where anybody has planned it. */
  receives?: Record<string, number>
}

/** All that a scenario was reckoned from, before anything was changed by hand. */
export interface ScenarioBasis {
  items: Record<string, BasisItem>
  /** By the names of limits: kronor and person-days. */
  limits: Record<string, number>
}

/** What came of it, and of what: `basis` is a fingerprint of all that was reckoned with, to tell when something has changed since. */
export interface ScenarioResult {
  /** Initiative → the year it starts. */
  chosen: Record<string, number>
  value: number
  gap: number
  basis: string
  /** What the fingerprint is of; left out where it wouldn't fit a column. */
  reckoned?: ScenarioBasis
}

const isResult = (value: unknown): value is ScenarioResult =>
  isObject(value) && isObject(value.chosen) && isText(value.basis)

export const scenarios = defineList(
  'Scenarios',
  'Scenarier',
  {
    title: text('Scenario', { required: true }),
    forum: ref('Forum', { required: true, indexed: true }),
    settings: json(isSettings)('Inställningar', { required: true }),
    result: json(isResult)('Utfall'),
    by: person('Gjort av', { indexed: true }),
    on: day('Gjort den', { required: true }),
    shared: yesNo('Delat'),
  },
  { load: 'route' },
)

export type Scenario = ItemOf<typeof scenarios>

/** One initiative in a ranking as it stood when it was decided. */
export interface RankedLine {
  rank: number
  initiative: { key: string; title: string }
  /** Why it is where it is: mandatory, running, by its total, or moved by hand with a reason. */
  basis: 'mandatory' | 'running' | 'ranked' | 'moved'
  reason?: string
  /** Criterion → the mean given. */
  scores: Record<string, number>
  total: number
  needKr: number
  isWithin: boolean
}

const isLine = (value: unknown): value is RankedLine =>
  isObject(value) && isObject(value.initiative) && typeof value.rank === 'number'
const areLines = (value: unknown): value is RankedLine[] => Array.isArray(value) && value.every(isLine)

const areWeights = (value: unknown): value is { key: string; title: string; weight: number }[] =>
  Array.isArray(value) &&
  value.every((one) => isObject(one) && isText(one.key) && typeof one.weight === 'number')

/** How far an order that has been laid down has come; a row without one was decided before orders were laid forth. */
export const rankingStates = {
  proposed: 'Framlagd',
  raised: 'Lyft till nästa nivå',
  decided: 'Beslutad',
  refused: 'Inte beslutad',
  replaced: 'Framlagd på nytt',
} as const
export type RankingState = keyof typeof rankingStates

/** What one who decides has said of an order, from the decision that is in the register. */
export interface OrderVoice {
  /** The authority that it was said for, where each decides for itself. */
  party?: Ref
  outcome: Outcome
  decision: Ref
  by: Person
  on: Day
  reason?: string
  /** Who wrote it down at a sitting, when that wasn't themselves. */
  recordedBy?: Person
}

const areVoices = (value: unknown): value is OrderVoice[] =>
  Array.isArray(value) && value.every((one) => isObject(one) && isText(one.outcome))

/**
 * The whole picture that an order is decided from, written before the decision: what it shows is never changed, only how far it has
 * come; another one replaces it. `claim`, unique: the decision, or the round in which several authorities each decide.
 */
export const rankings = defineList(
  'Rankings',
  'Rangordningar',
  {
    title: text('Rangordning', { required: true }),
    claim: text('Gäller', { required: true, unique: true }),
    forum: ref('Forum', { required: true, indexed: true }),
    year: number('År', { required: true, indexed: true }),
    day: day('Dag', { required: true, indexed: true }),
    decision: ref('Beslut'),
    meeting: ref('Möte', { indexed: true }),
    decidedBy: person('Beslutat av', { indexed: true }),
    frameKr: money('Ram (kr)'),
    conceptKr: money('Konceptmedel (kr)'),
    weights: json(areWeights)('Vikter', { required: true }),
    lines: json(areLines)('Ordning', { required: true }),
    settings: json(isSettings)('Inställningar'),
    state: choice('Läge', rankingStates, { indexed: true }),
    attempt: number('Omgång'),
    proposedBy: person('Framlagd av'),
    parties: refs('Parter i omgången'),
    voices: json(areVoices)('Besked'),
    raisedTo: ref('Lyft till', { indexed: true }),
  },
  { load: 'route' },
)
export type Ranking = ItemOf<typeof rankings>
export type RankingDraft = DraftOf<typeof rankings>
