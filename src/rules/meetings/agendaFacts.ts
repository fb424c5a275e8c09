/** What an agenda is composed from, and what is proposed for it. */
import type { ActionItem } from '#src/lists/actionItems.ts'
import type { Dependency } from '#src/lists/businessCase.ts'
import type { Day, Person, Ref } from '#src/lists/columns.ts'
import type { Decision } from '#src/lists/decisions.ts'
import type { ProjectPoint, StatusReport } from '#src/lists/followUp.ts'
import type { ForumTemplate } from '#src/lists/forumTemplates.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { AgendaItem, AgendaSource, ItemKind, Meeting } from '#src/lists/meetings.ts'
import type { Forum, Mandate } from '#src/lists/organisation.ts'
import type { Portfolio } from '#src/lists/portfolios.ts'
import type { UnitTree } from '../organisation/tree.ts'

export interface AgendaFacts {
  today: Day
  /** The meeting that is prepared. */
  meeting: Pick<Meeting, 'key' | 'day' | 'stopDay'>
  forum: Forum
  template?: ForumTemplate | undefined
  /** All of the forum's, whatever meeting they belong to. */
  meetings: readonly Pick<Meeting, 'key' | 'title' | 'day' | 'state' | 'kind'>[]
  items: readonly AgendaItem[]
  actions: readonly ActionItem[]
  /** The forum's own, those that raised something to it, and what others decided since its last meeting. */
  decisions: readonly Decision[]
  /** As the boot load holds them: columns that come on demand are missing. */
  initiatives: readonly Initiative[]
  dependencies: readonly Dependency[]
  mandates: readonly Mandate[]
  forums: readonly Forum[]
  portfolios: readonly Portfolio[]
  tree: UnitTree
  /** Of the last months; nothing is said of reports before they are read. */
  reports?: readonly StatusReport[] | undefined
  points?: readonly ProjectPoint[] | undefined
  /** Deviations that ask for a decision. */
  deviations?: readonly AgendaEvent[] | undefined
  /** Year forecasts that pass what was allocated. */
  forecasts?: readonly AgendaEvent[] | undefined
  /** What the year's cycle gives this forum to do, on its last day. */
  activities?: readonly AgendaEvent[] | undefined
}

/** Something that is kept elsewhere and belongs on an agenda from its day. */
export interface AgendaEvent {
  key: string
  title: string
  day: Day
  initiative?: Ref
  presenter?: Person
}

/** What a source knew, for the sentence that says why (`text/because.ts`): keys of fixed sets, names, days and numbers. */
export type Because = { why: Why } & Record<string, string | number>

/** Each has its sentence, `because.<why>`. */
export const whys = [
  'standing',
  'answer',
  'question',
  'tabled',
  'remitted',
  'notReached',
  'action',
  'actionLate',
  'refused',
  'unverified',
  'red',
  'turned',
  'overAllocation',
  'legalDayPassed',
  'pointPassed',
  'highRisk',
  'noReport',
  'forecastGrew',
  'newHighRisk',
  'started',
  'moved',
  'stateChanged',
  'gate',
  'gateUnsure',
  'gateElsewhere',
  'raised',
  'financing',
  'newNeed',
  'stalled',
  'deviation',
  'forecast',
  'orderRaised',
  'rankingDecided',
  'rankingTouches',
  'condition',
  'conditionDue',
  'cycle',
  'proposed',
] as const
export type Why = (typeof whys)[number]

/** What a source finds; the table says the rest. */
export interface Found {
  /** What brings it up, the same as long as it is the same thing: it is on one agenda, and treated once. */
  cause: string
  title: string
  because: Because
  initiative?: Ref
  presenter?: Person
  /** The day it came to be; after the last day for matters it is late. */
  arose?: Day
  kind?: ItemKind
  minutes?: number
  material?: NonNullable<AgendaItem['material']>
  proposal?: string
  /** The item on the forum's backlog that is proposed. */
  item?: string
  last?: boolean
}

/** An item for the agenda. */
export interface AgendaProposal extends Omit<Found, 'last' | 'arose' | 'kind' | 'minutes'> {
  source: AgendaSource
  kind: ItemKind
  minutes: number
  /** Greater further down; only its order counts. */
  order: number
  /** Came up after the last day for matters of this meeting. */
  late: boolean
  /** Whether it is worth the meeting's time without somebody's choosing: of what is many, the first few are. */
  suggested: boolean
}
