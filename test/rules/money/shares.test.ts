/** The shares of those who pay a shared initiative. */
import { expect, test } from 'vitest'
import { initiatives, isWholeShare } from '#src/lists/initiatives.ts'
import { faultsOf } from '#src/lists/validate.ts'
import { sharesAround } from '#src/rules/money/shares.ts'
import { aRef } from '../../fixtures/organisation.ts'

const share = (key: string, percent: number) => ({ party: aRef(key), percent })

test('each party has a row, and a share is never hidden because its party has left', () => {
  const rows = sharesAround([aRef('a'), aRef('b')], [share('b', 60), share('gone', 40)])
  expect(rows).toEqual([share('a', 0), share('b', 60), share('gone', 40)])
})

test.for([
  { says: 'halves', shares: [share('a', 50), share('b', 50)], whole: true },
  { says: 'thirds', shares: [share('a', 33.33), share('b', 33.33), share('c', 33.34)], whole: true },
  { says: 'too little', shares: [share('a', 50), share('b', 49.9)], whole: false },
  { says: 'too much', shares: [share('a', 50), share('b', 51)], whole: false },
])('$says: the shares are all of it, $whole, and so may be saved', ({ shares, whole }) => {
  expect(isWholeShare(shares)).toBe(whole)
  expect(faultsOf(initiatives, { financingShares: shares })).toHaveLength(whole ? 0 : 1)
})

test('the same party twice, or a share below nothing, is refused; none at all is not', () => {
  expect(faultsOf(initiatives, { financingShares: [share('a', 50), share('a', 50)] })).toHaveLength(1)
  expect(faultsOf(initiatives, { financingShares: [share('a', 110), share('b', -10)] })).toHaveLength(1)
  expect(faultsOf(initiatives, { financingShares: [] })).toEqual([])
})
