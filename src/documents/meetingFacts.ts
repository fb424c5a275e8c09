/** What stands at the head of every paper: whose it is, which meeting, and how far it has come. */
import type { Paragraph } from 'docx'
import { informationClasses } from '#src/lists/initiatives.ts'
import type { MinutesPicture } from '#src/rules/minutes.ts'
import { withTitle } from '#src/rules/meetings/minutesPeople.ts'
import { dayOf, paper, say, weekdayOf } from '#src/text/papers.ts'
import { fact } from './blocks.ts'
import type { Standing } from './options.ts'

type Head = Pick<
  MinutesPicture,
  'organisation' | 'forum' | 'meeting' | 'caseNumber' | 'informationClass' | 'version' | 'chair' | 'secretary'
>

/** The organisation and the administration: who answers for the paper. */
export const authorOf = ({ organisation, forum }: Pick<Head, 'organisation' | 'forum'>) =>
  organisation.slice(0, 2).join(', ') || forum.title

/** `Protokoll: Strategisk dialog Hemtjänst 16 oktober 2024`. */
export const titleOf = (title: string, { forum, meeting }: Pick<Head, 'forum' | 'meeting'>) =>
  say(paper.titleOf, { title, forum: forum.title, day: dayOf(meeting.day) })

/** Whose meeting, when and where. */
export function whereAndWhen(picture: Head): Paragraph[] {
  const { meeting } = picture
  return [
    ...fact(paper.organisation, picture.organisation.join(', ')),
    ...fact(paper.forum, picture.forum.title),
    ...fact(paper.time, timeOf(meeting)),
    ...fact(paper.movedFrom, meeting.movedFrom && weekdayOf(meeting.movedFrom)),
    ...fact(paper.place, meeting.kind === 'between' ? paper.betweenMeetings : meeting.place),
  ]
}

/** Who led and wrote, and by what the paper is found. */
export const whoAndNumber = (picture: Head): Paragraph[] => [
  ...fact(paper.chair, picture.chair && withTitle(picture.chair)),
  ...fact(paper.secretary, picture.secretary && withTitle(picture.secretary)),
  ...fact(paper.caseNumber, picture.caseNumber),
  ...fact(paper.informationClass, picture.informationClass && informationClasses[picture.informationClass]),
  ...fact(paper.version, picture.version > 1 ? String(picture.version) : undefined),
]

/** `§§ 73–79`, of those that have a number. */
export function paragraphRange({ items }: Pick<MinutesPicture, 'items'>): string | undefined {
  const numbers = items.flatMap(({ paragraph }) => paragraph ?? [])
  const [from, to] = [Math.min(...numbers), Math.max(...numbers)]
  if (numbers.length === 0) return undefined
  return from === to ? `§ ${from}` : say(paper.paragraphRange, { from, to })
}

/** How far minutes have come, in words. */
export function standingOf({ state, on, provisional }: Standing): string {
  const day = on ? dayOf(on) : ''
  if (state === 'verified') return say(paper.verifiedOn, { day })
  if (state === 'settled') return say(paper.settledOn, { day })
  const words = state === 'sent' ? say(paper.sentOn, { day }) : paper.draft
  return provisional ? `${words}. ${paper.provisional}` : words
}

function timeOf({ day, start, end }: Head['meeting']): string {
  const when = weekdayOf(day)
  if (start && end) return say(paper.timeFromTo, { day: when, start: dotted(start), end: dotted(end) })
  return start ? say(paper.timeFrom, { day: when, start: dotted(start) }) : when
}

/** Swedish clocks are written with a full stop. */
const dotted = (clock: string) => clock.replace(':', '.')
