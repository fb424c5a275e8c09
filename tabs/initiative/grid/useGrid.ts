/** The keys, the pointer and the clipboard of a grid of amounts. */
import { type ClipboardEvent, type KeyboardEvent, useCallback, useRef, useState } from 'react'
import { amountUnits, readAmount, readBlock } from '#src/rules/money/amounts.ts'
import { useWords } from '../../language.ts'
import type { Edit, GridProps, Trouble } from './NumberGrid.tsx'

interface Place {
  r: number
  c: number
}

const MOST_UNDONE = 50

export function useGrid({ columns, rows, kr, unit, change, trouble }: GridProps) {
  const { locale } = useWords()
  const table = useRef<HTMLTableElement>(null)
  const [at, setAt] = useState<Place>({ r: 0, c: 0 })
  const [typed, setTyped] = useState<string>()
  // What is typed, as events see it: several may come before the next picture.
  const draft = useRef<string>(undefined)
  const before = useRef<Edit[][]>([])
  // Tab goes from cell to cell once somebody has begun to write, and past the grid before that.
  const working = useRef(false)
  const wasOpened = useRef(false)
  const last = { r: rows.length - 1, c: columns.length - 1 }
  // A row or a column may be gone since.
  const active = { r: Math.max(0, Math.min(at.r, last.r)), c: Math.max(0, Math.min(at.c, last.c)) }

  const cellOf = ({ r, c }: Place) => table.current?.querySelector<HTMLElement>(`[data-cell="${r}/${c}"]`)
  const idsOf = ({ r, c }: Place) => ({ row: rows[r]?.id ?? '', column: columns[c]?.id ?? '' })
  const krAt = (place: Place) => kr(idsOf(place).row, idsOf(place).column)
  const set = (text: string | undefined) => {
    draft.current = text
    setTyped(text)
  }
  const go = (to: Place) => {
    const place = { r: Math.max(0, Math.min(to.r, last.r)), c: Math.max(0, Math.min(to.c, last.c)) }
    setAt(place)
    cellOf(place)?.focus()
  }
  /** The next cell or the one before, over the ends of rows; nothing past the corners. */
  const along = (step: 1 | -1): Place | undefined => {
    const n = active.r * columns.length + active.c + step
    return n < 0 || n >= rows.length * columns.length
      ? undefined
      : { r: Math.floor(n / columns.length), c: n % columns.length }
  }
  const send = (edits: Edit[]) => {
    const changed = edits.filter((edit) => (kr(edit.row, edit.column) ?? null) !== edit.kr)
    if (changed.length === 0) return
    before.current = [
      ...before.current.slice(1 - MOST_UNDONE),
      changed.map(({ row, column }) => ({ row, column, kr: kr(row, column) ?? null })),
    ]
    change(changed)
  }
  const undo = () => {
    const edits = before.current.pop()
    if (edits) change(edits)
  }
  const text = (amount: number | undefined) => {
    const figure = amount === undefined ? '' : String(amount / amountUnits[unit])
    return locale === 'sv' ? figure.replace('.', ',') : figure
  }
  const begin = (written: string, opened: boolean) => {
    working.current = true
    wasOpened.current = opened
    set(written)
  }
  const open = (place: Place) => {
    setAt(place)
    begin(text(krAt(place)), true)
  }
  /** Takes what is typed. Answers whether it could be read. */
  const commit = (): boolean => {
    const written = draft.current
    if (written === undefined) return true
    const read = readAmount(written, unit)
    if ('fault' in read) {
      trouble({ text: written, fault: read.fault })
      return false
    }
    set(undefined)
    trouble(undefined)
    send([{ ...idsOf(active), kr: read.kr }])
    return true
  }
  const commitAnd = (to: Place | undefined) => {
    if (commit()) go(to ?? active)
  }

  const typingKey = (event: KeyboardEvent) => {
    const { r, c } = active
    const to: Record<string, Place | undefined> = {
      Enter: { r: r + (event.shiftKey ? -1 : 1), c },
      Tab: along(event.shiftKey ? -1 : 1),
      ArrowUp: { r: r - 1, c },
      ArrowDown: { r: r + 1, c },
    }
    if (event.key === 'Escape') {
      set(undefined)
      trouble(undefined)
      cellOf(active)?.focus()
    } else if (Object.hasOwn(to, event.key)) commitAnd(to[event.key])
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const cellKey = (event: KeyboardEvent) => {
    const { r, c } = active
    const jump = event.ctrlKey || event.metaKey
    const to: Record<string, Place> = {
      ArrowUp: { r: jump ? 0 : r - 1, c },
      ArrowDown: { r: jump ? last.r : r + 1, c },
      ArrowLeft: { r, c: jump ? 0 : c - 1 },
      ArrowRight: { r, c: jump ? last.c : c + 1 },
      Home: { r: jump ? 0 : r, c: 0 },
      End: { r: jump ? last.r : r, c: last.c },
    }
    const tab = event.key === 'Tab' && working.current ? along(event.shiftKey ? -1 : 1) : undefined
    if (event.key === 'Escape') {
      working.current = false
      return
    }
    if (jump && event.key.toLowerCase() === 'z') undo()
    else if (tab) go(tab)
    else if (to[event.key] !== undefined) go(to[event.key] ?? active)
    else if (event.key === 'Enter' || event.key === 'F2') begin(text(krAt(active)), true)
    else if (event.key === 'Delete' || event.key === 'Backspace') send([{ ...idsOf(active), kr: null }])
    else if (event.key.length === 1 && !jump && !event.altKey) begin(event.key, false)
    else return
    event.preventDefault()
  }

  /** Puts a block of cells in, from the active cell to the right and down. One that can't be read whole changes nothing. */
  const putIn = (block: string[][]) => {
    const edits: Edit[] = []
    let outside = 0
    let fault: Trouble | undefined
    block.forEach((line, i) =>
      line.forEach((cell, j) => {
        const read = readAmount(cell, unit)
        const place = { r: active.r + i, c: active.c + j }
        if ('fault' in read) fault ??= { text: cell.trim(), fault: read.fault }
        else if (place.r <= last.r && place.c <= last.c) edits.push({ ...idsOf(place), kr: read.kr })
        else if (read.kr !== null) outside++
      }),
    )
    trouble(fault ?? (outside > 0 ? { outside } : undefined))
    if (!fault && outside === 0) send(edits)
  }

  return {
    table,
    active,
    typed,
    type: (written: string) => set(written),
    key: (event: KeyboardEvent) => {
      if (!(event.target as HTMLElement).closest('[data-cell]')) return
      if (draft.current === undefined) cellKey(event)
      else typingKey(event)
    },
    reach: (r: number, c: number) => {
      if (draft.current === undefined) setAt({ r, c })
    },
    /** A tap opens it: a touch screen has no keys to begin with. */
    press: (r: number, c: number, pointer: string) => {
      if (draft.current === undefined && pointer === 'touch') open({ r, c })
    },
    open: (r: number, c: number) => {
      if (draft.current === undefined) open({ r, c })
    },
    /** The field was left with the pointer: what can't be read is told and not kept. */
    leave: () => {
      if (!commit()) set(undefined)
    },
    paste: (event: ClipboardEvent) => {
      if (!(event.target as HTMLElement).closest('[data-cell]')) return
      const pasted = event.clipboardData.getData('text/plain')
      if (draft.current !== undefined && !/[\t\n]/.test(pasted)) return
      event.preventDefault()
      set(undefined)
      working.current = true
      putIn(readBlock(pasted))
      cellOf(active)?.focus()
    },
    copy: (event: ClipboardEvent) => {
      if (draft.current !== undefined || !(event.target as HTMLElement).closest('[data-cell]')) return
      event.preventDefault()
      event.clipboardData.setData('text/plain', text(krAt(active)))
    },
    caret: useCallback((input: HTMLInputElement | null) => {
      if (!input || document.activeElement === input) return
      input.focus()
      if (wasOpened.current) input.select()
      else input.setSelectionRange(input.value.length, input.value.length)
    }, []),
  }
}
