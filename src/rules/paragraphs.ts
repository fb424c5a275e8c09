/** § of a forum's year: who is numbered next, without gaps or doubles, whoever writes the numbers down. */
import type { Ref } from '#src/lists/columns.ts'
import type { Paragraph } from '#src/lists/minutes.ts'

type Numbered = Pick<Paragraph, 'item' | 'number' | 'run'>

/** `f-pf/2024/8`: unique, so that nobody else has the number. */
export const paragraphClaim = (forum: string, year: number, n: number) => `${forum}/${year}/${n}`

/** The key of an item's §: an item has one. */
export const paragraphKey = (item: Pick<Ref, 'key'>) => `${item.key}/paragraph`

/** The highest number of the year; 0 when none is given. */
export const lastNumber = (given: readonly Numbered[]) => Math.max(0, ...given.map((row) => row.number))

/**
 * What is still to be written down of those who were numbered together last: each has its number already, from its place after
 * the first. Nobody else is numbered before they all are, so that the minutes of a meeting follow on.
 */
export function openRun<P extends Numbered>(
  given: readonly P[],
): { first: P; rest: { item: Ref; number: number }[] } | undefined {
  const first = given.filter(({ run }) => run?.length).toSorted((a, b) => b.number - a.number)[0]
  if (!first?.run) return undefined
  const written = new Set(given.map(({ item }) => item.key))
  const rest = first.run
    .map((item, index) => ({ item, number: first.number + index }))
    .filter(({ item }) => !written.has(item.key))
  return rest.length > 0 ? { first, rest } : undefined
}
