/** The bubbles on screen: a layer of their own over the axes, moved by the hand without being painted anew. */
import { useDeferredValue, useLayoutEffect, useRef } from 'react'
import { type Drawing, Marks, Names } from './Marks.tsx'
import { MARGIN } from './Plot.tsx'
import { usePan } from './usePan.ts'
import { useRested, type View, type Zoom } from './zoom.ts'
import styles from './Bubbles.module.css'

export function Layer({ drawing, zoom }: { drawing: Drawing; zoom: Zoom }) {
  const { bubbles, box } = drawing
  const frame = useRef<HTMLDivElement>(null)
  const layer = useRef<HTMLDivElement>(null)
  const rested = useRested(zoom)
  // To find room for names takes a while: the bubbles don't wait for them.
  const named = useDeferredValue<View | undefined>(rested, undefined)
  usePan(frame, zoom, box)
  // The marks are drawn for the view that rested; the hand is followed from there.
  useLayoutEffect(() => {
    const follow = () => {
      if (!frame.current || !layer.current) return
      const { k, left, top } = zoom.now()
      layer.current.style.transform = `translate(${left}px, ${top}px) scale(${k / rested.k})`
      // A finger moves what is zoomed; otherwise it scrolls the page.
      frame.current.style.touchAction = k > 1 ? 'none' : 'auto'
    }
    follow()
    return zoom.subscribe(follow)
  }, [zoom, rested])
  return (
    <div
      ref={frame}
      data-clip=''
      className={styles.frame}
      style={{ left: MARGIN.left, top: MARGIN.top, width: box.width, height: box.height }}
    >
      <div ref={layer} className={styles.layer}>
        <svg width={box.width * rested.k} height={box.height * rested.k}>
          <Marks drawing={drawing} k={rested.k} />
          {named === rested && <Names bubbles={bubbles} view={rested} box={box} />}
        </svg>
      </div>
    </div>
  )
}
