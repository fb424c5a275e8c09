/** What has been typed about an item and how much of it the server has: pure steps with the time as an argument. */

/** Texts of an item that are saved while they are written. */
export const noteFields = ['notes', 'proposals', 'basis', 'differing', 'answer'] as const
export type NoteField = (typeof noteFields)[number]
export type Texts = Partial<Record<NoteField, string>>

/** Two versions of one text, written by two people from the same beginning. */
export interface Clash {
  field: NoteField
  mine: string
  theirs: string
}

export interface Box {
  item: string
  /** The newest version the person has seen. */
  version: string
  /** What stands on the server, as far as is known. */
  saved: Partial<Record<NoteField, string | undefined>>
  /** What was typed and isn't there yet. */
  mine: Texts
  /** What the server had when the person began to change a text. */
  base: Texts
  /** Texts that others changed meanwhile: nothing of them is sent before the person has chosen. */
  theirs: Texts
  /** What is on its way, and whether it lies in the queue of what couldn't be sent. */
  flight?: { texts: Texts; at: number; queued: boolean }
  /** When the oldest text that isn't on its way was typed, and the last one. */
  since?: number
  last?: number
  /** It couldn't be saved: what forbids it, kept as it came. */
  refused?: boolean
}

/** Saved after this pause, and this often while typing goes on. The server must have it within two seconds. */
export const PAUSE_MS = 700
export const MOST_MS = 1900
/** Where the net is gone the queue holds what is meant: it takes newer text at this pace. */
const QUEUED_MS = 5000

export const boxOf = (
  item: { key: string; version: string } & { [K in NoteField]?: string | undefined },
): Box => ({
  item: item.key,
  version: item.version,
  saved: textsOf(item),
  mine: {},
  base: {},
  theirs: {},
})

/** A letter was typed: nothing waits for it. */
export function typed(box: Box, field: NoteField, text: string, now: number): Box {
  const base = field in box.base ? box.base : { ...box.base, [field]: box.saved[field] ?? '' }
  const { refused: _, ...rest } = box
  if (!box.flight && !(field in box.theirs) && text === (box.saved[field] ?? ''))
    return settled({ ...rest, base, mine: without(box.mine, field) })
  return { ...rest, base, mine: { ...box.mine, [field]: text }, since: box.since ?? now, last: now }
}

/** What a browser kept of a page that was closed before all of it was saved. */
export function restored(
  box: Box,
  kept: { [K in NoteField]?: { base: string; text: string } },
  now: number,
): Box {
  let next = box
  for (const field of noteFields) {
    const one = kept[field]
    const there = box.saved[field] ?? ''
    if (!one || field in next.mine || same(one.text, there)) continue
    next = typed({ ...next, base: { ...next.base, [field]: one.base } }, field, one.text, now)
    if (!same(there, one.base)) next = { ...next, theirs: { ...next.theirs, [field]: there } }
  }
  return next
}

/** When the texts that may be sent are to be; `undefined` when there is nothing to send. `hurry`: nothing is kept in the browser. */
export function dueAt(box: Box, { hurry = false }: { hurry?: boolean } = {}): number | undefined {
  const { flight, since, last } = box
  if (box.refused || Object.keys(sendable(box)).length === 0 || since === undefined || last === undefined)
    return undefined
  if (flight?.queued) return flight.at + QUEUED_MS
  // One at a time: what is typed meanwhile goes with the next.
  if (flight) return undefined
  return hurry ? since : Math.min(last + PAUSE_MS, since + MOST_MS)
}

/** What to ask the server for, and the box that waits for its answer. */
export function sent(box: Box, now: number): { box: Box; texts: Texts; seen: string } {
  // What lies in the queue is replaced as a whole: the newer must say all of it.
  const texts = { ...(box.flight?.queued && unless(box.flight.texts, box.theirs)), ...sendable(box) }
  const { since: _, last: __, ...rest } = box
  return {
    box: { ...rest, flight: { texts, at: now, queued: box.flight?.queued ?? false } },
    texts,
    seen: box.version,
  }
}

/** No answer came: it lies in the queue and is sent when the net, or the sign-in, is back. */
export const queued = (box: Box): Box =>
  box.flight ? { ...box, flight: { ...box.flight, queued: true } } : box

/** It left the queue and nobody answered this page: it goes again. */
export function dropped(box: Box, now: number): Box {
  const { flight: _, ...rest } = box
  return settled({ ...rest, since: box.since ?? now, last: box.last ?? now })
}

/** The item as the server has it: an answer to what was sent, what another read, or what somebody else wrote. */
export function arrived(
  box: Box,
  item: { key: string; version: string } & { [K in NoteField]?: string | undefined },
  now: number,
): Box {
  if (item.version === box.version && !box.flight) return box
  const { flight, refused: _, ...rest } = box
  const there = textsOf(item)
  const isOurs = flight !== undefined && sameTexts(flight.texts, there)
  // A space at the end is not saved, nor taken from whoever is about to write the next word.
  const saved = Object.fromEntries(
    noteFields.map((field) => [
      field,
      same(there[field], textIn(box, field)) ? textIn(box, field) : there[field],
    ]),
  )
  let next: Box = { ...rest, version: item.version, saved, ...(flight && !isOurs && { flight }) }
  for (const field of noteFields) {
    if (!(field in next.mine)) continue
    const [theirs, mine] = [there[field] ?? '', next.mine[field] ?? '']
    const known = [next.base[field] ?? '', ...(flight && field in flight.texts ? [flight.texts[field]] : [])]
    if (same(theirs, mine))
      next = { ...next, mine: without(next.mine, field), theirs: without(next.theirs, field) }
    // What we sent came to be there: the next change begins from it.
    else if (known.some((text) => same(text, theirs)))
      next = { ...next, base: { ...next.base, [field]: theirs }, theirs: without(next.theirs, field) }
    else next = { ...next, theirs: { ...next.theirs, [field]: theirs } }
  }
  return settled(next, now)
}

/** The server refused, and this is how the item stands: what others left alone is sent again at once. */
export function refused(
  box: Box,
  item: ({ key: string; version: string } & { [K in NoteField]?: string | undefined }) | undefined,
  now: number,
): Box {
  const { flight: _, ...rest } = box
  const again: Box = { ...rest, since: box.since ?? now, last: box.last ?? now }
  if (!item || item.version === box.version) return { ...again, refused: true }
  return arrived(again, item, now)
}

/** The person has chosen, or put the two together: that is what is meant now. */
export function chosen(box: Box, field: NoteField, text: string, now: number): Box {
  const theirs = box.theirs[field] ?? box.saved[field] ?? ''
  const { refused: _, ...rest } = box
  const next = { ...rest, theirs: without(box.theirs, field), base: { ...box.base, [field]: theirs } }
  if (same(text, theirs)) return settled({ ...next, mine: without(next.mine, field) })
  return { ...next, mine: { ...next.mine, [field]: text }, since: now, last: now }
}

/** Tried once more, when the person asks for it or the reason is gone. */
export function retried(box: Box, now: number): Box {
  const { refused: _, ...rest } = box
  return { ...rest, ...(isUnsaved(box) && { since: box.since ?? now, last: box.last ?? now }) }
}

/** What stands in the field. */
export const textIn = (box: Box, field: NoteField): string => box.mine[field] ?? box.saved[field] ?? ''

export const clashesIn = ({ theirs, mine }: Box): Clash[] =>
  noteFields.flatMap((field) =>
    field in theirs ? [{ field, mine: mine[field] ?? '', theirs: theirs[field] ?? '' }] : [],
  )

export const isUnsaved = ({ mine }: Box) => Object.keys(mine).length > 0

export type SaveState = { is: 'saved' | 'saving' } | { is: 'unsaved' | 'offline'; count: number }

/** All items together: how many have something the server hasn't. */
export function stateOf(boxes: readonly Box[], online: boolean): SaveState {
  const unsaved = boxes.filter(isUnsaved)
  const count = unsaved.length
  if (!online) return { is: 'offline', count }
  if (count === 0) return { is: 'saved' }
  const stuck = unsaved.filter((box) => box.refused || box.flight?.queued || clashesIn(box).length > 0)
  return stuck.length > 0 ? { is: 'unsaved', count: stuck.length } : { is: 'saving' }
}

/** Everything typed but what others changed too, and what is on its way unchanged. */
function sendable({ mine, theirs, flight }: Box): Texts {
  const free = unless(mine, theirs)
  return Object.fromEntries(
    Object.entries(free).filter(([field, text]) => flight?.texts[field as NoteField] !== text),
  )
}

const unless = (texts: Texts, others: Texts): Texts =>
  Object.fromEntries(Object.entries(texts).filter(([field]) => !(field in others)))

const without = (texts: Texts, field: NoteField): Texts => {
  const { [field]: _, ...rest } = texts
  return rest
}

/** The times of what is left to send; none when nothing is. */
function settled(box: Box, now?: number): Box {
  const { since, last, ...rest } = box
  if (Object.keys(sendable(box)).length === 0) return { ...rest, base: onlyOf(box.base, box.mine) }
  const at = since ?? now
  return at === undefined ? box : { ...box, since: at, last: last ?? at }
}

const onlyOf = (texts: Texts, others: Texts): Texts =>
  Object.fromEntries(Object.entries(texts).filter(([field]) => field in others))

const sameTexts = (texts: Texts, there: Texts) =>
  Object.entries(texts).every(([field, text]) => same(text, there[field as NoteField]))

/** As the server compares them: it keeps no space at the ends and one kind of line break. */
const same = (a: string | undefined, b: string | undefined) => plain(a) === plain(b)
const plain = (text = '') => text.replaceAll('\r\n', '\n').trim()

const textsOf = (item: { [K in NoteField]?: string | undefined }): Texts =>
  Object.fromEntries(noteFields.flatMap((field) => (item[field] ? [[field, item[field]]] : [])))
