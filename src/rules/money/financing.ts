/** What a party decides to pay: all of it alone, or its share of the same total as the others when it is shared. */
import type { Ref } from '#src/lists/columns.ts'
import type { Decision, Outcome } from '#src/lists/decisions.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { areSharesWhole } from '../needs.ts'
import { attemptOf, decisionsOf } from '../meetings/outcomes.ts'
import type { Refusal } from '../refusal.ts'
import type { UnitTree } from '../organisation/tree.ts'

/** A party's share of an amount, in whole kronor. */
export const shareOf = (
  amountKr: number,
  party: Ref,
  { financingShares }: Pick<Initiative, 'financingShares'>,
) => Math.round((amountKr * (financingShares?.find((s) => s.party.key === party.key)?.percent ?? 0)) / 100)

/** The party's own amount, the total, and why it may not be decided so; without a party, the amount as it is. */
export function roundFinancing({
  outcome,
  amountKr,
  party,
  initiative,
  tree,
  made,
}: {
  outcome: Outcome
  amountKr: number
  party: Ref | undefined
  initiative: Initiative
  tree: UnitTree
  made: readonly Decision[]
}): { amountKr: number; totalKr?: number; refusals: Refusal[] } {
  if (!party) return { amountKr, refusals: [] }
  const other = outcome === 'grant' ? granted(made)?.totalKr : undefined
  const refusals: Refusal[] = []
  if (!areSharesWhole({ initiative, tree }))
    refusals.push({ why: 'missing', matter: 'financing', needs: ['financingShares'] })
  if (other !== undefined && other !== amountKr)
    refusals.push({ why: 'amountDiffers', number: granted(made)?.number ?? '', amountKr: other })
  return { amountKr: shareOf(amountKr, party, initiative), totalKr: amountKr, refusals }
}

/** What the first party granted in the round that is open; the others decide about the same total. */
export function granted(made: readonly Decision[]): Decision | undefined {
  const latest = made.filter((d) => d.matter === 'financing' && d.party).at(-1)
  if (!latest) return undefined
  const attempt = attemptOf(made, 'financing', latest.parties ?? [])
  return decisionsOf(made, 'financing', attempt).find((d) => d.outcome === 'grant')
}
