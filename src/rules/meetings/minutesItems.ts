/** One item as minutes tell it: what was laid before the forum, what was said, what was decided, and who does what. */
import type { ActionItem } from '#src/lists/actionItems.ts'
import type { Day, Ref } from '#src/lists/columns.ts'
import type { AgendaItem, ItemEffect, ItemKind, ItemOutcome } from '#src/lists/meetings.ts'
import type { Link } from '#src/lists/shapes.ts'
import type { Voice } from '#src/lists/voices.ts'
import { filled, named, type NamedPerson, plain, type Titles } from './minutesPeople.ts'
import { ownDecisions } from './voices.ts'

export interface MinutesItem {
  key: string
  /** Its place on the agenda, from 1 without gaps. */
  number: number
  /** § in the forum's series of the year; notes have none. */
  paragraph?: number
  title: string
  kind: ItemKind
  initiatives: Ref[]
  presenter?: NamedPerson
  material: Link[]
  /** What another forum asks, and which. */
  question?: string
  askedBy?: Ref
  answer?: string
  proposal?: string
  notes?: string
  proposals?: string
  basis?: string
  decision?: MinutesDecision
  differing?: string
  /** Who left the item for a conflict of interest. */
  conflicted: NamedPerson[]
  actions: MinutesAction[]
}

export interface MinutesDecision {
  outcome: ItemOutcome
  wording?: string
  /** What a remitted matter is to be completed with. */
  toComplete?: string
  decidedBy?: NamedPerson
  /** Who decides since somebody has left for a conflict of interest. */
  instead?: NamedPerson
  recordedBy?: NamedPerson
  decidedOn?: Day
  effect?: ItemEffect
  /** Where several authorities each decide for themselves; who hasn't said anything has a row of the party only. */
  voices?: MinutesVoice[]
  /** Verified by itself, before the rest. */
  atOnce?: true
}

export interface MinutesVoice extends Pick<Voice, 'party' | 'says' | 'wording' | 'caseNumber'> {
  by?: NamedPerson
}

export interface MinutesAction {
  key: string
  title: string
  owner: NamedPerson
  due: Day
}

interface ItemParts {
  items: readonly AgendaItem[]
  actions: readonly ActionItem[]
  paragraphs: readonly { item: Pick<Ref, 'key'>; number: number }[]
}

export const minutesItems = ({ items, actions, paragraphs }: ItemParts, titles: Titles): MinutesItem[] =>
  onTheAgenda(items).map((item, index) =>
    filled<MinutesItem>({
      key: item.key,
      number: index + 1,
      paragraph: paragraphs.find(({ item: of }) => of.key === item.key)?.number,
      title: item.title,
      kind: item.kind,
      initiatives: [item.initiative ?? [], item.also ?? []].flat().map(({ key, title }) => ({ key, title })),
      presenter: item.presenter && named(item.presenter, titles),
      material: (item.material ?? []).map(({ name, url }) => filled<Link>({ name, url })),
      question: plain(item.question),
      askedBy: item.askedBy,
      answer: plain(item.answer),
      proposal: plain(item.proposal),
      notes: plain(item.notes),
      proposals: plain(item.proposals),
      basis: plain(item.basis),
      decision: decisionOf(item, titles),
      differing: plain(item.differing),
      conflicted: (item.conflicted ?? []).map((person) => named(person, titles)),
      actions: actionsOf(actions, item.key, titles),
    }),
  )

/** What was on the agenda, in its order. */
export const onTheAgenda = (items: readonly AgendaItem[]): AgendaItem[] =>
  items
    .filter(({ state, archived }) => !archived && (state === 'agenda' || state === 'treated'))
    .sort((one, other) => (one.order ?? 0) - (other.order ?? 0) || (one.key < other.key ? -1 : 1))

/** Those of an item, or of none, by the day they are due. */
export const actionsOf = (
  actions: readonly ActionItem[],
  item: string | undefined,
  titles: Titles,
): MinutesAction[] =>
  actions
    .filter((action) => !action.archived && action.item?.key === item)
    .sort((one, other) => (`${one.due} ${one.key}` < `${other.due} ${other.key}` ? -1 : 1))
    .map(({ key, title, owner, due }) => ({ key, title, owner: named(owner, titles), due }))

function decisionOf(item: AgendaItem, titles: Titles): MinutesDecision | undefined {
  const { outcome, recordedBy, conflicted, voices } = item
  if (!outcome) return undefined
  // Where each decides for an authority of their own, nobody decides for all.
  const decidedBy = ownDecisions(voices).length > 0 ? undefined : item.decidedBy
  return filled<MinutesDecision>({
    outcome,
    wording: plain(item.wording),
    toComplete: plain(item.toComplete),
    decidedBy: decidedBy && named(decidedBy, titles),
    instead: conflicted?.length && decidedBy ? named(decidedBy, titles) : undefined,
    recordedBy: recordedBy && named(recordedBy, titles),
    decidedOn: item.decidedOn,
    effect: item.effect,
    voices: voices?.length ? voices.map((voice) => voiceOf(voice, titles)) : undefined,
    atOnce: item.atOnce ? true : undefined,
  })
}

const voiceOf = ({ party, by, says, wording, caseNumber }: Voice, titles: Titles): MinutesVoice =>
  filled<MinutesVoice>({
    party: { key: party.key, title: party.title },
    by: by && named(by, titles),
    says,
    wording: plain(wording),
    caseNumber: plain(caseNumber),
  })
