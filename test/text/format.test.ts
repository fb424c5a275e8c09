/** Days, money and lists as people read them. */
import { expect, test } from 'vitest'
import { formatWeekday } from '#src/text/formatTime.ts'
import {
  compareTexts,
  formatDay,
  formatKr,
  formatKrExact,
  formatKrRange,
  formatList,
  formatNumber,
  formatQuarter,
} from '#src/text/format.ts'
import type { Locale } from '#src/text/words.ts'

/** Hard spaces read as spaces here, so that the table can be read. */
const soft = (text: string | undefined) => text?.replaceAll(/[\u00A0\u202F]/g, ' ')

test.for<[number, Locale, string]>([
  [0, 'sv', '0 kr'],
  [900, 'sv', '900 kr'],
  [9_999, 'sv', '9 999 kr'],
  [10_000, 'sv', '10 tkr'],
  [250_000, 'sv', '250 tkr'],
  [1_000_000, 'sv', '1 mnkr'],
  [1_250_000, 'sv', '1,3 mnkr'],
  [-250_000, 'sv', '−250 tkr'],
  [1_200_000, 'en', 'SEK 1.2 m'],
  [250_000, 'en', 'SEK 250 k'],
  [900, 'en', 'SEK 900'],
])('%d kronor in %s is %s', ([kr, locale, text]) => {
  expect(soft(formatKr(kr, locale))).toBe(text)
})

test.for<{ low?: number; high?: number; text: string | undefined }>([
  { text: undefined },
  { low: 250_000, text: '250 tkr' },
  { high: 250_000, text: '250 tkr' },
  { low: 250_000, high: 250_000, text: '250 tkr' },
  { low: 150_000, high: 300_000, text: '150–300 tkr' },
  { low: 900_000, high: 1_200_000, text: '900 tkr–1,2 mnkr' },
  { low: 1_200, high: 2_400, text: '1 200–2 400 kr' },
  { low: 900, high: 2_400, text: '900–2 400 kr' },
  { low: 9_000, high: 12_000, text: '9 000 kr–12 tkr' },
  { low: 1_100_000_000, high: 1_200_000_000, text: '1 100–1 200 mnkr' },
])('from $low to $high is $text', ({ low, high, text }) => {
  expect(soft(formatKrRange(low, high, 'sv'))).toBe(text)
})

test('in English the currency stands first, once', () => {
  expect(soft(formatKrRange(150_000, 300_000, 'en'))).toBe('SEK 150–300 k')
  expect(soft(formatKrRange(900_000, 1_200_000, 'en'))).toBe('SEK 900 k–SEK 1.2 m')
})

test('a sum in a decision is written to the krona', () => {
  expect(soft(formatKrExact(1_200_500, 'sv'))).toBe('1 200 500 kr')
  expect(soft(formatKrExact(1_200_500, 'en'))).toBe('1,200,500 kr')
})

test.for<[string, Locale, string, string]>([
  ['2024-11-12', 'sv', '2024-10-01', '12 nov.'],
  ['2025-01-02', 'sv', '2024-10-01', '2 jan. 2025'],
  ['2024-11-12', 'en', '2024-10-01', '12 Nov'],
  ['2023-12-31', 'en', '2024-10-01', '31 Dec 2023'],
])('%s in %s, seen on %s, is %s', ([day, locale, today, text]) => {
  expect(soft(formatDay(day, locale, today))).toBe(text)
})

test.for<[string, Locale, string]>([
  ['2024-Q3', 'sv', 'kv 3 2024'],
  ['2024-Q3', 'en', 'Q3 2024'],
  ['2025', 'sv', '2025'],
])('the quarter %s in %s is %s', ([quarter, locale, text]) => {
  expect(formatQuarter(quarter, locale)).toBe(text)
})

test('lists are read as sentences', () => {
  expect(formatList(['a', 'b', 'c'], 'sv')).toBe('a, b och c')
  expect(formatList(['a', 'b', 'c'], 'en')).toBe('a, b and c')
  expect(formatList([], 'sv')).toBe('')
})

test('numbers are grouped as the reader expects', () => {
  expect(soft(formatNumber(10_000, 'sv'))).toBe('10 000')
  expect(formatNumber(10_000, 'en')).toBe('10,000')
})

test('å, ä and ö come last in Swedish; numbers by size, capitals beside small letters', () => {
  const names = ['Ö', 'Å', 'Z', 'ä', 'nr 10', 'nr 9', 'a']
  expect(names.toSorted(compareTexts('sv'))).toEqual(['a', 'nr 9', 'nr 10', 'Z', 'Å', 'ä', 'Ö'])
})

test.for<[string, string | undefined, string]>([
  ['a day of this year goes without it', '2024-12-31', 'onsdag 16 oktober'],
  ['a day of another year says which', '2025-01-01', 'onsdag 16 oktober 2024'],
  ['what is read in any year always says which', undefined, 'onsdag 16 oktober 2024'],
])('%s', ([, today, said]) => {
  expect(formatWeekday('2024-10-16', 'sv', { long: true, ...(today && { today }) })).toBe(said)
})
