/** Weights from comparing criteria two at a time: which matters more, and how much. */

/** How much more one matters than the other, in words that people use; the numbers are those of the analytic hierarchy process. */
export const preferences = { same: 1, somewhat: 3, clearly: 5, much: 7, wholly: 9 } as const
export type Preference = keyof typeof preferences

export const isPreference = (value: string): value is Preference => Object.hasOwn(preferences, value)

export interface Comparison {
  /** The one that matters more, or either of two that matter the same. */
  more: string
  less: string
  preference: Preference
}

export interface Weighed {
  /** Parts of 100, in the order of the criteria. */
  weights: Map<string, number>
  /** Pairs that nobody has compared; they count as the same. */
  missing: [string, string][]
  /** The pair that fits worst with the others, when there is anything to contradict. */
  oddest?: [string, string]
  /** Over 0.1 the comparisons contradict each other so much that they should be looked at again (Saaty 1980). */
  inconsistency: number
}

/** From here on comparisons should be looked at again. */
export const CONTRADICTS = 0.1

/** What a matrix of random comparisons gives, by its size (Saaty 1980, table of random indices). */
const RANDOM = [0, 0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49] as const

/** Less than this from what the others say, in logarithms, is rounding. */
const SLIGHT = 1e-9

/** Every pair once, in the order of the criteria. */
export const pairsOf = (criteria: readonly string[]): [string, string][] =>
  criteria.flatMap((a, i) => criteria.slice(i + 1).map((b): [string, string] => [a, b]))

/** Row geometric means: for comparisons that agree they are exact, and they don't depend on the order of the criteria. */
export function weightsOf(criteria: readonly string[], comparisons: readonly Comparison[]): Weighed {
  const found = new Map<string, number>()
  for (const { more, less, preference } of comparisons) {
    found.set(`${more}\n${less}`, preferences[preference])
    found.set(`${less}\n${more}`, 1 / preferences[preference])
  }
  const ratio = (a: string, b: string) => (a === b ? 1 : (found.get(`${a}\n${b}`) ?? 1))
  const n = criteria.length
  const means = criteria.map((a) =>
    Math.exp(criteria.reduce((sum, b) => sum + Math.log(ratio(a, b)), 0) / Math.max(n, 1)),
  )
  const sum = means.reduce((total, mean) => total + mean, 0)
  const parts = means.map((mean) => mean / sum)
  const greatest =
    criteria.reduce((total, a, i) => {
      const row = criteria.reduce((each, b, j) => each + ratio(a, b) * (parts[j] ?? 0), 0)
      return total + row / (parts[i] ?? 1)
    }, 0) / Math.max(n, 1)
  const random = RANDOM[Math.min(n, RANDOM.length - 1)] ?? 0
  const partOf = new Map(criteria.map((key, i) => [key, parts[i] ?? 1]))
  const odd = pairsOf(criteria)
    .map((pair) => {
      const [a, b] = pair
      return { pair, off: Math.abs(Math.log((ratio(a, b) * (partOf.get(b) ?? 1)) / (partOf.get(a) ?? 1))) }
    })
    .toSorted((a, b) => b.off - a.off)[0]
  return {
    weights: new Map(criteria.map((key, i) => [key, (parts[i] ?? 0) * 100])),
    missing: pairsOf(criteria).filter(([a, b]) => !found.has(`${a}\n${b}`)),
    ...(odd && odd.off > SLIGHT && { oddest: odd.pair }),
    inconsistency: random === 0 ? 0 : Math.max(0, (greatest - n) / (n - 1) / random),
  }
}
