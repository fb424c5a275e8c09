/** A row for each unit and a column for each month or quarter: filled as far as the unit's room is, hatched where it is too much. */
import { useMemo, useRef } from 'react'
import type { Day } from '#src/lists/columns.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Reception } from '#src/lists/receptions.ts'
import type { Month } from '#src/rules/days/months.ts'
import type { UnitTree } from '#src/rules/organisation/tree.ts'
import { type UnitLoad, unitLoads } from '#src/rules/pictures/unitLoad.ts'
import { useWords } from '../../language.ts'
import { Picture } from '../../ui/picture/Picture.tsx'
import { Patterns } from '../../ui/picture/Patterns.tsx'
import { usePictureWidth } from '../lens/usePictureWidth.ts'
import { usePressed } from '../lens/usePressed.ts'
import { Landing } from './Landing.tsx'
import { CELL_HEIGHT, LoadCell, Overload } from './LoadCell.tsx'
import { cellText, columnName, receivingSays } from './says.ts'
import { cellIn, cellKey, columnsFrom, loadIn } from './windows.ts'
import styles from '../lens/Lens.module.css'

const NAME = 184
const NARROW = 560
const CELL = { month: 52, quarter: 84 }
const MOST = { month: 18, quarter: 12 }
const HEAD = 24

export function ReceivingPicture({
  receptions,
  initiatives,
  tree,
  from,
  byQuarter,
  today,
}: {
  receptions: readonly Reception[]
  initiatives: readonly Initiative[]
  tree: UnitTree
  from: Month
  byQuarter: boolean
  today: Day
}) {
  const words = useWords()
  const { t } = words
  const { pressed: at, press, keys } = usePressed()
  const box = useRef<HTMLDivElement>(null)
  const width = usePictureWidth(box)
  const isWide = width >= NARROW
  const left = isWide ? NAME : 0
  const step = byQuarter ? 'quarter' : 'month'
  const count = Math.max(2, Math.min(MOST[step], Math.floor((width - left) / CELL[step])))
  const columns = useMemo(() => columnsFrom(from, count, byQuarter), [from, count, byQuarter])
  const first = columns[0]?.months[0] ?? from
  const months = columns.length * (byQuarter ? 3 : 1)
  const loads = useMemo(
    () => unitLoads({ receptions, initiatives, tree, from: first, count: months }),
    [receptions, initiatives, tree, first, months],
  )
  const cells = useMemo(
    () =>
      loads.map((load) => ({
        load,
        cells: columns.flatMap((column) => {
          const month = loadIn(load, column)
          return month ? [{ column, month }] : []
        }),
      })),
    [loads, columns],
  )
  if (loads.length === 0) return <p className={styles.quiet}>{t('receiving.none')}</p>

  const row = CELL_HEIGHT + (isWide ? 6 : 24)
  const cellWidth = Math.floor((width - left) / columns.length)
  const top = (i: number) => HEAD + i * row + (isWide ? 0 : 18)
  const marks = cells.flatMap(({ load, cells: of }, i) =>
    of.flatMap(({ column, month }, j) =>
      month.arrivals.length > 0
        ? [
            {
              key: cellKey(load.unit.key, column.key),
              x: left + (j + 0.5) * cellWidth,
              y: top(i) + CELL_HEIGHT / 2,
            },
          ]
        : [],
    ),
  )
  const chosen = at === undefined ? undefined : cellIn(at)
  const opened = chosen && cells.find(({ load }) => load.unit.key === chosen.unit)
  const inCell = opened?.cells.find(({ column }) => column.key === chosen?.column)
  return (
    <div ref={box}>
      <Picture
        name={t('pictures.receiving')}
        title={t(byQuarter ? 'receiving.titleQuarter' : 'receiving.titleMonth')}
        says={receivingSays(loads, words)}
        width={width}
        height={HEAD + loads.length * row}
        marks={marks}
        press={press}
        keys={keys}
        table={() => ({
          columns: [
            { name: t('receiving.unit') },
            { name: t('receiving.room'), end: true },
            ...columns.map((column) => ({ name: columnName(column, words), end: true })),
          ],
          rows: cells.map(({ load, cells: of }) => ({
            key: load.unit.key,
            cells: [
              load.unit.title,
              load.limitDays === undefined ? t('receiving.noRoom') : String(load.limitDays),
              ...of.map(({ month }) => cellText(month, words)),
            ],
          })),
        })}
        legend={[
          {
            sign: <rect y={6} width={16} height={10} style={{ fill: 'var(--series0)' }} />,
            text: t('receiving.fits'),
          },
          { sign: <Overload width={16} height={16} />, text: t('receiving.over') },
          {
            sign: <rect y={6} width={16} height={10} style={{ fill: 'var(--line)' }} />,
            text: t('receiving.noRoom'),
          },
        ]}
        beside={
          opened && inCell ? (
            <Landing key={at} load={opened.load} column={inCell.column} month={inCell.month} />
          ) : (
            <p className={styles.quiet}>{t('receiving.pick')}</p>
          )
        }
      >
        <Patterns prefix='receiving' />
        <Heads columns={columns} left={left} width={cellWidth} today={today} />
        {cells.map(({ load, cells: of }, i) => (
          <g key={load.unit.key} transform={`translate(0 ${top(i)})`}>
            <text x={0} y={isWide ? CELL_HEIGHT / 2 + 4 : -5} fontSize={13}>
              {nameOf(load, isWide)}
            </text>
            {of.map(({ column, month }, j) => (
              <LoadCell
                key={column.key}
                load={load}
                column={column}
                month={month}
                x={left + j * cellWidth}
                width={cellWidth - 4}
                isChosen={at === cellKey(load.unit.key, column.key)}
              />
            ))}
          </g>
        ))}
      </Picture>
    </div>
  )
}

/** Cut to fit; the table twin and the list have it whole. */
function nameOf({ unit, limitDays }: UnitLoad, isWide: boolean) {
  const name = isWide && unit.title.length > 20 && unit.short ? unit.short : unit.title
  const short = isWide && name.length > 24 ? `${name.slice(0, 22)}…` : name
  return limitDays === undefined ? short : `${short} (${limitDays})`
}

function Heads({
  columns,
  left,
  width,
  today,
}: {
  columns: ReturnType<typeof columnsFrom>
  left: number
  width: number
  today: Day
}) {
  const words = useWords()
  return columns.map((column, i) => (
    <text
      key={column.key}
      x={left + i * width + (width - 4) / 2}
      y={14}
      textAnchor='middle'
      fontSize={11}
      fontWeight={column.months.includes(today.slice(0, 7)) ? 700 : 400}
      style={{ fill: 'var(--soft)' }}
    >
      {columnName(column, words, i === 0 || column.key.endsWith('-01') || column.key.endsWith('Q1'))}
    </text>
  ))
}
