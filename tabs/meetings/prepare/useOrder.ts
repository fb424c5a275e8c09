/** The order of the agenda while somebody moves its items: shown at once, saved when the moving has stopped. */
import { type RefObject, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react'
import type { AgendaItem } from '#src/lists/meetings.ts'
import type { Asking } from '../useAsk.ts'

/** Between two moves of the same item: one order is saved for all of them. */
const PAUSE_MS = 600

/** Saves what was moved last, at once; resolves when the server has it, or the queue. What is sent is what is shown. */
export type Settle = () => Promise<void>

export interface Order {
  /** In the order that was meant. */
  shown: readonly AgendaItem[]
  /** `to`: its place from 0. */
  move: (key: string, to: number) => void
}

export function useOrder(
  items: readonly AgendaItem[],
  { meeting, ask, settle }: { meeting: string; ask: Asking['ask']; settle: RefObject<Settle | null> },
): Order {
  const [meant, setMeant] = useState<readonly string[]>()
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; save: () => void }>(undefined)
  const saving = useRef<Promise<unknown>>(undefined)
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
  useImperativeHandle(settle, () => async () => {
    clearTimeout(waiting.current?.timer)
    waiting.current?.save()
    await saving.current
  })
  const move = (key: string, to: number) => {
    const keys = shown.map((item) => item.key)
    const from = keys.indexOf(key)
    if (from < 0 || to < 0 || to >= keys.length || from === to) return
    keys.splice(to, 0, ...keys.splice(from, 1))
    setMeant(keys)
    clearTimeout(waiting.current?.timer)
    const save = () => {
      waiting.current = undefined
      saving.current = ask('orderAgenda', { meeting, items: keys }).then(() =>
        // Unless it was moved again meanwhile, the answer is the order.
        setMeant((now) => (now === keys ? undefined : now)),
      )
    }
    waiting.current = { timer: setTimeout(save, PAUSE_MS), save }
  }
  return { shown, move }
}
