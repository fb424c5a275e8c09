/** What Hem held the last time: drawn at once, so that nothing moves when the same comes anew. */
import { use, useEffect, useState } from 'react'
import type { Decision } from '#src/lists/decisions.ts'
import type { MeetingFacts } from '#src/rules/meetings/meetingWaits.ts'
import type { Waiting } from '#src/rules/reminding/waiting.ts'
import type { BrowserCache } from '../cache.ts'
import { useSession } from '../context.ts'

export interface LastTime {
  meetings?: Omit<MeetingFacts, 'me' | 'today'>
  waiting?: readonly Waiting[]
  decisions?: readonly Decision[]
}

/** Another number when what is kept gets another shape. */
const NAME = 'home/1'
const known = new WeakMap<BrowserCache, Promise<LastTime>>()

function lookUp(cache: BrowserCache): Promise<LastTime> {
  const found = known.get(cache) ?? cache.kept<LastTime>(NAME).then((kept) => kept ?? {})
  known.set(cache, found)
  return found
}

/** Suspends for the moment that the browser's database takes. Empty on the first visit. */
export function useLastTime(): LastTime {
  const { cache } = useSession().session.data
  // The same while the page stands: what is remembered meanwhile is for the next time.
  const [found] = useState(() => lookUp(cache))
  return use(found)
}

/** Keeps a part when it has come. What is confidential stays on the server. */
export function useRemembered<K extends keyof LastTime>(part: K, value: LastTime[K]) {
  const { cache } = useSession().session.data
  useEffect(() => {
    if (value === undefined) return
    const kept = withoutConfidential(value)
    known.set(
      cache,
      lookUp(cache).then((before) => ({ ...before, [part]: kept })),
    )
    void cache.change<LastTime>(NAME, (before) => ({ ...before, [part]: kept }))
  }, [cache, part, value])
}

/** Rows are in arrays, or in arrays of an object. */
function withoutConfidential<T>(value: T): T {
  if (Array.isArray(value)) return value.filter((row: Row) => !isConfidential(row)) as T
  if (typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value as object).map(([name, part]) => [name, withoutConfidential(part as unknown)]),
  ) as T
}

interface Row {
  confidential?: true
  initiative?: { confidential?: true }
}

const isConfidential = ({ confidential, initiative }: Row) =>
  confidential === true || initiative?.confidential === true
