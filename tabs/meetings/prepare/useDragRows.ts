/** Drags a row of a list by its handle, with mouse, pen or finger, by plain pointer events. */
import type { PointerEvent as Pressed } from 'react'
import { useRef } from 'react'

/** `rows`: the elements of the list in their order. `move`: the row is to stand at a place, from 0. */
export function useDragRows(rows: () => readonly HTMLElement[], move: (key: string, to: number) => void) {
  const held = useRef<string>(undefined)
  const stop = () => {
    held.current = undefined
  }
  /** For the handle of a row. */
  return (key: string) => ({
    onPointerDown: (event: Pressed<HTMLElement>) => {
      if (event.button !== 0) return
      event.preventDefault()
      event.currentTarget.setPointerCapture(event.pointerId)
      held.current = key
    },
    onPointerMove: (event: Pressed<HTMLElement>) => {
      if (held.current !== key) return
      const all = rows()
      const from = all.findIndex((row) => row.dataset.item === key)
      const to = placeAt(all, from, event.clientY)
      if (to !== from) move(key, to)
    },
    onPointerUp: stop,
    onPointerCancel: stop,
  })
}

/** The place of the row that the pointer has passed the middle of. */
function placeAt(rows: readonly HTMLElement[], from: number, y: number): number {
  const middle = (row: HTMLElement) => {
    const { top, height } = row.getBoundingClientRect()
    return top + height / 2
  }
  let to = from
  for (let i = from - 1; i >= 0; i--) {
    const row = rows[i]
    if (!row || y > middle(row)) break
    to = i
  }
  for (let i = from + 1; i < rows.length; i++) {
    const row = rows[i]
    if (!row || y < middle(row)) break
    to = i
  }
  return to
}
