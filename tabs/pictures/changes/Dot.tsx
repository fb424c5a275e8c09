/** A change as a dot; with a plus where it stands for more than there is room for. */
import { type ChangeKind, changeKinds } from '#src/rules/pictures/changesBetween.ts'
import { mark } from '../../ui/picture/mark.ts'
import { seriesFill } from '../../ui/picture/Patterns.tsx'
import type { Placed } from './lanes.ts'

export const R = 6
export const PATTERNS = 'changes'

export function Dot<T>({ one, label, kind }: { one: Placed<T>; label: string; kind: ChangeKind }) {
  if (one.rest)
    return (
      <g {...mark(one.key, label)} role='button'>
        <Plus x={one.x} y={one.y} />
      </g>
    )
  return (
    <circle
      {...mark(one.key, label)}
      cx={one.x}
      cy={one.y}
      r={R - 0.5}
      fill={seriesFill(PATTERNS, changeKinds.indexOf(kind))}
      stroke='var(--paper)'
    />
  )
}

/** The sign of more; the legend shows it too. */
export const Plus = ({ x, y }: { x: number; y: number }) => (
  <>
    <circle cx={x} cy={y} r={R - 1} fill='var(--paper)' stroke='var(--ink)' />
    <path d={`M${x - 3} ${y}h6M${x} ${y - 3}v6`} stroke='var(--ink)' strokeWidth={1.5} />
  </>
)
