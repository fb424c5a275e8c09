/** What the address says of a picture: whether its table is shown; and what a page that is opened from it needs for the way back. */
import { useMemo } from 'react'
import { useLocation, useSearch, useSearchParams } from 'wouter'

/** Picture or table, in the address. */
export function useTwin(): [boolean, (twin: boolean) => void] {
  const [params, setParams] = useSearchParams()
  const set = (twin: boolean) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        if (twin) next.set('as', 'table')
        else next.delete('as')
        return next
      },
      { replace: true },
    )
  return [params.get('as') === 'table', set]
}

/** What a page that is opened from here needs for its way back. */
export function useLeft() {
  const from = useSearch()
  const [page] = useLocation()
  return useMemo(() => ({ from, page }), [from, page])
}
