/** A small value of the page that survives its closing, kept in the browser. */
import { useCallback, useEffect, useState } from 'react'
import { useSession } from '../context.ts'

/** `undefined` until it has been read, or when nothing is kept; what is said meanwhile stands. */
export function useKept<T>(name: string): readonly [T | undefined, (value: T | undefined) => void] {
  const { session } = useSession()
  const { cache } = session.data
  const [held, setHeld] = useState<{ name: string; value: T | undefined; said: boolean }>()
  useEffect(() => {
    let gone = false
    cache.kept<T>(name).then(
      (value) => {
        if (!gone) setHeld((now) => (now?.name === name && now.said ? now : { name, value, said: false }))
      },
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [cache, name])
  const say = useCallback(
    (value: T | undefined) => {
      setHeld({ name, value, said: true })
      // Without storage it lives as long as the page does.
      const kept = value === undefined ? cache.drop(name) : cache.keep(name, value)
      kept.catch(() => undefined)
    },
    [cache, name],
  )
  return [held?.name === name ? held.value : undefined, say]
}
