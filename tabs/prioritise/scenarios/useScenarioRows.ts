/** Everything a forum's scenarios are reckoned from, read once for the page. */
import { useCallback, useMemo } from 'react'
import type { ListReader } from '#src/graph/listReader.ts'
import { scoresOf } from '#src/graph/manyRows.ts'
import { corridors, type Corridor } from '#src/lists/balance.ts'
import { costItems, dependencies } from '#src/lists/businessCase.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { type Forum, forums, mandates, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { criteria, frameYears, resources, type Scenario, scenarios } from '#src/lists/prioritising.ts'
import { receptions } from '#src/lists/receptions.ts'
import { candidatesOf, portfoliosOf } from '#src/rules/prioritising/candidates.ts'
import { totalsFor, weighingForums } from '#src/rules/prioritising/forumTotals.ts'
import type { ProblemRows } from '#src/rules/prioritising/selectionProblem.ts'
import { treeOf } from '#src/rules/organisation/tree.ts'
import { isWorkingOrder } from '#src/rules/prioritising/workingOrder.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import { useRead } from '../../ui/useRead.ts'

export interface ScenarioRows {
  rows: ProblemRows
  /** Mine, and those shared in the forum. */
  saved: readonly Scenario[]
  /** Shares the forum wants kept. */
  wanted: readonly Corridor[]
}

/** `now` is undefined until all of it has come. */
export function useScenarioRows(forum: Pick<Forum, 'key'>): {
  now: ScenarioRows | undefined
  error: unknown
  reload: () => void
} {
  const { session } = useSession()
  const { data, person } = session
  const all = useItems(data, initiatives)
  const waits = useItems(data, dependencies)
  const bodies = useItems(data, forums)
  const rights = useItems(data, mandates)
  const owned = useItems(data, portfolios)
  const places = useItems(data, units)
  const { key } = forum
  const governed = useMemo(
    () => portfoliosOf({ key }, { portfolios: owned, mandates: rights }),
    [key, owned, rights],
  )
  // As text, so that what is read keeps its identity while the same forums are asked for.
  const weighing = weighingForums(key, governed, owned).join('\n')
  const isWeighing = useCallback(
    (row: { forum: { key: string } }) => weighing.split('\n').includes(row.forum.key),
    [weighing],
  )
  const isOurs = useCallback((row: { forum: { key: string } }) => row.forum.key === key, [key])
  const weighed = useRead(
    'criteria',
    useCallback(
      async (store: ListReader) => {
        const [found] = await store.whereIn([
          { list: criteria, column: 'forum', values: weighing.split('\n') },
        ])
        return found
      },
      [weighing],
    ),
    isWeighing,
  )
  const given = useRead(
    'scores',
    useCallback((store: ListReader) => scoresOf(store, weighing.split('\n')), [weighing]),
    isWeighing,
  )
  const kept = useRead(
    'scenarios',
    useCallback((store: ListReader) => store.where(scenarios, { column: 'forum', value: key }), [key]),
    isOurs,
  )
  const shares = useRead(
    'corridors',
    useCallback((store: ListReader) => store.where(corridors, { column: 'forum', value: key }), [key]),
    isOurs,
  )
  const costs = useRead(
    'costItems',
    useCallback((store: ListReader) => store.all(costItems), []),
    always,
  )
  const frames = useRead(
    'frameYears',
    useCallback((store: ListReader) => store.all(frameYears), []),
    always,
  )
  const days = useRead(
    'resources',
    useCallback((store: ListReader) => store.all(resources), []),
    always,
  )
  const landing = useRead(
    'receptions',
    useCallback((store: ListReader) => store.all(receptions), []),
    always,
  )
  const reads = [weighed, given, kept, shares, costs, frames, days, landing]
  const rows = useMemo((): ProblemRows | undefined => {
    if (!weighed.rows || !given.rows || !costs.rows || !frames.rows || !days.rows || !landing.rows)
      return undefined
    const tree = treeOf(places)
    const candidates = candidatesOf(
      { key },
      { initiatives: all, portfolios: owned, forums: bodies, mandates: rights, tree },
    )
    return {
      candidates,
      portfolios: governed,
      isWhole: governed.length > 1 && governed.length === owned.filter(({ archived }) => !archived).length,
      costs: costs.rows,
      resources: days.rows,
      frames: frames.rows,
      dependencies: waits,
      receiving: { receptions: landing.rows, initiatives: all, tree },
      totals: totalsFor(
        key,
        candidates.map(({ initiative }) => initiative),
        { portfolios: owned, criteria: weighed.rows, scores: given.rows },
      ),
    }
  }, [
    key,
    all,
    owned,
    bodies,
    rights,
    places,
    governed,
    waits,
    weighed.rows,
    given.rows,
    costs.rows,
    frames.rows,
    days.rows,
    landing.rows,
  ])
  const saved = useMemo(
    () =>
      kept.rows
        ?.filter((one) => !isWorkingOrder(one) && (one.shared || one.by?.id === person.id))
        .toSorted((a, b) => a.on.localeCompare(b.on) || a.title.localeCompare(b.title, 'sv')),
    [kept.rows, person.id],
  )
  const now = useMemo(
    () =>
      rows &&
      saved &&
      shares.rows && {
        rows,
        saved,
        wanted: shares.rows,
      },
    [rows, saved, shares.rows],
  )
  return {
    now,
    error: reads.find(({ error }) => error !== undefined)?.error,
    reload: () => reads.forEach(({ reload }) => reload()),
  }
}

const always = () => true
