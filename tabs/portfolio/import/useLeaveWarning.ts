/** Asks before the tab is closed in the middle of many rows: what is done stays done, the rest would be left. */
import { useEffect } from 'react'

export function useLeaveWarning(on: boolean) {
  useEffect(() => {
    if (on) return warnOfLeaving()
    return undefined
  }, [on])
}

/** Until what it answers is called. */
export function warnOfLeaving(): () => void {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault()
  window.addEventListener('beforeunload', ask)
  return () => window.removeEventListener('beforeunload', ask)
}
