/** One choice of a page as it stands in its address, beside search and filters. */
import { useCallback } from 'react'
import { useSearchParams } from 'wouter'

/** `undefined` takes it out of the address. */
export function useParam(
  name: string,
): readonly [value: string | undefined, put: (value: string | undefined) => void] {
  const [params, setParams] = useSearchParams()
  const put = useCallback(
    (value: string | undefined) => setParams((before) => withParam(before, name, value), { replace: true }),
    [name, setParams],
  )
  return [params.get(name) ?? undefined, put]
}

/** The same address with one choice changed. */
export function withParam(before: URLSearchParams, name: string, value: string | undefined) {
  const next = new URLSearchParams(before)
  if (value === undefined || value === '') next.delete(name)
  else next.set(name, value)
  return next
}
