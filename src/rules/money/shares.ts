/** The financing key of a shared initiative: the shares of its parties. */
import type { Ref } from '#src/lists/columns.ts'
import type { FinancingShare } from '#src/lists/initiatives.ts'

/** A row for each party, with its share if it has one; a share of somebody who is no longer a party is still shown. */
export function sharesAround(
  parties: readonly Ref[],
  shares: readonly FinancingShare[] = [],
): FinancingShare[] {
  const percentOf = (party: Ref) => shares.find((share) => share.party.key === party.key)?.percent ?? 0
  const known = new Set(parties.map(({ key }) => key))
  return [
    ...parties.map((party) => ({ party, percent: percentOf(party) })),
    ...shares.filter(({ party }) => !known.has(party.key)),
  ]
}
