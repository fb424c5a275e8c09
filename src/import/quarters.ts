/** Reads when something is to start, as a quarter: `Q3 2024`, `kv 2`, `hösten`, `HT24`, `mars`, a date. */
import type { Warning } from '#src/rules/needs/importTerms.ts'
import { oneLine } from './text.ts'
import {
  englishMonths,
  halfWords,
  months,
  ongoingWords,
  ordinals,
  seasons,
  thirdWords,
  turnOfYear,
  weekWords,
} from './vocabulary.ts'

export type Quarter = `${number}-Q${1 | 2 | 3 | 4}`
export type Start = { start: Quarter | null; doubts: Warning[] }
export type YearColumn = { year: number | null; several: boolean }

type Found = { quarter: number; sure: boolean; several?: boolean; rest: string; year?: number }

/** What the year column says: `2024`, `24`, `2024-2025` (the first, and that there are several), `löpande` (none). */
export function readYear(text: string): YearColumn {
  const years = [...text.matchAll(/(?<!\d)(20\d\d)(?!\d)/g)].map((match) => Number(match[1]))
  if (years[0] !== undefined) return { year: years[0], several: new Set(years).size > 1 }
  const short = /^\s*['’]?([2-4]\d)\s*$/.exec(text)?.[1]
  return { year: short ? 2000 + Number(short) : null, several: false }
}

/** `year` is what the row's year column says, for cells that only name a part of the year. */
export function readStart(written: string, given: { day?: string | undefined; year: YearColumn }): Start {
  const shown = oneLine(written)
  const doubt = (code: Warning['code']): Warning => ({ code, text: shown })
  if (given.day) {
    const day = given.day
    const differs =
      given.year.year !== null && !given.year.several && given.year.year !== Number(day.slice(0, 4))
    return {
      start: quarterOf(Number(day.slice(0, 4)), Number(day.slice(5, 7))),
      doubts: differs ? [doubt('startYearDiffers')] : [],
    }
  }
  const text = ordinals.reduce(
    (said, word, at) => said.replace(word, String(at + 1)),
    shown.toLowerCase().replace(/[–—−]/g, '-'),
  )
  if (text === '') return { start: null, doubts: [] }
  const serial = /^\d{5}$/.test(text) ? Number(text) : null
  if (serial !== null && serial > 36_500 && serial < 73_100) {
    const day = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString()
    return {
      start: quarterOf(Number(day.slice(0, 4)), Number(day.slice(5, 7))),
      doubts: [doubt('startGuessed')],
    }
  }
  const found = find(text)
  if (!found) {
    if (/^20\d\d(\s*-\s*20\d\d)?$/.test(text)) return { start: null, doubts: [doubt('startYearOnly')] }
    return { start: null, doubts: [doubt('startUnreadable')] }
  }
  const doubts: Warning[] = []
  const own = found.year ?? yearIn(found.rest)
  const year = own ?? given.year.year
  if (found.several) doubts.push(doubt('startSeveral'))
  if (year === null) return { start: null, doubts: [...doubts, doubt('startYearMissing')] }
  if (own === null && given.year.several) doubts.push(doubt('startYearAssumed'))
  if (own !== null && given.year.year !== null && !given.year.several && own !== given.year.year)
    doubts.push(doubt('startYearDiffers'))
  if (!found.sure) doubts.push(doubt('startGuessed'))
  return { start: `${year}-Q${found.quarter}` as Quarter, doubts }
}

function find(text: string): Found | null {
  return findDate(text) ?? findQuarter(text) ?? findPart(text) ?? findMonth(text) ?? findSeason(text)
}

function findDate(text: string): Found | null {
  const iso =
    /(?<!\d)(20\d\d)\s?[-/.]\s?(\d{1,2})(?:[-/.]\d{1,2})?(?!\d)/.exec(text) ??
    /(?<!\d)(20\d\d)(0[1-9]|1[0-2])(?:[0-3]\d)?(?!\d)/.exec(text)
  if (iso) return ofMonth(Number(iso[2]), '', Number(iso[1]))
  const short = /(?<!\d)(2\d)[-/](0[1-9]|1[0-2])[-/][0-3]\d(?!\d)/.exec(text)
  if (short) return ofMonth(Number(short[2]), '', 2000 + Number(short[1]))
  const european = /(?<!\d)\d{1,2}[/.](\d{1,2})[-/. ]+(20\d\d|\d\d)(?!\d)/.exec(text)
  if (european) return ofMonth(Number(european[1]), '', (Number(european[2]) % 100) + 2000)
  const dayAndMonth = /^\d{1,2}\/(\d{1,2})$/.exec(text)
  return dayAndMonth ? ofMonth(Number(dayAndMonth[1]), '') : null
}

function findQuarter(text: string): Found | null {
  const sign =
    /(?:(?<!\p{L})(?:kvartal|kvart|kv|qv|q|k)\.?\s*-?([1-4])(?!\d))|(?:(?<!\d)([1-4])\s*(?::?[ae])?\s*(?:kvartalet|kvartal|kv\b))/gu
  const all = [...text.matchAll(sign)]
  const first = all[0]
  if (!first) return null
  const rest = text.replace(sign, ' ')
  return {
    quarter: Number(first[1] ?? first[2]),
    sure: true,
    several: all.length > 1 || /^\s*-\s*[1-4]\b/.test(rest.trimStart()),
    rest,
  }
}

/** Halves, tertials and weeks. */
function findPart(text: string): Found | null {
  const half = halfWords.exec(text)
  if (half)
    return { quarter: (half[1] ?? half[2]) === '1' ? 1 : 3, sure: false, rest: text.replace(half[0], ' ') }
  const third = thirdWords.exec(text)
  if (third)
    return { quarter: [1, 2, 3][Number(third[1]) - 1] ?? 1, sure: false, rest: text.replace(third[0], ' ') }
  const week = weekWords.exec(text)
  if (week)
    return {
      quarter: Math.min(4, Math.ceil(Number(week[1]) / 13)),
      sure: true,
      rest: text.replace(week[0], ' '),
    }
  return null
}

function findMonth(text: string): Found | null {
  const named = [...text.matchAll(/\p{L}+/gu)].flatMap((match) => {
    const word = match[0]
    const at = months.findIndex((month) => word.startsWith(month))
    const month = at >= 0 && (word.length <= 4 || isMonthName(word, at)) ? at + 1 : englishMonths[word]
    return month ? [{ month, word }] : []
  })
  const first = named[0]
  if (!first) return null
  const found = ofMonth(first.month, text.replace(first.word, ' '))
  return found && named.length > 1 ? { ...found, several: true } : found
}

function findSeason(text: string): Found | null {
  if (ongoingWords.test(text)) return null
  for (const [pattern, quarter] of seasons) {
    const match = pattern.exec(text)
    if (match) return { quarter, sure: false, rest: text.replace(match[0], ' ') }
  }
  const turn = turnOfYear.exec(text)
  return turn ? { quarter: 1, sure: false, rest: '', year: 2000 + Number(turn[2]) } : null
}

function isMonthName(word: string, at: number): boolean {
  const endings = ['uari', 'ruari', 's', 'il', '', 'i', 'i', 'usti', 'tember', 'ober', 'ember', 'ember']
  const name = (months[at] ?? '') + (endings[at] ?? '')
  return name.startsWith(word) || word.startsWith(name)
}

function ofMonth(month: number, rest: string, year?: number): Found | null {
  if (month < 1 || month > 12) return null
  return { quarter: Math.ceil(month / 3), sure: true, rest, ...(year !== undefined && { year }) }
}

function yearIn(rest: string): number | null {
  const long = /(?<!\d)(20\d\d)(?!\d)/.exec(rest)?.[1]
  if (long) return Number(long)
  const short = /(?<!\d)['’-]?\s*([2-4]\d)(?!\d)/.exec(rest)?.[1]
  return short ? 2000 + Number(short) : null
}

function quarterOf(year: number, month: number): Quarter {
  return `${year}-Q${Math.ceil(month / 3)}` as Quarter
}
