/** How long the meeting has been at each item, counted while it is open and kept in the browser. Machine time, not the business day. */
import { useEffect, useRef, useState } from 'react'
import { useSession } from '../../context.ts'

const TICK_MS = 1000
/** A sleeping computer isn't talking about the item. */
const MOST_STEP_MS = 60_000

/** Milliseconds by item. */
export function useItemTimes(
  meeting: string,
  item: string | undefined,
  running: boolean,
): Readonly<Record<string, number>> {
  const { session } = useSession()
  const { cache } = session.data
  const name = `times/${meeting}`
  const [times, setTimes] = useState<Readonly<Record<string, number>>>({})
  const latest = useRef(times)
  useEffect(() => {
    cache.kept<Record<string, number>>(name).then(
      (kept) => {
        latest.current = { ...kept, ...latest.current }
        setTimes(latest.current)
      },
      () => undefined,
    )
  }, [cache, name])
  useEffect(() => {
    if (!running || item === undefined) return
    let last = performance.now()
    const timer = setInterval(() => {
      const now = performance.now()
      const step = Math.min(now - last, MOST_STEP_MS)
      last = now
      latest.current = { ...latest.current, [item]: (latest.current[item] ?? 0) + step }
      setTimes(latest.current)
    }, TICK_MS)
    return () => {
      clearInterval(timer)
      cache.keep(name, latest.current).catch(() => undefined)
    }
  }, [cache, name, item, running])
  return times
}
