/** Where a card may be put: shows, while one is in hand, whether a decision leads here. */
import { type ReactNode, useCallback, useSyncExternalStore } from 'react'
import type { Target } from '#src/rules/needs/funnel.ts'
import { useWords } from '../language.ts'
import { whatOf } from './Announcer.tsx'
import { leads, type Lift, type Lifted } from './lift.ts'
import styles from './Board.module.css'

/** How a place looks to the card in hand; empty when there is none, or it stands here. */
export function standingOf(held: Lifted | undefined, target: Target): string {
  if (!held) return ''
  const move = held.moves.get(target)
  const can = move?.kind === 'stays' ? 'home' : leads(move) ? 'can' : 'cannot'
  return held.over === target ? `${can} over` : can
}

export const useStanding = (lift: Lift, target: Target) =>
  useSyncExternalStore(
    lift.subscribe,
    useCallback(() => standingOf(lift.now(), target), [lift, target]),
  )

/** `label` names the place; the cells of a lane are named by the lane. */
export function Zone({
  lift,
  target,
  label,
  className,
  children,
}: {
  lift: Lift
  target: Target
  label: string
  className?: string | undefined
  children: ReactNode
}) {
  const words = useWords()
  const standing = useStanding(lift, target)
  const held = lift.now()
  return (
    <section aria-label={label} className={className} data-target={target} data-standing={standing}>
      {children}
      {held && standing.endsWith('over') && (
        <span className={styles.hintPlace} aria-hidden='true'>
          <span className={styles.hint}>{whatOf(held.moves.get(target), words)}</span>
        </span>
      )}
    </section>
  )
}
