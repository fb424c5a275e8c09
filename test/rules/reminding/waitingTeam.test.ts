/** What lies with a development team, whoever else has a name on it. */
import { expect, test } from 'vitest'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { PersonRow } from '#src/lists/organisation.ts'
import { waitsForMe } from '#src/rules/reminding/waiting.ts'
import { teamOf } from '#src/rules/reminding/waitingFacts.ts'
import { anInitiative } from '#test/fixtures/initiatives.ts'
import { aPerson, aRef, mandates, TODAY, tree } from '#test/fixtures/organisation.ts'

const me = aPerson('me')
const lead = { roles: ['developmentLead' as const], unit: aRef('quality') }
const team = teamOf(lead, tree)
const portfolio = {
  key: 'p-elderly',
  id: '1',
  version: '1',
  title: 'ÄVO',
  code: 'ÄVO',
  process: 'behovsprocessen' as const,
}

const waitsFor = (values: Partial<Initiative>) =>
  waitsForMe({
    me,
    team,
    today: TODAY,
    tree,
    mandates,
    forums: [],
    portfolios: [portfolio],
    initiatives: [anInitiative({ stage: 'screening', ...values })],
    dependencies: [],
    read: new Map(),
  })

test.for<[string, Partial<PersonRow> | undefined, string | undefined]>([
  ['a development lead works in the team of their administration', lead, 'elderly'],
  ['so does service management', { ...lead, roles: ['serviceManagement'] }, 'elderly'],
  ['a manager does not', { ...lead, roles: ['departmentManager'] }, undefined],
  ['nor whoever has no unit', { roles: ['developmentLead'] }, undefined],
  ['nor whoever is not in the register', undefined, undefined],
])('%s', ([, row, found]) => {
  expect(teamOf(row, tree)).toBe(found)
})

test.for<[string, Partial<Initiative>, string[]]>([
  ['a need of theirs in the first screening waits for the team', {}, ['tend']],
  ['and in preparation', { stage: 'preparation' }, ['tend']],
  ['before that it lies with the operation', { stage: 'collection' }, []],
  ['after that with the project office', { stage: 'ready' }, []],
  ['another administration has its own team', { unit: aRef('housing') }, []],
  ['whoever has a conflict of interest leaves it to the others', { conflicted: [me] }, []],
  ['paused, it waits for nobody', { state: 'paused' }, []],
  ['with my name on it, it is mine first', { contact: me }, ['prepare']],
])('%s', ([, values, kinds]) => {
  expect(waitsFor(values).waiting.map(({ kind }) => kind)).toEqual(kinds)
})

test('no more is read of it than what the start brought in', () => {
  expect(waitsFor({}).unread).toEqual([])
})
