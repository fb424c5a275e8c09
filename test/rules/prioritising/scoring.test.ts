/** Totals by criteria, the order they make, weights from pairs, and how well an order holds. */
import { describe, expect, test } from 'vitest'
import { type Comparison, weightsOf } from '#src/rules/prioritising/pairwise.ts'
import { areWeights, ranked, scored } from '#src/rules/prioritising/scoring.ts'
import { steadiness, uncertainOf } from '#src/rules/prioritising/stability.ts'
import { netValueOf } from '#src/rules/money/netValue.ts'
import region from '#scripts/demo/portfolj-region.json' with { type: 'json' }
import { randomFrom } from '#scripts/bench/randomProblem.ts'

const criteria = [
  { key: 'cost', weight: 40 },
  { key: 'whole', weight: 25 },
  { key: 'law', weight: 20 },
  { key: 'first', weight: 15 },
]

test('the rankings of the region come out as they were decided', () => {
  for (const { weights, order } of region.rankings) {
    const weighed = criteria.map(({ key }, i) => ({ key, weight: weights[i] ?? 0 }))
    const given = order.flatMap(({ initiative, scores }) =>
      scores.map((value, i) => ({ initiative, criterion: criteria[i]?.key ?? '', value })),
    )
    const totals = scored(
      order.map(({ initiative }) => initiative),
      weighed,
      given,
    ).map(({ total }) => Math.round(total))
    expect(totals).toEqual(order.map(({ total }) => total))
  }
})

describe('scores', () => {
  test('of several are a mean, with how far apart they are', () => {
    const [one] = scored(['a'], criteria, [
      { initiative: 'a', criterion: 'cost', value: 2 },
      { initiative: 'a', criterion: 'cost', value: 5 },
    ])
    expect(one?.contributions[0]).toEqual({
      criterion: 'cost',
      value: 3.5,
      lowest: 2,
      highest: 5,
      by: 2,
      points: 28,
    })
    expect(one?.missing).toEqual(['whole', 'law', 'first'])
  })

  test('that are equal share a rank, and the next is counted from them', () => {
    const each = (initiative: string, value: number) =>
      criteria.map(({ key }) => ({ initiative, criterion: key, value }))
    const order = ranked(
      scored(['a', 'b', 'c'], criteria, [...each('a', 3), ...each('b', 4), ...each('c', 4)]),
    )
    expect(order.map(({ initiative, rank, isTied }) => [initiative, rank, isTied])).toEqual([
      ['b', 1, true],
      ['c', 1, true],
      ['a', 3, false],
    ])
  })
})

test.each([
  { says: 'parts of a hundred', weights: [40, 60], can: true },
  { says: 'of any size', weights: [1, 3], can: true },
  { says: 'none at all', weights: [0, 0], can: false },
  { says: 'one below nothing', weights: [-1, 3], can: false },
  { says: 'one that is no number', weights: [Number.NaN, 3], can: false },
])('weights: $says', ({ weights, can }) => {
  expect(areWeights(weights.map((weight, i) => ({ key: `${i}`, weight })))).toBe(can)
})

describe('comparing two at a time', () => {
  const compared: Comparison[] = [
    { more: 'a', less: 'b', preference: 'somewhat' },
    { more: 'b', less: 'c', preference: 'somewhat' },
    { more: 'a', less: 'c', preference: 'wholly' },
  ]

  test('agreeing comparisons give the weights exactly', () => {
    const { weights, missing, inconsistency } = weightsOf(['a', 'b', 'c'], compared)
    expect([...weights.values()].map((weight) => weight.toFixed(2))).toEqual(['69.23', '23.08', '7.69'])
    expect(missing).toEqual([])
    expect(inconsistency).toBeCloseTo(0)
  })

  test('those that go round in a ring are found out', () => {
    const ring: Comparison[] = [...compared.slice(0, 2), { more: 'c', less: 'a', preference: 'clearly' }]
    expect(weightsOf(['a', 'b', 'c'], ring).inconsistency).toBeGreaterThan(0.1)
  })

  test('what nobody has compared is named, and counts as the same', () => {
    const { weights, missing } = weightsOf(['a', 'b'], [])
    expect({ weights: [...weights.values()], missing }).toEqual({ weights: [50, 50], missing: [['a', 'b']] })
  })
})

describe('how well an order holds', () => {
  const all = [
    { id: 'sure', parts: [{ low: 50, high: 50 }] },
    { id: 'unsure', parts: [{ low: 20, high: 60 }] },
    { id: 'last', parts: [{ low: 1, high: 1 }] },
  ]

  test('what is surely last is always last; two that overlap change places as often as they would', () => {
    const [sure, unsure, last] = steadiness(all, { by: 'total', random: randomFrom(1), draws: 4000 })
    expect(last).toEqual({ id: 'last', rank: 3, holds: 1, from: 3, to: 3 })
    expect(sure?.holds).toBeCloseTo(0.75, 1)
    expect(unsure).toMatchObject({ rank: 2, from: 1, to: 2 })
  })

  test('asked again it answers the same', () => {
    const ask = () => steadiness(all, { by: 'total', random: randomFrom(7) })
    expect(ask()).toEqual(ask())
  })

  test('by value for each krona, what costs nothing is first', () => {
    const costs = all.map((one, i) => ({ ...one, cost: { low: i * 10, high: i * 10 } }))
    expect(steadiness(costs, { by: 'perKrona', random: randomFrom(1) })[0]?.id).toBe('sure')
  })

  test('a criterion varies between its lowest and highest score', () => {
    const [one] = scored(
      ['a'],
      [{ key: 'cost', weight: 1 }],
      [
        { initiative: 'a', criterion: 'cost', value: 2 },
        { initiative: 'a', criterion: 'cost', value: 4 },
      ],
    )
    expect(one && uncertainOf(one).parts).toEqual([{ low: 40, likely: 60, high: 80 }])
    expect(one && uncertainOf(one, { slack: 0.5 }).parts).toEqual([{ low: 30, likely: 60, high: 90 }])
  })

  test('no score is drawn off the scale', () => {
    const given = [{ initiative: 'a', criterion: 'cost', value: 5 }]
    const [one] = scored(['a'], [{ key: 'cost', weight: 1 }], given)
    expect(one && uncertainOf(one, { slack: 2 }).parts).toEqual([{ low: 60, likely: 100, high: 100 }])
  })

  test('the rank that is judged is the one of what is likely, also when that isn’t half-way', () => {
    const lopsided = [
      { id: 'mean', parts: [{ low: 0, likely: 60, high: 60 }] },
      { id: 'middle', parts: [{ low: 40, likely: 50, high: 60 }] },
    ]
    expect(steadiness(lopsided, { by: 'total', random: randomFrom(1) }).map(({ id }) => id)).toEqual([
      'mean',
      'middle',
    ])
  })
})

describe('value in money', () => {
  const flat = (benefit: number) => ({ low: benefit / 2, likely: benefit, high: benefit * 2 })
  const years = [
    { year: 2027, cost: 1000, benefit: flat(0) },
    { year: 2028, cost: 0, benefit: flat(515) },
    { year: 2029, cost: 0, benefit: flat(1060.9) },
  ]

  test('later kronor are worth less', () => {
    const { cost, net, perKrona, paidBackIn } = netValueOf(years, 2027)
    expect(cost).toBe(1000)
    expect(net.likely).toBeCloseTo(500)
    expect(net.low).toBeCloseTo(-250)
    expect(net.high).toBeCloseTo(2000)
    expect(perKrona).toBeCloseTo(1.5)
    expect(paidBackIn).toBe(2029)
  })

  test('a year that costs more again undoes it', () => {
    expect(
      netValueOf([...years, { year: 2030, cost: 9000, benefit: flat(0) }], 2027).paidBackIn,
    ).toBeUndefined()
  })

  test('what costs nothing has no value for each krona', () => {
    expect(netValueOf([{ year: 2027, cost: 0, benefit: flat(5) }], 2027)).not.toHaveProperty('perKrona')
  })
})
