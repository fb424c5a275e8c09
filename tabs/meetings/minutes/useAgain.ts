/** Looks again for what the server does by itself soon after: freezing a text, making files. */
import { useEffect } from 'react'

const AGAIN_MS = 10_000

/** Reads again now and then while something is awaited and the page is in sight. */
export function useAgain(isWaiting: boolean, reload: () => Promise<void>) {
  useEffect(() => {
    if (!isWaiting) return
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void reload()
    }, AGAIN_MS)
    return () => clearInterval(timer)
  }, [isWaiting, reload])
}
