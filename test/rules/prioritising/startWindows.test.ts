/** When what a forum chooses among may start: whole years, however the start is written, and never before what it needs. */
import loadHighs, { type Highs } from 'highs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ScenarioSettings } from '#src/lists/prioritising.ts'
import { leftOutOf } from '#src/rules/prioritising/leftOut.ts'
import { type ProblemRows, selectionOf, settingsOf } from '#src/rules/prioritising/selectionProblem.ts'
import { isPossible, solve } from '#src/solver/solve.ts'
import { regionRows } from '#scripts/demo/regionRows.ts'
import { problemRows } from '#scripts/demo/regionScenarios.ts'
import { anInitiative } from '#test/fixtures/initiatives.ts'
import { aRef } from '#test/fixtures/organisation.ts'

const care = problemRows(regionRows(), 'f-pl-vp')
const asked = (settings: Partial<ScenarioSettings>, rows: ProblemRows) =>
  selectionOf(rows, { ...settingsOf([2027, 2028, 2029]), ...settings })
const candidate = (id: string, settings: Partial<ScenarioSettings>, rows: ProblemRows) =>
  asked(settings, rows).problem.candidates.find((one) => one.id === id)

let highs: Highs
beforeAll(async () => {
  highs = await loadHighs()
})

describe('start windows are whole years, as the frames are', () => {
  const wait = { key: 'w', initiative: aRef('VP-11'), needs: aRef('VP-09') }
  const starting = (starts: Record<string, string>): ProblemRows => ({
    ...care,
    dependencies: [wait],
    candidates: care.candidates.map((one) => {
      const start = starts[one.initiative.key]
      return start === undefined ? one : { ...one, initiative: { ...one.initiative, start } }
    }),
  })

  test.for([
    { says: 'a quarter', start: '2028-Q4', year: 2028 },
    { says: 'a quarter as it is spoken of', start: 'kv 1 2029', year: 2029 },
    { says: 'a month', start: '2028-12', year: 2028 },
    { says: 'a day', start: '2029-01-01', year: 2029 },
    { says: 'a mere year', start: '2028', year: 2028 },
    { says: 'before the first year: the first', start: '2026-Q4', year: 2027 },
    { says: 'what nobody can read: when it first costs', start: 'snart', year: 2027 },
  ])('$says', ({ start, year }) => {
    expect(candidate('VP-11', {}, starting({ 'VP-11': start }))?.start).toBe(year)
  })

  test('the latest may not be before the earliest', () => {
    const rows = starting({ 'VP-11': '2028-Q2' })
    expect(candidate('VP-11', { starts: { 'VP-11': [2027, 2028, 2029] } }, rows)?.laterStarts).toEqual([2029])
  })

  test.for([
    { says: 'in the same year, though a quarter later', needed: '2028-Q3', waiting: '2028-Q1', isIn: true },
    { says: 'the year before', needed: '2027-Q4', waiting: '2028-Q1', isIn: true },
    { says: 'the year after: out, for what it needs', needed: '2029-Q1', waiting: '2028-Q4', isIn: false },
  ])('what it needs starts $says', ({ needed, waiting, isIn }) => {
    const rows = starting({ 'VP-11': waiting, 'VP-09': needed })
    const settings = {
      isReceivingFree: true,
      frames: { 'pf-vp/2027': 9e9, 'pf-vp/2028': 9e9, 'pf-vp/2029': 9e9 },
    }
    const { problem } = asked({ ...settings, personDays: { 'pf-vp/2027': 9e9 } }, rows)
    const answer = solve(problem, highs)
    const choice = isPossible(answer) ? answer.choice : new Map<string, number>()
    expect(choice.has('VP-11')).toBe(isIn)
    expect(leftOutOf(choice, problem)).toEqual(
      isIn ? [] : [{ id: 'VP-11', why: 'prerequisite', of: 'VP-09' }],
    )
  })

  test('what has become part of another is waited for as that one', () => {
    const part = anInitiative({ key: 'part', state: 'merged', mergedInto: aRef('VP-09') })
    const rows = {
      ...care,
      dependencies: [{ ...wait, needs: aRef('part') }],
      receiving: { ...care.receiving, initiatives: [...care.receiving.initiatives, part] },
    }
    expect(candidate('VP-11', {}, rows)?.prerequisites).toEqual(['VP-09'])
    expect(asked({}, rows).elsewhere).toEqual([])
  })
})
