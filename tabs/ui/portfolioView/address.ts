/** Search, filters, sorting, columns and groups as they stand in the address, so that a link shows the same table. */
import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'wouter'
import { type ColumnName, isColumn } from './columns.ts'
import { type Folded, type Grouping, groupings, nothingFolded } from './folded.ts'
import type { Sorting } from './sorting.ts'
import { type Facet, facets, type Filters } from './view.ts'

export interface TableState {
  search: string
  filters: Filters
  sorting: Sorting
  /** `undefined`: what is shown until somebody chooses. */
  columns: readonly ColumnName[] | undefined
  group: Grouping | undefined
  folded: Folded
}

/** Stands first among the folded ones when all are folded but those. */
const ALL = '*'

export type Change = (next: Partial<TableState>) => void

export function useTableState(): [TableState, Change] {
  const [params, setParams] = useSearchParams()
  const state = useMemo(() => readState(params), [params])
  const change = useCallback(
    (next: Partial<TableState>) => {
      setParams((before) => writeState(before, { ...readState(before), ...next }), { replace: true })
    },
    [setParams],
  )
  return [state, change]
}

export function readState(params: URLSearchParams): TableState {
  const by = params.get('sort')?.replace(/^-/, '') ?? ''
  const columns = columnsIn(params.get('cols') ?? '')
  const [first, ...rest] = params.getAll('fold')
  return {
    search: params.get('q') ?? '',
    filters: filtersIn(params),
    sorting: isColumn(by)
      ? { by, down: params.get('sort')?.startsWith('-') ?? false }
      : { by: 'number', down: false },
    columns: columns.length > 0 ? columns : undefined,
    group: groupings.find((one) => one === params.get('group')),
    folded:
      first === undefined
        ? nothingFolded
        : first === ALL
          ? { all: true, but: rest }
          : { all: false, but: [first, ...rest] },
  }
}

let filtered: { text: string; filters: Filters } = { text: '', filters: {} }
/** The same filters for the same address: what is worked out for them is not worked out again when something else there changes. */
function filtersIn(params: URLSearchParams): Filters {
  const chosen = facets.flatMap((facet) => {
    const value = params.get(facet)
    return value ? [[facet, value] as const] : []
  })
  const text = JSON.stringify(chosen)
  if (filtered.text !== text) filtered = { text, filters: Object.fromEntries(chosen) }
  return filtered.filters
}

let last: { text: string; columns: ColumnName[] } = { text: '', columns: [] }
/** The same list for the same address, so that a keystroke in the search draws no row anew. */
function columnsIn(text: string): readonly ColumnName[] {
  if (last.text !== text) last = { text, columns: [...new Set(text.split(',').filter(isColumn))] }
  return last.columns
}

export function writeState(before: URLSearchParams, state: TableState): URLSearchParams {
  const { search, filters, sorting, columns, group, folded } = state
  const params = new URLSearchParams(before)
  const put = (name: string, value: string | undefined) =>
    value ? params.set(name, value) : params.delete(name)
  put('q', search)
  facets.forEach((facet: Facet) => put(facet, filters[facet]))
  const standard = sorting.by === 'number' && !sorting.down
  put('sort', standard ? undefined : `${sorting.down ? '-' : ''}${sorting.by}`)
  put('cols', columns?.join(','))
  put('group', group)
  params.delete('fold')
  if (group) for (const key of folded.all ? [ALL, ...folded.but] : folded.but) params.append('fold', key)
  return params
}
