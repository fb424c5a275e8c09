/** The table itself: only the rows in sight are drawn, and the keyboard reaches them all. */
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { initiatives } from '#src/lists/initiatives.ts'
import { useWords } from '../language.ts'
import { type Row, type SortColumn, type Sorting, sortColumns } from '../ui/portfolioView/view.ts'
import { rowLeftAt } from '../ui/wayBack.ts'
import { InitiativeRow } from './InitiativeRow.tsx'
import styles from './Portfolio.module.css'

const WIDE_ROW = 44
const NARROW_ROW = 76
const NARROW = '(max-width: 640px)'

export function InitiativeTable({
  rows,
  sorting,
  sort,
}: {
  rows: readonly Row[]
  sorting: Sorting
  sort: (sorting: Sorting) => void
}) {
  const { t } = useWords()
  const [, navigate] = useLocation()
  const scroller = useRef<HTMLDivElement>(null)
  const narrow = useMatches(NARROW)
  const search = useSearch()
  const [left] = useState(() => rows.findIndex((row) => row.key === rowLeftAt()))
  const [active, setActive] = useState(Math.max(0, left))
  const [held, setHeld] = useState(left >= 0)
  const height = narrow ? NARROW_ROW : WIDE_ROW
  const current = Math.min(active, Math.max(0, rows.length - 1))
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    initialRect: { width: 1000, height: 700 },
    // The row that Tab reaches is always there, also when it has been scrolled out of sight.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), ...(rows.length ? [current] : [])])].toSorted(
        (a, b) => a - b,
      ),
  })

  useLayoutEffect(() => virtual.measure(), [height, virtual])
  useLayoutEffect(() => {
    if (held) scroller.current?.querySelector<HTMLElement>(`[data-row="${current}"]`)?.focus()
  }, [current, held])

  useLayoutEffect(() => {
    if (left >= 0) virtual.scrollToIndex(left, { align: 'center' })
  }, [left, virtual])

  const open = (row: Row) =>
    navigate(`/initiative/${encodeURIComponent(row.key)}`, { state: { from: search } })
  const go = (to: number) => {
    const next = Math.min(Math.max(to, 0), rows.length - 1)
    virtual.scrollToIndex(next)
    setActive(next)
    setHeld(true)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / height) - 1)
    const moves: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: rows.length - 1,
    }
    const to = moves[event.key]
    if (to !== undefined) {
      event.preventDefault()
      go(to)
    } else if (event.key === 'Enter' && rows[current]) {
      event.preventDefault()
      open(rows[current])
    }
  }

  return (
    <div
      role='grid'
      aria-label={t('portfolio.table')}
      aria-rowcount={rows.length + 1}
      aria-describedby='table-keys'
      className={styles.table}
    >
      <span id='table-keys' className='visually-hidden'>
        {t('portfolio.keys')}
      </span>
      <Header sorting={sorting} sort={sort} />
      {rows.length === 0 ? (
        <div role='row'>
          <div role='gridcell' className={styles.noHits}>
            {t('portfolio.noHits')}
          </div>
        </div>
      ) : (
        <div
          ref={scroller}
          role='rowgroup'
          className={styles.scroller}
          onKeyDown={onKeyDown}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <div role='presentation' style={{ height: virtual.getTotalSize(), position: 'relative' }}>
            {virtual.getVirtualItems().map(({ index, start, key }) => {
              const row = rows[index]
              return (
                row && (
                  <InitiativeRow
                    key={key}
                    row={row}
                    index={index}
                    top={start}
                    height={height}
                    reachable={index === current}
                    focus={() => setActive(index)}
                    open={() => open(row)}
                  />
                )
              )
            })}
          </div>
        </div>
      )}
    </div>
  )
}

function Header({ sorting, sort }: { sorting: Sorting; sort: (sorting: Sorting) => void }) {
  const { t } = useWords()
  const name = useColumnName()
  return (
    <div role='rowgroup'>
      <div role='row' aria-rowindex={1} className={`${styles.row} ${styles.header}`}>
        {sortColumns.map((column) => {
          const on = sorting.by === column
          return (
            <div
              key={column}
              role='columnheader'
              className={styles[column]}
              aria-sort={on ? (sorting.down ? 'descending' : 'ascending') : 'none'}
            >
              <button type='button' onClick={() => sort({ by: column, down: on && !sorting.down })}>
                <span className='visually-hidden'>{t('portfolio.sortBy', { column: '' })}</span>
                {name(column)}
                <span aria-hidden='true'>{on ? (sorting.down ? ' ↓' : ' ↑') : ''}</span>
              </button>
            </div>
          )
        })}
      </div>
    </div>
  )
}

function useColumnName() {
  const { t, label } = useWords()
  return (column: SortColumn) =>
    column === 'age'
      ? t('portfolio.age')
      : column === 'cost'
        ? t('portfolio.cost')
        : label(initiatives, column)
}

function useMatches(query: string) {
  const [matches, setMatches] = useState(() => window.matchMedia(query).matches)
  useLayoutEffect(() => {
    const media = window.matchMedia(query)
    const listen = () => setMatches(media.matches)
    media.addEventListener('change', listen)
    return () => media.removeEventListener('change', listen)
  }, [query])
  return matches
}
