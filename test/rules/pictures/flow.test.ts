/** How initiatives have flowed through the stages in a period, and where they stand still. */
import { describe, expect, test } from 'vitest'
import type { TrailEntry } from '#src/lists/decisions.ts'
import { type Initiative, type Stage, stages, type State, states } from '#src/lists/initiatives.ts'
import { cameTo, flowOf, leftFrom, stillest } from '#src/rules/pictures/flow.ts'
import { anInitiative, type Given } from '../../fixtures/initiatives.ts'
import { aPerson, aRef, TODAY } from '../../fixtures/organisation.ts'

let id = 0
const entry = (values: Partial<TrailEntry>): TrailEntry => ({
  key: `t-${++id}`,
  id: String(id),
  version: '1',
  title: 'Steg',
  initiative: aRef('i-1'),
  kind: 'stage',
  day: '2024-09-10',
  person: aPerson('me'),
  ...values,
})
const moved = (from: Stage, to: Stage, day = '2024-09-10', of = 'i-1') =>
  entry({ from: stages[from], to: stages[to], day, initiative: aRef(of) })
const became = (from: State, to: State, day = '2024-09-20', of = 'i-1') =>
  entry({ kind: 'state', from: states[from], to: states[to], day, initiative: aRef(of) })

const flow = (rows: Given<Initiative>[], trail: TrailEntry[], from = '2024-09-01') =>
  flowOf(
    rows.map((values) => anInitiative(values)),
    { process: 'behovsprocessen', trail, from, today: TODAY },
  )
const told = (found: ReturnType<typeof flow>) =>
  Object.fromEntries(
    found.stages.flatMap((one) => {
      const { stage, medianAgeDays: _, still: __, undated: ___, ...counts } = one
      const some = Object.entries(counts).filter(([, count]) => count !== 0)
      return some.length > 0 ? [[stage, Object.fromEntries(some)]] : []
    }),
  )

describe('one initiative', () => {
  test.for([
    { says: 'that stood all the time', row: {}, trail: [], is: { collection: { atStart: 1, now: 1 } } },
    {
      says: 'that moved',
      row: { stage: 'preparation' as const },
      trail: [moved('screening', 'preparation')],
      is: { screening: { atStart: 1, out: 1 }, preparation: { in: 1, now: 1 } },
    },
    {
      says: 'that moved twice',
      row: { stage: 'preparation' as const },
      trail: [moved('collection', 'screening', '2024-09-05'), moved('screening', 'preparation')],
      is: {
        collection: { atStart: 1, out: 1 },
        screening: { in: 1, out: 1 },
        preparation: { in: 1, now: 1 },
      },
    },
    {
      says: 'that moved before the period',
      row: { stage: 'preparation' as const },
      trail: [moved('screening', 'preparation', '2024-08-31')],
      is: { preparation: { atStart: 1, now: 1 } },
    },
    {
      says: 'that moved and was then screened out',
      row: { stage: 'preparation' as const, state: 'screenedOut' as const },
      trail: [moved('screening', 'preparation'), became('active', 'screenedOut')],
      is: { screening: { atStart: 1, out: 1 }, preparation: { in: 1, screenedOut: 1 } },
    },
    {
      says: 'that was stopped',
      row: { state: 'stopped' as const },
      trail: [became('paused', 'stopped')],
      is: { collection: { atStart: 1, stopped: 1 } },
    },
    {
      says: 'that was taken up again',
      row: {},
      trail: [became('screenedOut', 'active')],
      is: { collection: { reopened: 1, now: 1 } },
    },
    {
      says: 'that rests: it neither came nor left',
      row: { state: 'paused' as const },
      trail: [became('active', 'paused')],
      is: { collection: { atStart: 1, now: 1 } },
    },
    {
      says: 'that was handed in and went on at once',
      row: { stage: 'screening' as const },
      trail: [entry({ kind: 'proposed', day: '2024-09-02' }), moved('collection', 'screening')],
      is: { collection: { fresh: 1, out: 1 }, screening: { in: 1, now: 1 } },
    },
    {
      says: 'that became part of another',
      row: { state: 'merged' as const },
      trail: [entry({ kind: 'merged' })],
      is: { collection: { atStart: 1, merged: 1 } },
    },
    {
      says: 'that was screened out before the period',
      row: { state: 'screenedOut' as const },
      trail: [],
      is: {},
    },
  ])('$says', ({ row, trail, is }) => {
    const found = flow([row], trail)
    expect(told(found)).toEqual(is)
    expect(found.untold).toBe(0)
  })

  test('whose trail has a gap is counted, and the gap is said', () => {
    const found = flow([{ stage: 'ready' }], [moved('collection', 'screening')])
    expect(told(found)).toEqual({
      collection: { atStart: 1, out: 1 },
      screening: { in: 1, out: 1 },
      ready: { in: 1, now: 1 },
    })
    expect(found.untold).toBe(1)
  })

  test('is not moved by what the trail says of others', () => {
    expect(told(flow([{}], [moved('screening', 'collection', '2024-09-10', 'i-9')]))).toEqual({
      collection: { atStart: 1, now: 1 },
    })
  })
})

test('what stood at the start, came and left makes what stands there now, whatever the trail holds', () => {
  const names: Stage[] = ['collection', 'screening', 'preparation', 'ready', 'delivery']
  const all: State[] = ['active', 'paused', 'stopped', 'screenedOut', 'merged']
  // Always the same numbers: https://en.wikipedia.org/wiki/Linear_congruential_generator
  let seed = 7
  const pick = <T>(of: readonly T[]): T => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return of[Math.floor((seed / 2_147_483_648) * of.length)] as T
  }
  const days = ['2024-08-20', '2024-09-02', '2024-09-09', '2024-09-19', '2024-09-30']
  const rows = Array.from({ length: 300 }, (_, i) => ({
    key: `i-${i}`,
    stage: pick(names),
    state: pick(all),
  }))
  const trail = rows.flatMap(({ key }) =>
    days
      .slice(0, pick([0, 1, 2, 5]))
      .map((day) =>
        pick([
          moved(pick(names), pick(names), day, key),
          became(pick(all), pick(all), day, key),
          entry({ kind: 'imported', day, initiative: aRef(key) }),
          entry({ kind: 'merged', day, initiative: aRef(key) }),
        ]),
      ),
  )
  for (const stage of flow(rows, trail).stages)
    expect(stage.atStart + cameTo(stage) - leftFrom(stage), stage.stage).toBe(stage.now)
})

describe('the age', () => {
  const ages = flow(
    [
      { key: 'a', number: 'A-1', stageSince: '2024-09-21' },
      { key: 'b', number: 'A-2', stageSince: '2024-05-01' },
      { key: 'c', number: 'A-3', stageSince: '2024-02-01' },
      { key: 'd', number: 'A-4', stageSince: '2024-01-01', state: 'paused' },
      { key: 'e', number: 'A-5', stage: 'screening', stageSince: '2024-06-01' },
      { key: 'f', number: 'A-6', stage: 'delivery', stageSince: '2022-01-01' },
      { key: 'g', number: 'A-7', stage: 'screening' },
      { key: 'h', number: 'A-8', stage: 'delivery' },
    ],
    [],
  )

  test('in the middle is that of the active ones, and those who have stood for long are named, the longest first', () => {
    const [collection] = ages.stages
    expect(collection?.medianAgeDays).toBe(153)
    expect(collection?.still.map(({ key }) => key)).toEqual(['c', 'b'])
  })

  test('is no standing still once work has begun, and is said to be unknown where no day is', () => {
    const of = (stage: Stage) => ages.stages.find((one) => one.stage === stage)
    expect(of('delivery')).toMatchObject({ medianAgeDays: 1004, still: [], undated: 0 })
    expect(of('screening')).toMatchObject({ now: 2, undated: 1 })
  })

  test('shows where most stand still', () => {
    expect(stillest(ages)?.stage).toBe('collection')
    expect(stillest(flow([{}], []))).toBeUndefined()
  })
})
