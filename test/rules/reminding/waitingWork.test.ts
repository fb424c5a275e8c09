/** What waits for a person: work that has begun and its reports, and in what order all of it comes. */
import { describe, expect, test } from 'vitest'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Person } from '#src/lists/columns.ts'
import { waitsForMe } from '#src/rules/reminding/waiting.ts'
import type { Facts } from '#src/rules/reminding/waitingFacts.ts'
import { aDependency, anInitiative, complete, type Given } from '#test/fixtures/initiatives.ts'
import { aRef, homeCareManager, TODAY } from '#test/fixtures/organisation.ts'
import { long, kindsFor, whole, me, facts, told } from './waitingFor.ts'

describe('work that has begun', () => {
  const owner = complete.projectOwner as Person
  const manager = complete.projectManager as Person
  const effects = complete.effectOwner as Person
  test.for<{ says: string; who: Person; of: Given<Initiative>; kinds: string[] }>([
    { says: 'its owner, long in delivery', who: owner, of: {}, kinds: ['finish'] },
    { says: 'its manager', who: manager, of: {}, kinds: [] },
    {
      says: 'its owner, while nobody leads the benefits',
      who: owner,
      of: { benefitLead: undefined },
      kinds: [],
    },
    { says: 'its owner, newly begun', who: owner, of: { stageSince: '2024-09-01' }, kinds: [] },
    {
      says: 'the effect owner, benefits being realised',
      who: effects,
      of: { stage: 'benefits' },
      kinds: ['finish'],
    },
    { says: 'the project owner, benefits being realised', who: owner, of: { stage: 'benefits' }, kinds: [] },
    { says: 'paused', who: owner, of: { state: 'paused' }, kinds: [] },
  ])('$says: $kinds', ({ who, of, kinds }) => {
    const begun = anInitiative({ ...complete, stage: 'delivery', stageSince: long, ...of })
    expect(kindsFor(who, begun, whole(begun))).toEqual(kinds)
  })
})

describe('status reports', () => {
  const manager = complete.projectManager as Person
  const running = anInitiative({ ...complete, stage: 'delivery', stageSince: '2024-08-15' })
  const sent = (month: string) => ({ initiative: aRef('i-1'), month })
  test.for<{ says: string; who?: Person; of?: Given<Initiative>; values: Partial<Facts>; kinds: string[] }>([
    { says: 'not read', values: {}, kinds: [] },
    { says: 'none sent', values: { reports: [] }, kinds: ['report'] },
    { says: 'sent for the month', values: { reports: [sent('2024-09')] }, kinds: [] },
    { says: 'sent for the month before', values: { reports: [sent('2024-08')] }, kinds: ['report'] },
    { says: "another's work", who: me, values: { reports: [] }, kinds: [] },
    { says: 'begun in the month', of: { stageSince: '2024-09-02' }, values: { reports: [] }, kinds: [] },
    { says: 'paused', of: { state: 'paused' }, values: { reports: [] }, kinds: [] },
    { says: 'a conflict of interest', of: { conflicted: [manager] }, values: { reports: [] }, kinds: [] },
  ])('$says: $kinds', ({ who = manager, of, values, kinds }) => {
    expect(kindsFor(who, { ...running, ...of } as Initiative, values)).toEqual(kinds)
  })

  test('the month is said', () => {
    const { waiting } = waitsForMe(facts(manager, [running], { reports: [], today: '2024-10-20' }))
    expect(waiting).toMatchObject([{ kind: 'report', month: '2024-10' }])
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

  test('what has become part of another counts with the stage of that one', () => {
    const ready = anInitiative({ ...complete, stage: 'ready', projectManager: me })
    const part = anInitiative({ key: 'i-2', stage: 'screening', state: 'merged', mergedInto: aRef('i-3') })
    const asked = (stage: Initiative['stage']) =>
      waitsForMe(
        facts(me, [ready, part, anInitiative({ key: 'i-3', stage })], {
          ...whole(ready),
          dependencies: [aDependency({ needs: aRef('i-2') })],
        }),
      ).waiting.flatMap(({ missing }) => missing)
    expect(asked('delivery')).toContain('prerequisites')
    expect(asked('benefits')).not.toContain('prerequisites')
  })
})

test('of ten thousand initiatives all that wait for somebody are found', () => {
  const many = Array.from({ length: 10_000 }, (_, i) =>
    anInitiative({ key: `i-${i}`, number: String(i), ...told, unit: aRef(i % 10 ? 'nursing' : 'homeCare') }),
  )
  expect(waitsForMe(facts(homeCareManager, many)).waiting).toHaveLength(1000)
})
