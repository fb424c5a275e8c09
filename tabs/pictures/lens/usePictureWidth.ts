/** How wide a picture may be drawn in its frame: the room of the page without what the frame itself takes. */
import type { RefObject } from 'react'
import { useWidth } from '../../ui/picture/useWidth.ts'

const NARROW = 610

/** Edge, padding, and what is left for the focus of a mark at the side. */
export function usePictureWidth(around: RefObject<HTMLElement | null>): number {
  const room = useWidth(around)
  return Math.max(200, room - (room < NARROW ? 22 : 38))
}
