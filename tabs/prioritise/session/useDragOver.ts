/** Tells which row of a list something is dragged over, by its place from 0. */
import { type RefObject, useEffect, useRef } from 'react'

export function useDragOver(
  list: RefObject<HTMLElement | null>,
  isOn: boolean,
  over: (place: number) => void,
) {
  const latest = useRef(over)
  useEffect(() => {
    latest.current = over
  })
  useEffect(() => {
    const element = list.current
    if (!element || !isOn) return
    const row = (event: DragEvent) => {
      const at = event.target instanceof Element ? event.target.closest('li') : null
      const place = at ? [...element.children].indexOf(at) : -1
      // Only what may be dropped on fires `drop`; the reason is written first, so nothing happens by it.
      event.preventDefault()
      if (place >= 0) latest.current(place)
    }
    element.addEventListener('dragover', row)
    return () => element.removeEventListener('dragover', row)
  }, [list, isOn])
}
