/** Trying another time for an initiative, by its bar or by keys; nothing is saved by that. */
import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import { type Interval, movedBy } from '#src/rules/pictures/roadmap.ts'

export interface Attempt {
  key: string
  interval: Interval
}

export type Trying = ReturnType<typeof useTry>

/** Ctrl alone and Alt with an arrow belong to systems and browsers: desktops, and the way back. */
const partOf = ({ shiftKey, ctrlKey, metaKey }: KeyboardEvent) =>
  !shiftKey ? 'whole' : ctrlKey || metaKey ? 'start' : 'end'

/** `intervalOf`: the time an initiative has; `undefined` for what is no bar. */
export function useTry(intervalOf: (key: string) => Interval | undefined) {
  const [attempt, setAttempt] = useState<Attempt>()
  const [lifted, setLifted] = useState<string>()
  const latest = useRef({ attempt, intervalOf })
  useLayoutEffect(() => {
    latest.current = { attempt, intervalOf }
  })
  const cancel = useCallback(() => {
    setAttempt(undefined)
    setLifted(undefined)
  }, [])
  /** As it is tried, else as it is planned. */
  const timeOf = useCallback((key: string) => {
    const { attempt: tried, intervalOf: planned } = latest.current
    return tried?.key === key ? tried.interval : planned(key)
  }, [])
  const tryTime = useCallback((key: string, interval: Interval) => {
    setLifted(undefined)
    setAttempt({ key, interval })
  }, [])

  /** True when it took the key: Space takes hold of a bar and lets go, the arrows move it, Escape puts it back. */
  const keys = (event: KeyboardEvent, mark: string | undefined, done: () => void): boolean => {
    if (lifted === undefined) {
      const interval = event.key === ' ' && mark !== undefined ? timeOf(mark) : undefined
      if (!interval || mark === undefined) return false
      setLifted(mark)
      setAttempt({ key: mark, interval })
      return true
    }
    const interval = timeOf(lifted)
    const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0
    if (by !== 0 && interval) setAttempt({ key: lifted, interval: movedBy(interval, partOf(event), by) })
    else if (event.key === 'Escape') cancel()
    else if (event.key === 'Enter' || event.key === ' ') {
      setLifted(undefined)
      done()
    } else return event.key.startsWith('Arrow')
    return true
  }
  return { attempt, lifted, timeOf, tryTime, cancel, keys }
}
