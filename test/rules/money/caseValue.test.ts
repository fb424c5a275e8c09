/** A business case over the years: every krona once, what goes on goes on, and what has no price is listed. */
import { describe, expect, test } from 'vitest'
import type { Benefit, CostItem } from '#src/lists/businessCase.ts'
import { caseSpan, caseValueOf } from '#src/rules/money/caseValue.ts'
import { rateOf } from '#src/rules/money/netValue.ts'

const about = { id: '1', version: '1', initiative: { key: 'i', title: '' } }
let made = 0
const aCost = (
  kind: CostItem['kind'],
  year: number,
  amountKr: number,
  values: Partial<CostItem> = {},
): CostItem => ({
  ...about,
  key: `c${++made}`,
  title: kind,
  kind,
  year,
  amountKr,
  ...values,
})
const aBenefit = (
  year: number | undefined,
  likelyKr: number | undefined,
  values: Partial<Benefit> = {},
): Benefit => ({
  ...about,
  key: `b${++made}`,
  title: 'Färre resor',
  kind: 'financial',
  ...(year !== undefined && { year }),
  ...(likelyKr !== undefined && { likelyKr }),
  ...values,
})
const at = (from: number, until: number, rate = 0) => ({ from, until, rate })

describe('the years', () => {
  test('go as far as amounts are written year by year', () => {
    const benefits = [aBenefit(2028, 5), aBenefit(2029, 6)]
    expect(caseSpan([aCost('supplier', 2027, 1)], benefits, 2026)).toEqual({ from: 2027, until: 2029 })
  })

  test('are five where something is said to give every year from one on', () => {
    expect(caseSpan([aCost('supplier', 2027, 1)], [aBenefit(2028, 5)], 2026)).toEqual({
      from: 2027,
      until: 2031,
    })
  })

  test('of an empty case are this one', () => {
    expect(caseSpan([], [aBenefit(2028, 5, { archived: true })], 2026)).toEqual({ from: 2026, until: 2026 })
  })
})

describe('the value', () => {
  test('a benefit from a year gives every year, and one that is written anew gives the new', () => {
    const benefits = [aBenefit(2028, 100), aBenefit(2030, 300)]
    const { years } = caseValueOf([aCost('supplier', 2027, 250)], benefits, at(2027, 2031))
    expect(years.map(({ cost, benefit, sum }) => [cost, benefit.likely, sum.likely])).toEqual([
      [250, 0, -250],
      [0, 100, -150],
      [0, 100, -50],
      [0, 300, 250],
      [0, 300, 550],
    ])
  })

  test('says when it has paid for itself, and what each krona gives', () => {
    const benefits = [aBenefit(2028, 100), aBenefit(2030, 300)]
    const value = caseValueOf([aCost('supplier', 2027, 250)], benefits, at(2027, 2031))
    expect(value).toMatchObject({ paidBackIn: 2030, perKrona: 3.2, net: { likely: 550 } })
  })

  test('what isn’t said low or high is as likely; low and high bound the value', () => {
    const benefits = [aBenefit(2027, 100, { lowKr: 40 }), aBenefit(2027, 50, { title: 'Tid', highKr: 80 })]
    expect(caseValueOf([], benefits, at(2027, 2027)).benefit).toEqual({ low: 90, likely: 150, high: 180 })
  })

  test('what isn’t valued is listed once and counts for nothing, whatever stands beside it', () => {
    const trust = { title: 'Trygghet', kind: 'notValued' } as const
    const benefits = [
      aBenefit(2027, 99, trust),
      aBenefit(2028, undefined, trust),
      aBenefit(2028, undefined, { title: 'Väntetid', kind: 'redistributedTime' }),
      aBenefit(2027, 10),
    ]
    const value = caseValueOf([], benefits, at(2027, 2028))
    expect(value.notValued.map(({ title }) => title)).toEqual(['Trygghet', 'Väntetid'])
    expect(value.benefit.likely).toBe(20)
    expect(value.valued).toEqual([{ kind: 'financial', kr: { low: 10, likely: 10, high: 10 } }])
  })

  test('is less the further away and the higher the rate', () => {
    const of = (rate: number) => caseValueOf([], [aBenefit(2027, 103)], at(2026, 2027, rate)).benefit.likely
    expect([of(0), Math.round(of(0.03))]).toEqual([103, 100])
  })
})

describe('who pays', () => {
  const costs = [
    aCost('supplier', 2027, 400),
    aCost('licences', 2028, 100, { payer: { key: 'u', title: 'KSD' } }),
    aCost('standIns', 2027, 200),
    aCost('hardware', 2027, 50, { payer: { key: 'v', title: 'Primärvården' } }),
    aCost('operation', 2028, 30, { financing: 'development' }),
    aCost('operation', 2029, 60, {
      financing: 'serviceAgreement',
      payer: { key: 'v', title: 'Primärvården' },
    }),
    aCost('operation', 2029, 5, { title: 'Support', financing: 'serviceAgreement' }),
    aCost('supplier', 2027, 999, { archived: true }),
  ]

  test('is told by source and year, the largest first, what is usual where the item doesn’t say', () => {
    const { paid } = caseValueOf(costs, [], at(2027, 2029))
    expect(paid.map(({ financing, payers, sumKr }) => [financing, payers.join(), sumKr])).toEqual([
      ['development', 'KSD', 500],
      ['operations', '', 200],
      ['effectOwner', 'Primärvården', 50],
    ])
    expect([...(paid[0]?.perYear ?? [])]).toEqual([
      [2027, 400],
      [2028, 100],
    ])
  })

  test('afterwards is told apart', () => {
    const { after, afterKr } = caseValueOf(costs.slice(5), [], at(2027, 2029))
    expect(after).toEqual([{ financing: 'serviceAgreement', payers: ['Primärvården'], kr: 65 }])
    expect(afterKr).toBe(65)
  })

  test('every krona of a year is in its year once', () => {
    const { years } = caseValueOf(costs, [], at(2027, 2029))
    expect(years.map(({ projectKr, runningKr }) => [projectKr, runningKr])).toEqual([
      [650, 0],
      [100, 30],
      [0, 95],
    ])
  })

  test('operation that changes its financing isn’t counted twice', () => {
    const same = { payer: { key: 'v', title: 'Primärvården' } }
    const { after } = caseValueOf(
      [
        aCost('operation', 2028, 30, { ...same, financing: 'development' }),
        aCost('operation', 2029, 60, { ...same, financing: 'serviceAgreement' }),
      ],
      [],
      at(2028, 2030),
    )
    expect(after).toMatchObject([{ financing: 'serviceAgreement', kr: 60 }])
  })
})

test.for([
  { says: 'what is set', set: 5, rate: 0.05 },
  { says: 'nothing: without interest', set: 0, rate: 0 },
  { says: 'three per cent, when nobody has', set: undefined, rate: 0.03 },
  { says: 'three per cent, when what is set is a slip of the finger', set: 300, rate: 0.03 },
  { says: 'three per cent, when it is less than nothing', set: -1, rate: 0.03 },
])('a portfolio reckons with $says', ({ set, rate }) => {
  expect(rateOf(set === undefined ? {} : { discountPercent: set })).toBeCloseTo(rate, 9)
})
