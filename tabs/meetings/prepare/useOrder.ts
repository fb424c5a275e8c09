/** The order of the agenda while somebody moves its items: shown at once, saved when the moving has stopped. */
import { useEffect, useMemo, useRef, useState } from 'react'
import type { AgendaItem } from '#src/lists/meetings.ts'
import type { Asking } from '../useAsk.ts'

/** Between two moves of the same item: one order is saved for all of them. */
const PAUSE_MS = 600

export interface Order {
  /** In the order that was meant. */
  shown: readonly AgendaItem[]
  /** `to`: its place from 0. */
  move: (key: string, to: number) => void
}

export function useOrder(items: readonly AgendaItem[], meeting: string, ask: Asking['ask']): Order {
  const [meant, setMeant] = useState<readonly string[]>()
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; save: () => void }>(undefined)
  const shown = useMemo(() => {
    if (!meant) return items
    const at = new Map(meant.map((key, i) => [key, i]))
    // What came meanwhile stays where it came.
    return items.toSorted((a, b) => (at.get(a.key) ?? Infinity) - (at.get(b.key) ?? Infinity))
  }, [items, meant])
  useEffect(
    () => () => {
      // Leaving the page saves what was moved last.
      const last = waiting.current
      if (!last) return
      clearTimeout(last.timer)
      last.save()
    },
    [],
  )
  const move = (key: string, to: number) => {
    const keys = shown.map((item) => item.key)
    const from = keys.indexOf(key)
    if (from < 0 || to < 0 || to >= keys.length || from === to) return
    keys.splice(to, 0, ...keys.splice(from, 1))
    setMeant(keys)
    clearTimeout(waiting.current?.timer)
    const save = () => {
      waiting.current = undefined
      void ask('orderAgenda', { meeting, items: keys }).then(() =>
        // Unless it was moved again meanwhile, the answer is the order.
        setMeant((now) => (now === keys ? undefined : now)),
      )
    }
    waiting.current = { timer: setTimeout(save, PAUSE_MS), save }
  }
  return { shown, move }
}
