/** Freezes a picture of what was sent or fixed: its text in pieces that are never changed, under one hash. */
import type { Day, Person, Ref } from '#src/lists/columns.ts'
import type { Meeting } from '#src/lists/meetings.ts'
import { type Paper, type PaperKind, papers } from '#src/lists/minutes.ts'
import { canonical, piecesOf, sha256 } from '#src/rules/canonical.ts'
import type { Work } from '../../work.ts'
import { refOf } from '../place.ts'

/** A frozen paper: its rows in order, and the text that they are pieces of. */
export interface Frozen {
  papers: Paper[]
  text: string
  hash: string
}

/**
 * Asked twice it is frozen once: what was frozen first is answered, also when the picture has changed since. `undefined` when a
 * crash left pieces of another text: that version is spoiled, take the next.
 */
export async function freezePaper(
  work: Work,
  {
    meeting,
    item,
    kind,
    version,
    title,
    picture,
    by,
    sentOn,
    reason,
  }: {
    meeting: Pick<Meeting, 'key' | 'title'>
    /** Of a paper about one item only. */
    item?: Ref | undefined
    kind: PaperKind
    version: number
    title: string
    picture: unknown
    by: Person
    sentOn: Day
    reason?: string | undefined
  },
): Promise<Frozen | undefined> {
  const text = canonical(picture)
  const hash = await sha256(text)
  const pieces = piecesOf(text)
  const rows: Paper[] = []
  for (const [index, content] of pieces.entries()) {
    const claim = `${paperPrefix(item ?? meeting, kind, version)}${index + 1}`
    const { item: row } = await work.store.create(papers, {
      key: claim,
      claim,
      title,
      meeting: refOf(meeting),
      ...(item && { item: refOf(item) }),
      kind,
      edition: version,
      part: index + 1,
      parts: pieces.length,
      content,
      hash,
      by,
      sentOn,
      ...(reason && { reason }),
      changedBy: by,
      changedOn: work.today,
    })
    if (row.hash !== hash) return readPaper(work, { meeting, item, kind, version })
    rows.push(row)
  }
  return { papers: rows, text, hash }
}

/** The paper of a meeting or an item, whole; `undefined` when there is none, or when pieces of it are missing. */
export async function readPaper(
  { store }: Work,
  {
    meeting,
    item,
    kind,
    version,
  }: {
    meeting: Pick<Ref, 'key'>
    item?: Pick<Ref, 'key'> | undefined
    kind: PaperKind
    version: number
  },
): Promise<Frozen | undefined> {
  const value = paperPrefix(item ?? meeting, kind, version)
  const found = await store.startingWith(papers, { column: 'claim', value })
  const rows = found.toSorted((one, other) => one.part - other.part)
  const [first] = rows
  if (!first || rows.length !== first.parts) return undefined
  const text = rows.map(({ content }) => content ?? '').join('')
  return { papers: rows, text, hash: first.hash }
}

export const paperPrefix = ({ key }: Pick<Ref, 'key'>, kind: PaperKind, version: number) =>
  `${key}/${kind}/${version}/`
