/** Dragging and the wheel: pan and zoom of a picture, a frame at a time. */
import { type RefObject, useEffect } from 'react'
import type { Box } from './place.ts'
import type { Zoom } from './zoom.ts'

/** Shorter than this is a click. */
const SLACK = 4
const WHEEL = 0.002
/** The wheel has no end of its own. */
const REST_MS = 150

/** `frame`: what shows the part that is in sight; its upper left corner is where the view begins. */
export function usePan(frame: RefObject<HTMLElement | null>, zoom: Zoom, box: Box) {
  useEffect(() => {
    const element = frame.current
    if (!element) return
    let held: { id: number; x: number; y: number; moved: boolean } | undefined
    let [byX, byY, drawing] = [0, 0, 0]
    let resting: ReturnType<typeof setTimeout> | undefined
    const draw = () => {
      drawing = 0
      zoom.drag(byX, byY, box)
      byX = 0
      byY = 0
    }
    const onDown = (event: PointerEvent) => {
      // A finger scrolls the page, unless there is something to pan.
      if (event.button !== 0 || (event.pointerType === 'touch' && zoom.now().k === 1)) return
      held = { id: event.pointerId, x: event.clientX, y: event.clientY, moved: false }
    }
    const onMove = (event: PointerEvent) => {
      if (held?.id !== event.pointerId) return
      const [x, y] = [event.clientX - held.x, event.clientY - held.y]
      if (!held.moved && Math.hypot(x, y) < SLACK) return
      if (!held.moved) element.setPointerCapture(event.pointerId)
      held = { ...held, x: event.clientX, y: event.clientY, moved: true }
      byX += x
      byY += y
      drawing ||= requestAnimationFrame(draw)
    }
    const onUp = (event: PointerEvent) => {
      if (held?.id !== event.pointerId) return
      if (held.moved) {
        element.addEventListener('click', swallow, { capture: true, once: true })
        cancelAnimationFrame(drawing)
        draw()
        zoom.rest()
      }
      // A capture that ends elsewhere gives no click to swallow.
      setTimeout(() => element.removeEventListener('click', swallow, { capture: true }))
      held = undefined
    }
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      const corner = element.getBoundingClientRect()
      zoom.wheel(Math.exp(-event.deltaY * WHEEL), box, {
        x: event.clientX - corner.left,
        y: event.clientY - corner.top,
      })
      clearTimeout(resting)
      resting = setTimeout(zoom.rest, REST_MS)
    }
    element.addEventListener('pointerdown', onDown)
    element.addEventListener('pointermove', onMove)
    element.addEventListener('pointerup', onUp)
    element.addEventListener('pointercancel', onUp)
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => {
      cancelAnimationFrame(drawing)
      clearTimeout(resting)
      element.removeEventListener('pointerdown', onDown)
      element.removeEventListener('pointermove', onMove)
      element.removeEventListener('pointerup', onUp)
      element.removeEventListener('pointercancel', onUp)
      element.removeEventListener('wheel', onWheel)
    }
  }, [frame, zoom, box])
}

const swallow = (event: Event) => {
  event.preventDefault()
  event.stopPropagation()
}
