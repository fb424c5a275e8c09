/** Says when Hem is shown, so that what comes late doesn't push away what somebody is about to press. */
import { useEffect, useState } from 'react'

/** So long the page waits for what is on its way, when the lists are there. */
const HOLD_MS = 1000

export interface Settled {
  /** Whether what meetings ask was there in time to stand first; what comes later stands last. */
  meetings: boolean
}

/**
 * When every part has something to show, be it what the last visit left (`isDrawn`), and what nobody remembers has `arrived`;
 * or when it has taken too long. Then the page stays as it is.
 */
export function useSettled(
  isThere: boolean,
  { isDrawn, arrived, meetings }: { isDrawn: boolean; arrived: boolean; meetings: boolean },
): Settled | undefined {
  const [tooLong, setTooLong] = useState(false)
  const [settled, setSettled] = useState<Settled>()
  useEffect(() => {
    if (!isThere) return
    const timer = setTimeout(() => setTooLong(true), HOLD_MS)
    return () => clearTimeout(timer)
  }, [isThere])
  if (settled === undefined && isThere && ((isDrawn && arrived) || tooLong)) {
    setSettled({ meetings })
    return { meetings }
  }
  return settled
}
