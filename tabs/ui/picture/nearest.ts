/** Where the arrow keys lead in a picture: from mark to mark, the nearest that way. Pure. */

/** A mark as the keyboard knows it: where its middle is, in the picture's own units. */
export interface MarkAt {
  key: string
  x: number
  y: number
}

const ways: Record<string, readonly [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** Sideways counts double: the arrow's own way comes first. */
const ASIDE = 2

/** The mark that a key leads to; `undefined` where it leads nowhere. Page Up and Page Down go in the order given, so that none is out of reach. */
export function markAfter(
  marks: readonly MarkAt[],
  from: string | undefined,
  key: string,
): MarkAt | undefined {
  if (key === 'Home') return marks[0]
  if (key === 'End') return marks.at(-1)
  const at = marks.findIndex((mark) => mark.key === from)
  const now = marks[at]
  if (key === 'PageDown') return marks[at + 1]
  if (key === 'PageUp') return at > 0 ? marks[at - 1] : undefined
  const way = ways[key]
  if (!way || !now) return undefined
  const [wx, wy] = way
  let best: MarkAt | undefined
  let least = Number.POSITIVE_INFINITY
  for (const mark of marks) {
    const along = (mark.x - now.x) * wx + (mark.y - now.y) * wy
    if (along <= 0 || mark === now) continue
    const cost = along + ASIDE * (Math.abs((mark.x - now.x) * wy) + Math.abs((mark.y - now.y) * wx))
    if (cost >= least) continue
    best = mark
    least = cost
  }
  return best
}
