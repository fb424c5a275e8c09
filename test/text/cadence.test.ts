/** A rule of meeting days reads as people say it. */
import { beforeAll, expect, test } from 'vitest'
import type { Cadence } from '#src/lists/forumTemplates.ts'
import { cadenceText } from '#src/text/cadence.ts'
import { english } from '#src/text/english.ts'
import { swedish } from '#src/text/swedish.ts'

beforeAll(() => Promise.all([swedish.learn('meetings'), english.learn('meetings')]))

test.for<[rule: Cadence, sv: string, en: string]>([
  [
    { every: 'month', nth: 2, weekday: 2, months: [11, 3, 8] },
    'andra tisdagen i mars, augusti och november',
    'second Tuesday of March, August and November',
  ],
  [{ every: 'month', nth: -1, weekday: 7, months: [5] }, 'sista söndagen i maj', 'last Sunday of May'],
  [{ every: 'month', nth: 1, weekday: 1 }, 'första måndagen i varje månad', 'first Monday of every month'],
  [
    { every: 'month', nth: 4, weekday: 4, months: [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12] },
    'fjärde torsdagen i varje månad utom juli',
    'fourth Thursday of every month except July',
  ],
  [{ every: 'week', weekday: 3, weeks: 1, from: '2024-10-01' }, 'varje onsdag', 'every Wednesday'],
  [
    { every: 'week', weekday: 3, weeks: 2, from: '2024-12-30', notMonths: [8, 7] },
    'onsdag varannan vecka, räknat från v. 1 2025, inte i juli och augusti',
    'Wednesday every other week, counted from week 1 2025, not in July and August',
  ],
  [
    { every: 'week', weekday: 5, weeks: 3, from: '2024-10-07' },
    'fredag var 3:e vecka, räknat från v. 41 2024',
    'Friday every 3 weeks, counted from week 41 2024',
  ],
  [{ every: 'days', days: ['2025-02-03', '2024-11-05'] }, '5 nov. och 3 feb. 2025', '5 Nov and 3 Feb 2025'],
  [{ every: 'need' }, 'vid behov', 'when needed'],
])('%j', ([rule, sv, en]) => {
  expect(cadenceText(rule, swedish, '2024-10-01')).toBe(sv)
  expect(cadenceText(rule, english, '2024-10-01')).toBe(en)
})
