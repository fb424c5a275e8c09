/** What every action has to work with, and the questions most of them ask first. */
import type { Day, Person, Ref } from '#src/lists/columns.ts'
import type { ListKey, lists } from '#src/lists/all.ts'
import { benefits, costItems, dependencies } from '#src/lists/businessCase.ts'
import { decisions, type TrailDraft, type TrailEntry, trail } from '#src/lists/decisions.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import type { ItemOf } from '#src/lists/list.ts'
import {
  forums,
  type Forum,
  type Mandate,
  mandates,
  people,
  type PersonRow,
  type Role,
  units,
} from '#src/lists/organisation.ts'
import { type Portfolio, portfolios } from '#src/lists/portfolios.ts'
import type { ListStore } from '#src/graph/listStore.ts'
import { stageOfNeeded, wholeKeyOf } from '#src/rules/needs/mergedStage.ts'
import type { Preparation } from '#src/rules/needs.ts'
import type { Dispatch, DispatchRow } from '#src/rules/reminding/dispatch.ts'
import type { MyReminders } from '#src/rules/reminding/reminderChoice.ts'
import type { Notice } from '#src/rules/reminding/notices.ts'
import { processOf } from '#src/rules/processes.ts'
import { may, permissions } from '#src/rules/permissions.ts'
import { type Refusal, Refused } from '#src/rules/refusal.ts'
import { treeOf, type UnitTree } from '#src/rules/organisation/tree.ts'
import type { KeptReason } from '#src/rules/needs/undoing.ts'

/** A decision made at a meeting and written down there for the one who decided (`me`), perhaps carried out days later. */
export interface AtMeeting {
  meeting: Ref
  item: Ref
  forum: Ref
  recordedBy: Person
  /** The day of the meeting: mandates are those of that day. */
  decidedOn: Day
  /** Who left the item for a conflict of interest, besides those whom the initiative names. */
  conflicted?: readonly Person[]
  /** For which of several authorities, when each decides for itself. */
  party?: string
  /** Judged, and refused as when it counts, but nothing is written down. */
  trial?: true
}

export interface Work {
  store: ListStore
  /** The business day, owned by the server. */
  today: Day
  /** From the verified token; never from the arguments. */
  me: Person
  /** Made by whoever asks: asked twice, done once. */
  key: string
  /** The versions of the items that the person saw, by key. */
  seen: Record<string, string>
  /** Set where a meeting has decided; without it the decision is made here and now. */
  at?: AtMeeting
  /** Hears what people are to be told of; the same key may be heard again. */
  tell?: (notice: Notice) => Promise<void> | void
}

export interface Organisation {
  tree: UnitTree
  people: PersonRow[]
  forums: Forum[]
  mandates: Mandate[]
  portfolios: Portfolio[]
}

/** What an action answers: the items as they stand now, for the tab to put in place at once. */
export type Done = { [K in ListKey]?: ItemOf<(typeof lists)[K]>[] } & {
  created?: number
  existed?: number
  /** Where a file's bytes are to be sent, and the name it will have. Whoever has the address needs no token: it is kept from logs. */
  upload?: { uploadUrl: string; name: string }
  /** Rows of many that were left as they were, and why; the others are done. */
  left?: { key: string; refusals: Refusal[] }[]
  /** An import taken back: how many rows are gone, and which stay because they have been worked with. */
  undone?: number
  kept?: { key: string; because: KeptReason }[]
  /** What only the server reads: a person's own reminders, and how a day's messages went. */
  myReminders?: MyReminders
  dispatch?: Dispatch
  resent?: DispatchRow[]
}

export async function loadOrganisation({ store }: Work): Promise<Organisation> {
  const [unitRows, peopleRows, forumRows, mandateRows, portfolioRows] = await store.allOf([
    units,
    people,
    forums,
    mandates,
    portfolios,
  ])
  return {
    tree: treeOf(unitRows),
    people: peopleRows,
    forums: forumRows,
    mandates: mandateRows,
    portfolios: portfolioRows,
  }
}

export const rolesOf = (id: string, { people: rows }: Pick<Organisation, 'people'>): Role[] =>
  rows.filter((row) => row.person.id === id && !row.archived).flatMap((row) => row.roles ?? [])

/** The initiative with all columns. Throws Refused when there is none. */
export async function loadInitiative({ store }: Work, key: string): Promise<Initiative> {
  const initiative = await store.byKey(initiatives, key)
  if (!initiative) throw new Refused({ why: 'notFound', what: 'initiative', key })
  return initiative
}

/** The initiative, for somebody who may prepare it. Throws Refused otherwise. */
export async function loadToPrepare(work: Work, key: string): Promise<Initiative> {
  const [organisation, initiative] = await Promise.all([loadOrganisation(work), loadInitiative(work, key)])
  if (!may('prepare', { id: work.me.id, roles: rolesOf(work.me.id, organisation) }, initiative))
    throw new Refused({ why: 'notYourTask', roles: [...permissions.prepare.roles] })
  if (initiative.archived) throw new Refused({ why: 'archived' })
  return initiative
}

/** The initiative with all that a gate looks at. */
export async function loadPreparation(
  work: Work,
  initiative: Initiative,
  { tree, portfolios: rows }: Pick<Organisation, 'tree' | 'portfolios'>,
): Promise<Preparation> {
  const [costs, gains, waits] = await work.store.whereOf([costItems, benefits, dependencies], {
    column: 'initiative',
    value: initiative.key,
  })
  const found = await wholesOf(
    work,
    waits.flatMap(({ needs }) => needs?.key ?? []),
  )
  const needed = waits.map((wait) => ({ ...wait, ...stageOfNeeded(wait.needs, (key) => found.get(key)) }))
  const process = processOf(initiative, rows)
  return { initiative, process, tree, costItems: costs, benefits: gains, dependencies: needed }
}

/** Initiatives, and those they have become part of, by key. */
async function wholesOf({ store }: Work, keys: readonly string[]): Promise<Map<string, Initiative>> {
  const found = new Map<string, Initiative>()
  for (let asked = [...new Set(keys)]; asked.length > 0; ) {
    const read = await Promise.all(asked.map((key) => store.byKey(initiatives, key)))
    for (const one of read) if (one) found.set(one.key, one)
    asked = [...new Set(read.flatMap((one) => (one && wholeKeyOf(one)) ?? []))].filter(
      (key) => !found.has(key),
    )
  }
  return found
}

export const decisionsAbout = ({ store }: Work, initiative: string) =>
  store.where(decisions, { column: 'initiative', value: initiative })

/** Writes a trail entry once, whoever asks how often. */
export async function leaveTrail({ store }: Work, draft: TrailDraft): Promise<TrailEntry> {
  return (await store.create(trail, draft)).item
}

/** A refusal when the initiative has changed since the person saw it. */
export function changedSince({ seen }: Work, initiative: Initiative): Refusal[] {
  const version = seen[initiative.key]
  if (version === undefined || version === initiative.version) return []
  const { changedBy } = initiative
  return [{ why: 'changedByOther', fields: [], ...(changedBy && { by: changedBy }) }]
}

/** Who changed the row for the organisation: SharePoint's own "Modified by" is the app. */
export const stamp = ({ me, today }: Work) => ({ changedBy: me, changedOn: today })
