/** Two axes as squares: darker where more is, with how many and for how much in each; what nobody has placed is counted too. */
import { useMemo, useRef } from 'react'
import { type Axis, balanceAxes } from '#src/lists/balance.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { type AxisValue, balanceOf, UNKNOWN } from '#src/rules/pictures/balance.ts'
import type { UnitTree } from '#src/rules/organisation/tree.ts'
import type { Prices } from '#src/rules/pictures/price.ts'
import { compareTexts } from '#src/text/format.ts'
import { useWords } from '../../language.ts'
import { Picture } from '../../ui/picture/Picture.tsx'
import { usePictureWidth } from '../lens/usePictureWidth.ts'
import { usePressed } from '../lens/usePressed.ts'
import { axisWord, orderOf } from './axisWords.ts'
import { InSquare } from './InSquare.tsx'
import { balanceSays, cellText, cut } from './says.ts'
import { Square, SumText } from './Square.tsx'

const NARROW = 560
const ROW = 52
const HEAD = 44
const NAME = 150
const LEAST = 64

export function BalancePicture({
  shown,
  down,
  across,
  tree,
  prices,
}: {
  shown: readonly Initiative[]
  down: Axis
  across: Axis
  tree: UnitTree
  prices: Prices
}) {
  const words = useWords()
  const { t, locale, of } = words
  const { pressed: at, press, keys } = usePressed()
  const box = useRef<HTMLDivElement>(null)
  const room = usePictureWidth(box)
  const balance = useMemo(
    () => balanceOf(shown, { down, across, tree, prices, orderOf, compare: compareTexts(locale) }),
    [shown, down, across, tree, prices, locale],
  )
  const isWide = room >= NARROW
  const left = isWide ? NAME : 0
  const row = ROW + (isWide ? 4 : 22)
  const columns = balance.across.length + 1
  // Where there are more than fit, the picture scrolls in its frame.
  const side = Math.max(LEAST, Math.min(180, Math.floor((room - left) / columns)))
  const width = left + side * columns
  const most = Math.max(
    1,
    ...balance.down.flatMap((d) => balance.across.map((a) => balance.cell(d.key, a.key).rows.length)),
  )
  const top = (i: number) => HEAD + i * row + (isWide ? 0 : 18)
  const squares = balance.down.flatMap((d, i) =>
    balance.across.map((a, j) => ({
      key: `${d.key}|${a.key}`,
      down: d,
      across: a,
      cell: balance.cell(d.key, a.key),
      x: left + j * side,
      y: top(i),
    })),
  )
  const chosen = squares.find(({ key }) => key === at)
  const name = (axis: Axis, value: AxisValue) => axisWord(axis, value, words)
  const axisName = (axis: Axis) => of(balanceAxes, axis)
  return (
    <div ref={box}>
      <Picture
        name={t('pictures.balance')}
        title={t('balance.title', { down: axisName(down), across: axisName(across) })}
        says={balanceSays(balance, { down, across, words })}
        width={width}
        height={HEAD + (balance.down.length + 1) * row}
        marks={squares
          .filter(({ cell }) => cell.rows.length > 0)
          .map(({ key, x, y }) => ({ key, x: x + side / 2, y: y + ROW / 2 }))}
        press={press}
        keys={keys}
        table={() => ({
          columns: [
            { name: axisName(down) },
            ...balance.across.map((a) => ({ name: name(across, a), end: true })),
            { name: t('balance.sum'), end: true },
          ],
          rows: [
            ...balance.down.map((d) => ({
              key: d.key,
              cells: [
                name(down, d),
                ...balance.across.map((a) => cellText(balance.cell(d.key, a.key), words)),
                cellText(balance.downSum(d.key), words),
              ],
            })),
            {
              key: 'sum',
              cells: [
                t('balance.sum'),
                ...balance.across.map((a) => cellText(balance.acrossSum(a.key), words)),
                cellText(balance.all, words),
              ],
            },
          ],
        })}
        beside={
          chosen && chosen.cell.rows.length > 0 ? (
            <InSquare
              key={at}
              title={`${name(down, chosen.down)}, ${name(across, chosen.across)}`}
              cell={chosen.cell}
              prices={prices}
            />
          ) : undefined
        }
      >
        {balance.across.map((a, j) => (
          <text key={a.key} x={left + (j + 0.5) * side - 2} y={30} textAnchor='middle' fontSize={12}>
            {cut(name(across, a), side)}
          </text>
        ))}
        <text x={width - side / 2 - 2} y={30} textAnchor='middle' fontSize={12} fontWeight={600}>
          {t('balance.sum')}
        </text>
        {balance.down.map((d, i) => (
          <text key={d.key} x={0} y={isWide ? top(i) + ROW / 2 + 4 : top(i) - 5} fontSize={13}>
            {cut(name(down, d), isWide ? NAME : width)}
          </text>
        ))}
        <text
          x={0}
          y={isWide ? top(balance.down.length) + ROW / 2 + 4 : top(balance.down.length) - 5}
          fontSize={13}
          fontWeight={600}
        >
          {t('balance.sum')}
        </text>
        {squares.map(({ key, down: d, across: a, cell, x, y }) => (
          <Square
            key={key}
            id={key}
            label={t('balance.label', {
              down: name(down, d),
              across: name(across, a),
              said: cellText(cell, words),
            })}
            cell={cell}
            share={cell.rows.length / most}
            isUnknown={d.key === UNKNOWN || a.key === UNKNOWN}
            isChosen={key === at}
            x={x}
            y={y}
            width={side - 4}
            height={ROW}
          />
        ))}
        {[...balance.down, undefined].map((d, i) => (
          <SumText
            key={d?.key ?? 'sum'}
            cell={d ? balance.downSum(d.key) : balance.all}
            x={width - side / 2 - 2}
            y={top(i)}
          />
        ))}
        {balance.across.map((a, j) => (
          <SumText
            key={a.key}
            cell={balance.acrossSum(a.key)}
            x={left + (j + 0.5) * side - 2}
            y={top(balance.down.length)}
          />
        ))}
      </Picture>
    </div>
  )
}
