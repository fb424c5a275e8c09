/** What many needs have become part of, found by key: for whoever follows links among them. */
import type { Initiative } from '#src/lists/initiatives.ts'
import { wholeKeyOf } from './mergedStage.ts'

/** By key: the key of what a need has become part of, however many times over; its own while it stands by itself. */
export function wholeKeys(
  some: readonly Pick<Initiative, 'key' | 'state' | 'mergedInto'>[],
): (key: string) => string {
  const next = new Map(
    some.flatMap((one): [string, string][] => {
      const to = wholeKeyOf(one)
      return to === undefined ? [] : [[one.key, to]]
    }),
  )
  return (key) => {
    const met = new Set<string>()
    let at = key
    for (let to = next.get(at); to !== undefined && !met.has(at); to = next.get(at)) {
      met.add(at)
      at = to
    }
    return at
  }
}
