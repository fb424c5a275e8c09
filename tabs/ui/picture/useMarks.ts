/** The keyboard and the pointer among the marks of a picture: one tab stop, arrows between marks, Enter opens. */
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { rowLeftAt } from '../wayBack.ts'
import { markOf } from './mark.ts'
import { type MarkAt, markAfter } from './nearest.ts'

/** The mark that is pointed at or has the focus, and where it is on the screen. */
export interface Held {
  key: string
  box: DOMRect
}

export function useMarks(
  stage: RefObject<HTMLElement | null>,
  {
    marks,
    open,
    reveal,
    keys,
  }: {
    /** All marks, also those that aren't drawn just now. */
    marks: readonly MarkAt[]
    open: ((key: string) => void) | undefined
    /** Brings a mark into view, so that it is drawn. */
    reveal: ((key: string) => void) | undefined
    /** Keys of the picture's own; true when it took the key. */
    keys: ((event: KeyboardEvent, mark: string | undefined) => boolean) | undefined
  },
): { held: Held | undefined; hold: (held: Held | undefined) => void } {
  const [held, hold] = useState<Held>()
  // Back from what was opened: its mark is where one goes on.
  const [left] = useState(rowLeftAt)
  const current = useRef(left)
  const wanted = useRef(left)
  const latest = useRef({ marks, open, reveal, keys })
  useLayoutEffect(() => {
    latest.current = { marks, open, reveal, keys }
  })

  // One mark is reached by Tab, whatever is drawn anew.
  useLayoutEffect(() => {
    const root = stage.current
    if (!root) return
    const find = (key: string | undefined) =>
      key === undefined ? null : root.querySelector<SVGElement>(`[data-mark="${CSS.escape(key)}"]`)
    const keepOne = () => {
      const stop = find(current.current) ?? root.querySelector<SVGElement>('[data-mark]')
      for (const other of root.querySelectorAll('[data-mark][tabindex="0"]'))
        if (other !== stop) other.setAttribute('tabindex', '-1')
      stop?.setAttribute('tabindex', '0')
      const goal = find(wanted.current)
      if (!goal) return
      wanted.current = undefined
      goal.focus({ preventScroll: true })
    }
    keepOne()
    const drawn = new MutationObserver(keepOne)
    drawn.observe(root, { childList: true, subtree: true })
    return () => drawn.disconnect()
  }, [stage])

  useEffect(() => {
    const root = stage.current
    if (!root) return
    const go = (key: string) => {
      wanted.current = key
      latest.current.reveal?.(key)
      const drawn = root.querySelector<SVGElement>(`[data-mark="${CSS.escape(key)}"]`)
      if (!drawn) return
      wanted.current = undefined
      drawn.focus()
    }
    const onKey = (event: KeyboardEvent) => {
      const { marks: all, open: opens, keys: own } = latest.current
      const key = markOf(event.target)?.dataset.mark
      if (own?.(event, key)) return event.preventDefault()
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'Escape') return hold(undefined)
      if (event.key === 'Enter' && key !== undefined && opens) {
        event.preventDefault()
        return opens(key)
      }
      const next = markAfter(all, key ?? current.current, event.key)
      if (!next) return
      event.preventDefault()
      go(next.key)
    }
    const onFocus = (event: FocusEvent) => {
      const element = markOf(event.target)
      const key = element?.dataset.mark
      if (!element || key === undefined) return
      if (current.current !== key) {
        for (const other of root.querySelectorAll('[data-mark][tabindex="0"]'))
          other.setAttribute('tabindex', '-1')
        element.setAttribute('tabindex', '0')
        current.current = key
      }
      hold({ key, box: element.getBoundingClientRect() })
    }
    const onOver = (event: PointerEvent) => {
      const element = markOf(event.target)
      if (event.buttons === 0 && element?.dataset.mark !== undefined)
        hold({ key: element.dataset.mark, box: element.getBoundingClientRect() })
    }
    const onClick = (event: MouseEvent) => {
      const key = markOf(event.target)?.dataset.mark
      if (key !== undefined) latest.current.open?.(key)
    }
    const listeners = { keydown: onKey, focusin: onFocus, pointerover: onOver, click: onClick }
    for (const [name, listener] of Object.entries(listeners))
      root.addEventListener(name, listener as EventListener)
    return () => {
      for (const [name, listener] of Object.entries(listeners))
        root.removeEventListener(name, listener as EventListener)
    }
  }, [stage])
  return { held, hold }
}
