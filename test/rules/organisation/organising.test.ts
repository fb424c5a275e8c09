/** What an administrator may not do to the organisation, and who has which right. */
import { describe, expect, test } from 'vitest'
import type { Mandate, PersonRow, Unit } from '#src/lists/organisation.ts'
import type { Organisation, OrganisationList } from '#src/rules/organisation/organising.ts'
import { unsound, type Unsound } from '#src/rules/organisation/organising.ts'
import { rightsOf } from '#src/rules/deciding/rights.ts'
import { aMandate, aPerson, aRef, director, employee, TODAY, tree } from '../../fixtures/organisation.ts'

const row = (key: string) => ({ key, id: `id-${key}`, version: '1', title: key })
const aRow = (key: string, values: Partial<PersonRow> = {}): PersonRow => ({
  ...row(key),
  person: aPerson(key),
  ...values,
})
const unit = (key: string, values: Partial<Unit> = {}): Unit => ({ ...(tree.get(key) as Unit), ...values })

const now: Organisation = {
  units: [...tree.values()],
  committees: [],
  people: [aRow('ada', { roles: ['administrator'], unit: aRef('quality') }), aRow('bo')],
  forums: [
    { ...row('top') },
    { ...row('middle'), escalatesTo: aRef('top') },
    { ...row('low'), escalatesTo: aRef('middle') },
  ],
  mandates: [],
  portfolios: [{ ...row('pf'), code: 'ÄVO', process: 'behovsprocessen', board: aRef('low') }],
}
const mandate = (values: Partial<Mandate>) =>
  aMandate({ matter: 'BP1', scope: 'any', holder: director, ...values })

test.for<{ says: string; list: OrganisationList; row: object; found: Unsound[] }>([
  {
    says: 'a unit may move to another parent',
    list: 'units',
    row: unit('homeCare', { parent: aRef('disability') }),
    found: [],
  },
  {
    says: 'a unit may not hang under itself',
    list: 'units',
    row: unit('elderly', { parent: aRef('elderly') }),
    found: ['circle'],
  },
  {
    says: 'nor under what hangs under it',
    list: 'units',
    row: unit('elderly', { parent: aRef('homeCareSouth') }),
    found: ['circle'],
  },
  {
    says: 'a unit with others under it stays',
    list: 'units',
    row: unit('homeCare', { archived: true }),
    found: ['inUse'],
  },
  {
    says: 'a unit where somebody works stays',
    list: 'units',
    row: unit('quality', { archived: true }),
    found: ['inUse'],
  },
  {
    says: 'a unit that nobody points at may go',
    list: 'units',
    row: unit('intraservice', { archived: true }),
    found: [],
  },
  {
    says: 'a person is there once',
    list: 'people',
    row: aRow('new', { person: aPerson('bo') }),
    found: ['double'],
  },
  {
    says: 'the last administrator keeps the role',
    list: 'people',
    row: aRow('ada', { roles: [] }),
    found: ['lastAdministrator'],
  },
  {
    says: 'and is not taken away',
    list: 'people',
    row: aRow('ada', { roles: ['administrator'], archived: true }),
    found: ['lastAdministrator'],
  },
  { says: 'others may lose theirs', list: 'people', row: aRow('bo', { archived: true }), found: [] },
  {
    says: 'a forum does not lift to itself',
    list: 'forums',
    row: { ...row('top'), escalatesTo: aRef('low') },
    found: ['circle'],
  },
  {
    says: 'a forum that others lift to stays',
    list: 'forums',
    row: { ...row('middle'), archived: true },
    found: ['inUse'],
  },
  {
    says: 'a forum that leads a portfolio stays',
    list: 'forums',
    row: { ...row('low'), archived: true },
    found: ['inUse'],
  },
  {
    says: 'a code is used once, whatever the case',
    list: 'portfolios',
    row: { ...row('other'), code: 'ävo', process: 'behovsprocessen' },
    found: ['double'],
  },
  {
    says: 'dates without a stand-in mean nothing',
    list: 'mandates',
    row: mandate({ standInFrom: '2024-10-01' }),
    found: ['standInMissing'],
  },
  {
    says: 'a stand-in ends after the start',
    list: 'mandates',
    row: mandate({ standIn: employee, standInFrom: '2024-10-02', standInTo: '2024-10-01' }),
    found: ['standInDates'],
  },
  {
    says: 'a stand-in without dates is for conflicts of interest',
    list: 'mandates',
    row: mandate({ standIn: employee }),
    found: [],
  },
  {
    says: 'a department’s mandate names it',
    list: 'mandates',
    row: mandate({ scope: 'department' }),
    found: ['mandateUnit'],
  },
  {
    says: 'a portfolio’s mandate names it',
    list: 'mandates',
    row: mandate({ scope: 'portfolio' }),
    found: ['mandatePortfolio'],
  },
])('$says', ({ list, row: given, found }) => {
  expect(unsound(list, given as never, now).map(({ fault }) => fault)).toEqual(found)
})

test('what keeps a unit is named', () => {
  expect(unsound('units', unit('homeCare', { archived: true }), now)[0]?.names).toEqual([
    'homeCareSouth (area)',
  ])
})

describe('rights', () => {
  const people = [aRow('d', { person: director, roles: ['director', 'administrator'] })]
  const mandates = [
    mandate({}),
    mandate({ holder: employee, standIn: director, standInFrom: '2024-09-30', standInTo: '2024-10-04' }),
    mandate({ holder: employee, standIn: director, standInTo: '2024-09-01' }),
    mandate({ holder: employee, standIn: director }),
  ]

  test('come from roles, from posts held, and from standing in, on the days of it', () => {
    const rights = rightsOf(director.id, { people, mandates, today: TODAY })
    expect(rights.map(({ from }) => from)).toEqual([
      'role',
      'role',
      'mandate',
      'standIn',
      'standIn',
      'standIn',
    ])
    expect(rights.flatMap((r) => (r.from === 'standIn' ? [r.now] : []))).toEqual([true, false, false])
    expect(rights.find((r) => r.from === 'role' && r.role === 'administrator')).toMatchObject({
      tasks: expect.arrayContaining(['organise', 'import', 'prepare']) as string[],
    })
  })

  test('whoever has none has none', () => {
    expect(rightsOf('nobody', { people, mandates, today: TODAY })).toEqual([])
  })
})
