/** What initiatives cost in the pictures: their items first, an estimate where there are none. */
import { expect, test } from 'vitest'
import { pricesOf } from '#src/rules/pictures/price.ts'
import { aCostItem, anInitiative } from '../../fixtures/initiatives.ts'
import { aRef } from '../../fixtures/organisation.ts'

const rough = { costLowKr: 100, costHighKr: 300 }
const items = (...amounts: number[]) => amounts.map((amountKr, i) => aCostItem({ amountKr, year: 2025 + i }))

test.for([
  { says: 'all years of its items', estimate: rough, costs: items(40, 60), is: { kr: 100, isRough: false } },
  { says: 'the highest of its estimate', estimate: rough, costs: [], is: { kr: 300, isRough: true } },
  {
    says: 'the lowest where that is all there is',
    estimate: { costLowKr: 100 },
    costs: [],
    is: { kr: 100, isRough: true },
  },
  {
    says: 'its estimate of one year, and that it is of one',
    estimate: { ...rough, costPerYear: true },
    costs: [],
    is: { kr: 300, isRough: true, isYearly: true },
  },
  {
    says: 'all years of its items, also where its estimate is of one',
    estimate: { ...rough, costPerYear: true },
    costs: items(40, 60),
    is: { kr: 100, isRough: false },
  },
  { says: 'nothing anybody knows', estimate: {}, costs: [], is: undefined },
  {
    says: 'its estimate again when its items were taken away',
    estimate: rough,
    costs: [aCostItem({ archived: true })],
    is: { kr: 300, isRough: true },
  },
  {
    says: 'nothing of the frame when others pay for all of it',
    estimate: rough,
    costs: [aCostItem({ kind: 'standIns' }), aCostItem({ financing: 'serviceAgreement' })],
    is: { kr: 0, isRough: false },
  },
  {
    says: 'its estimate, whatever others cost',
    estimate: rough,
    costs: [aCostItem({ initiative: aRef('i-2') })],
    is: { kr: 300, isRough: true },
  },
])('an initiative asks $says', ({ estimate, costs, is }) => {
  expect(pricesOf([anInitiative(estimate)], costs).get('i-1')).toEqual(is)
})
