/** The board by keys: arrows move between cards, Space lifts; then arrows choose a place, Enter drops, Escape puts back. */
import { type RefObject, useEffect } from 'react'
import type { Target } from '#src/rules/needs/funnel.ts'
import type { Lift } from './lift.ts'

const forward = ['ArrowRight', 'ArrowDown']
const backward = ['ArrowLeft', 'ArrowUp']

export function useBoardKeys(
  board: RefObject<HTMLElement | null>,
  lift: Lift,
  {
    targets,
    take,
    drop,
    reach,
  }: {
    /** In the order arrows go through them. */
    targets: readonly Target[]
    take: (key: string) => boolean
    drop: (target: Target | undefined) => void
    /** A card got the focus. */
    reach: (key: string) => void
  },
) {
  useEffect(() => {
    const root = board.current
    if (!root) return undefined

    const choose = (step: number) => {
      const held = lift.now()
      if (!held) return
      const choices = targets.filter((target) => target !== 'reopen' || held.card.state !== 'active')
      const at = held.over ? choices.indexOf(held.over) : -1
      const next = choices[Math.min(Math.max(at + step, 0), choices.length - 1)]
      lift.over(next)
      root.querySelector(`[data-target="${next}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    }
    const whileHeld = (event: KeyboardEvent) => {
      if (forward.includes(event.key)) choose(1)
      else if (backward.includes(event.key)) choose(-1)
      else if (event.key === 'Enter' || event.key === ' ') drop(lift.now()?.over)
      else if (event.key === 'Escape') drop(undefined)
      else if (event.key === 'Tab') return drop(undefined)
      else return
      event.preventDefault()
      event.stopPropagation()
    }
    const onKey = (event: KeyboardEvent) => {
      const card = (event.target as HTMLElement).closest<HTMLElement>('[data-card]')
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (lift.now()?.by === 'keys') return whileHeld(event)
      if (event.key === 'Escape' && lift.now()) return drop(undefined)
      if (!card || !(event.target as HTMLElement).matches('a')) return
      if (event.key === ' ') {
        event.preventDefault()
        take(card.dataset.card ?? '')
        return
      }
      const next = neighbour(root, card, event.key)
      if (!next) return
      event.preventDefault()
      next.querySelector('a')?.focus()
      next.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    }
    const onFocus = (event: FocusEvent) => {
      const key = (event.target as HTMLElement).closest<HTMLElement>('[data-card]')?.dataset.card
      if (key) reach(key)
      if (lift.now()?.by === 'keys' && lift.now()?.card.key !== key) drop(undefined)
    }
    root.addEventListener('keydown', onKey)
    root.addEventListener('focusin', onFocus)
    return () => {
      root.removeEventListener('keydown', onKey)
      root.removeEventListener('focusin', onFocus)
    }
  }, [board, lift, targets, take, drop, reach])
}

/** The card that an arrow leads to: up and down within a stage, also past a lane; left and right to the nearest stage with cards. */
function neighbour(root: HTMLElement, card: HTMLElement, key: string): HTMLElement | undefined {
  const cardsIn = (within: ParentNode) => [...within.querySelectorAll<HTMLElement>('[data-card]')]
  const stage = root.querySelectorAll<HTMLElement>(`[data-card][data-stage="${card.dataset.stage}"]`)
  const column = [...stage]
  if (key === 'ArrowDown') return column[column.indexOf(card) + 1]
  if (key === 'ArrowUp') return column[column.indexOf(card) - 1]
  if (key === 'Home') return column[0]
  if (key === 'End') return column.at(-1)
  const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
  const cell = card.closest<HTMLElement>('[data-cell]')
  const lane = cell?.closest('[data-lane]')
  if (step === 0 || !cell || !lane) return undefined
  const cells = [...lane.querySelectorAll<HTMLElement>('[data-cell]')]
  const height = cardsIn(cell).indexOf(card)
  for (let at = cells.indexOf(cell) + step; cells[at]; at += step) {
    const there = cardsIn(cells[at] as HTMLElement)
    if (there.length > 0) return there[Math.min(height, there.length - 1)]
  }
  return undefined
}
