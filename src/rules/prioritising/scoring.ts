/** What initiatives are worth by a forum's criteria: each score, its weight and its share, and the order they make. */

/** Steps go from one to the other; what each means in words is the criterion's own. */
export const LEAST_SCORE = 1
export const MOST_SCORE = 5
/** Totals are out of this, whatever the weights sum to. */
export const WHOLE = 100

/** So many are saved at once; a block that is pasted is sent in parts. */
export const MOST_SCORES = 200

export interface WeighedCriterion {
  key: string
  /** Of any size; what counts is its part of all. */
  weight: number
}

export interface GivenScore {
  initiative: string
  criterion: string
  /** 1–5. */
  value: number
}

/** What one criterion gives: `points` of the total, 0–100 together. */
export interface Contribution {
  criterion: string
  /** The mean of those who have scored; nothing while nobody has. */
  value?: number
  lowest?: number
  highest?: number
  /** How many have scored. */
  by: number
  points: number
}

export interface Scored {
  initiative: string
  /** 0–100; a criterion that nobody has scored gives nothing, and is named in `missing`. */
  total: number
  contributions: Contribution[]
  missing: string[]
}

export interface Ranked extends Scored {
  /** From 1; those with the same total share a rank, and the next one's is as if they hadn't. */
  rank: number
  isTied: boolean
}

/** Whether weights can be used: none negative, and something to share out. */
export const areWeights = (criteria: readonly WeighedCriterion[]): boolean =>
  criteria.every(({ weight }) => Number.isFinite(weight) && weight >= 0) && sumOf(criteria) > 0

/** Each initiative's total by the criteria, with what it is made of. */
export function scored(
  initiatives: readonly string[],
  criteria: readonly WeighedCriterion[],
  scores: readonly GivenScore[],
): Scored[] {
  const all = sumOf(criteria)
  const given = Map.groupBy(scores, ({ initiative, criterion }) => `${initiative}\n${criterion}`)
  return initiatives.map((initiative) => {
    const contributions = criteria.map(({ key, weight }) => {
      const values = (given.get(`${initiative}\n${key}`) ?? []).map(({ value }) => value)
      return contribution(key, values, { weight, all })
    })
    return {
      initiative,
      contributions,
      total: contributions.reduce((sum, { points }) => sum + points, 0),
      missing: contributions.filter(({ by }) => by === 0).map(({ criterion }) => criterion),
    }
  })
}

function contribution(
  criterion: string,
  values: readonly number[],
  { weight, all }: { weight: number; all: number },
): Contribution {
  if (values.length === 0 || all === 0) return { criterion, by: 0, points: 0 }
  const value = values.reduce((sum, one) => sum + one, 0) / values.length
  return {
    criterion,
    value,
    lowest: Math.min(...values),
    highest: Math.max(...values),
    by: values.length,
    points: (value * weight * WHOLE) / (all * MOST_SCORE),
  }
}

/** Less than this apart is the same: a third three times is a whole. */
const SAME = 1e-9

/** The greatest total first; those that are equal keep the order they came in. */
export function ranked(all: readonly Scored[]): Ranked[] {
  const inOrder = all.toSorted((a, b) => (Math.abs(a.total - b.total) < SAME ? 0 : b.total - a.total))
  const isSame = (a: Scored | undefined, b: Scored | undefined) =>
    a !== undefined && b !== undefined && Math.abs(a.total - b.total) < SAME
  let rank = 0
  return inOrder.map((one, i) => {
    if (!isSame(inOrder[i - 1], one)) rank = i + 1
    return { ...one, rank, isTied: isSame(inOrder[i - 1], one) || isSame(one, inOrder[i + 1]) }
  })
}

const sumOf = (criteria: readonly WeighedCriterion[]) => criteria.reduce((sum, { weight }) => sum + weight, 0)
