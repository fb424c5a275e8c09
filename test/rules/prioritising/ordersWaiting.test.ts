/** Which orders wait for whom: those asked for their authority who haven't said theirs, and whoever decides above. */
import { expect, test } from 'vitest'
import type { Mandate } from '#src/lists/organisation.ts'
import type { Ranking } from '#src/lists/prioritising.ts'
import { treeOf } from '#src/rules/organisation/tree.ts'
import { mayBeAsked, ordersWaiting } from '#src/rules/prioritising/ordersWaiting.ts'
import { anInitiative } from '#test/fixtures/initiatives.ts'
import { aMandate, aPerson } from '#test/fixtures/organisation.ts'

const aRef = (key: string) => ({ key, title: key })
const item = <T extends object>(values: T) => ({ id: '1', version: '1', ...values })
const [anna, bo, top] = [aPerson('a'), aPerson('b'), aPerson('t')]
const forum = item({ key: 'f', title: 'f', unit: aRef('org') })
const parties = [aRef('u-a'), aRef('u-b')]
const units = [
  item({ key: 'org', title: 'org', kind: 'organisation' as const }),
  ...parties.map((one) => item({ ...one, kind: 'administration' as const, parent: aRef('org') })),
]
const director = (holder: typeof anna, unit: string): Mandate =>
  aMandate({
    key: `m-${unit}`,
    holder,
    matter: 'ranking',
    scope: 'shared',
    needsAll: true,
    unit: aRef(unit),
    forum: aRef('f'),
  })
const mandates = [
  director(anna, 'u-a'),
  director(bo, 'u-b'),
  aMandate({ key: 'm-top', holder: top, matter: 'escalation', scope: 'allPortfolios', forum: aRef('top') }),
]
const voice = (unit: string, outcome: 'grant' | 'refuse') => ({
  party: aRef(unit),
  outcome,
  decision: aRef(`d-${unit}`),
  by: anna,
  on: '2024-09-20',
})
const laid = (values: Partial<Ranking>): Ranking =>
  item({
    key: 'r',
    claim: 'r',
    title: 'f 2025',
    forum: aRef('f'),
    year: 2025,
    day: '2024-09-18',
    state: 'proposed',
    attempt: 1,
    parties,
    weights: [],
    lines: [],
    ...values,
  })
const waiting = (who: typeof anna, row: Ranking) =>
  ordersWaiting(who, {
    rankings: [row],
    forums: [forum],
    initiatives: [anInitiative({ key: 'A-1' })],
    mandates,
    tree: treeOf(units),
    portfolios: [],
    today: '2024-10-01',
  }).map(({ party }) => party?.key ?? 'above')

test.for([
  { says: 'both are asked', row: laid({}), of: [['u-a'], ['u-b'], []] },
  { says: 'one has said yes', row: laid({ voices: [voice('u-a', 'grant')] }), of: [[], ['u-b'], []] },
  {
    says: 'one has said no',
    row: laid({ state: 'refused', voices: [voice('u-a', 'refuse')] }),
    of: [[], [], []],
  },
  { says: 'it is raised', row: laid({ state: 'raised', raisedTo: aRef('top') }), of: [[], [], ['above']] },
  { says: 'it is decided', row: laid({ state: 'decided' }), of: [[], [], []] },
  { says: 'another was laid forth', row: laid({ state: 'replaced' }), of: [[], [], []] },
  { says: 'one post began it', row: laid({ parties: [] }), of: [[], [], []] },
])('$says', ({ row, of }) => {
  expect([anna, bo, top].map((who) => waiting(who, row))).toEqual(of)
})

test('only those with a right that an order may be asked of read them', () => {
  expect([anna, top, aPerson('z')].map((who) => mayBeAsked(mandates, who))).toEqual([true, true, false])
})
