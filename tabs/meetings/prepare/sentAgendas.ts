/** The agendas of a meeting that were sent, version by version; the text of one is read when it is wanted. */
import { useEffect, useState } from 'react'
import { type Paper, papers } from '#src/lists/minutes.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { type AgendaPicture, readAgenda } from '#src/rules/meetings/agendaPicture.ts'
import { useSession } from '../../context.ts'

export interface SentAgenda {
  version: number
  /** SHA-256 of the whole text. */
  hash: string
  /** The rows that hold its pieces, in their order: the first says who sent it, and when. */
  rows: readonly [Paper, ...Paper[]]
}

/** The latest first. Drafts are of no version; one whose pieces haven't all come is left out. */
export function sentAgendas(all: readonly Paper[]): SentAgenda[] {
  const sent = all.filter(({ kind, edition, archived }) => kind === 'agenda' && edition > 0 && !archived)
  return [...Map.groupBy(sent, ({ edition }) => edition)]
    .flatMap(([version, unordered]): SentAgenda[] => {
      const [first, ...others] = unordered.toSorted((a, b) => a.part - b.part)
      if (!first || unordered.length !== first.parts) return []
      return [{ version, hash: first.hash, rows: [first, ...others] }]
    })
    .sort((a, b) => b.version - a.version)
}

/** The agenda as it was sent; nothing until it is here. */
export function useSentAgenda(sent: SentAgenda | undefined): {
  picture: AgendaPicture | undefined
  error: unknown
} {
  const { session } = useSession()
  const { store } = session.data
  const [read, setRead] = useState<{ of: string; picture?: AgendaPicture; error?: unknown }>()
  const of = sent && `${sent.rows[0].key}/${sent.hash}`
  useEffect(() => {
    if (!sent || !of) return
    let here = true
    readText(store, sent).then(
      (text) => here && setRead({ of, picture: readAgenda(text) }),
      (error: unknown) => here && setRead({ of, error }),
    )
    return () => {
      here = false
    }
    // oxlint-disable-next-line react/exhaustive-deps -- what was sent never changes: `of` names it.
  }, [store, of])
  return {
    picture: read?.of === of ? read?.picture : undefined,
    error: read?.of === of ? read?.error : undefined,
  }
}

/** Lists leave the texts of papers out; what was sent just now has its own. Throws when a piece is missing. */
async function readText(store: ListReader, { rows }: SentAgenda): Promise<string> {
  const pieces = await Promise.all(
    rows.map(async (row) => row.content ?? (await store.byKey(papers, row.key))?.content),
  )
  if (pieces.includes(undefined)) throw new Error(`${rows[0].claim} is not whole`)
  return pieces.join('')
}
