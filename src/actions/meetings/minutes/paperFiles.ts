/** The files of minutes and of what is made from them: each is made once, and its row tells where it lies. */
import type { Day, Ref } from '#src/lists/columns.ts'
import { type Paper, papers, type PaperKind, type Verification } from '#src/lists/minutes.ts'
import { canonical, sha256 } from '#src/rules/canonical.ts'
import type { MinutesPicture } from '#src/rules/minutes.ts'
import type { Work } from '../../work.ts'
import { type Put, putFile, tellOfFile } from './filing.ts'
import { type Frozen, paperPrefix } from './freezePaper.ts'
import { refOf } from '../place.ts'
import type { MinutesRows } from './minutesParts.ts'

/** What a file is made of, and how far the minutes had come. */
export interface FileOf {
  rows: Pick<MinutesRows, 'forum' | 'meeting' | 'organisation'>
  picture: MinutesPicture
  hash: string
  state: 'draft' | 'sent' | 'verified' | 'settled'
  /** The day they came so far: of what is verified or settled the day it was drawn up. */
  on: Day
  asked: readonly Verification[]
  /** Of an extract: the key of the item. */
  item?: string
}

/** The file of a frozen paper; its first row tells of it. */
export async function fileFrozen(work: Work, frozen: Frozen, of: FileOf): Promise<Paper[]> {
  const [first, ...others] = frozen.papers
  if (!first || first.file) return frozen.papers
  return [
    await tellOfFile(work, first, await putMinutes(work, first.kind, of, { withPdf: true, item: of.item })),
    ...others,
  ]
}

/** A paper that is made from another: an extract of it, a summary, or a copy to publish. */
export async function fileMade(
  work: Work,
  kind: Exclude<PaperKind, 'agenda'>,
  of: Omit<FileOf, 'item'> & { item?: Ref | undefined },
): Promise<Paper> {
  const { rows, picture, hash, item, state, on } = of
  // Made again when the minutes have come further: then it says so.
  const summary = kind === 'summary' ? rows.meeting.summary : undefined
  const contentHash = await sha256(canonical({ kind, state, on, hash, item: item?.key, summary }))
  const claim = `${paperPrefix(item ?? rows.meeting, kind, picture.version)}${contentHash.slice(0, 12)}`
  const { item: row } = await work.store.create(papers, {
    key: claim,
    claim,
    title: picture.meeting.title,
    meeting: refOf(rows.meeting),
    ...(item && { item: refOf(item) }),
    kind,
    edition: picture.version,
    part: 1,
    parts: 1,
    hash,
    by: rows.meeting.secretary ?? work.me,
    sentOn: work.today,
    changedBy: work.me,
    changedOn: work.today,
  })
  return row.file
    ? row
    : tellOfFile(work, row, await putMinutes(work, kind, of, { item: item?.key, contentHash }))
}

function putMinutes(
  work: Work,
  kind: PaperKind,
  { rows, picture, hash, state, on, asked }: Omit<FileOf, 'item'>,
  {
    withPdf = false,
    item,
    contentHash = hash,
  }: { withPdf?: boolean; item?: string | undefined; contentHash?: string },
): Promise<Put> {
  if (kind === 'agenda') throw new Error('An agenda is not made from minutes')
  const { meeting, organisation } = rows
  const make = async () => {
    // Word files are made on the server only, and not before somebody asks for one.
    const { paperFile } = await import('#src/documents/paperFile.ts')
    return paperFile(kind, picture, {
      hash,
      standing: { state, on },
      approvals: asked.flatMap(({ person, answer, answeredOn }) =>
        answer === 'approved' && answeredOn ? [{ person, on: answeredOn }] : [],
      ),
      ...(item !== undefined && { item }),
      ...(meeting.summary && { summary: meeting.summary }),
      known: organisation.people.map(({ person, jobTitle }) => ({
        id: person.id,
        name: person.name,
        ...(jobTitle && { title: jobTitle }),
      })),
    })
  }
  const isFixed = state === 'verified' || state === 'settled'
  return putFile(work, rows, {
    kind,
    edition: picture.version,
    contentHash,
    make,
    withPdf,
    ...(isFixed && { drawnUp: on }),
  })
}
