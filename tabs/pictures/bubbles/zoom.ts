/** How far a picture is zoomed and panned: kept beside React, so that a hand that moves it makes nobody draw it anew. */
import { useSyncExternalStore } from 'react'
import type { Box } from './place.ts'

/** A point of the picture is drawn at `x * k + left`. */
export interface View {
  k: number
  left: number
  top: number
}

const MOST = 40
const whole: View = { k: 1, left: 0, top: 0 }

export type Zoom = ReturnType<typeof createZoom>

/** Two views: the one that is seen now, and the one that was seen when the hand last rested, which the marks are drawn for. */
export function createZoom() {
  let view = whole
  let rested = whole
  const listeners = new Set<() => void>()
  const tell = () => listeners.forEach((listener) => listener())
  const set = (next: View, { width, height }: Box) => {
    const k = Math.min(MOST, Math.max(1, next.k))
    // What is drawn always fills the frame.
    const within = (value: number, size: number) => Math.min(0, Math.max(size * (1 - k), value))
    view = { k, left: within(next.left, width), top: within(next.top, height) }
  }
  const rest = () => {
    rested = view
    tell()
  }
  const about = (factor: number, at: { x: number; y: number }): View => {
    const k = Math.min(MOST, Math.max(1, view.k * factor))
    const by = k / view.k
    return { k, left: at.x - (at.x - view.left) * by, top: at.y - (at.y - view.top) * by }
  }
  const moved = (x: number, y: number): View => ({ ...view, left: view.left + x, top: view.top + y })
  return {
    now: () => view,
    rested: () => rested,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    /** While a hand moves it; `rest` when it lets go. */
    drag: (x: number, y: number, box: Box) => {
      set(moved(x, y), box)
      tell()
    },
    /** While a wheel turns, about a point of the frame, which stays where it is; `rest` when it stops. */
    wheel: (factor: number, box: Box, at: { x: number; y: number }) => {
      set(about(factor, at), box)
      tell()
    },
    rest,
    panBy: (x: number, y: number, box: Box) => {
      set(moved(x, y), box)
      rest()
    },
    zoomBy: (factor: number, box: Box) => {
      set(about(factor, { x: box.width / 2, y: box.height / 2 }), box)
      rest()
    },
    all: (box: Box) => {
      set(whole, box)
      rest()
    },
    /** Brings a point into the middle when it is out of sight. */
    show: ({ x, y }: { x: number; y: number }, box: Box) => {
      const [left, top] = [x * view.k + view.left, y * view.k + view.top]
      if (left >= 0 && left <= box.width && top >= 0 && top <= box.height) return
      set({ ...view, left: box.width / 2 - x * view.k, top: box.height / 2 - y * view.k }, box)
      rest()
    },
  }
}

export const useView = (zoom: Zoom): View => useSyncExternalStore(zoom.subscribe, zoom.now)
export const useRested = (zoom: Zoom): View => useSyncExternalStore(zoom.subscribe, zoom.rested)
