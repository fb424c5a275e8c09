/** The board by single clicks, for those who can't drag: one on the handle lifts, one on a place drops (https://www.w3.org/WAI/WCAG22/Understanding/dragging-movements). */
import { type RefObject, useEffect } from 'react'
import type { Target } from '#src/rules/needs/funnel.ts'
import type { HeldBy, Lift } from './lift.ts'

export function useClicks(
  board: RefObject<HTMLElement | null>,
  lift: Lift,
  { take, drop }: { take: (key: string, by: HeldBy) => boolean; drop: (target: Target | undefined) => void },
) {
  useEffect(() => {
    const root = board.current
    if (!root) return undefined
    const onClick = (event: MouseEvent) => {
      const pressed = event.target as HTMLElement
      const handle = pressed.closest('[data-handle]')
      const held = lift.now()
      if (held?.by === 'click') {
        // The places below the board are buttons of their own.
        if (pressed.closest('button') && !handle) return
        event.preventDefault()
        event.stopPropagation()
        const target = pressed.closest<HTMLElement>('[data-target]')?.dataset.target as Target | undefined
        drop(target)
      } else if (handle) take(handle.closest<HTMLElement>('[data-card]')?.dataset.card ?? '', 'click')
    }
    root.addEventListener('click', onClick, { capture: true })
    return () => root.removeEventListener('click', onClick, { capture: true })
  }, [board, lift, take, drop])
}

/** The card in hand looks so where it stands. */
export function markLifted(root: HTMLElement | null, key: string | undefined) {
  root?.querySelector('[data-lifted]')?.removeAttribute('data-lifted')
  if (key) cardIn(root, key)?.setAttribute('data-lifted', '')
}

/** Wherever it has moved to, if it is shown. */
export const focusCard = (root: HTMLElement | null, key: string) =>
  cardIn(root, key)?.querySelector('a')?.focus()

const cardIn = (root: HTMLElement | null, key: string) =>
  root?.querySelector<HTMLElement>(`[data-card="${CSS.escape(key)}"]`)
