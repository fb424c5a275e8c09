/** When initiatives start and end, what clashes on the road map, and what a new time would break. */
import { describe, expect, test } from 'vitest'
import {
  breaksOf,
  type Conflict,
  conflictsOf,
  type Interval,
  intervalOf,
  movedBy,
  placeOfDay,
  type Planned,
  quarterIn,
  quarterOfDay,
  quarterText,
  waitsOf,
} from '#src/rules/pictures/roadmap.ts'

const today = '2026-11-02'

describe('a time as it is written', () => {
  test.for([
    { says: 'as the tool writes it', text: '2026-Q3', first: '2026-Q3', last: '2026-Q3' },
    { says: 'in Swedish', text: 'kv 3 2026', first: '2026-Q3', last: '2026-Q3' },
    { says: 'in Swedish, spelt out', text: 'Kvartal 1, 2027', first: '2027-Q1', last: '2027-Q1' },
    { says: 'year first', text: '2026 kv.4', first: '2026-Q4', last: '2026-Q4' },
    { says: 'a month', text: '2026-09', first: '2026-Q3', last: '2026-Q3' },
    { says: 'a day', text: '2026-12-31', first: '2026-Q4', last: '2026-Q4' },
    { says: 'a mere year is its first or last quarter', text: '2028', first: '2028-Q1', last: '2028-Q4' },
    { says: 'a thirteenth month', text: '2026-13', first: undefined, last: undefined },
    { says: 'a fifth quarter', text: 'kv 5 2026', first: undefined, last: undefined },
    { says: 'no year', text: 'kv 3', first: undefined, last: undefined },
    { says: 'something else', text: 'efter 2027 eller så', first: undefined, last: undefined },
    { says: 'nothing', text: undefined, first: undefined, last: undefined },
  ])('$says', ({ text, first, last }) => {
    const read = (end: 'first' | 'last') => {
      const quarter = quarterIn(text, end)
      return quarter === undefined ? undefined : quarterText(quarter)
    }
    expect([read('first'), read('last')]).toEqual([first, last])
  })

  test('the day is in its quarter, and so far into it', () => {
    expect(quarterText(quarterOfDay(today))).toBe('2026-Q4')
    expect(placeOfDay('2026-10-01')).toBe(2026 * 4 + 3)
    expect(placeOfDay('2026-11-16')).toBeCloseTo(2026 * 4 + 3.5, 2)
  })

  test.for<{ says: string; start?: string; plannedEnd?: string; interval: Interval | undefined }>([
    { says: 'both ends', start: '2026-Q1', plannedEnd: '2027-Q2', interval: { from: 8104, to: 8109 } },
    { says: 'an open end', start: '2026-Q1', interval: { from: 8104 } },
    { says: 'no start is no time', plannedEnd: '2027-Q2', interval: undefined },
    { says: 'an end before the start is none', start: '2027-Q2', plannedEnd: '2026-Q1', interval: undefined },
  ])('from two texts: $says', ({ interval, start, plannedEnd }) => {
    expect(intervalOf({ ...(start && { start }), ...(plannedEnd && { plannedEnd }) })).toEqual(interval)
  })
})

const one = (key: string, start?: string, plannedEnd?: string, more: Partial<Planned> = {}): Planned => ({
  key,
  title: key.toUpperCase(),
  stage: 'development',
  state: 'active',
  ...(start && { start }),
  ...(plannedEnd && { plannedEnd }),
  ...more,
})
const waitFor = (from: string, to: string, more: { settled?: boolean } = {}) => ({
  key: `${from}/${to}`,
  initiative: { key: from, title: '' },
  needs: { key: to, title: '' },
  ...more,
})
const late = (needs: string, quarters: number, isAfterEnd = false): Conflict => ({
  kind: 'late',
  needs,
  late: quarters,
  isAfterEnd,
})

describe('what clashes', () => {
  test.for<{ says: string; waits: Planned; needed: Planned; settled?: boolean; clash: Conflict | undefined }>(
    [
      {
        says: 'ready the quarter before',
        waits: one('a', '2027-Q2', '2027-Q4'),
        needed: one('b', '2026-Q1', '2027-Q1'),
        clash: undefined,
      },
      {
        says: 'ready only in the quarter it starts',
        waits: one('a', '2027-Q1', '2027-Q4'),
        needed: one('b', '2026-Q1', '2027-Q1'),
        clash: late('b', 1),
      },
      {
        says: 'ready after it should have ended',
        waits: one('a', '2026-Q1', '2026-Q4'),
        needed: one('b', '2026-Q1', '2027-Q2'),
        clash: late('b', 2, true),
      },
      {
        says: 'begun, and side by side: no surprise any more',
        waits: one('a', '2026-Q1', '2027-Q4'),
        needed: one('b', '2026-Q1', '2027-Q2'),
        clash: undefined,
      },
      {
        says: 'an open end promises nothing, and clashes with nothing',
        waits: one('a', '2027-Q1', '2027-Q4'),
        needed: one('b', '2026-Q1'),
        clash: undefined,
      },
      {
        says: 'what is needed has been stopped',
        waits: one('a', '2027-Q1', '2027-Q4'),
        needed: one('b', '2026-Q1', '2026-Q2', { state: 'stopped' }),
        clash: { kind: 'stopped', needs: 'b' },
      },
      {
        says: 'what is needed is done, whatever its plan said',
        waits: one('a', '2027-Q1', '2027-Q4'),
        needed: one('b', '2026-Q1', '2027-Q4', { stage: 'closed' }),
        clash: undefined,
      },
      {
        says: 'settled otherwise',
        waits: one('a', '2027-Q1', '2027-Q4'),
        needed: one('b', '2026-Q1', '2027-Q1'),
        settled: true,
        clash: undefined,
      },
    ],
  )('$says', ({ waits, needed, settled = false, clash }) => {
    const facts = { initiatives: [waits, needed], dependencies: [waitFor('a', 'b', { settled })], today }
    expect(conflictsOf(facts).get('a') ?? []).toEqual(clash ? [clash] : [])
    expect(waitsOf(facts)).toEqual(settled ? [] : [{ from: 'a', to: 'b', conflict: clash }])
  })

  test('what is not known is no line', () => {
    const facts = { initiatives: [one('a', '2027-Q1')], dependencies: [waitFor('a', 'gone')], today }
    expect(waitsOf(facts)).toEqual([])
  })

  test('the day of a law is kept to', () => {
    const law = one('a', '2026-Q1', '2027-Q3', { legalDay: '2027-03-01' })
    const facts = { initiatives: [law], dependencies: [], today }
    expect(conflictsOf(facts).get('a')).toEqual([{ kind: 'legal', late: 2 }])
    const kept = one('a', '2026-Q1', '2027-Q1', { legalDay: '2027-03-01' })
    expect(conflictsOf({ ...facts, initiatives: [kept] }).size).toBe(0)
    const inForce = one('a', '2026-Q1', '2027-Q3', { legalDay: '2020-09-23' })
    expect(conflictsOf({ ...facts, initiatives: [inForce] }).size).toBe(0)
  })

  test('the worst of several stands first', () => {
    const facts = {
      initiatives: [
        one('a', '2027-Q1', '2027-Q4', { legalDay: '2027-09-30' }),
        one('b', '2026-Q1', '2027-Q2'),
        one('c', '2026-Q1', undefined, { state: 'stopped' }),
      ],
      dependencies: [waitFor('a', 'b'), waitFor('a', 'c')],
      today,
    }
    expect(
      conflictsOf(facts)
        .get('a')
        ?.map(({ kind }) => kind),
    ).toEqual(['stopped', 'legal', 'late'])
  })
})

describe('a new time', () => {
  const facts = {
    initiatives: [
      one('platform', '2026-Q1', '2027-Q1'),
      one('api', '2027-Q2', '2027-Q4'),
      one('app', '2028-Q1', '2028-Q3'),
    ],
    dependencies: [waitFor('api', 'platform'), waitFor('app', 'api')],
    today,
  }
  const [from, to] = [2026 * 4, 2027 * 4]

  test('later breaks what waits for it', () => {
    const { broken, mended } = breaksOf(facts, 'platform', { from: from + 1, to: to + 2 })
    expect(broken).toEqual([{ initiative: 'api', conflict: late('platform', 2) }])
    expect(mended).toEqual([])
  })

  test('earlier breaks itself against what it waits for', () => {
    expect(breaksOf(facts, 'app', { from: to + 2, to: to + 4 }).broken).toEqual([
      { initiative: 'app', conflict: late('api', 2) },
    ])
  })

  test('the same time breaks nothing', () => {
    expect(breaksOf(facts, 'platform', { from, to })).toEqual({ broken: [], mended: [] })
  })

  test('what is mended is told, and what only got worse is broken', () => {
    const clashing = {
      ...facts,
      initiatives: facts.initiatives.map((each) =>
        each.key === 'platform' ? one('platform', '2026-Q1', '2027-Q2') : each,
      ),
    }
    expect(breaksOf(clashing, 'platform', { from, to }).mended).toEqual([
      { initiative: 'api', conflict: late('platform', 1) },
    ])
    expect(breaksOf(clashing, 'platform', { from, to: to + 2 }).broken).toEqual([
      { initiative: 'api', conflict: late('platform', 2) },
    ])
  })

  test('what has begun is judged as a plan when it is tried later', () => {
    const begun = {
      initiatives: [one('a', '2026-Q1', '2027-Q4'), one('b', '2026-Q1', '2027-Q2')],
      dependencies: [waitFor('a', 'b')],
      today,
    }
    expect(breaksOf(begun, 'a', { from: to, to: to + 5 }).broken).toEqual([
      { initiative: 'a', conflict: late('b', 2) },
    ])
    expect(breaksOf(begun, 'a', { from, to: to + 5 }).broken).toEqual([])
  })

  test.for<{ says: string; part: 'whole' | 'start' | 'end'; by: number; time: Interval }>([
    { says: 'the whole of it', part: 'whole', by: 2, time: { from: 12, to: 15 } },
    { says: 'its start', part: 'start', by: 1, time: { from: 11, to: 13 } },
    { says: 'its start, never beyond its end', part: 'start', by: 9, time: { from: 13, to: 13 } },
    { says: 'its end', part: 'end', by: -1, time: { from: 10, to: 12 } },
    { says: 'its end, never before its start', part: 'end', by: -9, time: { from: 10, to: 10 } },
  ])('moves $says', ({ part, by, time }) => {
    expect(movedBy({ from: 10, to: 13 }, part, by)).toEqual(time)
  })

  test('an open end moves with its start, and is set by moving it', () => {
    expect(movedBy({ from: 10 }, 'whole', 1)).toEqual({ from: 11 })
    expect(movedBy({ from: 10 }, 'end', 2)).toEqual({ from: 10, to: 12 })
  })
})
