/** Names beside bubbles: the largest first, none over another, as many as there is room for. Pure. */

export interface Named {
  key: string
  title: string
  /** As drawn, in the picture's units. */
  x: number
  y: number
  r: number
}

export interface Label {
  key: string
  text: string
  x: number
  y: number
  anchor: 'start' | 'middle' | 'end'
}

interface Area {
  left: number
  right: number
  top: number
  bottom: number
}

/** Of a letter, and of a line, at twelve pixels. */
const [LETTER, LINE] = [6.3, 14]
const MOST_LETTERS = 30
const MOST_LABELS = 60
const GAP = 3

/** `named`: the largest first. What stands outside `room` has no name. */
export function labelsOf(named: readonly Named[], room: Area): Label[] {
  const inside = named.filter(
    ({ x, y }) => x >= room.left && x <= room.right && y >= room.top && y <= room.bottom,
  )
  const taken: Area[] = inside.slice(0, 4 * MOST_LABELS).map(({ x, y, r }) => ({
    // The corners of the square round a bubble are free.
    left: x - 0.8 * r,
    right: x + 0.8 * r,
    top: y - 0.8 * r,
    bottom: y + 0.8 * r,
  }))
  const bubbles = taken.length
  const labels: Label[] = []
  for (const [i, one] of inside.entries()) {
    if (labels.length === MOST_LABELS) break
    const text = short(one.title)
    const found = around(one, text.length * LETTER).find(
      ({ area }) =>
        area.left >= room.left &&
        area.right <= room.right &&
        area.top >= room.top &&
        area.bottom <= room.bottom &&
        !taken.some((other, at) => (at >= bubbles || at !== i) && overlap(area, other)),
    )
    if (!found) continue
    taken.push(found.area)
    labels.push({ key: one.key, text, ...found.label })
  }
  return labels
}

/** To the right, to the left, below, above. */
function around({ x, y, r }: Named, width: number) {
  const [above, below] = [y - LINE / 2, y + LINE / 2]
  const middle = { left: x - width / 2, right: x + width / 2 }
  return [
    {
      label: { x: x + r + GAP, y: y + 4, anchor: 'start' as const },
      area: { left: x + r + GAP, right: x + r + GAP + width, top: above, bottom: below },
    },
    {
      label: { x: x - r - GAP, y: y + 4, anchor: 'end' as const },
      area: { left: x - r - GAP - width, right: x - r - GAP, top: above, bottom: below },
    },
    {
      label: { x, y: y + r + LINE - 2, anchor: 'middle' as const },
      area: { ...middle, top: y + r, bottom: y + r + LINE },
    },
    {
      label: { x, y: y - r - GAP, anchor: 'middle' as const },
      area: { ...middle, top: y - r - LINE, bottom: y - r },
    },
  ]
}

const overlap = (a: Area, b: Area) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** Cut at a word where there is one. */
export function short(title: string, most = MOST_LETTERS): string {
  if (title.length <= most) return title
  const cut = title.slice(0, most - 1)
  const space = cut.lastIndexOf(' ')
  return `${cut.slice(0, space > most / 2 ? space : undefined).replace(/[\s–,:;-]+$/, '')}…`
}
