/** The focus in the table, and what keys and clicks do there. */
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react'
import type { ColumnName } from '../../ui/portfolioView/columns.ts'
import { isEditable } from '../editing/editable.ts'
import type { Leave } from '../editing/CellEditor.tsx'
import type { Line } from '../../ui/portfolioView/groups.ts'
import type { Row } from '../../ui/portfolioView/view.ts'
import { moved, type Spot } from './keys.ts'
import type { Selection } from './useSelection.ts'
import type { Windowed } from '../../ui/table/useWindowed.ts'

interface Given {
  lines: readonly Line[]
  columns: readonly ColumnName[]
  windowed: Windowed
  scroller: RefObject<HTMLElement | null>
  selection: Selection
  editMode: boolean
  /** The line that has the focus at first; -1 for none. */
  start: number
  open: (row: Row) => void
  fold: (group: string, open: boolean) => void
}

export function useGrid(given: Given) {
  const { lines, columns, windowed, scroller, selection, editMode, start, open, fold } = given
  const [at, setAt] = useState<Spot>({ line: Math.max(0, start), cell: -1 })
  const [held, setHeld] = useState(start >= 0)
  const [editing, setEditing] = useState(false)
  const spot = useMemo(
    () => ({
      line: Math.min(at.line, Math.max(0, lines.length - 1)),
      cell: Math.min(at.cell, columns.length - 1),
    }),
    [at, lines.length, columns.length],
  )
  const line = lines[spot.line]
  const row = line && 'row' in line ? line.row : undefined
  const column = columns[spot.cell]

  useLayoutEffect(() => {
    if (!held || editing) return
    const found = scroller.current?.querySelector<HTMLElement>(`[data-line="${spot.line}"]`)
    const cell = spot.cell >= 0 ? found?.querySelector<HTMLElement>(`[data-cell="${spot.cell}"]`) : null
    const target = cell ?? found
    if (target && document.activeElement !== target) target.focus({ preventScroll: spot.cell < 0 })
  }, [spot, held, editing, scroller])

  const go = (to: Spot) => {
    windowed.show(to.line)
    setAt(to)
    setHeld(true)
  }
  /** Editing ends: the focus goes on in the table. */
  const leave: Leave = (where) => {
    setEditing(false)
    if (where === 'out') return setHeld(false)
    const step = where === 'next' ? 1 : where === 'previous' ? -1 : 0
    go({
      line: Math.min(spot.line + (where === 'down' ? 1 : 0), lines.length - 1),
      cell: Math.min(Math.max(spot.cell + step, 0), columns.length - 1),
    })
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const inTable = (event.target as HTMLElement).closest('[data-line]')
    if (editing || !inTable || lines.length === 0) return
    const { key, shiftKey, altKey } = event
    const ctrl = event.ctrlKey || event.metaKey
    const taken = () => event.preventDefault()
    if (altKey) return
    if (key === 'F2' || (key === 'Enter' && spot.cell >= 0 && row)) {
      taken()
      if (row && column && isEditable(column)) setEditing(true)
      else if (row && key === 'Enter') open(row)
    } else if (key === 'Enter') {
      taken()
      if (row) open(row)
      else if (line && 'group' in line) fold(line.group.key, !line.open)
    } else if (line && 'group' in line && (key === 'ArrowLeft' || key === 'ArrowRight')) {
      taken()
      fold(line.group.key, key === 'ArrowRight')
    } else if (key === 'ArrowLeft' && row && spot.cell < 0) {
      // As in a tree: from a row to the heading it stands under.
      const heading = lines.findLastIndex((other, i) => i < spot.line && 'group' in other)
      if (heading >= 0) {
        taken()
        go({ line: heading, cell: -1 })
      }
    } else if (key === ' ') {
      taken()
      selection.toggle(spot.line)
    } else if (ctrl && key.toLowerCase() === 'a') {
      taken()
      selection.all()
    } else if (key === 'Escape' && spot.cell < 0 && selection.keys.size > 0) {
      taken()
      selection.clear()
    } else {
      const to = moved(key, ctrl, spot, {
        lines: lines.length,
        cells: columns.length,
        page: windowed.page(),
        isGroup: (i) => 'group' in (lines[i] ?? {}),
      })
      if (!to) return
      taken()
      if (shiftKey && (key === 'ArrowDown' || key === 'ArrowUp')) selection.extend(to.line, spot.line)
      go(to)
    }
  }

  const onClick = (event: MouseEvent) => {
    const target = event.target as HTMLElement
    const clicked = placeOf(target)
    const found = clicked && lines[clicked.line]
    if (!found || target.closest('[data-editor]')) return
    if ('group' in found) {
      go({ line: clicked.line, cell: -1 })
      return fold(found.group.key, !found.open)
    }
    if (target.closest('[data-tick]')) {
      go({ line: clicked.line, cell: -1 })
      return event.shiftKey ? selection.extend(clicked.line) : selection.toggle(clicked.line)
    }
    if (!editMode) return open(found.row)
    const name = columns[clicked.cell]
    const again = clicked.line === spot.line && clicked.cell === spot.cell
    go(clicked)
    setEditing(again && name !== undefined && isEditable(name))
  }

  const onFocus = (event: FocusEvent) => {
    const focused = placeOf(event.target as HTMLElement)
    if (!focused) return
    setHeld(true)
    if ((event.target as HTMLElement).closest('[data-editor]')) return
    setAt((before) => (before.line === focused.line && before.cell === focused.cell ? before : focused))
  }

  const onBlur = (event: FocusEvent) => {
    const next = event.relatedTarget as HTMLElement | null
    if (!next?.closest('[data-line]')) setHeld(false)
  }

  return {
    spot,
    /** Given while the cell with the focus is being edited. */
    leave: editing && row ? leave : undefined,
    handlers: { onKeyDown, onClick, onFocus, onBlur },
  }
}

/** The line and the cell that something is in; cell -1 for the row itself. */
function placeOf(target: HTMLElement): Spot | undefined {
  const line = target.closest<HTMLElement>('[data-line]')?.dataset.line
  const cell = target.closest<HTMLElement>('[data-cell]')?.dataset.cell
  return line === undefined ? undefined : { line: Number(line), cell: cell === undefined ? -1 : Number(cell) }
}
