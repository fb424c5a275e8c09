/** What the road map is made of: times and dependencies of all initiatives, and what clashes with what. */
import { useMemo } from 'react'
import { dependencies } from '#src/lists/businessCase.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import {
  type Conflict,
  conflictsOf,
  type RoadmapFacts,
  type Waiting,
  waitsOf,
} from '#src/rules/pictures/roadmap.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import type { Attempt } from './useTry.ts'

export interface Drawn {
  facts: RoadmapFacts
  byKey: ReadonlyMap<string, Initiative>
  waits: readonly Waiting[]
  conflicts: ReadonlyMap<string, readonly Conflict[]>
}

/** With the time that is tried, so that what it breaks is seen where it breaks. */
export function useFacts(attempt: Attempt | undefined): Drawn {
  const { session, today } = useSession()
  const all = useItems(session.data, initiatives)
  const rows = useItems(session.data, dependencies)
  const facts = useMemo(() => {
    // What has been put together with another has no time of its own.
    const kept = all.filter(({ state, archived }) => state !== 'merged' && !archived)
    return { initiatives: kept, dependencies: rows, today }
  }, [all, rows, today])
  const byKey = useMemo(() => new Map(all.map((one) => [one.key, one])), [all])
  const tried = useMemo(() => new Map(attempt ? [[attempt.key, attempt.interval]] : []), [attempt])
  return useMemo(
    () => ({ facts, byKey, waits: waitsOf(facts, tried), conflicts: conflictsOf(facts, tried) }),
    [facts, byKey, tried],
  )
}
