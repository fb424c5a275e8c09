/** Needs that are like what somebody writes, found in the browser while they write. */
import { useEffect, useMemo, useState } from 'react'
import type { Ref } from '#src/lists/columns.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import type { Alike, FindOptions, NeedText } from '#src/similar/similar.ts'
import { type Level, levelOf } from '#src/similar/levels.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import { finderOf } from './finder.ts'

/** A need that is like the one asked for, as a list shows it. */
export interface SimilarNeed {
  key: string
  number: string
  title: string
  stage: Initiative['stage']
  state: Initiative['state']
  unit?: Ref
  /** From 0 to 1. */
  likeness: number
  level: Level
  /** Words of the need that made it alike, as written there. */
  why: string[]
}

export interface Similar {
  found: SimilarNeed[]
  /** False until the first answer has come; an answer to older words stays while the next one is worked out. */
  ready: boolean
}

/** A pause in the typing. */
const PAUSE_MS = 150

/**
 * `except`: the need that asks. `least`: how alike at least, one of `levels`. `most`: how many at most (5). Nothing leaves
 * the browser. Empty texts find nothing.
 */
export function useSimilar(
  { title, need, benefit }: NeedText,
  { except, least, most }: FindOptions = {},
): Similar {
  const { session } = useSession()
  const rows = useItems(session.data, initiatives)
  const [answer, setAnswer] = useState<readonly Alike[]>()
  const finder = finderOf(session.data)
  useEffect(() => finder.hold(), [finder])
  useEffect(() => {
    let wanted = true
    let asked: unknown
    let timer: ReturnType<typeof setTimeout> | undefined
    const options = {
      ...(except !== undefined && { except }),
      ...(least !== undefined && { least }),
      ...(most !== undefined && { most }),
    }
    // Asked anew when the text has changed, and when the needs have.
    const ask = () => {
      if (session.data.items(initiatives) === asked) return
      asked = session.data.items(initiatives)
      clearTimeout(timer)
      timer = setTimeout(() => {
        void finder.find({ title, need, benefit }, options).then((alike) => wanted && setAnswer(alike ?? []))
      }, PAUSE_MS)
    }
    ask()
    const stopListening = session.data.subscribe(ask)
    return () => {
      wanted = false
      clearTimeout(timer)
      stopListening()
    }
  }, [session, finder, title, need, benefit, except, least, most])
  const found = useMemo(() => withRows(answer ?? [], rows), [answer, rows])
  return { found, ready: answer !== undefined }
}

/** The rows may have changed since they were compared. */
function withRows(answer: readonly Alike[], rows: readonly Initiative[]): SimilarNeed[] {
  const byKey = new Map(answer.map((one) => [one.key, one]))
  const found = rows.flatMap((row) => {
    const alike = byKey.get(row.key)
    const level = alike && levelOf(alike.likeness)
    if (!level) return []
    const { key, number, title, stage, state, unit } = row
    return [{ ...alike, level, key, number, title, stage, state, ...(unit && { unit }) }]
  })
  return found.toSorted((a, b) => b.likeness - a.likeness)
}
