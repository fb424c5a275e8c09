/** Search, filters and sorting as they stand in the address, so that a link shows the same rows. */
import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'wouter'
import { type Facet, facets, type Filters, type SortColumn, sortColumns, type Sorting } from './view.ts'

export interface TableState {
  search: string
  filters: Filters
  sorting: Sorting
}

export function useTableState(): [TableState, (next: Partial<TableState>) => void] {
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
  const by = sortColumns.find((column) => column === params.get('sort')?.replace(/^-/, '')) ?? 'number'
  const filters = Object.fromEntries(
    facets.flatMap((facet) => (params.get(facet) ? [[facet, params.get(facet)]] : [])),
  ) as Filters
  return {
    search: params.get('q') ?? '',
    filters,
    sorting: { by, down: params.get('sort')?.startsWith('-') ?? false },
  }
}

export function writeState(
  before: URLSearchParams,
  { search, filters, sorting }: TableState,
): URLSearchParams {
  const params = new URLSearchParams(before)
  const put = (name: string, value: string | undefined) =>
    value ? params.set(name, value) : params.delete(name)
  put('q', search)
  facets.forEach((facet: Facet) => put(facet, filters[facet]))
  const standard = sorting.by === 'number' && !sorting.down
  put('sort', standard ? undefined : `${sorting.down ? '-' : ''}${sorting.by satisfies SortColumn}`)
  return params
}
