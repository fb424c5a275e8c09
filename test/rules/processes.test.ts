/** Processes are tables: stages in order, and whose mandate governs each. */
import { expect, test } from 'vitest'
import { type Stage, stages } from '#src/lists/initiatives.ts'
import type { Matter } from '#src/lists/organisation.ts'
import { gates } from '#src/rules/gates.ts'
import { matterOfStage, processes, stagesOf } from '#src/rules/processes.ts'

test('every stage belongs to a process', () => {
  const used = new Set<Stage>([...stagesOf('behovsprocessen'), ...stagesOf('portfoljprocessen')])
  expect(Object.keys(stages).filter((stage) => !used.has(stage as Stage))).toEqual([])
})

test('only the end is common to both processes', () => {
  const city = stagesOf('behovsprocessen')
  expect(stagesOf('portfoljprocessen').filter((stage) => city.includes(stage))).toEqual(['closed'])
})

test("the gates follow Behovsprocessen's order", () => {
  const order: readonly Stage[] = processes.behovsprocessen.map((row) => row.stage)
  for (const { from, to } of Object.values(gates)) expect(order.indexOf(to)).toBe(order.indexOf(from) + 1)
})

test.for<[Stage, Matter | null]>([
  ['collection', 'BP1'],
  ['screening', 'BP2'],
  ['preparation', 'BP3'],
  ['ready', 'start'],
  ['delivery', 'start'],
  ['concept', 'concept'],
  ['closed', null],
])('pausing and stopping in %s takes the mandate for %s', ([stage, matter]) => {
  expect(matterOfStage(stage)).toBe(matter)
})
