/** One initiative with everything about it: what the start brought in at once, the rest when it has come. */
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { type Benefit, benefits, type CostItem, costItems, dependencies } from '#src/lists/businessCase.ts'
import { type Decision, decisions, type TrailEntry, trail } from '#src/lists/decisions.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { type AgendaItem, agendaItems } from '#src/lists/meetings.ts'
import { units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import type { Done } from '#src/actions/work.ts'
import { type ItemThatWaits, waitingForMinutes } from '#src/rules/meetings/atMeetings.ts'
import { stageOfNeeded } from '#src/rules/needs/mergedStage.ts'
import type { Preparation } from '#src/rules/needs.ts'
import { processOf } from '#src/rules/processes.ts'
import { treeOf } from '#src/rules/organisation/tree.ts'
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
  /** What meetings have decided about it that waits for their minutes. */
  atMeetings: readonly ItemThatWaits[]
  preparation: Preparation
}

interface Read {
  /** The initiative that was asked for. */
  of: string
  initiative: Initiative | undefined
  costItems: CostItem[]
  benefits: Benefit[]
  decisions: Decision[]
  trail: TrailEntry[]
  items: AgendaItem[]
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
  const processes = useItems(data, portfolios)
  const waits = useItems(data, dependencies).filter((d) => d.initiative.key === key)
  const [found, setRead] = useState<Read>()
  // A link from one initiative to the next leaves the page where it is.
  const read = found?.of === key ? found : undefined
  const [error, setError] = useState<unknown>()

  const reload = useCallback(async () => {
    try {
      const [initiative, [costs, gains, made, left, items]] = await Promise.all([
        data.store.byKey(initiatives, key),
        data.store.whereOf([costItems, benefits, decisions, trail, agendaItems], {
          column: 'initiative',
          value: key,
        }),
      ])
      setError(undefined)
      setRead({ of: key, initiative, costItems: costs, benefits: gains, decisions: made, trail: left, items })
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

  // What was there and is not any more may have been marked as confidential: nothing read before stays on the screen.
  const isKnown = known !== undefined
  const wasKnown = useRef(isKnown)
  useEffect(() => {
    if (wasKnown.current && !isKnown) void reload()
    wasKnown.current = isKnown
  }, [isKnown, reload])

  const saved = read?.initiative ?? known
  const initiative = useMeant(saved)
  const meantRows = useMeantRows(key)
  if (!initiative) return { missing: read !== undefined, error, reload }
  const shown = read ?? { costItems: [], benefits: [], decisions: [], trail: [], items: [] }
  const rows = {
    costItems: meantRows('costItems', shown.costItems),
    benefits: meantRows('benefits', shown.benefits),
  }
  const find = (one: string) => all.find((i) => i.key === one)
  const neededStages = waits.map((d) => ({ ...d, ...stageOfNeeded(d.needs, find) }))
  const preparation = {
    initiative,
    process: processOf(initiative, processes),
    tree,
    ...rows,
    dependencies: neededStages,
  }
  return {
    whole: {
      ...rows,
      decisions: shown.decisions,
      trail: shown.trail,
      atMeetings: waitingForMinutes(shown.items, key),
      initiative,
      complete: read !== undefined,
      preparation,
    },
    missing: false,
    error,
    reload,
  }
}

function merge(read: Read, done: Done, key: string): Read {
  if (read.of !== key) return read
  return {
    of: key,
    initiative: done.initiatives?.find((i) => i.key === key) ?? read.initiative,
    costItems: put(
      read.costItems,
      done.costItems?.filter((c) => c.initiative.key === key),
    ),
    benefits: put(
      read.benefits,
      done.benefits?.filter((b) => b.initiative.key === key),
    ),
    decisions: put(
      read.decisions,
      done.decisions?.filter((d) => d.initiative?.key === key),
    ),
    trail: put(
      read.trail,
      done.trail?.filter((entry) => entry.initiative.key === key),
    ),
    items: put(
      read.items,
      done.agendaItems?.filter((item) => item.initiative?.key === key),
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

/** Rows of the business case as the person meant them: with what has yet to reach the server. */
function useMeantRows(initiative: string) {
  const {
    session: { acting },
  } = useSession()
  const queue = useSyncExternalStore(acting.subscribe, acting.queue)
  return <T extends { key: string }>(list: string, saved: T[]): T[] =>
    queue.reduce((rows, { name, args }) => {
      const asked = args as { initiative?: string; list?: string; row?: string; values?: object }
      if (name !== 'saveRow' || asked.initiative !== initiative || asked.list !== list) return rows
      const before = rows.find(({ key }) => key === asked.row)
      const about = { id: '', version: '', key: asked.row, initiative: { key: initiative, title: '' } }
      const meant = { ...(before ?? about), ...asked.values } as unknown as T
      return [...rows.filter((row) => row !== before), meant]
    }, saved)
}
