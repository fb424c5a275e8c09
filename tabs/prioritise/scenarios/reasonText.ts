/** Why an initiative was left out, and why another is in, as sentences. */
import type { LeftOut } from '#src/rules/prioritising/leftOut.ts'
import type { Choice, Problem } from '#src/rules/selection.ts'
import type { Words } from '#src/text/words.ts'
import type { Naming } from './context.ts'

export function reasonText(left: LeftOut, { t }: Words, { titleOf, limitOf }: Naming): string {
  if ('of' in left) return t(`scenarios.reason.${left.why}`, { other: titleOf(left.of) })
  if ('limit' in left) return t(`scenarios.reason.${left.why}`, { limit: limitOf(left.limit) })
  return t(`scenarios.reason.${left.why}`)
}

export type ChosenWhy = 'mandatory' | 'running' | 'forcedIn' | 'needed' | 'value'

/** The nearest reason: what had to be in, then what somebody chosen waits for, else its value. `bases`: as in the ranking. */
export function chosenWhy(
  id: string,
  { problem, choice, bases }: { problem: Problem; choice: Choice; bases: ReadonlyMap<string, string> },
): { why: ChosenWhy; by: string[] } {
  const one = problem.candidates.find((candidate) => candidate.id === id)
  if (problem.forcedIn?.includes(id)) return { why: 'forcedIn', by: [] }
  if (one?.mandatory) return { why: bases.get(id) === 'running' ? 'running' : 'mandatory', by: [] }
  const by = problem.candidates
    .filter((candidate) => choice.has(candidate.id) && candidate.prerequisites.includes(id))
    .map((candidate) => candidate.id)
  return by.length > 0 ? { why: 'needed', by } : { why: 'value', by: [] }
}
