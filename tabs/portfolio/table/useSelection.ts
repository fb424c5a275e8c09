/** Which rows are selected, by key; a stretch of them with Shift. */
import { useCallback, useMemo, useState } from 'react'
import type { Line } from '../../ui/portfolioView/groups.ts'

export interface Selection {
  keys: ReadonlySet<string>
  toggle: (line: number) => void
  /** Selects from there, else from where the last toggle was, to this line. */
  extend: (line: number, from?: number) => void
  /** All that are shown, or none when all were. */
  all: () => void
  set: (keys: Iterable<string>) => void
  clear: () => void
}

export function useSelection(lines: readonly Line[]): Selection {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
  const [anchor, setAnchor] = useState(0)
  const keysAt = useCallback(
    (from: number, to: number) =>
      lines
        .slice(Math.min(from, to), Math.max(from, to) + 1)
        .flatMap((line) => ('row' in line ? [line.row.key] : [])),
    [lines],
  )
  return useMemo(
    () => ({
      keys,
      toggle: (line) => {
        setAnchor(line)
        const found = lines[line]
        if (!found) return
        // A heading stands for all of its rows.
        const chosen = 'row' in found ? [found.row.key] : found.group.rows.map(({ key }) => key)
        const next = new Set(keys)
        const on = chosen.every((key) => keys.has(key))
        for (const key of chosen) {
          if (on) next.delete(key)
          else next.add(key)
        }
        setKeys(next)
      },
      extend: (line, from = anchor) => setKeys(new Set([...keys, ...keysAt(from, line)])),
      all: () => {
        const shown = lines.flatMap((line) =>
          'row' in line ? [line.row.key] : line.open ? [] : rowKeys(line),
        )
        setKeys(new Set(shown.every((key) => keys.has(key)) ? [] : shown))
      },
      set: (next) => setKeys(new Set(next)),
      clear: () => setKeys(new Set()),
    }),
    [keys, anchor, lines, keysAt],
  )
}

const rowKeys = ({ group }: Extract<Line, { group: unknown }>) => group.rows.map(({ key }) => key)
