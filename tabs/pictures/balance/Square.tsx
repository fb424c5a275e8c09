/** A pair of values: how many and for how much; what nobody has placed has a broken edge. */
import type { Initiative } from '#src/lists/initiatives.ts'
import type { BalanceCell } from '#src/rules/pictures/balance.ts'
import { formatNumber } from '#src/text/format.ts'
import { useWords } from '../../language.ts'
import { mark } from '../../ui/picture/mark.ts'
import { krText } from './says.ts'

export function Square({
  id,
  label,
  cell,
  share,
  isUnknown,
  isChosen,
  x,
  y,
  width,
  height,
}: {
  id: string
  label: string
  cell: BalanceCell<Initiative>
  /** Of the largest square. */
  share: number
  isUnknown: boolean
  isChosen: boolean
  x: number
  y: number
  width: number
  height: number
}) {
  const words = useWords()
  const { locale } = words
  const frame = (
    <rect
      x={x}
      y={y}
      width={width}
      height={height}
      rx={3}
      fill='none'
      pointerEvents='all'
      stroke={isChosen ? 'var(--mark)' : 'var(--line)'}
      strokeWidth={isChosen ? 3 : 1}
      strokeDasharray={isUnknown ? '4 3' : undefined}
    />
  )
  if (cell.rows.length === 0) return frame
  return (
    <>
      <g {...mark(id, label)} role='button' aria-pressed={isChosen}>
        {frame}
        <rect
          x={x + 2}
          y={y + height - 7}
          width={Math.max(2, (width - 4) * share)}
          height={5}
          style={{ fill: isUnknown ? 'var(--axis)' : 'var(--series0)' }}
        />
      </g>
      {/* The label says it in full: what is seen is no part of the name. */}
      <g pointerEvents='none'>
        <text x={x + width / 2} y={y + 20} textAnchor='middle' fontSize={15} fontWeight={600}>
          {formatNumber(cell.rows.length, locale)}
        </text>
        <text x={x + width / 2} y={y + 36} textAnchor='middle' fontSize={11} style={{ fill: 'var(--soft)' }}>
          {krText(cell, words)}
        </text>
      </g>
    </>
  )
}

/** The sum of a row or a column, which leads nowhere. */
export function SumText({ cell, x, y }: { cell: BalanceCell<unknown>; x: number; y: number }) {
  const words = useWords()
  const { locale } = words
  return (
    <>
      <text x={x} y={y + 20} textAnchor='middle' fontSize={15} fontWeight={600}>
        {formatNumber(cell.rows.length, locale)}
      </text>
      <text x={x} y={y + 36} textAnchor='middle' fontSize={11} style={{ fill: 'var(--soft)' }}>
        {krText(cell, words)}
      </text>
    </>
  )
}
