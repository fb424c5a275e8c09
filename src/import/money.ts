/** Reads what a cost cell says: `ca 250 tkr`, `1,2 mnkr`, `150-300 tkr`, `?`, a plain number. Never guesses a unit silently. */
import type { Warning } from '#src/rules/needs/importTerms.ts'
import { comparable, oneLine } from './text.ts'
import {
  atLeastWords,
  atMostWords,
  moneyUnits,
  moneyWordsAround,
  noCostWords,
  perPieceWords,
  perYearWords,
  rangeSign,
} from './vocabulary.ts'

export type Money = { lowKr: number | null; highKr: number | null; perYear: boolean; doubts: Warning[] }
type Amount = { number: number; unit: number | null; start: number; end: number }

const unitPattern = Object.keys(moneyUnits)
  .sort((a, b) => b.length - a.length)
  .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
  .join('|')
/** Single letters say nothing in a header. Words are parted by two spaces, so that neighbours are both found. */
const headerUnitPattern = new RegExp(
  ` (i  )?(${Object.keys(moneyUnits)
    .filter((word) => /^[\p{L} ]{2,}$/u.test(word))
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(' ', '  '))
    .join('|')}) `,
  'g',
)
const amountPattern = () => new RegExp(`(\\d+(?:[.,]\\d+)*)\\s*(?:(${unitPattern})(?![\\p{L}]))?`, 'giu')

/** A plain number this large is kronor; a smaller one without a unit could be kronor or thousands. */
const surelyKronor = 10_000
/** More than this for one need means that the unit in the header was not meant. */
const tooMuch = 1e9

/** `headerUnit` is what the header says one unit is worth, `format` the cell's number format. */
export function readMoney(
  written: string,
  given: { headerUnit: number | null; format?: string | undefined },
): Money {
  const text = oneLine(written)
    .replace(/(\d) (?=\d{3}(?!\d))/g, '$1')
    .toLowerCase()
  const doubts: Warning[] = []
  const doubt = (code: Warning['code']) => doubts.push({ code, text: oneLine(written) })
  const nothing = (code?: Warning['code']): Money => {
    if (code) doubt(code)
    return { lowKr: null, highKr: null, perYear, doubts }
  }
  let perYear = false
  if (text === '') return nothing()
  if (noCostWords.test(text)) return nothing('costUnknown')
  perYear = matches(perYearWords, text)
  const perPiece = matches(perPieceWords, text)
  const body = text
    .replace(perYearWords, ' ')
    .replace(perPieceWords, ' ')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[±+][/-]*\s*\d+\s*%/g, ' ')
    .replace(/^(ca|cirka|c:a|c a|~|≈)\.?\s*/, '')
    .trim()
  const amounts = findAmounts(body)
  if (amounts.length === 0) return nothing('costUnreadable')
  const [first, second] = amounts
  if (!first) return nothing('costUnreadable')
  const isRange = second !== undefined && rangeSign.test(body.slice(first.end, second.start))
  if (amounts.length > 2 || (second && !isRange)) return nothing('costUnreadable')
  if (hasWordsLeft(body, amounts) || /\([^)]*\)/.test(text)) doubt('costRemark')
  const last = second ?? first
  const unit = {
    of: (amount: Amount) => amount.unit ?? last.unit ?? first.unit ?? unitFor(amount.number, given, doubt),
  }
  const lowUnit = first.number === 0 ? 1 : unit.of(first)
  const highUnit = second ? unit.of(second) : lowUnit
  if (lowUnit === null || highUnit === null) return nothing('costUnitUnknown')
  const low = kronor(first.number * lowUnit)
  const high = kronor(last.number * highUnit)
  // a price for one piece or one month is no total: adding it up with the others would be wrong
  if (perPiece) return nothing('costPerPiece')
  if (perYear) doubt('costPerYear')
  if (!second && atMostWords.test(body)) {
    doubt('costUpperOnly')
    return { lowKr: 0, highKr: high, perYear, doubts }
  }
  if (!second && atLeastWords.test(body)) {
    doubt('costLowerOnly')
    return { lowKr: low, highKr: null, perYear, doubts }
  }
  if (low > high) doubt('costSwapped')
  return { lowKr: Math.min(low, high), highKr: Math.max(low, high), perYear, doubts }
}

/** What a header or a note says that amounts are in: `Kostnad (tkr)` → 1000; the largest named; null when it says nothing. */
export function unitInHeader(header: string): number | null {
  const spaced = ` ${comparable(header).replaceAll(' ', '  ')} `
  const worths = [...spaced.matchAll(headerUnitPattern)].map(
    (match) => moneyUnits[(match[2] ?? '').replaceAll('  ', ' ')] ?? 0,
  )
  return worths.length === 0 ? null : Math.max(...worths)
}

/** The header, comparably written, without its unit. */
export function withoutUnit(header: string): string {
  return ` ${comparable(header).replaceAll(' ', '  ')} `
    .replace(headerUnitPattern, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function findAmounts(body: string): Amount[] {
  const found = [...body.matchAll(amountPattern())].map((match): Amount => {
    const unit = match[2] ? (moneyUnits[match[2].toLowerCase()] ?? null) : null
    return { number: toNumber(match[1] ?? ''), unit, start: match.index, end: match.index + match[0].length }
  })
  // a year beside an amount that has a unit is not money
  const withUnit = found.some(({ unit }) => unit !== null)
  const isYear = ({ number, unit }: Amount) => unit === null && number >= 2000 && number <= 2099
  const kept = withUnit && found.length > 1 ? found.filter((amount) => !isYear(amount)) : found
  return kept.map((amount) => ({ ...amount, end: body.slice(0, amount.end).trimEnd().length }))
}

function unitFor(
  number: number,
  given: { headerUnit: number | null; format?: string | undefined },
  doubt: (code: Warning['code']) => void,
): number | null {
  const inFormat = given.format ? unitInHeader(given.format.replace(/["\\_[\]$-]/g, ' ')) : null
  if (inFormat !== null && (given.headerUnit === null || number >= surelyKronor)) return inFormat
  if (given.headerUnit !== null) {
    if (number * given.headerUnit < tooMuch || given.headerUnit === 1) return given.headerUnit
    doubt('costUnitGuessed')
    return 1
  }
  return number >= surelyKronor ? 1 : null
}

/** `1,5` `1.5` `1.200.000` `45000`. */
function toNumber(text: string): number {
  if (/^\d{1,3}(\.\d{3})+$/.test(text)) return Number(text.replaceAll('.', ''))
  if (/^\d{1,3}(,\d{3}){2,}$/.test(text)) return Number(text.replaceAll(',', ''))
  return Number(text.replace(',', '.'))
}

function hasWordsLeft(body: string, amounts: readonly Amount[]): boolean {
  let left = body
  for (const { start, end } of [...amounts].reverse()) left = `${left.slice(0, start)} ${left.slice(end)}`
  const bare = comparable(left.replace(atMostWords, ' ').replace(atLeastWords, ' ')).replace(
    moneyWordsAround,
    ' ',
  )
  return /\p{L}{2,}/u.test(bare.replace(/(?<!\p{L})(till|to)(?!\p{L})/u, ' '))
}

function matches(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0
  const found = pattern.test(text)
  pattern.lastIndex = 0
  return found
}

/** Whole kronor: 1,2 mnkr is not 1199999.9999. */
function kronor(amount: number): number {
  return Math.round(amount)
}
