/** Minutes as they were frozen: their versions, and the text of one with its hash computed again. */
import { useCallback, useEffect, useState } from 'react'
import { type Paper, papers } from '#src/lists/minutes.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { sha256 } from '#src/rules/canonical.ts'
import { type MinutesPicture, readMinutes } from '#src/rules/minutes.ts'
import { useSession } from '../../context.ts'

/** What was fixed under one number: the minutes, or a correction of them. */
export interface Version {
  kind: Paper['kind']
  version: number
  hash: string
  /** The first of its rows: who sent it, when and why. */
  first: Paper
  rows: readonly Paper[]
}

/** Newest first. Copies and files that were made of a version are none themselves: they hold no piece of what was said. */
export function versionsOf(all: readonly Paper[]): Version[] {
  const fixed = all.filter(
    ({ kind, claim, part }) =>
      (kind === 'minutes' || kind === 'notes' || kind === 'correction') && claim.endsWith(`/${part}`),
  )
  return [...Map.groupBy(fixed, ({ kind, edition }) => `${kind}/${edition}`).values()]
    .flatMap((unordered): Version[] => {
      const rows = unordered.toSorted((one, other) => one.part - other.part)
      const [first] = rows
      if (!first) return []
      const { kind, edition, hash } = first
      return [{ kind, version: edition, hash, first, rows }]
    })
    .sort((one, other) => other.version - one.version)
}

/** The frozen text: its pieces are read one by one, since lists leave them out. Throws when a piece is missing. */
export async function readText(store: ListReader, { rows, first }: Version): Promise<string> {
  const pieces = await Promise.all(rows.map(({ key }) => store.byKey(papers, key)))
  if (pieces.length !== first.parts || pieces.some((piece) => piece?.content === undefined))
    throw new Error(`${first.claim} is not whole`)
  return pieces.map((piece) => piece?.content).join('')
}

export interface Frozen {
  /** `broken`: the text isn't what the hash was made of. `unread`: it couldn't be read. */
  state: 'reading' | 'whole' | 'broken' | 'unread'
  picture?: MinutesPicture
  text?: string
  again: () => void
}

/** The version as it was frozen, read and checked as soon as it is shown. */
export function useFrozen(version: Version | undefined): Frozen {
  const { session } = useSession()
  const { store } = session.data
  const [read, setRead] = useState<{ of: string; frozen: Omit<Frozen, 'again'> }>()
  const [asked, setAsked] = useState(0)
  const of = version && `${version.first.claim}/${version.rows.length}/${version.hash}/${asked}`
  useEffect(() => {
    if (!version || !of) return
    let isCurrent = true
    const show = (frozen: Omit<Frozen, 'again'>) => {
      if (isCurrent) setRead({ of, frozen })
    }
    readText(store, version).then(
      async (text) => {
        if ((await sha256(text)) !== version.hash) return show({ state: 'broken', text })
        show({ state: 'whole', text, picture: readMinutes(text) })
      },
      () => show({ state: 'unread' }),
    )
    return () => {
      isCurrent = false
    }
    // oxlint-disable-next-line react/exhaustive-deps -- rows are other objects after each read; what was frozen is the same while its name and hash are
  }, [store, of])
  const again = useCallback(() => setAsked((count) => count + 1), [])
  return { ...(read && read.of === of ? read.frozen : { state: 'reading' as const }), again }
}
