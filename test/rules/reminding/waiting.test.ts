/** What waits for a person: which kind it is, and what must be read before it can be said. */
import { describe, expect, test } from 'vitest'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Person } from '#src/lists/columns.ts'
import { waitsForMe } from '#src/rules/reminding/waiting.ts'
import type { Facts, Read } from '#src/rules/reminding/waitingFacts.ts'
import { aDecision, anInitiative, complete, type Given } from '#test/fixtures/initiatives.ts'
import {
  aMandate,
  aPerson,
  aRef,
  digitalManager,
  director,
  homeCareManager,
  mandates,
  nursingManager,
  otherDirector,
  TODAY,
} from '#test/fixtures/organisation.ts'
import { told, me, long, kindsFor, facts, whole, portfolio } from './waitingFor.ts'

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

describe('what has been raised', () => {
  const portfolj = { ...portfolio, process: 'portfoljprocessen' as const }
  const board = aRef('board')
  const forums = [{ ...portfolio, key: 'board', title: 'Ledningsgruppen' }]
  const chair = aPerson('chair')
  const rows = [
    aMandate({ matter: 'ranking', scope: 'any', unit: aRef('elderly'), holder: director }),
    aMandate({ matter: 'escalation', scope: 'any', holder: chair, forum: board }),
  ]
  const raising = aDecision({
    key: 'raising',
    number: '2024-0007',
    matter: 'intake',
    outcome: 'escalate',
    raisedTo: board,
    decidedBy: director,
    grounds: 'Rör hela regionen',
  })
  const need = anInitiative({ ...told, stage: 'need', lastDecision: aRef('raising') })
  const given: Partial<Facts> = { portfolios: [portfolj], mandates: rows, forums, raised: [raising] }
  const asked = (who: Person, initiative: Initiative, decisions?: Read['decisions']) =>
    waitsForMe(facts(who, [initiative], { ...given, ...(decisions && whole(initiative, { decisions })) }))

  test('whoever it has been raised to sees it at once, with who raised it and why', () => {
    const { waiting, unread } = asked(chair, need)
    expect(waiting).toMatchObject([
      { kind: 'raised', gate: 'intake', raised: { decidedBy: director, grounds: 'Rör hela regionen' } },
    ])
    expect(unread).toEqual(['i-1'])
  })

  test('it comes before everything else, also when it lacks something', () => {
    const lacking = { ...need, contact: undefined } as unknown as Initiative
    expect(asked(chair, lacking, [raising]).waiting).toMatchObject([{ kind: 'raised', missing: ['contact'] }])
  })

  test('whoever raised it has it no more, once the decisions are read', () => {
    const mine = (decisions?: Read['decisions']) =>
      waitsForMe(
        facts(director, [need], { ...given, raised: [], ...(decisions && whole(need, { decisions })) }),
      ).waiting.map(({ kind }) => kind)
    expect(mine([])).toEqual(['decide'])
    expect(mine([raising])).toEqual([])
  })

  test('when something else has been decided since, nothing is said before the decisions are read', () => {
    const later = { ...need, lastDecision: aRef('financing-1') }
    expect(asked(chair, later)).toMatchObject({ waiting: [], unread: ['i-1'] })
    expect(asked(chair, later, [raising]).waiting).toMatchObject([{ kind: 'raised' }])
  })

  test('what has been decided there since no longer waits', () => {
    const answer = aDecision({ matter: 'intake', number: '2024-0008', attempt: 2, outcome: 'goOn' })
    expect(asked(chair, need, [raising, answer]).waiting).toEqual([])
  })

  test('work that has begun waits, too, when it has been raised', () => {
    const concept = anInitiative({ ...complete, stage: 'concept', lastDecision: aRef('raising') })
    const raised = [aDecision({ ...raising, matter: 'development' })]
    const { waiting } = waitsForMe(facts(chair, [concept], { ...given, raised }))
    expect(waiting).toMatchObject([{ kind: 'raised', gate: 'development', stalled: false }])
  })
})
