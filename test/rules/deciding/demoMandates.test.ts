/** The demo's mandates let the work be done: what six administrations share, and what each portfolio of the region decides. */
import { expect, test } from 'vitest'
import { decidersOf, decidingRight } from '#src/rules/mandate.ts'
import { gatesOf, matterOf } from '#src/rules/gates.ts'
import { treeOf } from '#src/rules/organisation/tree.ts'
import { organisationRows } from '#scripts/demo/organisationRows.ts'
import { anInitiative } from '#test/fixtures/initiatives.ts'
import { aRef, TODAY } from '#test/fixtures/organisation.ts'

const asRead = <D extends object>(rows: readonly D[]) =>
  rows.map((row, id) => ({ ...row, id: String(id), version: '1' }))
function rowsOf(organisation: string) {
  const { units, mandates, portfolios } = organisationRows(organisation)
  return { tree: treeOf(asRead(units)), mandates: asRead(mandates), portfolios }
}

test.for(['BP3', 'start', 'financing'] as const)(
  '%s of what six administrations share: six directors',
  (matter) => {
    const six = ['u-avo', 'u-ffs', 'u-sfc', 'u-sfno', 'u-sfso', 'u-sfva']
    const initiative = anInitiative({ unit: aRef('u-avo'), scope: 'shared', concernedUnits: six.map(aRef) })
    const right = decidingRight({ ...rowsOf('u-stad'), matter, initiative, today: TODAY })
    expect(right.kind).toBe('all')
    expect(new Set(decidersOf(right).map((d) => d.holder.id)).size).toBe(6)
  },
)

test('every gate of every portfolio of the region has a post', () => {
  const { portfolios, ...given } = rowsOf('u-rv')
  const nobody = portfolios.flatMap(({ key, title }) =>
    gatesOf('portfoljprocessen').flatMap((gate) => {
      const initiative = anInitiative({ unit: aRef('u-rv-pv'), portfolio: { key, title } })
      const right = decidingRight({ ...given, matter: matterOf(gate), initiative, today: TODAY })
      return right.kind === 'one' ? [] : [`${key} ${gate}`]
    }),
  )
  expect(nobody).toEqual([])
})
