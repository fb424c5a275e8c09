/** The business case as a grid, and what it comes to. */
import { expect, test } from 'vitest'
import { benefitSum, costRows, costSum, yearsOf } from '#src/rules/money/businessCase.ts'
import { aBenefit, aCostItem } from '../../fixtures/initiatives.ts'
import { aRef } from '../../fixtures/organisation.ts'

let n = 0
const cost = (values: Parameters<typeof aCostItem>[0]) => aCostItem({ key: `c-${++n}`, ...values })

test('items of the same kind, title and payer make one row, in the order of the kinds', () => {
  const rows = costRows([
    cost({ kind: 'licences', title: 'Licenser', year: 2025 }),
    cost({ kind: 'supplier', title: 'Leverantör', year: 2026 }),
    cost({ kind: 'supplier', title: 'Leverantör', year: 2025 }),
    cost({ kind: 'supplier', title: 'Leverantör', year: 2025, payer: aRef('homeCare') }),
    cost({ kind: 'supplier', title: 'Leverantör', year: 2027, archived: true }),
  ])
  expect(rows.map(({ title, payer, items }) => [title, payer?.key, [...items.keys()]])).toEqual([
    ['Leverantör', undefined, [2026, 2025]],
    ['Leverantör', 'homeCare', [2025]],
    ['Licenser', undefined, [2025]],
  ])
})

test('two items of the same row and year are both seen', () => {
  const rows = costRows([cost({ amountKr: 1 }), cost({ amountKr: 2 })])
  expect(rows.map((row) => row.items.get(2025)?.amountKr)).toEqual([1, 2])
  expect(new Set(rows.map((row) => row.id)).size).toBe(2)
})

test('years without a cost between two that have one have a column', () => {
  expect(yearsOf([cost({ year: 2024 }), cost({ year: 2027 })])).toEqual([2024, 2025, 2026, 2027])
  expect(yearsOf([cost({ year: 2024, archived: true })])).toEqual([])
  expect(yearsOf([cost({ year: 202 }), cost({ year: 2025 })])).toEqual([202, 2025])
})

test('the project is summed apart from what it costs to run each year afterwards', () => {
  const items = [
    cost({ amountKr: 100 }),
    cost({ amountKr: 50, year: 2026 }),
    cost({ amountKr: 999, archived: true }),
    cost({ kind: 'operation', year: 2026, amountKr: 10 }),
    cost({ kind: 'operation', year: 2027, amountKr: 20 }),
    cost({ kind: 'operation', year: 2027, amountKr: 5 }),
  ]
  expect(costSum(items)).toEqual({ projectKr: 150, runningKr: 25, runningFrom: 2026 })
  expect(costSum([])).toEqual({ projectKr: 0, runningKr: undefined, runningFrom: undefined })
})

test('benefits are summed low, likely and high; where only the likely is known it stands for all', () => {
  const sum = benefitSum([
    aBenefit({ lowKr: 1, likelyKr: 2, highKr: 3 }),
    aBenefit({ likelyKr: 10 }),
    aBenefit({ kind: 'notValued' }),
    aBenefit({ likelyKr: 99, archived: true }),
  ])
  expect(sum).toEqual({ lowKr: 11, likelyKr: 12, highKr: 13 })
})

test('a benefit that is written year by year gives what its last year says, not all of them together', () => {
  const sum = benefitSum([
    aBenefit({ title: 'Färre resor', year: 2027, likelyKr: 4 }),
    aBenefit({ title: 'Färre resor ', year: 2028, likelyKr: 8 }),
    aBenefit({ title: 'Färre besök', year: 2027, likelyKr: 1 }),
  ])
  expect(sum.likelyKr).toBe(9)
})
