/** How the road map is shown, as it stands in the address: from when, grouped by what, which groups are folded. */
import { useMemo } from 'react'
import { useSearchParams } from 'wouter'
import type { Day } from '#src/lists/columns.ts'
import { quarterIn, type QuarterNumber, quarterOfDay, quarterText } from '#src/rules/pictures/roadmap.ts'

export const QUARTERS = 12
/** By what initiatives stand together. */
export const groupings = ['portfolio', 'unit'] as const
export type Grouping = (typeof groupings)[number]

export interface RoadmapState {
  /** The first of the twelve quarters. */
  from: QuarterNumber
  by: Grouping
  folded: ReadonlySet<string>
}

/** Three years that begin with the year we are in. */
const firstOf = (today: Day): QuarterNumber => quarterOfDay(today) - (quarterOfDay(today) % 4)

/** The other pictures begin with a month or a day, by the same name in the address. */
const ownQuarter = (text: string | null) =>
  text && /^20\d\d-Q[1-4]$/.test(text) ? quarterIn(text, 'first') : undefined

export function readRoadmap(params: URLSearchParams, today: Day): RoadmapState {
  return {
    from: ownQuarter(params.get('from')) ?? firstOf(today),
    by: groupings.find((one) => one === params.get('by')) ?? 'portfolio',
    folded: new Set(params.getAll('fold')),
  }
}

export function writeRoadmap(before: URLSearchParams, state: RoadmapState, today: Day): URLSearchParams {
  const params = new URLSearchParams(before)
  if (state.from === firstOf(today)) params.delete('from')
  else params.set('from', quarterText(state.from))
  if (state.by === 'portfolio') params.delete('by')
  else params.set('by', state.by)
  params.delete('fold')
  for (const key of state.folded) params.append('fold', key)
  return params
}

export function useRoadmapState(today: Day): [RoadmapState, (next: Partial<RoadmapState>) => void] {
  const [params, setParams] = useSearchParams()
  const state = useMemo(() => readRoadmap(params, today), [params, today])
  const change = (next: Partial<RoadmapState>) =>
    setParams((before) => writeRoadmap(before, { ...readRoadmap(before, today), ...next }, today), {
      replace: true,
    })
  return [state, change]
}
