/** A unit's month: filled as high as its room is used, hatched in red with how much it is too much. */
import type { MonthLoad, UnitLoad } from '#src/rules/pictures/unitLoad.ts'
import { formatNumber } from '#src/text/format.ts'
import { useWords } from '../../language.ts'
import { mark } from '../../ui/picture/mark.ts'
import { cellLabel } from './says.ts'
import { cellKey, type Column } from './windows.ts'

export const CELL_HEIGHT = 34

export function LoadCell({
  load,
  column,
  month,
  x,
  width,
  isChosen,
}: {
  load: UnitLoad
  column: Column
  month: MonthLoad
  x: number
  width: number
  isChosen: boolean
}) {
  const words = useWords()
  const { limitDays } = load
  const isOver = month.overDays > 0
  const share = limitDays ? Math.min(1, month.days / limitDays) : 0
  const level = limitDays === undefined ? (month.days > 0 ? 3 : 0) : share * (CELL_HEIGHT - 20)
  const frame = (
    <rect
      x={x}
      y={0.5}
      width={width}
      height={CELL_HEIGHT - 1}
      rx={2}
      pointerEvents='all'
      fill='none'
      stroke={isOver ? 'var(--bad)' : isChosen ? 'var(--mark)' : 'var(--line)'}
      strokeWidth={isChosen ? 3 : isOver ? 1.5 : 1}
      strokeDasharray={limitDays === undefined ? '3 3' : undefined}
    />
  )
  if (month.arrivals.length === 0) return frame
  return (
    <g
      {...mark(cellKey(load.unit.key, column.key), cellLabel(load, column, month, words))}
      role='button'
      aria-pressed={isChosen}
    >
      {frame}
      {isOver ? (
        <Overload x={x + 2} y={CELL_HEIGHT - 15} width={width - 4} height={13} />
      ) : (
        <rect
          x={x + 2}
          y={CELL_HEIGHT - 2 - level}
          width={width - 4}
          height={level}
          style={{ fill: limitDays === undefined ? 'var(--line)' : 'var(--series0)' }}
          opacity={0.75}
        />
      )}
      <text
        x={x + width / 2}
        y={14}
        textAnchor='middle'
        fontSize={12}
        fontWeight={isOver ? 700 : 400}
        style={isOver ? { fill: 'var(--bad)' } : undefined}
      >
        {isOver ? `+${formatNumber(month.overDays, words.locale)}` : formatNumber(month.days, words.locale)}
        {month.unsaid > 0 && ' ?'}
      </text>
    </g>
  )
}

/** Red lines on the slant: told from what fits without its colour. */
export function Overload({
  x = 0,
  y = 0,
  width,
  height,
}: {
  x?: number
  y?: number
  width: number
  height: number
}) {
  const gap = 5
  const lines = Array.from({ length: Math.ceil((width + height) / gap) }, (_, i) => {
    const at = i * gap
    const [fromX, fromY] = at <= height ? [0, at] : [at - height, height]
    const [toX, toY] = at <= width ? [at, 0] : [width, at - width]
    return `M${x + fromX} ${y + fromY}L${x + toX} ${y + toY}`
  })
  return <path d={lines.join('')} fill='none' strokeWidth={2} style={{ stroke: 'var(--bad)' }} />
}
