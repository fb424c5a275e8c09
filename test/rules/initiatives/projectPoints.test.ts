/** The order of a project's decision points, and where on a line of time they stand. */
import { expect, test } from 'vitest'
import { alongLine, inTime, isLate, nextPoint } from '#src/rules/initiatives/projectPoints.ts'

const point = (title: string, planned?: string, passed?: string) => ({
  title,
  ...(planned && { planned }),
  ...(passed && { passed }),
})
const points = [
  point('C'),
  point('B', '2024-12-01'),
  point('A', '2024-11-01'),
  point('P', '2024-11-15', '2024-09-01'),
]

test('points stand by the day they were passed or are planned, those without a day last', () => {
  expect(inTime(points).map(({ title }) => title)).toEqual(['P', 'A', 'B', 'C'])
  expect(nextPoint(points)?.title).toBe('A')
})

test('a point is late the day after it was planned, unless it is passed', () => {
  expect(isLate(point('A', '2024-10-01'), '2024-10-01')).toBe(false)
  expect(isLate(point('A', '2024-10-01'), '2024-10-02')).toBe(true)
  expect(isLate(point('A', '2024-10-01', '2024-10-05'), '2024-10-09')).toBe(false)
  expect(isLate(point('A'), '2024-10-09')).toBe(false)
})

test('a line goes from the first day to the last, today included', () => {
  const two = [point('A', '2024-10-01'), point('B', '2024-10-11')]
  expect(alongLine(two, '2024-10-06')).toEqual({ at: [0, 1], now: 0.5 })
  expect(alongLine(two, '2024-10-21')).toEqual({ at: [0, 0.5], now: 1 })
  expect(alongLine(points, '2024-10-06')).toBe(undefined)
  expect(alongLine(two.slice(1), '2024-10-06')).toBe(undefined)
})
