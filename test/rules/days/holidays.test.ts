/** The table of public holidays is what the library knows, and what Swedish offices keep. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { printHolidays } from '#scripts/docs/holidays.ts'
import { holidays } from '#src/rules/days/holidays.ts'

test('the table is as the library says; otherwise run: npm run holidays', () => {
  const file = readFileSync(new URL('../../../src/rules/days/holidays.ts', import.meta.url), 'utf8')
  expect(file).toBe(printHolidays())
})

test.for([
  ['2026-06-19', true, 'Midsummer Eve'],
  ['2026-12-24', true, 'Christmas Eve'],
  ['2026-12-31', true, 'New Year’s Eve'],
  ['2026-10-31', true, 'All Saints’ Day'],
  ['2025-06-06', true, 'the national day'],
  ['2026-05-14', true, 'Ascension Day'],
  ['2026-05-15', false, 'the day squeezed in after it'],
  ['2026-05-25', false, 'Whit Monday, a working day since 2005'],
  ['2026-01-05', false, 'the eve of Epiphany'],
  ['2026-04-30', false, 'Walpurgis Night'],
] as const)('%s is kept by offices: %s (%s)', ([day, kept]) => {
  expect(holidays.has(day)).toBe(kept)
})
