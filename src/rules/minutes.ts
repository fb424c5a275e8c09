/** The minutes of a meeting as one picture: all that they say, in an order that never varies. */
import type { ActionItem } from '#src/lists/actionItems.ts'
import type { Day, Person, Ref } from '#src/lists/columns.ts'
import type { informationClasses } from '#src/lists/initiatives.ts'
import type {
  AgendaItem,
  Attendance,
  Capacity,
  EffectTime,
  Meeting,
  MeetingKind,
  MinutesKind,
} from '#src/lists/meetings.ts'
import type { Paragraph } from '#src/lists/minutes.ts'
import type { Forum, PersonRow } from '#src/lists/organisation.ts'
import { isObject, type Link } from '#src/lists/shapes.ts'
import {
  actionsOf,
  type MinutesAction,
  type MinutesItem,
  minutesItems,
  onTheAgenda,
} from './meetings/minutesItems.ts'
import { filled, lines, named, type NamedPerson, type Titles, titlesOf } from './meetings/minutesPeople.ts'
import { lineOf, type UnitTree } from './organisation/tree.ts'

export interface MinutesPresent {
  person: NamedPerson
  capacity: Capacity
  /** Which items somebody was there for, when not all. */
  part?: string
  standsInFor?: NamedPerson
}

/** Why and how a version differs from the one before it. */
export interface MinutesCorrection {
  /** The version that is corrected. */
  of: number
  reason: string
  by: NamedPerson
  on: Day
  /** Of an item, by key: what a column said before and says now; an empty text where it says nothing. */
  changes: { item: string; field: string; before: string; after: string }[]
}

/**
 * What minutes say (domain §7), never why somebody was absent. Written as `canonical(picture)`, its SHA-256 is the hash that
 * verifiers approve and files name: whoever has the text of the picture can compute it again with `sha256sum`.
 */
export interface MinutesPicture {
  format: 'samstyr-minutes/1'
  kind: MinutesKind
  version: number
  /** The organisation first, then the administration and so on down to the forum's unit. */
  organisation: string[]
  forum: { key: string; title: string; short: string }
  meeting: {
    key: string
    title: string
    kind: MeetingKind
    day: Day
    start?: string
    end?: string
    place?: string
    movedFrom?: Day
  }
  caseNumber?: string
  informationClass?: keyof typeof informationClasses
  chair?: NamedPerson
  secretary?: NamedPerson
  verification: boolean
  verifiers: NamedPerson[]
  effectAt: EffectTime
  present: MinutesPresent[]
  absent: { person: NamedPerson; capacity: Capacity }[]
  items: MinutesItem[]
  /** Actions that belong to no item. */
  actions: MinutesAction[]
  appendices: MinutesAppendix[]
  sentTo: string[]
  next?: { day: Day; start?: string; place?: string }
  fixedOn: Day
  correction?: MinutesCorrection
}

/** Material of an item: numbered through the minutes. */
export interface MinutesAppendix extends Link {
  number: number
  item: string
}

export interface MinutesParts {
  meeting: Meeting
  forum: Forum
  tree: UnitTree
  items: readonly AgendaItem[]
  attendance: readonly Attendance[]
  actions: readonly ActionItem[]
  /** Numbers given, or those they will probably have. Notes have none. */
  paragraphs: readonly { item: Pick<Ref, 'key'>; number: number }[]
  /** For people's titles. */
  people?: readonly PersonRow[]
  next?: Pick<Meeting, 'day' | 'start' | 'place'>
  version: number
  today: Day
  correction?: MinutesCorrection
}

/** Draws the picture of what is known. Items that were left, or wait on the backlog, aren't in it. */
export function minutesPicture(parts: MinutesParts): MinutesPicture {
  const { meeting, forum, tree } = parts
  const titles = titlesOf(parts.people ?? [])
  const someone = (person: Person | undefined) => person && named(person, titles)
  const items = minutesItems(parts, titles)
  return filled<MinutesPicture>({
    format: 'samstyr-minutes/1',
    kind: meeting.minutesKind,
    version: parts.version,
    organisation: organisationOf(forum, tree),
    forum: { key: forum.key, title: forum.title, short: forum.short ?? forum.title },
    meeting: filled<MinutesPicture['meeting']>({
      key: meeting.key,
      title: meeting.title,
      kind: meeting.kind,
      day: meeting.day,
      start: meeting.start,
      end: meeting.end,
      place: meeting.place,
      movedFrom: meeting.movedFrom,
    }),
    caseNumber: meeting.caseNumber,
    informationClass: meeting.informationClass,
    chair: someone(meeting.chair ?? forum.chair),
    secretary: someone(meeting.secretary ?? forum.secretary),
    verification: meeting.minutesKind === 'protocol' && meeting.verification === true,
    verifiers: (meeting.verifiers ?? []).map((person) => named(person, titles)),
    effectAt: meeting.effectAt,
    ...attendanceOf(parts.attendance, titles),
    items,
    actions: actionsOf(parts.actions, undefined, titles),
    appendices: appendicesOf(items),
    sentTo: lines(meeting.sentTo),
    next: parts.next && filled({ day: parts.next.day, start: parts.next.start, place: parts.next.place }),
    fixedOn: parts.today,
    correction: parts.correction,
  })
}

/** The picture of a frozen text. Throws when it is none of ours. */
export function readMinutes(text: string): MinutesPicture {
  const read: unknown = JSON.parse(text)
  if (!isObject(read) || read.format !== 'samstyr-minutes/1') throw new Error('not the picture of minutes')
  return read as unknown as MinutesPicture
}

/** The organisation, the administration …, down to the unit of the forum. */
export const organisationOf = ({ unit }: Pick<Forum, 'unit'>, tree: UnitTree): string[] =>
  unit
    ? lineOf(unit.key, tree)
        .map(({ title }) => title)
        .reverse()
    : []

/** Items in order with the numbers they would get now: the first free after the forum's last of the year. */
export function provisionalParagraphs(
  items: readonly AgendaItem[],
  given: readonly Pick<Paragraph, 'item' | 'number'>[],
  last: number,
) {
  let next = last
  return onTheAgenda(items).map((item) => {
    const has = given.find(({ item: of }) => of.key === item.key)?.number ?? item.paragraph
    return { item: { key: item.key }, number: has ?? ++next, provisional: has === undefined }
  })
}

const CAPACITIES: readonly Capacity[] = ['chair', 'secretary', 'member', 'substitute', 'guest']

function attendanceOf(rows: readonly Attendance[], titles: Titles) {
  const inOrder = rows
    .filter(({ archived }) => !archived)
    .sort(
      (one, other) =>
        CAPACITIES.indexOf(one.capacity) - CAPACITIES.indexOf(other.capacity) ||
        one.person.name.localeCompare(other.person.name, 'sv') ||
        (one.key < other.key ? -1 : 1),
    )
  return {
    present: inOrder
      .filter(({ presence }) => presence !== 'absent')
      .map(({ person, capacity, part, standsInFor }) =>
        filled<MinutesPresent>({
          person: named(person, titles),
          capacity,
          part: part?.trim(),
          standsInFor: standsInFor && named(standsInFor, titles),
        }),
      ),
    absent: inOrder
      .filter(({ presence }) => presence === 'absent')
      .map(({ person, capacity }) => ({ person: named(person, titles), capacity })),
  }
}

const appendicesOf = (items: readonly MinutesItem[]): MinutesAppendix[] =>
  items
    .flatMap(({ key, material }) => material.map((link) => ({ ...link, item: key })))
    .map((appendix, index) => ({ number: index + 1, ...appendix }))
