/** Random questions of selection, the same for the same seed: for benches and tests. */
import type { Candidate, Limit, Problem } from '#src/rules/selection.ts'

/** Numbers between 0 and 1 that are the same for the same seed (Marsaglia's xorshift, 32 bits). */
export function randomFrom(seed: number): () => number {
  let state = Math.imul(seed + 1, 2_654_435_761) >>> 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state / 2 ** 32
  }
}

export interface ProblemSize {
  items: number
  years: number
  /** The part of all costs that the frames hold. */
  room?: number
}

/** Prerequisites point to earlier items, so there is no circle; a few are mandatory, a few exclude each other. */
export function randomProblem(
  random: () => number,
  { items, years: count, room = 0.45 }: ProblemSize,
): Problem {
  const whole = (most: number) => Math.floor(random() * most)
  const years = Array.from({ length: count }, (_, i) => 2027 + i)
  const perYear = (start: number, most: number) =>
    Object.fromEntries(
      years.flatMap((year) => (year >= start && random() < 0.7 ? [[year, whole(most) * 1000]] : [])),
    )
  const candidates: Candidate[] = Array.from({ length: items }, (_, i) => {
    const start = years[whole(Math.min(count, 3))] ?? 2027
    return {
      id: `i${i}`,
      title: `Initiative ${i}`,
      value: 1 + whole(100),
      start,
      mandatory: random() < 0.08,
      prerequisites: i > 0 && random() < 0.3 ? [`i${whole(i)}`] : [],
      cost: perYear(start, 9000),
      personDays: perYear(start, 0.4),
    }
  }).map((candidate, i) => ({ ...candidate, personDays: { [candidate.start]: 10 + ((i * 37) % 90) } }))
  const total = (of: 'cost' | 'personDays', year: number) =>
    candidates.reduce((sum, candidate) => sum + (candidate[of][year] ?? 0), 0)
  const limits: Limit[] = years.flatMap((year) => [
    { of: 'cost' as const, year, most: Math.round(total('cost', year) * room) },
    { of: 'personDays' as const, year, most: Math.round(total('personDays', year) * (room + 0.2)) },
  ])
  const exclusions = candidates
    .slice(1)
    .flatMap(({ id }, i): [string, string][] => (random() < 0.06 ? [[id, `i${whole(i + 1)}`]] : []))
  return { years, limits, candidates, exclusions }
}
