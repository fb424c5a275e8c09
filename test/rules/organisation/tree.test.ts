/** Questions about the tree of units. */
import { expect, test } from 'vitest'
import {
  administrationOf,
  administrationsOf,
  covers,
  depthOf,
  isNearby,
  lineOf,
  treeOf,
} from '#src/rules/organisation/tree.ts'
import { aRef, aUnit, tree } from '#test/fixtures/organisation.ts'

const keys = (units: readonly { key: string }[]) => units.map((unit) => unit.key)

test('the line goes from the unit up to the organisation', () => {
  expect(keys(lineOf('homeCareSouth', tree))).toEqual(['homeCareSouth', 'homeCare', 'elderly', 'city'])
})

test.for([
  { over: 'elderly', key: 'homeCareSouth', is: true },
  { over: 'homeCare', key: 'homeCare', is: true },
  { over: 'homeCareSouth', key: 'homeCare', is: false },
  { over: 'nursing', key: 'homeCare', is: false },
  { over: 'elderly', key: 'housing', is: false },
  { over: 'elderly', key: 'nowhere', is: false },
  { over: '', key: 'homeCare', is: false },
])('$over covers $key: $is', ({ over, key, is }) => {
  expect(covers(over, key, tree)).toBe(is)
})

test('the administration of a unit; none for the city itself and for outside parties', () => {
  expect(administrationOf('homeCareSouth', tree)?.key).toBe('elderly')
  expect(administrationOf('elderly', tree)?.key).toBe('elderly')
  expect(administrationOf('city', tree)).toBeUndefined()
  expect(administrationOf('intraservice', tree)).toBeUndefined()
})

test.for<[mine: string, theirs: string, is: boolean]>([
  ['homeCare', 'homeCare', true],
  ['elderly', 'homeCareSouth', true],
  ['homeCareSouth', 'homeCare', true],
  // What an administration asks for is not each unit's own business.
  ['homeCareSouth', 'elderly', false],
  ['homeCare', 'nursing', false],
  ['homeCare', 'nowhere', false],
])('for someone in %s, %s is nearby: %s', ([mine, theirs, is]) => {
  expect(isNearby(mine, theirs, tree)).toBe(is)
})

test('several units of one administration give it once', () => {
  const units = ['housing', 'homeCare', 'nursing', 'intraservice'].map(aRef)
  expect(keys(administrationsOf(units, tree))).toEqual(['disability', 'elderly'])
})

test('depth counts from the organisation', () => {
  expect(['city', 'elderly', 'homeCareSouth', 'nowhere'].map((key) => depthOf(key, tree))).toEqual([
    1, 2, 4, 0,
  ])
})

test('two units that are each other’s parents hang nobody', () => {
  const circle = treeOf([aUnit('a', 'unit', 'b'), aUnit('b', 'unit', 'a')])
  expect(keys(lineOf('a', circle))).toEqual(['a', 'b'])
})
