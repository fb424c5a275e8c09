/** Processes are tables: stages in order, and whose mandate governs each. */
import { expect, test } from 'vitest'
import { type Stage, stages } from '#src/lists/initiatives.ts'
import type { Matter } from '#src/lists/organisation.ts'
import type { ProcessName } from '#src/lists/portfolios.ts'
import { matterOfStage, processOf, stagesOf } from '#src/rules/processes.ts'
import { aRef } from '#test/fixtures/organisation.ts'

test('every stage belongs to a process', () => {
  const used = new Set<Stage>([...stagesOf('behovsprocessen'), ...stagesOf('portfoljprocessen')])
  expect(Object.keys(stages).filter((stage) => !used.has(stage as Stage))).toEqual([])
})

test('only the end is common to both processes', () => {
  const city = stagesOf('behovsprocessen')
  expect(stagesOf('portfoljprocessen').filter((stage) => city.includes(stage))).toEqual(['closed'])
})

test.for<[Stage, ProcessName, ProcessName]>([
  ['preparation', 'behovsprocessen', 'behovsprocessen'],
  ['closed', 'portfoljprocessen', 'portfoljprocessen'],
])('an initiative in %s of a portfolio in %s follows it', ([stage, process, is]) => {
  const portfolios = [{ key: 'other', process: 'behovsprocessen' } as const, { key: 'p', process }]
  expect(processOf({ stage, portfolio: aRef('p') }, portfolios)).toBe(is)
})

test('without its portfolio, an initiative follows the first process that has its stage', () => {
  expect(processOf({ stage: 'concept', portfolio: aRef('gone') }, [])).toBe('portfoljprocessen')
  expect(processOf({ stage: 'closed', portfolio: aRef('gone') }, [])).toBe('behovsprocessen')
})

test.for<[Stage, ProcessName, Matter | null]>([
  ['collection', 'behovsprocessen', 'BP1'],
  ['screening', 'behovsprocessen', 'BP2'],
  ['preparation', 'behovsprocessen', 'BP3'],
  ['ready', 'behovsprocessen', 'start'],
  ['delivery', 'behovsprocessen', 'start'],
  ['concept', 'portfoljprocessen', 'concept'],
  ['benefits', 'behovsprocessen', 'effects'],
  ['closed', 'behovsprocessen', null],
  ['closed', 'portfoljprocessen', null],
  ['collection', 'portfoljprocessen', null],
])('pausing and stopping in %s of %s takes the mandate for %s', ([stage, process, matter]) => {
  expect(matterOfStage(stage, process)).toBe(matter)
})
