/** Minutes on paper: protokoll with § and room for signatures, or notes with neither. */
import type { FileChild } from 'docx'
import { capacities } from '#src/lists/meetings.ts'
import type { MinutesPicture, MinutesPresent } from '#src/rules/minutes.ts'
import { withTitle } from '#src/rules/meetings/minutesPeople.ts'
import { paper, say, weekdayOf } from '#src/text/papers.ts'
import { bullet, columnTable, fact, heading, linked, paragraph, under } from './blocks.ts'
import { correctionBlocks } from './correction.ts'
import { actionTable, itemBlocks, itemTitle } from './itemBlocks.ts'
import { paragraphRange, standingOf, titleOf, whereAndWhen, whoAndNumber } from './meetingFacts.ts'
import type { PaperOptions } from './options.ts'
import { signatureBlocks } from './signatures.ts'

export const minutesTitle = (picture: MinutesPicture) => {
  const { titles } = paper
  const [corrected, plain] =
    picture.kind === 'protocol'
      ? [titles.correction, titles.protocol]
      : [titles.notesCorrection, titles.notes]
  return titleOf(picture.correction ? corrected : plain, picture)
}

export function minutesBlocks(picture: MinutesPicture, options: PaperOptions): FileChild[] {
  return [
    heading(1, minutesTitle(picture)),
    ...whereAndWhen(picture),
    ...whoAndNumber(picture),
    ...fact(paper.verifiers, picture.verification ? picture.verifiers.map(withTitle).join('; ') : undefined),
    ...fact(paper.paragraphs, paragraphRange(picture)),
    ...fact(paper.status, standingOf(options.standing)),
    ...correctionBlocks(picture),
    ...attendanceBlocks(picture),
    ...itemsAndAfter(picture),
    ...(picture.kind === 'protocol' ? signatureBlocks(picture, options) : []),
  ]
}

/** Who was there, and who wasn't: never why. `names`: what persons are called by. */
export function attendanceBlocks(
  { present, absent }: MinutesPicture,
  names: string = paper.name,
): FileChild[] {
  return [
    ...under(2, paper.present, present.length > 0 ? [presentTable(present, names)] : []),
    ...under(
      2,
      paper.absent,
      absent.map(({ person }) => bullet(withTitle(person))),
    ),
  ]
}

/** Every item, and what stands after them. */
export function itemsAndAfter(picture: MinutesPicture): FileChild[] {
  const { appendices, items, next } = picture
  const toItem = (key: string) => {
    const item = items.find((one) => one.key === key)
    return item ? itemTitle(item) : ''
  }
  return [
    ...items.flatMap((item) => itemBlocks(item, picture)),
    ...under(2, paper.otherActions, picture.actions.length > 0 ? [actionTable(picture.actions)] : []),
    ...under(
      2,
      paper.appendices,
      appendices.map((appendix) => {
        const name = say(paper.appendix, { n: appendix.number, name: appendix.name })
        return bullet([linked(say(paper.appendixTo, { name, item: toItem(appendix.item) }), appendix)])
      }),
    ),
    ...under(
      2,
      paper.sentTo,
      picture.sentTo.map((line) => bullet(line)),
    ),
    ...under(2, paper.next, next ? [paragraph(nextLine(next))] : []),
  ]
}

export const nextLine = ({ day, start, place }: NonNullable<MinutesPicture['next']>) =>
  [
    start ? say(paper.timeFrom, { day: weekdayOf(day), start: start.replace(':', '.') }) : weekdayOf(day),
    place,
  ]
    .filter(Boolean)
    .join(', ')

const presentTable = (present: readonly MinutesPresent[], names: string) =>
  columnTable(present, [
    { head: names, width: 3, text: ({ person }) => person.name },
    { head: paper.title, width: 3, text: ({ person }) => person.title ?? '' },
    {
      head: paper.as,
      width: 3,
      text: ({ capacity, standsInFor }) =>
        standsInFor
          ? `${capacities[capacity]}, ${say(paper.standsInFor, { name: standsInFor.name })}`
          : capacities[capacity],
    },
    { head: paper.atItem, width: 2, text: ({ part }) => part ?? paper.whole },
  ])
