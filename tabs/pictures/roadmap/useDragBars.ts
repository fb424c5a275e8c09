/** Dragging a bar of the road map, or an end of it, a quarter at a time. */
import { type RefObject, useEffect } from 'react'
import { type Interval, movedBy } from '#src/rules/pictures/roadmap.ts'
import { markOf } from '../../ui/picture/mark.ts'
import type { Trying } from './useTry.ts'

/** How near an end of a bar one takes hold of the end. */
const EDGE = 7
/** Less is a click. */
const SLACK = 3

export function useDragBars(
  scroller: RefObject<HTMLElement | null>,
  { timeOf, tryTime, cancel }: Pick<Trying, 'timeOf' | 'tryTime' | 'cancel'>,
  quarterPx: number,
) {
  useEffect(() => {
    const box = scroller.current
    if (!box) return
    let held:
      | { key: string; part: 'whole' | 'start' | 'end'; x: number; from: Interval; by: number }
      | undefined
    const onDown = (event: PointerEvent) => {
      const element = markOf(event.target)
      const key = element?.dataset.mark
      const from = key === undefined ? undefined : timeOf(key)
      // A finger scrolls; the fields below give it a new time.
      if (!element || key === undefined || !from || event.button !== 0 || event.pointerType === 'touch')
        return
      const bar = element.querySelector('[data-bar]')?.getBoundingClientRect()
      if (!bar || event.clientX < bar.left || event.clientX > bar.right) return
      const [nearStart, nearEnd] = [event.clientX < bar.left + EDGE, event.clientX > bar.right - EDGE]
      held = { key, part: nearEnd ? 'end' : nearStart ? 'start' : 'whole', x: event.clientX, from, by: 0 }
      event.preventDefault()
      element.focus({ preventScroll: true })
    }
    const onMove = (event: PointerEvent) => {
      if (!held) return
      const by = Math.round((event.clientX - held.x) / quarterPx)
      if (by === held.by) return
      held.by = by
      tryTime(held.key, movedBy(held.from, held.part, by))
    }
    const onUp = (event: PointerEvent) => {
      if (held && Math.abs(event.clientX - held.x) > SLACK) {
        box.addEventListener('click', swallow, { capture: true, once: true })
        setTimeout(() => box.removeEventListener('click', swallow, { capture: true }))
      }
      held = undefined
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !held) return
      held = undefined
      cancel()
    }
    box.addEventListener('pointerdown', onDown)
    document.addEventListener('pointermove', onMove)
    document.addEventListener('pointerup', onUp)
    document.addEventListener('keydown', onKey)
    return () => {
      box.removeEventListener('pointerdown', onDown)
      document.removeEventListener('pointermove', onMove)
      document.removeEventListener('pointerup', onUp)
      document.removeEventListener('keydown', onKey)
    }
  }, [scroller, timeOf, tryTime, cancel, quarterPx])
}

const swallow = (event: Event) => {
  event.preventDefault()
  event.stopPropagation()
}
