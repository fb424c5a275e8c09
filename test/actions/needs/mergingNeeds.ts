/** Needs that are about the same, merged and split on the tenant. */
import { runAction } from '#src/actions/index.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { trail } from '#src/lists/decisions.ts'
import { aNeed, unitRef } from '#test/fixtures/needs.ts'
import type { Stand } from '#test/fixtures/stand.ts'

export const brief = { business: false }
const early = { stage: 'screening', scope: null, similarChecked: null, concernedUnits: null } as const

/** Merges and splits needs on that tenant, and tells what their trails say of it. */
export function mergingNeeds(stand: () => Stand) {
  /** Home care's need, and two of others that are about the same. */
  async function threeNeeds() {
    const into = await aNeed(stand(), { ...early, scope: 'own' }, brief)
    const nursing = await aNeed(stand(), { ...early, unit: await unitRef(stand(), 'u-avo-vob') }, brief)
    const housing = await aNeed(
      stand(),
      { ...early, unit: await unitRef(stand(), 'u-ffs-boe'), contact: stand().person('jointManager') },
      brief,
    )
    return { into, from: [nursing, housing] as const }
  }
  const merge = (into: Initiative, from: readonly Initiative[], given = {}) =>
    runAction(stand().work('developmentLead', given), 'mergeNeeds', {
      into: into.key,
      from: from.map(({ key }) => key),
    })
  const split = (need: Initiative, given = {}) =>
    runAction(stand().work('developmentLead', given), 'splitNeed', { need: need.key })

  /** What its trail tells of merging, in the order it was written. */
  async function told(need: Initiative) {
    const entries = await stand().store.where(trail, { column: 'initiative', value: need.key })
    return entries
      .filter(({ kind }) => kind === 'merged')
      .toSorted((a, b) => Number(a.id) - Number(b.id))
      .map(({ from, to }) => (to === undefined ? `out of ${from}` : `into ${to}`))
  }
  return { threeNeeds, merge, told, split }
}
