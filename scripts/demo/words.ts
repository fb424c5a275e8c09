/** Reads the demo's files, which are written in Swedish: words to keys, ids to people. */

/** The key of a Swedish word, whatever its case. Throws on a word that isn't in the set. */
export function keyOfWord<K extends string>(words: Record<K, string>, word: string): K {
  const found = Object.entries(words).find(([, w]) => String(w).toLowerCase() === word.toLowerCase())
  if (!found) throw new Error(`The demo has an unknown word: ${word}`)
  return found[0] as K
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined | null> }

/** Without what is empty. */
export const given = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, v]) => v !== undefined && v !== null)) as Given<T>
