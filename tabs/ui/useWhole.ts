/** One initiative with everything about it: what the start brought in at once, the rest when it has come. */
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { type Benefit, benefits, type CostItem, costItems, dependencies } from '#src/lists/businessCase.ts'
import { type Decision, decisions, type TrailEntry, trail } from '#src/lists/decisions.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { units } from '#src/lists/organisation.ts'
import type { Done } from '#src/actions/work.ts'
import type { Preparation } from '#src/rules/needs.ts'
import { treeOf } from '#src/rules/tree.ts'
import { useSession } from '../context.ts'
import { useItems } from '../data.ts'

export interface Whole {
  /** With all columns once `complete`; before that, those of the table. */
  initiative: Initiative
  complete: boolean
  costItems: CostItem[]
  benefits: Benefit[]
  decisions: Decision[]
  trail: TrailEntry[]
  preparation: Preparation
}

interface Read {
  initiative: Initiative | undefined
  costItems: CostItem[]
  benefits: Benefit[]
  decisions: Decision[]
  trail: TrailEntry[]
}

/** `missing` when there is no such initiative (or no right to see it); `undefined` while it is on its way. */
export function useWhole(key: string): {
  whole?: Whole
  missing: boolean
  error: unknown
  reload: () => Promise<void>
} {
  const { session } = useSession()
  const { data } = session
  const all = useItems(data, initiatives)
  const tree = treeOf(useItems(data, units))
  const waits = useItems(data, dependencies).filter((d) => d.initiative.key === key)
  const [read, setRead] = useState<Read>()
  const [error, setError] = useState<unknown>()

  const reload = useCallback(async () => {
    try {
      const [initiative, [costs, gains, made, left]] = await Promise.all([
        data.store.byKey(initiatives, key),
        data.store.whereOf([costItems, benefits, decisions, trail], { column: 'initiative', value: key }),
      ])
      setError(undefined)
      setRead({ initiative, costItems: costs, benefits: gains, decisions: made, trail: left })
    } catch (failed) {
      setError(failed)
    }
  }, [data, key])
  useEffect(() => void reload(), [reload])
  useEffect(
    () =>
      session.onDone((done) => {
        setRead((before) => before && merge(before, done, key))
        // What a decision left in the trail isn't in its answer.
        if (done.decisions) void reload()
      }),
    [session, key, reload],
  )

  const known = all.find((i) => i.key === key)
  // What the delta brought is newer than what this page read: read again.
  const stale =
    read?.initiative !== undefined && known !== undefined && known.version !== read.initiative.version
  useEffect(() => {
    if (stale) void reload()
  }, [stale, reload])

  const saved = read?.initiative ?? known
  const initiative = useMeant(saved)
  if (!initiative) return { missing: read !== undefined, error, reload }
  const shown: Read = read ?? { initiative, costItems: [], benefits: [], decisions: [], trail: [] }
  const neededStages = waits.map((d) => {
    const needed = d.needs && all.find((i) => i.key === d.needs?.key)
    return { ...d, ...(needed && { neededStage: needed.stage }) }
  })
  const preparation = {
    initiative,
    tree,
    costItems: shown.costItems,
    benefits: shown.benefits,
    dependencies: neededStages,
  }
  return {
    whole: { ...shown, initiative, complete: read !== undefined, preparation },
    missing: false,
    error,
    reload,
  }
}

function merge(read: Read, done: Done, key: string): Read {
  return {
    initiative: done.initiatives?.find((i) => i.key === key) ?? read.initiative,
    costItems: put(read.costItems, done.costItems),
    benefits: put(read.benefits, done.benefits),
    decisions: put(
      read.decisions,
      done.decisions?.filter((d) => d.initiative.key === key),
    ),
    trail: put(
      read.trail,
      done.trail?.filter((entry) => entry.initiative.key === key),
    ),
  }
}

function put<T extends { key: string }>(before: T[], next: T[] | undefined): T[] {
  if (!next?.length) return before
  const keys = new Set(next.map((item) => item.key))
  return [...before.filter((item) => !keys.has(item.key)), ...next]
}

/** The initiative as the person meant it: with what has yet to reach the server. */
function useMeant(saved: Initiative | undefined): Initiative | undefined {
  const {
    session: { acting },
  } = useSession()
  const queue = useSyncExternalStore(acting.subscribe, acting.queue)
  return useMemo(
    () =>
      saved &&
      queue.reduce((initiative, { name, args }) => {
        const asked = args as { initiative?: string; changes?: Partial<Initiative> }
        return name === 'prepareInitiative' && asked.initiative === saved.key
          ? { ...initiative, ...asked.changes }
          : initiative
      }, saved),
    [saved, queue],
  )
}
