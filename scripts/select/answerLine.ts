/** The answer to a question of selection as one line of JSON says it, and as a few lines that a person reads. */
import { type LeftOut, leftOutOf } from '#src/rules/prioritising/leftOut.ts'
import type { Limit, Problem } from '#src/rules/selection.ts'
import { type Best, type Impossible, isPossible } from '#src/solver/solve.ts'

/** `gap` and `bound` only when the time ran out before a proof: no choice is worth more than `bound`. */
export interface AnswerLine {
  status: 'optimal' | 'feasible' | 'infeasible'
  totalValue: number
  chosen: string[]
  /** `of`: the one it excludes or waits for; `year`: of the frame that keeps it out. */
  leftOut: { id: string; why: LeftOut['why']; of?: string; year?: number }[]
  gap?: number
  bound?: number
  /** Kronor that what must be in lacks, by year; empty when it is at odds with itself instead. */
  shortfall?: Record<string, number>
  /** Person-days that it lacks. */
  shortfallDays?: Record<string, number>
  contradictions?: Impossible['contradictions']
}

export function answerLine(answer: Best | Impossible, problem: Problem): AnswerLine {
  if (!isPossible(answer)) return missing(answer)
  const { choice, value, bound, gap, isProved } = answer
  return {
    status: isProved ? 'optimal' : 'feasible',
    totalValue: value,
    chosen: [...choice.keys()],
    leftOut: leftOutOf(choice, problem).map(({ id, why, ...rest }) => ({
      id,
      why,
      ...('of' in rest && { of: rest.of }),
      ...('limit' in rest && { year: rest.limit.year }),
    })),
    ...(!isProved && { gap, bound }),
  }
}

function missing({ shortfalls, contradictions }: Impossible): AnswerLine {
  const byYear = (of: Limit['of']) =>
    Object.fromEntries(
      shortfalls.filter(({ limit }) => limit.of === of).map(({ limit, by }) => [limit.year, by]),
    )
  const days = byYear('personDays')
  return {
    status: 'infeasible',
    totalValue: 0,
    chosen: [],
    leftOut: [],
    shortfall: byYear('cost'),
    ...(Object.keys(days).length > 0 && { shortfallDays: days }),
    ...(contradictions.length > 0 && { contradictions }),
  }
}

/** What the line says, for whoever reads it. */
export function spoken({ status, totalValue, chosen, leftOut, gap = 0, ...line }: AnswerLine): string[] {
  if (status === 'infeasible') {
    const { shortfall = {}, shortfallDays = {}, contradictions = [] } = line
    return [
      'What must be in does not fit:',
      ...Object.entries(shortfall).map(([year, kr]) => `  ${year}: ${kr} kr is missing`),
      ...Object.entries(shortfallDays).map(([year, days]) => `  ${year}: ${days} person-days are missing`),
      ...contradictions.map((one) =>
        one.why === 'exclusion'
          ? `  ${one.ids.join(' and ')} must both be in, and exclude each other`
          : `  ${one.id} must be in, and ${one.of}, which it waits for, starts later`,
      ),
    ]
  }
  const found = `${chosen.length} chosen of ${chosen.length + leftOut.length}, value ${totalValue}`
  return [
    status === 'optimal'
      ? `${found}: proved to be the best`
      : `${found}: at most ${(gap * 100).toFixed(2)} % from the best`,
    ...leftOut.map(
      ({ id, why, of, year }) =>
        `  left out: ${id} (${[why, of, year].filter((part) => part !== undefined).join(' ')})`,
    ),
  ]
}
