/** The region's file as it is written: ids of organisation.json, Swedish words, amounts in kronor. */
import { readFileSync } from 'node:fs'
import type { Person, Ref } from '#src/lists/columns.ts'
import type { Light } from '#src/lists/followUp.ts'
import { organisationRows } from './organisationRows.ts'

/** The root of the region's units. */
export const REGION = 'u-rv'

export type PerYear<T> = Record<string, T>

export interface Move {
  date: string
  from: string
  to: string
  decision: string
}

export interface RegionInitiative {
  id: string
  portfolio: string
  title: string
  need: string
  type: string
  stage: string
  state: string
  unit: string
  concernedUnits: string[]
  scope: 'own' | 'shared'
  contact: string | null
  projectOwner: string | null
  effectOwner: string | null
  projectManager: string | null
  /** `2025-09` */
  start: string | null
  plannedEnd: string | null
  informationClass: string | null
  personalData: boolean | null
  caseNumber: string | null
  complexity: 'enkel' | 'komplex'
  nature: 'infrastruktur' | 'direkt nytta'
  mandatory: boolean
  mandatoryBasis?: { basis: string; law: string; date: string; verified: boolean; note?: string }
  dependsOn: { initiative: string; note: string }[]
  costItems: { kind: string; financing: string; payer?: string; perYear: PerYear<number> }[]
  benefits: {
    id: string
    kind: string
    description: string
    ownerUnit: string
    owner: string | null
    unit: string
    sekPerUnit: number | null
    perYear: PerYear<{ low: number; likely: number; high: number }>
  }[]
  /** By principle. */
  scores: Record<string, { score: number; reason: string }>
  personDays: PerYear<number>
  stageHistory?: Move[]
  stateReason?: string
}

export interface RegionReport {
  id: string
  initiative: string
  period: string
  reportedBy: string
  reportedAt: string
  economy: Light
  quality: Light
  time: Light
  scope: Light
  spent: number
  forecast: number
  allocation: number
  comment: string
}

export interface RegionDecision {
  id: string
  forum: string
  date: string
  subject: string
  wording: string
  outcome: string
  decidedBy: string
  initiatives?: string[]
  portfolios?: string[]
  basis?: string
  supersedes?: string
  moves?: { from: string; to: string }
  reservation?: string
}

export interface RegionFile {
  meta: { demoToday: string; reserveId: string }
  initiatives: RegionInitiative[]
  allocations: {
    id: string
    initiative: string
    year: number
    kind: string
    amount: number
    decision: string
    date: string
  }[]
  statusReports: RegionReport[]
  rankings: {
    id: string
    forum: string
    decision: string
    date: string
    year: number
    /** In the order of the principles. */
    weights: number[]
    frame: number
    conceptPot: number
    order: {
      rank: number
      initiative: string
      basis: string
      scores: number[]
      total: number
      need: number
      withinFrame: boolean
    }[]
  }[]
  principles: { id: string; sv: string }[]
  /** By forum, in the order of the principles. */
  weightSets: Record<string, number[]>
  frames: {
    id: string
    year: number
    kind: string
    /** Nothing for all portfolios together. */
    portfolio: string | null
    amount: number
    conceptPot?: number
    status: 'preliminary' | 'decided'
    decision: string
    date: string
    supersedes?: string
  }[]
  personDayCapacity: { year: number; portfolio: string; days: number }[]
  decisions: RegionDecision[]
}

/** The file beside the organisation it speaks of. */
export interface Region {
  file: RegionFile
  organisation: ReturnType<typeof organisationRows>
  /** A unit, forum, portfolio or initiative by its id; throws on one that isn't there. */
  ref: (id: string) => Ref
  /** A person by id; `undefined` for nobody. */
  who: (id: string | null) => Person | undefined
}

export function readRegion(): Region {
  const file = JSON.parse(
    readFileSync(new URL('portfolj-region.json', import.meta.url), 'utf8'),
  ) as RegionFile
  const organisation = organisationRows(REGION)
  const titles = new Map(
    [
      ...organisation.units,
      ...organisation.forums,
      ...organisation.portfolios,
      ...file.initiatives.map(({ id, title }) => ({ key: id, title })),
    ].map(({ key, title }) => [key, title]),
  )
  const persons = new Map(organisation.people.map(({ key, person }) => [key, person]))
  return {
    file,
    organisation,
    ref: (id) => {
      const title = titles.get(id)
      if (title === undefined) throw new Error(`The region's file speaks of an unknown ${id}`)
      return { key: id, title }
    },
    who: (id) => {
      const person = id ? persons.get(id) : undefined
      if (id && !person) throw new Error(`The region's file speaks of an unknown ${id}`)
      return person
    },
  }
}
