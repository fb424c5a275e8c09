/** How single values look on the wire: days, emptiness, indexing and the words of choices. */

const stockholm = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' })

/** Thousands of rows have the same few days, and telling one takes longer than all else of a row. */
const known = new Map<unknown, string>()
const MOST_KNOWN = 5000

/** The Swedish calendar day of an instant. */
export function swedishDay(wire: unknown): string {
  const found = known.get(wire)
  if (found !== undefined) return found
  const day = stockholm.format(new Date(String(wire)))
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(wire, day)
  return day
}

/** SharePoint leaves empty columns out, and gives '' for texts that were cleared. */
export const isEmpty = (wire: unknown) => wire === undefined || wire === null || wire === ''

/** What makes Graph index a column; a unique one must be indexed. */
export const indexing = (indexed?: boolean, unique?: boolean) => ({
  ...((indexed || unique) && { indexed: true }),
  ...(unique && { enforceUniqueValues: true }),
})

/** From the Swedish word that SharePoint keeps to the English key. Throws on a word nobody declared. */
export function keyOf<C extends Record<string, string>>(label: string, words: C) {
  const keys = new Map(Object.entries(words).map(([key, word]) => [word, key as keyof C & string]))
  return (wire: unknown) => {
    const key = keys.get(String(wire))
    if (key === undefined) throw new Error(`"${String(wire)}" is not a choice of ${label}`)
    return key
  }
}
