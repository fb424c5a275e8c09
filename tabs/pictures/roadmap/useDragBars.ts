/** Dragging a bar of the road map, or an end of it, a quarter at a time: by pointer, pen or finger. */
import { type RefObject, useEffect } from 'react'
import { type Interval, movedBy } from '#src/rules/pictures/roadmap.ts'
import { markOf } from '../../ui/picture/mark.ts'
import type { Trying } from './useTry.ts'

/** How near an end of a bar one takes hold of the end; a finger is broader. */
const EDGE = { mouse: 7, pen: 10, touch: 16 } as const
/** Of a short bar the ends leave the middle to take hold of. */
const MOST_OF_BAR = 0.3
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
    // A finger scrolls up and down, and sideways it moves a bar. Of the whole: Chromium doesn't ask the parts of an SVG.
    const drawn = box.querySelector<HTMLElement>('[role=group]')
    if (drawn) drawn.style.touchAction = 'pan-y pinch-zoom'
    let held:
      | {
          key: string
          pointer: number
          part: 'whole' | 'start' | 'end'
          x: number
          from: Interval
          by: number
        }
      | undefined
    const onDown = (event: PointerEvent) => {
      const element = markOf(event.target)
      const key = element?.dataset.mark
      const from = key === undefined ? undefined : timeOf(key)
      if (!element || key === undefined || !from || event.button !== 0 || held) return
      const bar = element.querySelector('[data-bar]')?.getBoundingClientRect()
      if (!bar || event.clientX < bar.left || event.clientX > bar.right) return
      const kind = event.pointerType === 'touch' || event.pointerType === 'pen' ? event.pointerType : 'mouse'
      const edge = Math.min(EDGE[kind], bar.width * MOST_OF_BAR)
      const [nearStart, nearEnd] = [event.clientX < bar.left + edge, event.clientX > bar.right - edge]
      const part = nearEnd ? 'end' : nearStart ? 'start' : 'whole'
      held = { key, pointer: event.pointerId, part, x: event.clientX, from, by: 0 }
      event.preventDefault()
      element.focus({ preventScroll: true })
    }
    const onMove = (event: PointerEvent) => {
      if (held?.pointer !== event.pointerId) return
      const by = Math.round((event.clientX - held.x) / quarterPx)
      if (by === held.by) return
      held.by = by
      tryTime(held.key, movedBy(held.from, held.part, by))
    }
    const onUp = (event: PointerEvent) => {
      if (held?.pointer !== event.pointerId) return
      if (Math.abs(event.clientX - held.x) > SLACK) {
        box.addEventListener('click', swallow, { capture: true, once: true })
        setTimeout(() => box.removeEventListener('click', swallow, { capture: true }))
      }
      held = undefined
    }
    // The finger went on up or down, and the browser scrolls: the bar stays where it was.
    const onLost = (event: PointerEvent) => {
      if (held?.pointer !== event.pointerId) return
      if (held.by !== 0) tryTime(held.key, held.from)
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
    document.addEventListener('pointercancel', onLost)
    document.addEventListener('keydown', onKey)
    return () => {
      box.removeEventListener('pointerdown', onDown)
      document.removeEventListener('pointermove', onMove)
      document.removeEventListener('pointerup', onUp)
      document.removeEventListener('pointercancel', onLost)
      document.removeEventListener('keydown', onKey)
    }
  }, [scroller, timeOf, tryTime, cancel, quarterPx])
}

const swallow = (event: Event) => {
  event.preventDefault()
  event.stopPropagation()
}
