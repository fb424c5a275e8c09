/** What a scenario was reckoned from, told from what is known today: a fingerprint, and what differs. */
import type { BasisItem, ScenarioBasis } from '#src/lists/prioritising.ts'
import { canonical } from '../canonical.ts'
import { type Candidate, type Limit, wholeCost } from '../selection.ts'
import { limitName } from './selectionLimits.ts'
import { type ProblemRows, selectionOf, settingsOf } from './selectionProblem.ts'

/** What is known for some years, with nothing changed by hand. */
export function basisOf(rows: ProblemRows, years: readonly number[]): ScenarioBasis {
  const { problem } = selectionOf(rows, settingsOf(years))
  return {
    items: Object.fromEntries(
      problem.candidates.map(
        ({ id, value, start, mandatory, cost, personDays, prerequisites, receiving }) => [
          id,
          {
            ...(receiving && { receives: receivedBy(receiving) }),
            // A hundredth of a point is nobody's change of mind.
            value: Math.round(value * 100) / 100,
            start,
            isIn: mandatory,
            cost: { ...cost },
            days: { ...personDays },
            needs: prerequisites.toSorted(),
          },
        ],
      ),
    ),
    limits: limitSums(problem.limits),
  }
}

/** Rooms as days of a whole year: a row for each quarter would be more than anybody reads. */
function limitSums(limits: readonly Limit[]): ScenarioBasis['limits'] {
  const sums: ScenarioBasis['limits'] = {}
  for (const limit of limits) {
    const name = limit.of === 'receiving' ? `${limit.unit}/${limit.year}` : limitName(limit)
    const at = `${limit.of} ${name}`
    sums[at] = (sums[at] ?? 0) + limit.most
  }
  return sums
}

const receivedBy = (receiving: NonNullable<Candidate['receiving']>): Record<string, number> =>
  Object.fromEntries(Object.entries(receiving).map(([unit, quarters]) => [unit, sumOf(quarters)]))

/** The same for the same basis, in whatever order its rows came; 53 bits, enough to tell two apart. */
export function fingerprint(basis: ScenarioBasis): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  for (const char of canonical(basis)) {
    const code = char.codePointAt(0) ?? 0
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36)
}

export type BasisChange =
  | { what: 'gone' | 'new'; id: string }
  | { what: 'cost' | 'value' | 'days' | 'start'; id: string; before: number; now: number }
  /** The same sum over other years. */
  | { what: 'years'; id: string }
  /** Other days, or other units, are to receive it. */
  | { what: 'receives'; id: string; before: number; now: number }
  | { what: 'needs'; id: string; added: string[]; removed: string[] }
  | { what: 'isIn'; id: string; now: boolean }
  | { what: 'limit'; of: Limit['of']; name: string; before?: number; now?: number }

/** What is known today and wasn't then, initiative by initiative; frames last. */
export function changesSince(before: ScenarioBasis, now: ScenarioBasis): BasisChange[] {
  const ids = [...new Set([...Object.keys(before.items), ...Object.keys(now.items)])]
  const limits = [...new Set([...Object.keys(before.limits), ...Object.keys(now.limits)])]
  return [
    ...ids.flatMap((id): BasisChange[] => {
      const [was, is] = [before.items[id], now.items[id]]
      if (!was || !is) return [{ what: is ? 'new' : 'gone', id }]
      return itemChanges(id, was, is)
    }),
    ...limits.flatMap((key): BasisChange[] => {
      const [was, is] = [before.limits[key], now.limits[key]]
      if (was === is) return []
      const [of, name = ''] = key.split(' ') as [Limit['of'], string?]
      return [
        {
          what: 'limit',
          of,
          name,
          ...(was !== undefined && { before: was }),
          ...(is !== undefined && { now: is }),
        },
      ]
    }),
  ]
}

function itemChanges(id: string, was: BasisItem, is: BasisItem): BasisChange[] {
  const number = (what: 'cost' | 'value' | 'days' | 'start', before: number, now: number): BasisChange[] =>
    before === now ? [] : [{ what, id, before, now }]
  const added = is.needs.filter((one) => !was.needs.includes(one))
  const removed = was.needs.filter((one) => !is.needs.includes(one))
  const cost = number('cost', wholeCost(was), wholeCost(is))
  const days = number('days', sumOf(was.days), sumOf(is.days))
  const isMoved = (one: object, other: object) => canonical(one) !== canonical(other)
  return [
    ...cost,
    ...days,
    ...(cost.length + days.length === 0 && (isMoved(was.cost, is.cost) || isMoved(was.days, is.days))
      ? [{ what: 'years' as const, id }]
      : []),
    ...(isMoved(was.receives ?? {}, is.receives ?? {})
      ? [{ what: 'receives' as const, id, before: sumOf(was.receives ?? {}), now: sumOf(is.receives ?? {}) }]
      : []),
    ...number('value', was.value, is.value),
    ...number('start', was.start, is.start),
    ...(added.length + removed.length > 0 ? [{ what: 'needs' as const, id, added, removed }] : []),
    ...(was.isIn === is.isIn ? [] : [{ what: 'isIn' as const, id, now: is.isIn }]),
  ]
}

const sumOf = (amounts: Readonly<Record<string, number>>) =>
  Object.values(amounts).reduce((sum, one) => sum + one, 0)
