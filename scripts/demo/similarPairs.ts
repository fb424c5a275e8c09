/** Needs of the demo's workbook that are known to be about the same thing, by their numbers: what likeness is measured against. */

export type Pair = readonly [string, string]

/** The same need in different words. */
export const samePairs: readonly Pair[] = [
  ['1', '85'],
  ['2', '42'],
  ['3', '40'],
  ['4', '24'],
  ['16', '25'],
  ['21', '62'],
  ['34', '41'],
  ['38', '73'],
  ['43', '53'],
]

/** Different needs that should know of each other. */
export const nearPairs: readonly Pair[] = [
  ['20', '48'],
  ['5', '6'],
  ['23', '23b'],
  ['41', '41b'],
]

export const knownPairs: readonly Pair[] = [...samePairs, ...nearPairs]
