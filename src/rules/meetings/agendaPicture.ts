/** An agenda as one picture: what those who are called are sent, and what was sent before stays as it was. */
import type { Day, Ref } from '#src/lists/columns.ts'
import type { AgendaItem, AgendaSource, ItemKind, Meeting } from '#src/lists/meetings.ts'
import { isObject, type Link } from '#src/lists/shapes.ts'
import { startsOf } from './agendaTimes.ts'
import { type MinutesParts, type MinutesPicture, organisationOf } from '../minutes.ts'
import { onTheAgenda } from './minutesItems.ts'
import { filled, named, type NamedPerson, plain, type Titles, titlesOf } from './minutesPeople.ts'

export interface AgendaPictureItem {
  key: string
  number: number
  title: string
  kind: ItemKind
  source: AgendaSource
  because?: Record<string, string | number>
  initiatives: Ref[]
  presenter?: NamedPerson
  minutes?: number
  /** `13:05`, when the meeting's start and the minutes before it are known. */
  starts?: string
  material: Link[]
  proposal?: string
  question?: string
  askedBy?: Ref
  answer?: string
}

/** What is sent and frozen when a meeting is called; hashed as minutes are (`canonical`). */
export interface AgendaPicture {
  format: 'samstyr-agenda/1'
  version: number
  organisation: string[]
  forum: MinutesPicture['forum']
  meeting: MinutesPicture['meeting'] & { joinUrl?: string; stopDay?: Day }
  caseNumber?: string
  informationClass?: NonNullable<MinutesPicture['informationClass']>
  chair?: NamedPerson
  secretary?: NamedPerson
  called: NamedPerson[]
  items: AgendaPictureItem[]
  sentOn: Day
}

export function agendaPicture(
  parts: Pick<MinutesParts, 'meeting' | 'forum' | 'tree' | 'items' | 'people' | 'version' | 'today'>,
): AgendaPicture {
  const { meeting, forum, tree } = parts
  const titles = titlesOf(parts.people ?? [])
  const chair = meeting.chair ?? forum.chair
  const secretary = meeting.secretary ?? forum.secretary
  return filled<AgendaPicture>({
    format: 'samstyr-agenda/1',
    version: parts.version,
    organisation: organisationOf(forum, tree),
    forum: { key: forum.key, title: forum.title, short: forum.short ?? forum.title },
    meeting: meetingOf(meeting),
    caseNumber: meeting.caseNumber,
    informationClass: meeting.informationClass,
    chair: chair && named(chair, titles),
    secretary: secretary && named(secretary, titles),
    called: (forum.members ?? []).map((person) => named(person, titles)),
    items: itemsOf(onTheAgenda(parts.items), meeting.start, titles),
    sentOn: parts.today,
  })
}

/** The picture of a frozen text. Throws when it is none of ours. */
export function readAgenda(text: string): AgendaPicture {
  const read: unknown = JSON.parse(text)
  if (!isObject(read) || read.format !== 'samstyr-agenda/1') throw new Error('not the picture of an agenda')
  return read as unknown as AgendaPicture
}

const meetingOf = (meeting: Meeting): AgendaPicture['meeting'] =>
  filled<AgendaPicture['meeting']>({
    key: meeting.key,
    title: meeting.title,
    kind: meeting.kind,
    day: meeting.day,
    start: meeting.start,
    end: meeting.end,
    place: meeting.place,
    movedFrom: meeting.movedFrom,
    joinUrl: meeting.joinUrl,
    stopDay: meeting.stopDay,
  })

function itemsOf(
  items: readonly AgendaItem[],
  start: string | undefined,
  titles: Titles,
): AgendaPictureItem[] {
  const starts = startsOf(items, start)
  return items.map((item, index) =>
    filled<AgendaPictureItem>({
      key: item.key,
      number: index + 1,
      title: item.title,
      kind: item.kind,
      source: item.source,
      because: item.because,
      initiatives: [item.initiative ?? [], item.also ?? []].flat().map(({ key, title }) => ({ key, title })),
      presenter: item.presenter && named(item.presenter, titles),
      minutes: item.minutes,
      starts: starts[index],
      material: (item.material ?? []).map(({ name, url }) => filled<Link>({ name, url })),
      proposal: plain(item.proposal),
      question: plain(item.question),
      askedBy: item.askedBy,
      answer: plain(item.answer),
    }),
  )
}
