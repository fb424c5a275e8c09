/** How far a picture is zoomed and panned: kept beside React, so that a pan draws axes and nothing more. */
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

export function createZoom() {
  let view = whole
  const listeners = new Set<() => void>()
  const set = (next: View, { width, height }: Box) => {
    const k = Math.min(MOST, Math.max(1, next.k))
    // What is drawn always fills the frame.
    const within = (value: number, size: number) => Math.min(0, Math.max(size * (1 - k), value))
    view = { k, left: within(next.left, width), top: within(next.top, height) }
    listeners.forEach((listener) => listener())
  }
  return {
    now: () => view,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    panBy: (x: number, y: number, box: Box) => set({ ...view, left: view.left + x, top: view.top + y }, box),
    /** About a point of the frame, which stays where it is. */
    zoomBy: (factor: number, box: Box, at = { x: box.width / 2, y: box.height / 2 }) => {
      const k = Math.min(MOST, Math.max(1, view.k * factor))
      const by = k / view.k
      set({ k, left: at.x - (at.x - view.left) * by, top: at.y - (at.y - view.top) * by }, box)
    },
    all: (box: Box) => set(whole, box),
    /** Brings a point into the middle when it is out of sight. */
    show: ({ x, y }: { x: number; y: number }, box: Box) => {
      const [left, top] = [x * view.k + view.left, y * view.k + view.top]
      if (left >= 0 && left <= box.width && top >= 0 && top <= box.height) return
      set({ ...view, left: box.width / 2 - x * view.k, top: box.height / 2 - y * view.k }, box)
    },
  }
}

export const useView = (zoom: Zoom): View => useSyncExternalStore(zoom.subscribe, zoom.now)
