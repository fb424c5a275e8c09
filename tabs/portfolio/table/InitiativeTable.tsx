/** The table itself: only the lines in sight are drawn, and the keyboard reaches them all. */
import { lazy, Suspense, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { useWords } from '../../language.ts'
import { useKeys } from '../../ui/keys/keys.ts'
import { tableKeys } from '../../ui/keys/rows.ts'
import { rowLeftAt } from '../../ui/wayBack.ts'
import type { TableState, Change } from '../../ui/portfolioView/address.ts'
import {
  cardColumns,
  type ColumnName,
  fewColumns,
  standardColumns,
  trackOf,
} from '../../ui/portfolioView/columns.ts'
import { withFolded } from '../../ui/portfolioView/folded.ts'
import type { Line } from '../../ui/portfolioView/groups.ts'
import type { Around } from '../../ui/portfolioView/values.ts'
import type { Row } from '../../ui/portfolioView/view.ts'
import { InitiativeRow } from './InitiativeRow.tsx'
import { TableHeader } from './TableHeader.tsx'
import { useGrid } from './useGrid.ts'
import { useMatches } from '../../ui/table/useMatches.ts'
import type { Selection } from './useSelection.ts'
import { useWindowed } from '../../ui/table/useWindowed.ts'
import styles from '../Portfolio.module.css'

const GroupRow = lazy(async () => ({ default: (await import('./GroupRow.tsx')).GroupRow }))

const LINE_PX = 44
const CARD_PX = 76
const HEAD_PX = 36
const NARROW = '(max-width: 640px)'
const FEW = '(max-width: 1100px)'

export function InitiativeTable({
  lines,
  state,
  change,
  selection,
  editMode,
  isMeant,
  around,
}: {
  lines: readonly Line[]
  state: TableState
  change: Change
  selection: Selection
  /** A click goes to a cell instead of to the page, and boxes to tick are shown. */
  editMode: boolean
  /** What is shown of the row has yet to be saved. */
  isMeant: (row: Row) => boolean
  around: Around
}) {
  const { t } = useWords()
  useKeys(tableKeys)
  const [, navigate] = useLocation()
  const search = useSearch()
  const scroller = useRef<HTMLDivElement>(null)
  const card = useMatches(NARROW)
  const columns = useShownColumns(state.columns, card)
  const heightPx = card ? CARD_PX : LINE_PX
  const windowed = useWindowed(scroller, { count: lines.length, heightPx, headPx: HEAD_PX })
  const [left] = useState(() => lines.findIndex((line) => 'row' in line && line.row.key === rowLeftAt()))
  const selecting = !card && (editMode || selection.keys.size > 0)
  const grid = useGrid({
    lines,
    columns,
    windowed,
    scroller,
    selection,
    editMode: editMode && !card,
    start: left,
    open: (row) => navigate(`/initiative/${encodeURIComponent(row.key)}`, { state: { from: search } }),
    fold: (key, open) => change({ folded: withFolded(state.folded, key, open) }),
  })
  const begun = useRef(false)
  useLayoutEffect(() => {
    if (!begun.current && left >= 0) windowed.show(left, 'center')
    begun.current = true
  }, [left, windowed])

  const { from, to } = windowed
  const { spot, leave } = grid
  // The line that Tab reaches is always there, also when it has been scrolled out of sight.
  const drawn = useMemo(() => {
    const inSight = Array.from({ length: to - from }, (_, i) => from + i)
    if (spot.line >= lines.length || (spot.line >= from && spot.line < to)) return inSight
    return spot.line < from ? [spot.line, ...inSight] : [...inSight, spot.line]
  }, [from, to, spot.line, lines.length])
  const grouped = state.group !== undefined
  const { template, rem } = useMemo(() => trackOf(columns), [columns])

  return (
    <div
      role={grouped ? 'treegrid' : 'grid'}
      aria-label={t('portfolio.table')}
      aria-rowcount={lines.length + 1}
      aria-multiselectable={selecting || undefined}
      aria-describedby='table-keys'
      className={styles.table}
      style={{
        ['--columns' as string]: `${selecting ? '1.5rem ' : ''}${template}`,
        ['--least' as string]: `${rem + (selecting ? 2.25 : 0)}rem`,
        ['--line' as string]: `${heightPx}px`,
      }}
    >
      <span id='table-keys' className='visually-hidden'>
        {t('portfolio.keys')}
      </span>
      <div ref={scroller} role='presentation' data-scroller className={styles.scroller} {...grid.handlers}>
        <TableHeader
          columns={columns}
          card={card}
          sorting={state.sorting}
          sort={(sorting) => change({ sorting })}
          selectAll={
            selecting
              ? { on: lines.length > 0 && isAll(lines, selection.keys), toggle: selection.all }
              : undefined
          }
        />
        {lines.length === 0 ? (
          <div role='rowgroup'>
            <div role='row'>
              <div role='gridcell' className={styles.noHits}>
                {t('portfolio.noHits')}
              </div>
            </div>
          </div>
        ) : (
          <div role='rowgroup' className={styles.lines} style={{ height: lines.length * heightPx }}>
            {drawn.map((i) => {
              const line = lines[i]
              if (!line) return null
              const focused = i === spot.line ? spot.cell : undefined
              return 'group' in line ? (
                <Suspense key={`group ${line.group.key}`}>
                  <GroupRow
                    group={line.group}
                    open={line.open}
                    line={i}
                    topPx={i * heightPx}
                    focused={focused !== undefined}
                    span={columns.length}
                    around={around}
                  />
                </Suspense>
              ) : (
                <InitiativeRow
                  key={line.row.key}
                  row={line.row}
                  line={i}
                  topPx={i * heightPx}
                  columns={columns}
                  level={grouped ? 2 : undefined}
                  card={card}
                  selecting={selecting}
                  selected={selection.keys.has(line.row.key)}
                  focused={focused}
                  meant={isMeant(line.row)}
                  around={around}
                  leave={focused === undefined ? undefined : leave}
                />
              )
            })}
          </div>
        )}
      </div>
    </div>
  )
}

const isAll = (lines: readonly Line[], keys: ReadonlySet<string>) =>
  keys.size > 0 && lines.every((line) => !('row' in line) || keys.has(line.row.key))

/** What was chosen; otherwise as many of the usual ones as the window has room for. */
function useShownColumns(chosen: readonly ColumnName[] | undefined, card: boolean): readonly ColumnName[] {
  const few = useMatches(FEW)
  if (card) return cardColumns
  return chosen ?? (few ? fewColumns : standardColumns)
}
