/** Which forums rank: those that govern a portfolio, and those whom a mandate to prioritise is held after consulting. */
import type { Forum, Mandate } from '#src/lists/organisation.ts'
import type { Portfolio } from '#src/lists/portfolios.ts'

export function forumsThatRank({
  forums,
  portfolios,
  mandates,
}: {
  forums: readonly Forum[]
  portfolios: readonly Pick<Portfolio, 'board' | 'archived'>[]
  mandates: readonly Pick<Mandate, 'matter' | 'forum' | 'archived'>[]
}): Forum[] {
  const keys = new Set([
    ...portfolios.filter(({ archived }) => !archived).flatMap(({ board }) => board?.key ?? []),
    ...mandates
      .filter(({ matter, archived }) => matter === 'ranking' && !archived)
      .flatMap(({ forum }) => forum?.key ?? []),
  ])
  return forums.filter(({ key, archived }) => !archived && keys.has(key))
}
