/** What was frozen of a meeting, version by version, from the rows that hold it in pieces. */
import type { Day, Person } from '#src/lists/columns.ts'
import type { Paper, PaperKind } from '#src/lists/minutes.ts'

export interface Frozen {
  version: number
  /** The whole text: JSON that `hash` is the SHA-256 of. */
  text: string
  hash: string
  by: Person
  sentOn: Day
  reason?: string
  /** The first of its rows: where its file is, when one was made. */
  paper: Paper
}

/** The latest first. A version whose pieces haven't all come is left out. */
export function frozenOf(papers: readonly Paper[], kind: PaperKind): Frozen[] {
  const versions = Map.groupBy(
    papers.filter((paper) => paper.kind === kind && !paper.archived),
    ({ edition }) => edition,
  )
  return [...versions]
    .flatMap(([version, rows]): Frozen[] => {
      const pieces = rows.toSorted((a, b) => a.part - b.part)
      const [paper] = pieces
      if (!paper || pieces.length !== paper.parts) return []
      const { hash, by, sentOn, reason } = paper
      const text = pieces.map(({ content }) => content ?? '').join('')
      return [{ version, text, hash, by, sentOn, paper, ...(reason && { reason }) }]
    })
    .sort((a, b) => b.version - a.version)
}
