/** The proposer's steps: what happened, in which step, and what it ended in. */
import { describe, expect, test } from 'vitest'
import type { TrailEntry } from '#src/lists/decisions.ts'
import { endOf, stepsOf } from '#src/rules/initiatives/progress.ts'
import { aDecision, anInitiative } from '#test/fixtures/initiatives.ts'
import { aPerson, aRef } from '#test/fixtures/organisation.ts'

let made = 0
function anEntry(values: Partial<TrailEntry> & Pick<TrailEntry, 'kind' | 'day'>): TrailEntry {
  const id = String(++made)
  return {
    key: `t-${id}`,
    id,
    version: '1',
    title: 'x',
    initiative: aRef('i-1'),
    person: aPerson('someone'),
    ...values,
  }
}
const proposed = anEntry({ kind: 'proposed', day: '2024-01-10', to: 'Insamling behov/idéer' })
const toScreening = aDecision({ number: '2024-0001', decidedOn: '2024-02-01', wording: 'Går vidare.' })
const moved = anEntry({
  kind: 'stage',
  day: '2024-02-01',
  from: 'Insamling behov/idéer',
  to: 'Grovsållning',
  decision: { key: toScreening.key, title: toScreening.number },
})
const steps = (values: Partial<Parameters<typeof stepsOf>[0]> = {}) =>
  stepsOf({
    initiative: anInitiative({ stage: 'screening', stageSince: '2024-02-01' }),
    process: 'behovsprocessen',
    trail: [moved, proposed],
    decisions: [toScreening],
    ...values,
  })

describe('the steps', () => {
  test('are those of the process: what is past, where it is, and what is ahead', () => {
    expect(steps().map(({ stage, when, since }) => [stage, when, since])).toEqual([
      ['collection', 'past', '2024-01-10'],
      ['screening', 'now', '2024-02-01'],
      ['preparation', 'ahead', undefined],
      ['ready', 'ahead', undefined],
      ['delivery', 'ahead', undefined],
      ['benefits', 'ahead', undefined],
      ['closed', 'ahead', undefined],
    ])
  })

  test('hold what happened in them; a move with its decision stands in the step it left', () => {
    const [collection, screening] = steps()
    expect(collection?.happenings.map(({ kind, decisions }) => [kind, decisions.length])).toEqual([
      ['proposed', 0],
      ['stage', 1],
    ])
    expect(collection?.happenings[1]?.decisions[0]?.wording).toBe('Går vidare.')
    expect(screening?.happenings).toEqual([])
  })

  test('tell of an import in the stage it was read in to', () => {
    const imported = anEntry({ kind: 'imported', day: '2024-10-01', to: 'Beredning' })
    const initiative = anInitiative({ stage: 'preparation' })
    const found = steps({ trail: [imported], decisions: [], initiative })
    expect(found.find(({ stage }) => stage === 'preparation')?.happenings).toMatchObject([
      { kind: 'imported' },
    ])
    expect(found[0]).toMatchObject({ when: 'past', happenings: [] })
  })

  test('begin with what came in, also when it was decided before it was read in', () => {
    const imported = anEntry({ kind: 'imported', day: '2024-02-17', to: 'Insamling behov/idéer' })
    const later = aDecision({
      number: '2024-0009',
      matter: 'priority',
      decidedOn: '2024-03-01',
      fromStage: 'screening',
      toStage: 'screening',
    })
    const prioritised = anEntry({
      kind: 'decision',
      day: '2024-03-01',
      decision: { key: later.key, title: later.number },
    })
    const [collection, screening] = steps({
      trail: [moved, imported, prioritised],
      decisions: [toScreening, later],
    })
    expect(collection?.happenings.map(({ kind }) => kind)).toEqual(['imported', 'stage'])
    expect(screening?.happenings.map(({ kind }) => kind)).toEqual(['decision'])
  })

  test('leave out changes of roles, money and rank', () => {
    const others = (['owner', 'money', 'rank', 'document'] as const).map((kind) =>
      anEntry({ kind, day: '2024-03-01' }),
    )
    const all = steps({ trail: [...others, proposed, moved] }).flatMap(({ happenings }) => happenings)
    expect(all.map(({ kind }) => kind)).toEqual(['proposed', 'stage'])
  })

  test("show a party's decision while the others are waited for", () => {
    const first = aDecision({
      number: '2024-0002',
      matter: 'BP3',
      party: aRef('elderly'),
      fromStage: 'preparation',
      decidedOn: '2024-03-01',
    })
    const initiative = anInitiative({ stage: 'preparation' })
    const found = steps({ initiative, decisions: [toScreening, first] })
    expect(found.find(({ stage }) => stage === 'preparation')?.happenings).toMatchObject([
      { kind: 'decision', decisions: [{ number: '2024-0002' }] },
    ])
  })

  test('gather all parties of a joint decision behind its one move', () => {
    const by = (party: string, number: string) =>
      aDecision({ number, matter: 'BP3', party: aRef(party), fromStage: 'preparation' })
    const [one, two] = [by('elderly', '2024-0002'), by('disability', '2024-0003')]
    const entry = anEntry({
      kind: 'stage',
      day: '2024-04-01',
      from: 'Beredning',
      to: 'Klart för start',
      decision: { key: two.key, title: two.number },
    })
    const found = steps({
      initiative: anInitiative({ stage: 'ready' }),
      trail: [proposed, moved, entry],
      decisions: [toScreening, two, one],
    })
    const there = found.find(({ stage }) => stage === 'preparation')?.happenings
    expect(there?.map((h) => h.decisions.map(({ number }) => number))).toEqual([['2024-0002', '2024-0003']])
  })

  test('go on after a step back, with what happened each time', () => {
    const back = anEntry({
      kind: 'stage',
      day: '2024-03-01',
      from: 'Grovsållning',
      to: 'Insamling behov/idéer',
    })
    const again = anEntry({
      kind: 'stage',
      day: '2024-04-01',
      from: 'Insamling behov/idéer',
      to: 'Grovsållning',
    })
    const [collection, screening] = steps({ trail: [proposed, moved, back, again] })
    expect(collection?.happenings.map(({ day }) => day)).toEqual(['2024-01-10', '2024-02-01', '2024-04-01'])
    expect(screening?.happenings.map(({ day }) => day)).toEqual(['2024-03-01'])
  })

  test('show a stage of another process rather than hide where it is', () => {
    const initiative = anInitiative({ stage: 'intake' })
    expect(steps({ initiative }).at(-1)).toMatchObject({ stage: 'intake', when: 'now' })
  })
})

describe('the end', () => {
  const out = aDecision({
    number: '2024-0005',
    matter: 'BP2',
    outcome: 'screenOut',
    grounds: 'Finns redan.',
    fromStage: 'screening',
    toStage: 'screening',
    toState: 'screenedOut',
  })
  const left = anEntry({
    kind: 'state',
    day: '2024-05-01',
    from: 'Aktiv',
    to: 'Bortsorterad',
    decision: { key: out.key, title: out.number },
  })
  const screenedOut = anInitiative({ stage: 'screening', state: 'screenedOut' })

  test('is the decision that screened it out, with its grounds', () => {
    const found = steps({
      initiative: screenedOut,
      trail: [proposed, moved, left],
      decisions: [toScreening, out],
    })
    expect(endOf(screenedOut, found)?.decisions[0]?.grounds).toBe('Finns redan.')
  })

  test('is nothing while the need is active, also when it was paused once', () => {
    const active = anInitiative({ stage: 'screening' })
    const found = steps({ initiative: active, trail: [proposed, moved, left] })
    expect(endOf(active, found)).toBeUndefined()
  })

  test('of a merged need is its merging', () => {
    const merged = anInitiative({ stage: 'screening', state: 'merged', mergedInto: aRef('i-9') })
    const entry = anEntry({ kind: 'merged', day: '2024-06-01' })
    const found = steps({ initiative: merged, trail: [proposed, moved, entry] })
    expect(endOf(merged, found)?.kind).toBe('merged')
  })
})
