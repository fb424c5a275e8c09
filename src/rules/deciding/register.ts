/** The register of decisions: every decision of every forum and post, found by any of its words, and the chain it belongs to. */
import type { Day } from '#src/lists/columns.ts'
import { type Decision, isOfForum, type Outcome } from '#src/lists/decisions.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { AgendaItem, Carrying } from '#src/lists/meetings.ts'
import type { Paragraph } from '#src/lists/minutes.ts'
import type { Forum } from '#src/lists/organisation.ts'
import { yearOf } from '../calendar.ts'
import { decisionName } from './decisionName.ts'
import { ownDecisions, voiceDecisionKey } from '../meetings/voices.ts'

export interface RegisterFacts {
  decisions: readonly Decision[]
  /** The numbers that items got when their minutes were fixed. */
  paragraphs: readonly Pick<Paragraph, 'item' | 'year' | 'number'>[]
  /** How far what was decided at meetings has come. */
  items: readonly Pick<AgendaItem, 'key' | 'carrying' | 'voices'>[]
  initiatives: readonly Pick<Initiative, 'key' | 'number' | 'title'>[]
  forums: readonly Pick<Forum, 'key' | 'title' | 'short'>[]
  /** What else it reads as on the page: words of its matter and outcome. */
  said?: (decision: Decision) => string
}

export interface RegisterEntry {
  decision: Decision
  /** `SD HT 2024 § 45` once its minutes are fixed; until then, and for what a post decided by itself, its own number. */
  name: string
  paragraph?: number
  /** As it is called today. */
  initiative?: { key: string; number: string; title: string }
  carrying: Carrying
  replacedBy?: RegisterEntry
  /** Its name, number and title, and all that the search looks in, folded. */
  goesBy: readonly string[]
  text: string
}

/** Newest first; those of one day by their numbers, the last first. */
export function registerOf({ decisions, ...facts }: RegisterFacts): RegisterEntry[] {
  const entryOf = entryMaker(facts)
  return inRegister(decisions.filter(({ archived }) => !archived).map((decision) => entryOf(decision)))
}

/** The entry of a decision by itself: a long register is made a piece at a time, and put together by `inRegister`. */
export function entryMaker(facts: Omit<RegisterFacts, 'decisions'>): (decision: Decision) => RegisterEntry {
  const { said } = facts
  const paragraphs = new Map(facts.paragraphs.map((row) => [row.item.key, row]))
  const carryings = new Map(facts.items.map(({ key, carrying }) => [key, carrying]))
  // One of several parties may have decided while another could not.
  const ofParties = new Map(
    facts.items.flatMap((item) =>
      ownDecisions(item.voices).map((voice) => [voiceDecisionKey(item, voice), voice.carrying] as const),
    ),
  )
  const initiatives = new Map(facts.initiatives.map((one) => [one.key, one]))
  const forums = new Map(facts.forums.map((one) => [one.key, one]))
  return (decision) => {
    const forum = decision.forum && forums.get(decision.forum.key)
    const row = decision.item && paragraphs.get(decision.item.key)
    const known = decision.initiative && initiatives.get(decision.initiative.key)
    const initiative = known ?? (decision.initiative && { number: '', ...decision.initiative })
    const name = decisionName(decision, row, forum)
    return {
      decision,
      name,
      carrying:
        ofParties.get(decision.key) ??
        (decision.item && carryings.get(decision.item.key)) ??
        carryingOf(decision),
      goesBy: [name, decision.number, decision.title].map(folded),
      text: folded(
        [
          name,
          decision.number,
          decision.title,
          decision.wording,
          decision.grounds,
          decision.conditions,
          decision.caseNumber,
          initiative?.number,
          initiative?.title,
          forum?.title ?? decision.forum?.title,
          forum?.short,
          decision.decidedBy.name,
          decision.post,
          decision.recordedBy?.name,
          said?.(decision),
        ]
          .filter(Boolean)
          .join('\n'),
      ),
      ...(row && { paragraph: row.number }),
      ...(initiative && {
        initiative: { key: initiative.key, number: initiative.number, title: initiative.title },
      }),
    }
  }
}

/** All entries in their order, each with what replaced it. */
export function inRegister(entries: RegisterEntry[]): RegisterEntry[] {
  const byKey = new Map(entries.map((entry) => [entry.decision.key, entry]))
  for (const entry of entries) {
    const replaced = entry.decision.supersedes && byKey.get(entry.decision.supersedes.key)
    if (replaced) replaced.replacedBy = entry
  }
  return entries.sort(
    (a, b) =>
      compareTexts(b.decision.decidedOn, a.decision.decidedOn) ||
      numberOf(b) - numberOf(a) ||
      compareTexts(b.name, a.name) ||
      compareTexts(b.decision.key, a.decision.key),
  )
}

export interface RegisterFilter {
  /** Every word of it stands somewhere in what is found. */
  text?: string
  forum?: string
  initiative?: string
  /** Both are included. */
  from?: Day
  to?: Day
  outcome?: Outcome
  /** `open`: waits for its minutes, or a rule stood in the way. */
  carried?: 'done' | 'open'
}

/** In the order given; whose name, number or title is what was typed comes first. */
export function searchRegister(
  entries: readonly RegisterEntry[],
  { text = '', ...filter }: RegisterFilter,
): RegisterEntry[] {
  const typed = folded(text).trim()
  const terms = typed.split(/\s+/).filter(Boolean)
  const found = entries.filter(
    (entry) => passes(entry, filter) && terms.every((term) => entry.text.includes(term)),
  )
  if (typed === '') return found
  const named = found.filter(({ goesBy }) => goesBy.includes(typed))
  return named.length > 0 ? [...named, ...found.filter(({ goesBy }) => !goesBy.includes(typed))] : found
}

/** What it replaced and what replaced it, the oldest first; a decision that stands alone is its own chain. */
export function chainOf(entry: RegisterEntry, entries: readonly RegisterEntry[]): RegisterEntry[] {
  const chain = [entry]
  for (let before = earlierThan(entry, entries); before && !chain.includes(before); ) {
    chain.unshift(before)
    before = earlierThan(before, entries)
  }
  for (let after = entry.replacedBy; after && !chain.includes(after); after = after.replacedBy)
    chain.push(after)
  return chain
}

/** Years that the register has decisions of, the latest first. */
export const yearsOf = (entries: readonly RegisterEntry[]): number[] => [
  ...new Set(entries.map(({ decision }) => yearOf(decision.decidedOn))),
]

const earlierThan = ({ decision }: RegisterEntry, entries: readonly RegisterEntry[]) =>
  decision.supersedes && entries.find((other) => other.decision.key === decision.supersedes?.key)

function passes(
  { decision, initiative, carrying }: RegisterEntry,
  { forum, initiative: about, from, to, outcome, carried }: Omit<RegisterFilter, 'text'>,
): boolean {
  return (
    (forum === undefined || decision.forum?.key === forum) &&
    (about === undefined || initiative?.key === about || isAbout(decision, about)) &&
    (from === undefined || decision.decidedOn >= from) &&
    (to === undefined || decision.decidedOn <= to) &&
    (outcome === undefined || decision.outcome === outcome) &&
    (carried === undefined || carriedAs[carrying] === carried)
  )
}

const isAbout = ({ also = [] }: Decision, key: string) => also.some((one) => one.key === key)

const carriedAs: Record<Carrying, RegisterFilter['carried']> = {
  nothing: undefined,
  waiting: 'open',
  done: 'done',
  refused: 'open',
}

/** What was decided outside meetings was carried out as it was decided. */
const carryingOf = ({ matter }: Decision): Carrying => (isOfForum(matter) ? 'nothing' : 'done')

/** As it is searched: letters alike in size, and a paragraph with its number as one word. */
const folded = (text: string) => text.normalize('NFC').toLowerCase().replaceAll(/§\s+/g, '§')

/** What is typed, as it is searched. */
export const foldedSearch = (typed: string) => folded(typed).trim()

/** The § or the number, whichever it goes by. */
const numberOf = ({ paragraph, decision }: RegisterEntry) =>
  paragraph ?? Number(/\d+$/.exec(decision.number)?.[0] ?? 0)

const compareTexts = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
