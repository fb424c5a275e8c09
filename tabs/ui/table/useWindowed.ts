/** Which lines of a scrolled list are in sight, all of one height; and how to bring one there. */
import { type RefObject, useLayoutEffect, useState } from 'react'

const OVERSCAN = 8
/** Drawn before the first measure: a screenful. */
const FIRST_FIT = 24
/** New rows are drawn a few at a time: fewer renders while scrolling. */
const STEP = 4

export interface Windowed {
  from: number
  /** The first that isn't drawn. */
  to: number
  /** How many whole lines are in sight. */
  page: () => number
  show: (line: number, where?: 'nearest' | 'center') => void
}

/** `headPx`: how much of the top is covered by a head that stays. */
export function useWindowed(
  scroller: RefObject<HTMLElement | null>,
  { count, heightPx, headPx }: { count: number; heightPx: number; headPx: number },
): Windowed {
  const [{ first, fit }, setSeen] = useState({ first: 0, fit: FIRST_FIT })
  useLayoutEffect(() => {
    const box = scroller.current
    if (!box) return
    const measure = () => {
      const next = {
        first: Math.floor(box.scrollTop / heightPx / STEP) * STEP,
        fit: Math.ceil(box.clientHeight / heightPx) + STEP,
      }
      setSeen((seen) => (seen.first === next.first && seen.fit === next.fit ? seen : next))
    }
    measure()
    box.addEventListener('scroll', measure, { passive: true })
    const resized = new ResizeObserver(measure)
    resized.observe(box)
    return () => {
      box.removeEventListener('scroll', measure)
      resized.disconnect()
    }
  }, [scroller, heightPx])

  const page = () => Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headPx) / heightPx) - 1)
  const show: Windowed['show'] = (line, where = 'nearest') => {
    const box = scroller.current
    if (!box) return
    const inside = box.clientHeight - headPx
    const top = line * heightPx
    if (where === 'center') box.scrollTo({ top: top - (inside - heightPx) / 2 })
    else if (top < box.scrollTop) box.scrollTo({ top })
    else if (top + heightPx > box.scrollTop + inside) box.scrollTo({ top: top + heightPx - inside })
  }
  const start = Math.min(first, Math.max(0, count - fit))
  return { from: Math.max(0, start - OVERSCAN), to: Math.min(count, start + fit + OVERSCAN), page, show }
}
