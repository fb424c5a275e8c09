/** What a channel's or a meeting's tab is about: a portfolio, a department with what is under it, or a forum that is consulted. */
import type { Day } from '#src/lists/columns.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Mandate } from '#src/lists/organisation.ts'
import type { Portfolio } from '#src/lists/portfolios.ts'
import { daysBetween } from '../calendar.ts'
import { matterOf, nextGate } from '../gates.ts'
import { decidingRight } from '../mandate.ts'
import { isStarted, processOf } from '../processes.ts'
import { covers, type UnitTree } from './tree.ts'

export const channelKinds = ['portfolio', 'department', 'forum'] as const
export type ChannelKind = (typeof channelKinds)[number]

export interface Subject {
  kind: ChannelKind
  key: string
}

/** `department:u-avo-ht` in the address of the tab; nothing for what is no subject. */
export function subjectOf(text: string): Subject | undefined {
  const at = text.indexOf(':')
  const kind = channelKinds.find((each) => each === text.slice(0, at))
  const key = text.slice(at + 1)
  return kind && key !== '' ? { kind, key } : undefined
}

export const subjectText = ({ kind, key }: Subject) => `${kind}:${key}`

export interface Facts {
  mandates: readonly Mandate[]
  portfolios: readonly Portfolio[]
  tree: UnitTree
  today: Day
}

/** Days back that count as new. */
export const RECENT_DAYS = 30

export interface ChannelView {
  all: Initiative[]
  /** Those that are counted: a department counts its own, and not what others ask that concerns it. */
  own: Initiative[]
  /** Those on their way to a decision, not the work that has begun; for a forum, what it is consulted on. Oldest in their stage first. */
  before: Initiative[]
  /** Those that moved or were decided on lately, latest first. */
  recent: Initiative[]
}

/** The initiatives of a subject. What others lead is followed elsewhere, and what is merged lives on in another. */
export function channelView(subject: Subject, initiatives: readonly Initiative[], facts: Facts): ChannelView {
  const standing = initiatives.filter(({ state }) => state !== 'merged')
  const gated = (i: Initiative) =>
    i.state === 'active' && !i.external && nextGate(i, processOf(i, facts.portfolios)) !== undefined
  // Work that has begun stands before its next gate for months: that is no waiting.
  const waits = (i: Initiative) => gated(i) && !isStarted(i.stage, processOf(i, facts.portfolios))
  const consulted =
    subject.kind === 'forum'
      ? new Set(standing.filter((i) => gated(i) && consults(subject.key, i, facts)))
      : undefined
  const all = standing.filter((i) => belongs[subject.kind](subject.key, i, facts) || consulted?.has(i))
  const since = ({ stageSince }: Initiative) => stageSince ?? ''
  // Of the same day, by number: the same ten are shown each time.
  const byNumber = (a: Initiative, b: Initiative) => a.number.localeCompare(b.number, 'sv', { numeric: true })
  return {
    all,
    own: subject.kind === 'department' ? all.filter((i) => isOwn(subject.key, i, facts)) : all,
    before: all
      .filter((i) => (consulted ? consulted.has(i) : waits(i)))
      .toSorted((a, b) => since(a).localeCompare(since(b)) || byNumber(a, b)),
    recent: all
      .filter((i) => i.lastDecision && i.stageSince && daysBetween(i.stageSince, facts.today) <= RECENT_DAYS)
      .toSorted((a, b) => since(b).localeCompare(since(a)) || byNumber(a, b)),
  }
}

const isOwn = (key: string, { unit }: Initiative, { tree }: Facts) =>
  unit !== undefined && covers(key, unit.key, tree)

const belongs: Record<ChannelKind, (key: string, initiative: Initiative, facts: Facts) => boolean> = {
  portfolio: (key, { portfolio }) => portfolio.key === key,
  department: (key, initiative, facts) =>
    isOwn(key, initiative, facts) ||
    (initiative.concernedUnits ?? []).some((unit) => covers(key, unit.key, facts.tree)),
  forum: (key, { portfolio }, { portfolios }) =>
    portfolios.some((one) => one.key === portfolio.key && one.board?.key === key),
}

/** Whether the next decision is made after consultation in the forum. */
function consults(
  forum: string,
  initiative: Initiative,
  { mandates, portfolios, tree, today }: Facts,
): boolean {
  const gate = nextGate(initiative, processOf(initiative, portfolios))
  if (!gate) return false
  const right = decidingRight({ matter: matterOf(gate), initiative, mandates, tree, today })
  const posts =
    right.kind === 'one'
      ? right.posts
      : right.kind === 'all'
        ? right.parties.flatMap((party) => party.posts)
        : []
  return posts.some(({ mandate }) => mandate.forum?.key === forum)
}
