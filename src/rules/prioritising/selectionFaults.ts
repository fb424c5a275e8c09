/** What makes a question of selection impossible to ask: each fault names what is wrong and where. */
import { type Candidate, candidatesById, type Limit, type Problem } from '../selection.ts'

export type SelectionFault =
  | { why: 'sameId'; id: string }
  | { why: 'noValue'; id: string }
  | { why: 'badAmount'; id: string; of: 'cost' | 'personDays'; year: string }
  | { why: 'badLimit'; of: Limit['of']; year: number }
  | { why: 'unknown'; id: string; by?: string }
  | { why: 'excludesItself'; id: string }
  | { why: 'circle'; ids: string[] }
  | { why: 'badShare'; name: string }
  | { why: 'inAndOut'; id: string }
  /** Left out by hand, though it is required. */
  | { why: 'mandatoryOut'; id: string }

/** Every fault, in the order of the candidates; none when the question can be asked. */
export function selectionFaults(problem: Problem): SelectionFault[] {
  const { candidates, limits, exclusions, corridors = [], forcedIn = [], forcedOut = [] } = problem
  const byId = candidatesById(problem)
  const known = (id: string, by?: string): SelectionFault[] =>
    byId.has(id) ? [] : [{ why: 'unknown', id, ...(by !== undefined && { by }) }]
  const circle = circleAmong(candidates, byId)
  return [
    ...candidates.flatMap((candidate, i) => [
      ...(candidates.findIndex(({ id }) => id === candidate.id) < i
        ? [{ why: 'sameId' as const, id: candidate.id }]
        : []),
      ...(Number.isFinite(candidate.value) ? [] : [{ why: 'noValue' as const, id: candidate.id }]),
      ...badAmounts(candidate, 'cost'),
      ...badAmounts(candidate, 'personDays'),
      ...candidate.prerequisites.flatMap((id) => known(id, candidate.id)),
    ]),
    ...limits.flatMap(({ of, year, most }) =>
      isAmount(most) ? [] : [{ why: 'badLimit' as const, of, year }],
    ),
    ...exclusions.flatMap(([one, other]) => [
      ...known(one),
      ...known(other),
      ...(one === other ? [{ why: 'excludesItself' as const, id: one }] : []),
    ]),
    ...corridors.flatMap(({ name, ids, least = 0, most = 1 }) => [
      ...ids.flatMap((id) => known(id, name)),
      ...(least >= 0 && least <= most && most <= 1 ? [] : [{ why: 'badShare' as const, name }]),
    ]),
    ...[...forcedIn, ...forcedOut].flatMap((id) => known(id)),
    ...forcedIn.filter((id) => forcedOut.includes(id)).map((id) => ({ why: 'inAndOut' as const, id })),
    ...candidates
      .filter(({ id, mandatory }) => mandatory && forcedOut.includes(id))
      .map(({ id }) => ({ why: 'mandatoryOut' as const, id })),
    ...(circle ? [{ why: 'circle' as const, ids: circle }] : []),
  ]
}

/** The ids of one circle of prerequisites, the first also last; nothing when there is none. */
export function circleAmong(
  candidates: readonly Pick<Candidate, 'id' | 'prerequisites'>[],
  byId: ReadonlyMap<string, Pick<Candidate, 'prerequisites'>>,
): string[] | undefined {
  const done = new Set<string>()
  const visit = (id: string, way: readonly string[]): string[] | undefined => {
    const at = way.indexOf(id)
    if (at >= 0) return [...way.slice(at), id]
    if (done.has(id)) return undefined
    for (const need of byId.get(id)?.prerequisites ?? []) {
      const found = visit(need, [...way, id])
      if (found) return found
    }
    done.add(id)
    return undefined
  }
  for (const { id } of candidates) {
    const found = visit(id, [])
    if (found) return found
  }
  return undefined
}

const isAmount = (amount: number) => Number.isFinite(amount) && amount >= 0

const badAmounts = (candidate: Candidate, of: 'cost' | 'personDays'): SelectionFault[] =>
  Object.entries(candidate[of])
    .filter(([, amount]) => !isAmount(amount))
    .map(([year]) => ({ why: 'badAmount', id: candidate.id, of, year }))
