/** How well a way of comparing finds the pairs that are known: both ways, among all needs. */
import type { Pair } from '#scripts/demo/similarPairs.ts'
import type { Alike, KnownNeed } from '#src/similar/similar.ts'

/** The needs most like this one, the most alike first, itself left out. */
export type Compare = (need: KnownNeed) => readonly Pick<Alike, 'key' | 'likeness'>[]

export interface Measured {
  /** Of all needs of known pairs, how many have their partner first, and among the first three; from 0 to 1. */
  first: number
  firstThree: number
  /** Mean over the known pairs of the precision at each, all pairs sorted by likeness. */
  averagePrecision: number
}

export function measure(compare: Compare, needs: readonly KnownNeed[], known: readonly Pair[]): Measured {
  const byKey = new Map(needs.map((need) => [need.key, need]))
  const ranks = known.flatMap(([a, b]) => [rankOf(a, b), rankOf(b, a)])
  function rankOf(asked: string, wanted: string) {
    const need = byKey.get(asked)
    if (!need || !byKey.has(wanted)) throw new Error(`There is no need ${asked} or ${wanted}`)
    const at = compare(need).findIndex(({ key }) => key === wanted)
    return at < 0 ? Number.POSITIVE_INFINITY : at + 1
  }
  const within = (most: number) => ranks.filter((rank) => rank <= most).length / ranks.length
  const sorted = pairsOf(compare, needs)
  const isKnown = knownIn(known)
  let hits = 0
  const precisions = sorted.flatMap(({ pair }, i) => (isKnown(pair) ? [++hits / (i + 1)] : []))
  const sum = precisions.reduce((total, precision) => total + precision, 0)
  return { first: within(1), firstThree: within(3), averagePrecision: sum / known.length }
}

/** Of the pairs that are at least so alike, how many are known (precision); of those known, how many are (recall). */
export function atLeast(
  least: number,
  compare: Compare,
  needs: readonly KnownNeed[],
  known: readonly Pair[],
): { pairs: number; precision: number; recall: number } {
  const pairs = pairsOf(compare, needs).filter(({ likeness }) => likeness >= least)
  const hits = pairs.filter(({ pair }) => knownIn(known)(pair)).length
  return { pairs: pairs.length, precision: hits / (pairs.length || 1), recall: hits / known.length }
}

const nameOf = (a: string, b: string) => [a, b].toSorted().join('/')

const knownIn = (known: readonly Pair[]) => {
  const names = new Set(known.map(([a, b]) => nameOf(a, b)))
  return (pair: string) => names.has(pair)
}

/** Every pair once, the most alike first. */
function pairsOf(compare: Compare, needs: readonly KnownNeed[]): { pair: string; likeness: number }[] {
  const found = new Map<string, number>()
  for (const need of needs)
    for (const { key, likeness } of compare(need)) {
      const pair = nameOf(need.key, key)
      found.set(pair, Math.max(likeness, found.get(pair) ?? 0))
    }
  return [...found]
    .map(([pair, likeness]) => ({ pair, likeness }))
    .toSorted((a, b) => b.likeness - a.likeness)
}
