/** How wide a part of the page is, now and when the window changes. */
import { type RefObject, useLayoutEffect, useState } from 'react'

/** `first`: before it has been measured. */
export function useWidth(element: RefObject<HTMLElement | null>, first = 960): number {
  const [width, setWidth] = useState(first)
  useLayoutEffect(() => {
    const box = element.current
    if (!box) return
    const measure = () => setWidth(Math.floor(box.clientWidth))
    measure()
    const resized = new ResizeObserver(measure)
    resized.observe(box)
    return () => resized.disconnect()
  }, [element])
  return width
}
