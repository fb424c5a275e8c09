/**
 * How the keyboard moves in the table: rows first, cells inside a row after the right arrow, as in the tree grid of
 * https://www.w3.org/WAI/ARIA/apg/patterns/treegrid/ (row focus first). Pure.
 */

/** Where the focus is; `cell` -1 is the whole row. */
export interface Spot {
  line: number
  cell: number
}

export interface Ground {
  lines: number
  cells: number
  /** How many lines Page Down goes. */
  page: number
  /** Headings of groups have no cells. */
  isGroup: (line: number) => boolean
}

/** Where a key leads; `undefined` when it moves nothing. */
export function moved(key: string, ctrl: boolean, at: Spot, ground: Ground): Spot | undefined {
  const inRow = at.cell >= 0 && !ground.isGroup(at.line)
  const last = ground.cells - 1
  const line = lineAfter(key, at.line, ground.page)
  if (line !== undefined) return held({ line, cell: at.cell }, ground)
  switch (key) {
    case 'ArrowRight':
      return ground.isGroup(at.line) ? undefined : { ...at, cell: Math.min(at.cell + 1, last) }
    case 'ArrowLeft':
      return inRow ? { ...at, cell: at.cell - 1 } : undefined
    case 'Home':
      return inRow && !ctrl ? { ...at, cell: 0 } : held({ line: 0, cell: at.cell }, ground)
    case 'End':
      return inRow && !ctrl ? { ...at, cell: last } : held({ line: ground.lines - 1, cell: at.cell }, ground)
    case 'Escape':
      return inRow ? { ...at, cell: -1 } : undefined
    default:
      return undefined
  }
}

function lineAfter(key: string, line: number, page: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return line + 1
    case 'ArrowUp':
      return line - 1
    case 'PageDown':
      return line + page
    case 'PageUp':
      return line - page
    default:
      return undefined
  }
}

const held = ({ line, cell }: Spot, { lines }: Ground): Spot => ({
  line: Math.min(Math.max(line, 0), Math.max(lines - 1, 0)),
  cell,
})
