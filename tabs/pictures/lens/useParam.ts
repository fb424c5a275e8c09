/** Choices of a page as they stand in its address, beside search and filters. */
import { useCallback } from 'react'
import { useSearchParams } from 'wouter'

/** `undefined` takes it out of the address. */
export function useParam(
  name: string,
): readonly [value: string | undefined, put: (value: string | undefined) => void] {
  const [params, putAll] = useParams()
  const put = useCallback((value: string | undefined) => putAll({ [name]: value }), [name, putAll])
  return [params.get(name) ?? undefined, put]
}

/** Several at once: two changes one after the other would each start from the address as it was drawn. */
export function useParams(): readonly [
  params: URLSearchParams,
  put: (values: Record<string, string | undefined>) => void,
] {
  const [params, setParams] = useSearchParams()
  const put = useCallback(
    (values: Record<string, string | undefined>) =>
      setParams(
        (before) =>
          Object.entries(values).reduce((next, [name, value]) => withParam(next, name, value), before),
        { replace: true },
      ),
    [setParams],
  )
  return [params, put]
}

/** The same address with one choice changed. */
export function withParam(before: URLSearchParams, name: string, value: string | undefined): URLSearchParams {
  const next = new URLSearchParams(before)
  if (value === undefined || value === '') next.delete(name)
  else next.set(name, value)
  return next
}
