/** The Word file of a paper, of whatever kind: its name and its bytes. Made on the server; the library behind it never reaches the tab. */
import type { FileChild } from 'docx'
import type { PaperKind } from '#src/lists/minutes.ts'
import type { AgendaPicture } from '#src/rules/meetings/agendaPicture.ts'
import type { MinutesPicture } from '#src/rules/minutes.ts'
import { paper, say } from '#src/text/papers.ts'
import { agendaBlocks, agendaTitle } from './agendaPaper.ts'
import { extractBlocks, extractTitle } from './extractPaper.ts'
import { paperName } from './fileNames.ts'
import { authorOf, titleOf } from './meetingFacts.ts'
import { minutesBlocks, minutesTitle } from './minutesPaper.ts'
import type { AgendaOptions, PaperOptions } from './options.ts'
import { publicationOf } from './publication.ts'
import { publicationBlocks, publicationTitle } from './publicationPaper.ts'
import { summaryBlocks } from './summaryPaper.ts'
import { wordFile } from './word.ts'

export interface PaperFile {
  /** Safe for SharePoint, with its ending. */
  name: string
  bytes: Uint8Array<ArrayBuffer>
}

/**
 * The same picture and options give the same bytes. `hash` is that of the frozen text (`canonical(picture)`), which is not the
 * file: it is printed at the foot of each page together with how to check it. A publication copy is made of the minutes' own
 * picture, and prints no hash; nor does a draft of an agenda. Throws when an extract's `item` isn't in the minutes.
 */
export async function paperFile(
  kind: 'agenda',
  picture: AgendaPicture,
  options: AgendaOptions,
): Promise<PaperFile>
export async function paperFile(
  kind: Exclude<PaperKind, 'agenda'>,
  picture: MinutesPicture,
  options: PaperOptions,
): Promise<PaperFile>
export async function paperFile(
  kind: PaperKind,
  picture: MinutesPicture | AgendaPicture,
  options: AgendaOptions & Partial<PaperOptions>,
): Promise<PaperFile> {
  const { title, children } =
    'sentOn' in picture
      ? { title: agendaTitle(picture), children: agendaBlocks(picture, options) }
      : content(kind, picture, { standing: { state: 'draft' }, ...options })
  // What was never fixed has nothing to be checked against, and a copy to publish is of other text.
  const hash = kind === 'publication' || options.isDraft ? undefined : options.hash
  return {
    name: paperName(kind, picture, {
      item: options.item,
      isDraft: options.isDraft || options.standing?.state === 'draft' || options.standing?.state === 'sent',
    }),
    bytes: await wordFile({
      title,
      header: [authorOf(picture), picture.caseNumber].filter(Boolean).join(', '),
      footer: [title, ...(hash === undefined ? [] : [say(paper.hash, { hash }), howToCheck(kind)])],
      author: authorOf(picture),
      day: 'sentOn' in picture ? picture.sentOn : picture.fixedOn,
      ...(hash !== undefined && { hash }),
      children,
    }),
  }
}

/** The hash of an agenda stands beside it on its page. */
const howToCheck = (kind: PaperKind) => (kind === 'agenda' ? paper.howToCheckAgenda : paper.howToCheck)

function content(
  kind: PaperKind,
  picture: MinutesPicture,
  options: PaperOptions,
): { title: string; children: FileChild[] } {
  switch (kind) {
    case 'extract':
      return { title: extractTitle(picture, options.item), children: extractBlocks(picture, options) }
    case 'publication': {
      const published = publicationOf(picture, options.known)
      return { title: publicationTitle(published), children: publicationBlocks(published, options) }
    }
    case 'summary':
      return { title: titleOf(paper.titles.summary, picture), children: summaryBlocks(picture, options) }
    case 'agenda':
    case 'minutes':
    case 'notes':
    case 'correction':
      return { title: minutesTitle(picture), children: minutesBlocks(picture, options) }
  }
}
