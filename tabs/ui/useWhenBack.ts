/** What couldn't be read is read again as soon as the net is back: an old failure isn't left standing. */
import { useEffect } from 'react'

/** `reload` must keep its identity between renders (`useCallback`). */
export function useWhenBack(error: unknown, reload: () => unknown) {
  const failed = error !== undefined
  useEffect(() => {
    if (!failed) return
    const again = () => void reload()
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [failed, reload])
}
