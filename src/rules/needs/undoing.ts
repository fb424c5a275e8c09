/** Which initiatives go when the import that made them is undone, and which stay because somebody has worked with them. */
import type { Initiative } from '#src/lists/initiatives.ts'

/** Why one stays, in the order looked for. */
export const keptReasons = ['other', 'decided', 'used', 'changed'] as const
export type KeptReason = (typeof keptReasons)[number]

/** What is known of an imported initiative besides its own columns. */
export interface Traces {
  /** Decisions about it, also those that haven't changed it yet. */
  decisions: number
  /** Costs, benefits, reports and whatever else stands on it. */
  rows: number
  /** Trail entries, but for those that tell of the import. */
  entries: number
  /** Whether something else stands in its own columns than what was read in. */
  rewritten: boolean
}

/** The reason that it stays; `undefined` when nobody has touched it since it was read in. */
export function whyKept(
  initiative: Pick<Initiative, 'importBatch' | 'lastDecision' | 'mergedInto'>,
  batch: string,
  { decisions, rows, entries, rewritten }: Traces,
): KeptReason | undefined {
  if (initiative.importBatch !== batch) return 'other'
  if (decisions > 0 || initiative.lastDecision) return 'decided'
  if (rows > 0 || initiative.mergedInto) return 'used'
  return entries > 0 || rewritten ? 'changed' : undefined
}

/**
 * How many times SharePoint has written the item: the number that ends its ETag, `"8f…,3"`
 * (https://learn.microsoft.com/graph/api/resources/listitem). A version of another shape tells nothing: 1. More than one
 * need not mean that somebody has worked with it: numbers of persons are filled in once the site knows them.
 */
export const revisionOf = (version: string) => Number(/,(\d+)"?$/.exec(version)?.[1] ?? 1)

/** An initiative that goes is archived, and gives its key and number back: the mended workbook may be read in again. */
export function undoneValues({ id, key, number }: Pick<Initiative, 'id' | 'key' | 'number'>) {
  const end = `~${id}`
  const freed = (text: string) => text.slice(0, 255 - end.length) + end
  return { key: freed(key), number: freed(number), archived: true }
}
