/** What waits for a person: which kind it is, in what order, and what must be read before it can be said. */
import { describe, expect, test } from 'vitest'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Person } from '#src/lists/columns.ts'
import { type Facts, type Read, waitsForMe } from '#src/rules/waiting.ts'
import {
  aBenefit,
  aCostItem,
  aDecision,
  aDependency,
  anInitiative,
  complete,
  type Given,
} from '#test/fixtures/initiatives.ts'
import {
  aPerson,
  aRef,
  digitalManager,
  director,
  homeCareManager,
  mandates,
  nursingManager,
  otherDirector,
  TODAY,
  tree,
} from '#test/fixtures/organisation.ts'

const me = aPerson('me')
const portfolio = {
  key: 'p-elderly',
  id: '1',
  version: '1',
  title: 'ÄVO',
  code: 'ÄVO',
  process: 'behovsprocessen' as const,
}
const facts = (who: Person, initiatives: Initiative[], values: Partial<Facts> = {}): Facts => ({
  me: who,
  today: TODAY,
  tree,
  mandates,
  portfolios: [portfolio],
  initiatives,
  dependencies: [],
  read: new Map(),
  ...values,
})
const kindsFor = (who: Person, initiative: Initiative, values: Partial<Facts> = {}) =>
  waitsForMe(facts(who, [initiative], values)).waiting.map(({ kind }) => kind)

const whole = (initiative: Initiative, values: Partial<Read> = {}): Partial<Facts> => ({
  read: new Map([
    [
      initiative.key,
      { initiative, costItems: [aCostItem()], benefits: [aBenefit()], decisions: [], ...values },
    ],
  ]),
})
/** All that BP1 asks for. */
const told = { need: 'Nycklar kommer bort', benefit: 'Färre resor', contact: aPerson('contact') }
const long = '2024-07-01'

describe('what is known from the boot load', () => {
  test.for<{ says: string; who: Person; of: Given<Initiative>; kinds: string[] }>([
    { says: 'a need that is ready for BP1', who: homeCareManager, of: told, kinds: ['decide'] },
    { says: 'one that lacks its contact person', who: homeCareManager, of: {}, kinds: ['decideLacking'] },
    { says: "another department's", who: nursingManager, of: told, kinds: [] },
    { says: 'one above, where the department decides', who: director, of: told, kinds: [] },
    {
      says: 'paused',
      who: homeCareManager,
      of: { ...told, state: 'paused' },
      kinds: [],
    },
    { says: 'screened out', who: homeCareManager, of: { ...told, state: 'screenedOut' }, kinds: [] },
    { says: 'driven by others', who: homeCareManager, of: { ...told, external: true }, kinds: [] },
    { says: 'a need I am contact for, with gaps', who: me, of: { contact: me }, kinds: ['prepare'] },
    { says: 'a need I lead the benefits of', who: me, of: { benefitLead: me }, kinds: ['prepare'] },
    { says: 'a need I have nothing to do with', who: me, of: {}, kinds: [] },
    {
      says: 'nothing lacking, and new',
      who: me,
      of: { ...told, contact: me, stageSince: TODAY },
      kinds: [],
    },
    {
      says: 'nothing lacking for 59 days',
      who: me,
      of: { ...told, contact: me, stageSince: '2024-08-03' },
      kinds: [],
    },
    {
      says: 'nothing lacking for 60 days',
      who: me,
      of: { ...told, contact: me, stageSince: '2024-08-02' },
      kinds: ['stalled'],
    },
    {
      says: 'a project that runs, however long',
      who: me,
      of: { ...complete, stage: 'delivery', projectManager: me, stageSince: long },
      kinds: [],
    },
    {
      says: 'my own need, that I decide about',
      who: homeCareManager,
      of: { ...told, contact: homeCareManager },
      kinds: ['decide'],
    },
    {
      says: 'my own need with gaps: filling them comes first',
      who: homeCareManager,
      of: { contact: homeCareManager },
      kinds: ['prepare'],
    },
  ])('$says: $kinds', ({ who, of, kinds }) => {
    expect(kindsFor(who, anInitiative(of))).toEqual(kinds)
  })

  test('only what is empty for certain is called missing, the rest is to be read', () => {
    const { waiting, unread } = waitsForMe(
      facts(me, [anInitiative({ ...told, contact: me, stage: 'preparation', scope: 'own' })]),
    )
    expect(waiting[0]?.missing).toContain('caseNumber')
    expect(waiting[0]?.missing).not.toContain('description')
    expect(waiting[0]?.missing).not.toContain('costPerYear')
    expect(unread).toEqual(['i-1'])
  })

  test('a need at BP1 that I prepare has nothing more to read', () => {
    expect(waitsForMe(facts(me, [anInitiative({ contact: me })])).unread).toEqual([])
  })

  test('a stand-in on their dates decides, and says for whom', () => {
    const standIn = { standIn: me, standInFrom: '2024-09-20', standInTo: '2024-10-10' }
    const rows = mandates.map((m) =>
      m.holder === homeCareManager && m.matter === 'BP1' ? { ...m, ...standIn } : m,
    )
    const [line] = waitsForMe(facts(me, [anInitiative(told)], { mandates: rows })).waiting
    expect(line).toMatchObject({ kind: 'decide', gate: 'BP1', actingFor: homeCareManager })
    const later = facts(me, [anInitiative(told)], { mandates: rows, today: '2024-10-11' })
    expect(waitsForMe(later).waiting).toEqual([])
  })
})

describe('what has been read', () => {
  const shared = anInitiative({
    ...complete,
    stage: 'preparation',
    scope: 'shared',
    concernedUnits: [aRef('homeCare'), aRef('housing')],
    endorsements: ['homeCare', 'housing', 'elderly', 'disability'].map((unit) => ({
      unit: aRef(unit),
      by: director,
      day: '2024-09-01',
    })),
  })
  const yes = aDecision({
    matter: 'BP3',
    party: aRef('elderly'),
    parties: [aRef('elderly'), aRef('disability')],
    outcome: 'waitingList',
  })

  test('a joint decision is shown when the decisions made are read, not before', () => {
    expect(waitsForMe(facts(director, [shared]))).toMatchObject({ waiting: [], unread: ['i-1'] })
    expect(waitsForMe(facts(director, [shared], whole(shared))).waiting).toMatchObject([
      { kind: 'decide', gate: 'BP3', party: { key: 'elderly' } },
    ])
  })

  test('whoever has decided for their part is done, the other is not', () => {
    const read = whole(shared, { decisions: [yes] })
    expect(kindsFor(director, shared, read)).toEqual([])
    expect(kindsFor(otherDirector, shared, read)).toEqual(['decide'])
  })

  test('a conflict of interest takes the decision away, and the preparing', () => {
    const mine = anInitiative({ ...told, contact: homeCareManager, conflicted: [homeCareManager] })
    expect(kindsFor(homeCareManager, mine, whole(mine))).toEqual([])
  })

  test('what lacks is named', () => {
    const need = anInitiative({ ...complete, stage: 'screening', type: undefined, similarChecked: 'linked' })
    const { waiting, unread } = waitsForMe(facts(digitalManager, [need], whole(need)))
    expect(waiting).toMatchObject([{ kind: 'decideLacking', gate: 'BP2', missing: ['similar', 'type'] }])
    expect(unread).toEqual([])
  })
})

describe('the order', () => {
  const need = (key: string, of: Given<Initiative>) => anInitiative({ key, number: key, ...of })

  test('decisions first, then my gaps, then what lacks, then what stands still; oldest first in each', () => {
    const all = [
      need('stalled', { ...told, contact: homeCareManager, unit: aRef('nursing'), stageSince: long }),
      need('lacking', { stageSince: long }),
      need('gap', { contact: homeCareManager, unit: aRef('nursing') }),
      need('new', { ...told, stageSince: TODAY }),
      need('undated', told),
      need('old', { ...told, stageSince: long }),
    ]
    expect(waitsForMe(facts(homeCareManager, all)).waiting.map(({ initiative }) => initiative.key)).toEqual([
      'old',
      'new',
      'undated',
      'gap',
      'lacking',
      'stalled',
    ])
  })

  test('age is in days, and standing still is said of any kind', () => {
    const [line] = waitsForMe(facts(homeCareManager, [need('old', { ...told, stageSince: long })])).waiting
    expect(line).toMatchObject({ days: 92, stalled: true })
  })

  test('what an initiative waits for counts with the stage it has come to', () => {
    const ready = anInitiative({ ...complete, stage: 'ready', projectManager: me })
    const needed = anInitiative({ key: 'i-2', stage: 'preparation' })
    const dependency = aDependency({ needs: aRef('i-2') })
    const asked = (stage: Initiative['stage']) =>
      waitsForMe(
        facts(me, [ready, { ...needed, stage }], { ...whole(ready), dependencies: [dependency] }),
      ).waiting.flatMap(({ missing }) => missing)
    expect(asked('preparation')).toContain('prerequisites')
    expect(asked('closed')).not.toContain('prerequisites')
  })
})

test('ten thousand initiatives are looked through in less than a second', () => {
  const many = Array.from({ length: 10_000 }, (_, i) =>
    anInitiative({ key: `i-${i}`, number: String(i), ...told, unit: aRef(i % 10 ? 'nursing' : 'homeCare') }),
  )
  const before = performance.now()
  expect(waitsForMe(facts(homeCareManager, many)).waiting).toHaveLength(1000)
  expect(performance.now() - before).toBeLessThan(1000)
})
