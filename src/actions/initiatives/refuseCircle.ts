/** Refuses what would make initiatives wait for each other in a ring, and names them; such a ring would never start. */
import { dependencies } from '#src/lists/businessCase.ts'
import { initiatives, states } from '#src/lists/initiatives.ts'
import { circleByMerging } from '#src/rules/initiatives/dependencies.ts'
import { wholeKeys } from '#src/rules/needs/wholeKeys.ts'
import { nameOf } from '#src/rules/needs/merging.ts'
import { Refused } from '#src/rules/refusal.ts'
import type { Work } from '../work.ts'

/** By key: what each need has become part of. */
export const readWholes = async ({ store }: Work) =>
  wholeKeys(await store.where(initiatives, { column: 'state', value: states.merged }))

/** Throws Refused with the circle; does nothing when there is none. */
export async function refuseNamed({ store }: Work, circle: readonly string[]) {
  if (circle.length === 0) return
  const rows = await Promise.all(circle.map((key) => store.byKey(initiatives, key)))
  throw new Refused({
    why: 'circle',
    through: circle.map((key, i) => ({ key, title: rows[i] ? nameOf(rows[i]) : key })),
  })
}

/** Throws Refused when needs that become one would wait for themselves, by way of others. */
export async function refuseMergedCircle(work: Work, merge: { into: string; from: readonly string[] }) {
  const all = await work.store.all(dependencies)
  await refuseNamed(work, circleByMerging(merge, all, await readWholes(work)))
}
