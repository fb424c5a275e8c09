/** The card beside a mark: goes away when the pointer has left both, by Escape, and when the focus goes on. */
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { markOf } from './mark.ts'
import type { Held } from './useMarks.ts'
import styles from './Picture.module.css'

const GAP = 8
/** Long enough to reach the card from its mark. */
const LINGER_MS = 250

export function HoverCard({
  held,
  hold,
  within,
  children,
}: {
  held: Held
  hold: (held: Held | undefined) => void
  within: RefObject<HTMLElement | null>
  children: ReactNode
}) {
  const card = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState<{ left: number; top: number }>()
  useLayoutEffect(() => {
    const [room, own] = [within.current?.getBoundingClientRect(), card.current?.getBoundingClientRect()]
    if (!room || !own) return
    const { box } = held
    const right = box.right + GAP + own.width <= room.right
    const left = right ? box.right + GAP : Math.max(room.left, box.left - GAP - own.width)
    // Where neither side has room, below: a mark is never hidden by its own card.
    const covers = left < box.right && left + own.width > box.left
    const top = covers ? box.bottom + GAP : box.top + box.height / 2 - own.height / 2
    setAt({
      left: Math.max(0, Math.min(left, room.right - own.width) - room.left),
      top: Math.max(0, top - room.top),
    })
  }, [held, within])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const root = within.current
    const isNear = (target: EventTarget | null) =>
      markOf(target)?.dataset.mark === held.key ||
      (target instanceof Node && card.current?.contains(target) === true)
    const onOver = (event: Event) => {
      clearTimeout(timer)
      if (isNear(event.target)) return
      timer = setTimeout(() => {
        const focused = markOf(document.activeElement)
        hold(
          focused?.matches(':focus-visible') && focused.dataset.mark !== held.key
            ? { key: focused.dataset.mark ?? '', box: focused.getBoundingClientRect() }
            : focused?.matches(':focus-visible')
              ? held
              : undefined,
        )
      }, LINGER_MS)
    }
    const onOut = (event: FocusEvent) => {
      if (!markOf(event.relatedTarget)) hold(undefined)
    }
    const onEscape = (event: KeyboardEvent) => event.key === 'Escape' && hold(undefined)
    document.addEventListener('pointerover', onOver)
    document.addEventListener('keydown', onEscape)
    root?.addEventListener('focusout', onOut)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('pointerover', onOver)
      document.removeEventListener('keydown', onEscape)
      root?.removeEventListener('focusout', onOut)
    }
  }, [held, hold, within])
  return (
    <div
      ref={card}
      aria-hidden='true'
      className={`${styles.card} no-print`}
      style={at ? { left: at.left, top: at.top } : { visibility: 'hidden' }}
    >
      {children}
    </div>
  )
}
