/** Where something that is lifted in the order would stand: above whom, and at what rank. */
import type { MovedByHand } from '#src/lists/prioritising.ts'
import { applyMoves } from '#src/rules/prioritising/workingOrder.ts'

export type Lifted = Omit<MovedByHand, 'reason'>
type Line = { initiative: { key: string } }

/** At a place from 0 in the order with it there. */
export function targetOf(lines: readonly Line[], key: string, place: number): Lifted {
  const others = lines.filter(({ initiative }) => initiative.key !== key)
  const at = Math.max(0, Math.min(place, others.length))
  const before = others[at]?.initiative.key
  return { initiative: key, rank: at + 1, ...(before !== undefined && { before }) }
}

/** Some places up or down from where it is held; nothing past the ends. */
export function stepFrom(lines: readonly Line[], lifted: Lifted, by: number): Lifted | undefined {
  const now = applyMoves(lines, [{ ...lifted, reason: '' }])
  const place = now.findIndex(({ initiative }) => initiative.key === lifted.initiative) + by
  return place < 0 || place >= now.length ? undefined : targetOf(lines, lifted.initiative, place)
}
