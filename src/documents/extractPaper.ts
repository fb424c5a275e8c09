/** An extract of minutes: one item, and what is needed to trust it. */
import type { FileChild } from 'docx'
import type { MinutesPicture } from '#src/rules/minutes.ts'
import { dayOf, paper, say } from '#src/text/papers.ts'
import { bullet, fact, heading, table, under } from './blocks.ts'
import { itemBlocks, itemTitle } from './itemBlocks.ts'
import { standingOf, whereAndWhen, whoAndNumber } from './meetingFacts.ts'
import type { PaperOptions } from './options.ts'

/** One §, for whoever it concerns: where and when it was decided, the item whole, and who vouches for the copy. */
export function extractBlocks(picture: MinutesPicture, { item: key, standing }: PaperOptions): FileChild[] {
  const item = picture.items.find((one) => one.key === key)
  if (!item) throw new Error(`the minutes of ${picture.meeting.key} have no item ${key}`)
  return [
    heading(1, extractTitle(picture, key)),
    ...whereAndWhen(picture),
    ...whoAndNumber(picture),
    ...fact(paper.status, standingOf(standing)),
    ...itemBlocks(item, picture),
    ...under(
      2,
      paper.sentTo,
      picture.sentTo.map((line) => bullet(line)),
    ),
    heading(2, paper.extractSignature),
    table([paper.attestor, paper.signature, paper.signedOn], [['', '', '']], {
      widths: [4, 4, 2],
      tall: true,
    }),
  ]
}

export function extractTitle(picture: MinutesPicture, key: string | undefined): string {
  const item = picture.items.find((one) => one.key === key)
  const title = picture.kind === 'protocol' ? paper.titles.extract : paper.titles.notesExtract
  return say(paper.extractOf, {
    title,
    forum: picture.forum.title,
    day: dayOf(picture.meeting.day),
    item: item ? (item.paragraph === undefined ? itemTitle(item) : `§ ${item.paragraph}`) : '',
  })
}
