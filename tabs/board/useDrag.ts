/**
 * Drags a card with mouse, pen or finger by plain pointer events: the browser's own drag and drop has no touch
 * (https://developer.mozilla.org/docs/Web/API/HTML_Drag_and_Drop_API). Nothing is drawn by React while it moves.
 */
import { type RefObject, useEffect } from 'react'
import type { Target } from '#src/rules/needs/funnel.ts'
import type { Lift } from './lift.ts'

/** Less than this is a click with an unsteady hand. */
const SLACK_PX = 6
/** So near an edge the window scrolls along, this much each frame. */
const EDGE_PX = 48
const SCROLL_PX = 14

interface Drag {
  id: number
  card: HTMLElement
  at: { x: number; y: number }
  from: { x: number; y: number }
  ghost?: HTMLElement
  frame?: number
}

export function useDrag(
  board: RefObject<HTMLElement | null>,
  lift: Lift,
  { take, drop }: { take: (key: string) => boolean; drop: (target: Target | undefined) => void },
) {
  useEffect(() => {
    const root = board.current
    if (!root) return undefined
    let drag: Drag | undefined

    const down = (event: PointerEvent) => {
      const pressed = event.target as HTMLElement
      const card = pressed.closest<HTMLElement>('[data-card]')
      // A finger scrolls the page by the card, and moves it by the handle.
      const byHandle = pressed.closest('[data-handle]') !== null
      if (!card || event.button !== 0 || (event.pointerType !== 'mouse' && !byHandle)) return
      const at = { x: event.clientX, y: event.clientY }
      drag = { id: event.pointerId, card, at, from: at }
    }
    const move = (event: PointerEvent) => {
      if (!drag || event.pointerId !== drag.id) return
      drag.at = { x: event.clientX, y: event.clientY }
      const moved = Math.hypot(drag.at.x - drag.from.x, drag.at.y - drag.from.y)
      if (!drag.ghost && (moved < SLACK_PX || !begin(drag))) return
      event.preventDefault()
      drag.frame ??= requestAnimationFrame(draw)
    }
    const begin = (begun: Drag) => {
      if (!take(begun.card.dataset.card ?? '')) {
        drag = undefined
        return false
      }
      root.setPointerCapture(begun.id)
      begun.ghost = ghostOf(begun.card, begun.from)
      return true
    }
    const draw = () => {
      if (!drag?.ghost) return
      delete drag.frame
      const { at, ghost } = drag
      ghost.style.translate = `${at.x}px ${at.y}px`
      const under = document.elementFromPoint(at.x, at.y)?.closest<HTMLElement>('[data-target]')
      lift.over(under?.dataset.target as Target | undefined)
      const pull = at.y < EDGE_PX ? -SCROLL_PX : at.y > window.innerHeight - EDGE_PX ? SCROLL_PX : 0
      if (pull !== 0) {
        scrollerOf(root).scrollBy(0, pull)
        drag.frame = requestAnimationFrame(draw)
      }
    }
    const end = (target: Target | undefined) => {
      const was = drag
      drag = undefined
      if (was?.frame !== undefined) cancelAnimationFrame(was.frame)
      if (!was?.ghost) return
      was.ghost.remove()
      // The click that ends a drag opens nothing.
      const swallow = (event: Event) => {
        event.preventDefault()
        event.stopPropagation()
      }
      window.addEventListener('click', swallow, { capture: true, once: true })
      setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0)
      drop(target)
    }
    const up = (event: PointerEvent) => {
      if (!drag || event.pointerId !== drag.id) return
      const under = document
        .elementFromPoint(event.clientX, event.clientY)
        ?.closest<HTMLElement>('[data-target]')
      end(under?.dataset.target as Target | undefined)
    }
    const cancel = () => end(undefined)
    const escape = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && drag?.ghost) cancel()
    }
    // Links and pictures have a drag of their own.
    const noNative = (event: Event) => event.preventDefault()

    root.addEventListener('pointerdown', down)
    root.addEventListener('dragstart', noNative)
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', up)
    window.addEventListener('pointercancel', cancel)
    window.addEventListener('keydown', escape)
    return () => {
      cancel()
      root.removeEventListener('pointerdown', down)
      root.removeEventListener('dragstart', noNative)
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('pointercancel', cancel)
      window.removeEventListener('keydown', escape)
    }
  }, [board, lift, take, drop])
}

/** A picture of the card that follows the pointer, held where it was taken. */
function ghostOf(card: HTMLElement, from: { x: number; y: number }): HTMLElement {
  const { left, top, width } = card.getBoundingClientRect()
  const ghost = card.cloneNode(true) as HTMLElement
  delete ghost.dataset.card
  ghost.dataset.ghost = ''
  ghost.setAttribute('aria-hidden', 'true')
  ghost.inert = true
  Object.assign(ghost.style, {
    width: `${width}px`,
    left: `${left - from.x}px`,
    top: `${top - from.y}px`,
    translate: `${from.x}px ${from.y}px`,
  })
  // Inside the board, where the theme's colours reach.
  card.closest('[data-board]')?.append(ghost)
  return ghost
}

const scrollerOf = (root: HTMLElement) => root.querySelector<HTMLElement>('[data-scroller]') ?? root
