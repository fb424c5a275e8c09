/** § of a forum's year: who is numbered next, without gaps or doubles, whoever writes the numbers down. */
import type { Ref } from '#src/lists/columns.ts'
import type { Paragraph } from '#src/lists/minutes.ts'

type Numbered = Pick<Paragraph, 'number' | 'run'>

/** `f-pf/2024/8`: unique, so that nobody else has the number. */
export const paragraphClaim = (forum: string, year: number, n: number) => `${forum}/${year}/${n}`

/** The key of an item's §: an item has one. */
export const paragraphKey = (item: Pick<Ref, 'key'>) => `${item.key}/paragraph`

/** The numbers of a year that are taken, by the claims that hold them. */
export const takenNumbers = (claims: readonly string[]): Set<number> =>
  new Set(claims.map((claim) => Number(claim.split('/').at(-1))).filter(Number.isSafeInteger))

/** One more than the highest. */
export const nextNumber = (taken: ReadonlySet<number>) => 1 + Math.max(0, ...taken)

/**
 * What is still to be written down of those who were numbered together last: each has its number already, from its place after
 * the first. Nobody else is numbered before they all are, so that the minutes of a meeting follow on.
 */
export function openRun<P extends Numbered>(
  given: readonly P[],
  taken: ReadonlySet<number>,
): { first: P; rest: { item: Ref; number: number }[] } | undefined {
  const first = given.filter(({ run }) => run?.length).toSorted((a, b) => b.number - a.number)[0]
  if (!first?.run) return undefined
  const rest = first.run
    .map((item, index) => ({ item, number: first.number + index }))
    .filter(({ number }) => !taken.has(number))
  return rest.length > 0 ? { first, rest } : undefined
}
