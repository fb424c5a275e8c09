/** Puts a paper in the library of minutes: as a Word file, and as PDF where the service makes one. */
import type { Day } from '#src/lists/columns.ts'
import type { ChangesOf } from '#src/lists/list.ts'
import type { Meeting } from '#src/lists/meetings.ts'
import { type Paper, papers, type PaperKind } from '#src/lists/minutes.ts'
import type { Forum } from '#src/lists/organisation.ts'
import { isChangedByOther } from '#src/graph/errors.ts'
import { asPdf, hasNoConverter, type MinutesFile, putMinutesFile } from '#src/graph/minutesFiles.ts'
import type { Work } from '../../work.ts'

/** Where a paper lies. */
export interface Put {
  word: MinutesFile
  pdf?: MinutesFile
}

/** The same name and `contentHash` is the same file. Throws GraphError; see `inLibrary`. */
export async function putFile(
  { store }: Work,
  { forum, meeting }: { forum: Forum; meeting: Meeting },
  {
    kind,
    edition,
    contentHash,
    make,
    drawnUp,
    withPdf = false,
  }: {
    kind: PaperKind
    edition: number
    contentHash: string
    make: () => Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }>
    /** The day it was verified or settled, of what is. */
    drawnUp?: Day
    withPdf?: boolean
  },
): Promise<Put> {
  const made = await make()
  const paper = (name: string, bytes: Uint8Array<ArrayBuffer>) => ({
    folder: forum.short ?? forum.title,
    name,
    bytes,
    fields: {
      title: name.slice(0, name.lastIndexOf('.')),
      forum: forum.title,
      forumKey: forum.key,
      meetingKey: meeting.key,
      meetingDay: meeting.day,
      paperKind: kind,
      contentHash,
      edition,
      ...(meeting.caseNumber && { caseNumber: meeting.caseNumber }),
      ...(meeting.informationClass && { informationClass: meeting.informationClass }),
      ...(drawnUp && { drawnUp }),
    },
  })
  const word = await putMinutesFile(store, paper(made.name, made.bytes))
  if (!withPdf) return { word }
  try {
    const bytes = await asPdf(store, word.itemId)
    return { word, pdf: await putMinutesFile(store, paper(made.name.replace(/\.docx$/, '.pdf'), bytes)) }
  } catch (error) {
    // A local tenant on a machine without a converter: the Word file is the paper.
    if (hasNoConverter(error)) return { word }
    throw error
  }
}

/** The row of a paper says where its file lies. */
export async function tellOfFile({ store }: Work, row: Paper, { word, pdf }: Put): Promise<Paper> {
  const changes: ChangesOf<typeof papers> = {
    file: word.webUrl,
    fileName: word.name,
    ...(pdf && { pdf: pdf.webUrl }),
  }
  try {
    return await store.change(papers, row, changes)
  } catch (error) {
    if (!isChangedByOther(error)) throw error
    // Another server made the same file at the same time.
    const now = await store.byId(papers, row.id)
    return now.file ? now : store.change(papers, now, changes)
  }
}
