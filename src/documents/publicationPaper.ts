/** The publication copy: minutes without signatures and names. What is left out, and why, is in publication.ts. */
import type { FileChild } from 'docx'
import type { MinutesPicture } from '#src/rules/minutes.ts'
import { paper, say } from '#src/text/papers.ts'
import { fact, heading, paragraph } from './blocks.ts'
import { correctionBlocks } from './correction.ts'
import { authorOf, paragraphRange, standingOf, titleOf, whereAndWhen, whoAndNumber } from './meetingFacts.ts'
import { attendanceBlocks, itemsAndAfter } from './minutesPaper.ts'
import type { PaperOptions } from './options.ts'

export const publicationTitle = (picture: MinutesPicture) => titleOf(paper.titles.publication, picture)

/** Of a picture that `publicationOf` has made. */
export const publicationBlocks = (picture: MinutesPicture, { standing }: PaperOptions): FileChild[] => [
  heading(1, publicationTitle(picture)),
  paragraph(say(paper.publicationNote, { organisation: authorOf(picture) })),
  ...whereAndWhen(picture),
  ...whoAndNumber(picture),
  ...fact(paper.paragraphs, paragraphRange(picture)),
  ...fact(paper.status, standingOf(standing)),
  ...correctionBlocks(picture),
  ...attendanceBlocks(picture, paper.postOrCapacity),
  ...itemsAndAfter(picture),
]
