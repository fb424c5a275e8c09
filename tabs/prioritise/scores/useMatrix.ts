/** The keys and the clipboard of the matrix: moving, a digit scores, Delete takes back, a pasted block is put in whole or not at all. */
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react'
import { readBlock } from '#src/rules/money/amounts.ts'
import { stepsOf } from '#src/rules/prioritising/assessing.ts'
import { isStep } from '#src/rules/prioritising/scoringFaults.ts'
import type { Windowed } from '../../ui/table/useWindowed.ts'
import type { ScoreEdit } from './sender.ts'

export interface Place {
  r: number
  c: number
}

/** Why what was pressed or pasted wasn't taken. */
export type MatrixFault = { fault: string } | { outside: number } | { notRanked: true }

const MOST_UNDONE = 50

interface MatrixKeys {
  /** Initiatives of the lines; nothing where it isn't scored. */
  rows: readonly (string | undefined)[]
  criteria: readonly string[]
  ownAt: (initiative: string, criterion: string) => { value: number; reason?: string } | undefined
  mayScore: boolean
  edit: (edits: readonly ScoreEdit[]) => void
  told: (what: MatrixFault | { value: number | null } | undefined) => void
  open: () => void
  windowed: Pick<Windowed, 'page' | 'show'>
}

export function useMatrix({ rows, criteria, ownAt, mayScore, edit, told, open, windowed }: MatrixKeys) {
  const [at, setAt] = useState<Place>({ r: 0, c: 0 })
  const before = useRef<ScoreEdit[][]>([])
  const last = { r: rows.length - 1, c: criteria.length - 1 }
  // A line or a criterion may be gone since.
  const active = { r: Math.max(0, Math.min(at.r, last.r)), c: Math.max(0, Math.min(at.c, last.c)) }

  const go = ({ r, c }: Place) => {
    const place = { r: Math.max(0, Math.min(r, last.r)), c: Math.max(0, Math.min(c, last.c)) }
    setAt(place)
    windowed.show(place.r)
    told(undefined)
  }
  const put = (edits: readonly ScoreEdit[]) => {
    const changed = edits.filter(
      ({ initiative, criterion, value }) => (ownAt(initiative, criterion)?.value ?? null) !== value,
    )
    if (changed.length === 0) return
    before.current = [
      ...before.current.slice(1 - MOST_UNDONE),
      changed.map(({ initiative, criterion }) => {
        const own = ownAt(initiative, criterion)
        return {
          initiative,
          criterion,
          value: own?.value ?? null,
          ...(own?.reason && { reason: own.reason }),
        }
      }),
    ]
    edit(changed)
  }
  const score = (value: number | null, { r, c }: Place = active) => {
    const [initiative, criterion] = [rows[r], criteria[c]]
    if (initiative === undefined || criterion === undefined) return told({ notRanked: true })
    put([{ initiative, criterion, value }])
    told({ value })
  }
  const undo = () => {
    const edits = before.current.pop()
    if (edits) edit(edits)
  }

  const key = (event: KeyboardEvent) => {
    const { r, c } = active
    const jump = event.ctrlKey || event.metaKey
    const to: Record<string, Place> = {
      ArrowUp: { r: jump ? 0 : r - 1, c },
      ArrowDown: { r: jump ? last.r : r + 1, c },
      ArrowLeft: { r, c: jump ? 0 : c - 1 },
      ArrowRight: { r, c: jump ? last.c : c + 1 },
      Home: { r: jump ? 0 : r, c: 0 },
      End: { r: jump ? last.r : r, c: last.c },
      PageUp: { r: r - windowed.page(), c },
      PageDown: { r: r + windowed.page(), c },
    }
    const place = to[event.key]
    if (event.altKey) return
    if (place) go(place)
    else if (event.key === 'Enter' || event.key === 'F2') open()
    else if (!mayScore) return
    else if (jump && event.key.toLowerCase() === 'z') undo()
    else if (event.key === 'Delete' || event.key === 'Backspace') score(null)
    else if (!jump && /^\d$/.test(event.key)) {
      if (isStep(Number(event.key))) score(Number(event.key))
      else told({ fault: event.key })
    } else return
    event.preventDefault()
  }

  /** From the active cell to the right and down. */
  const paste = (event: ClipboardEvent) => {
    if (!mayScore) return
    event.preventDefault()
    const steps = stepsOf(readBlock(event.clipboardData.getData('text/plain')))
    if ('fault' in steps) return told(steps)
    const edits: ScoreEdit[] = []
    let outside = 0
    steps.forEach((line, i) =>
      line.forEach((value, j) => {
        if (value === null) return
        const [initiative, criterion] = [rows[active.r + i], criteria[active.c + j]]
        if (initiative === undefined || criterion === undefined) outside++
        else edits.push({ initiative, criterion, value })
      }),
    )
    if (outside > 0) return told({ outside })
    told(undefined)
    put(edits)
  }

  return { active, go, key, paste, score }
}
