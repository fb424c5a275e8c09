/** Amounts as people type and paste them: spaces between thousands, a decimal comma, a unit behind. Whole kronor, or told why not. */

/** What one is worth in kronor. */
export const amountUnits = { kr: 1, tkr: 1000, mnkr: 1_000_000 } as const
export type AmountUnit = keyof typeof amountUnits

const written: Record<string, number> = {
  ...amountUnits,
  kronor: 1,
  sek: 1,
  k: 1000,
  ksek: 1000,
  m: 1_000_000,
  mkr: 1_000_000,
  msek: 1_000_000,
}

export type AmountFault = 'unreadable' | 'notWhole' | 'negative' | 'tooLarge'
/** `kr: null` when nothing was written. */
export type ReadAmount = { kr: number | null } | { fault: AmountFault }

/** Larger than what all of Sweden's public sector spends in a year is a slip of the finger. */
const MOST_KR = 1e13

/** `1 250 000`, `1,2 mnkr`, `1.250.000`, `250 tkr`, `12:-`; without a unit behind, in `unit`. */
export function readAmount(text: string, unit: AmountUnit): ReadAmount {
  const plain = text
    .replaceAll(/[\s\u00A0\u202F']/g, '')
    .replace(/:-$/, '')
    .replaceAll(/[\u2212\u2013]/g, '-')
    .toLowerCase()
  // A lone dash is how accountants write nothing.
  if (plain === '' || plain === '-') return { kr: null }
  const [, sign = '', figure = '', word = ''] = /^([-+]?)([\d.,]+)(\p{L}*)\.?$/u.exec(plain) ?? []
  const worth = word === '' ? amountUnits[unit] : Object.hasOwn(written, word) ? written[word] : undefined
  const number = toNumber(figure)
  if (worth === undefined || number === undefined) return { fault: 'unreadable' }
  if (number * worth > MOST_KR) return { fault: 'tooLarge' }
  // Tenths are not exact in binary: 1.1 million is a hair more than 1,100,000.
  const kr = Math.round(number * worth * 1000) / 1000
  if (sign === '-' && kr !== 0) return { fault: 'negative' }
  return Number.isInteger(kr) ? { kr } : { fault: 'notWhole' }
}

/** A block of cells as Excel copies them: tabs between columns, line ends between rows, quotes round what holds either. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const body = text.replaceAll('\r\n', '\n').replace(/\n$/, '')
  for (let i = 0; i < body.length; i++) {
    const char = body.charAt(i)
    if (quoted && char === '"' && body[i + 1] === '"') {
      cell += '"'
      i++
    } else if (char === '"' && (quoted || cell === '')) quoted = !quoted
    else if (!quoted && (char === '\t' || char === '\n')) {
      rows.at(-1)?.push(cell)
      cell = ''
      if (char === '\n') rows.push([])
    } else cell += char
  }
  rows.at(-1)?.push(cell)
  return rows
}

function toNumber(figure: string): number | undefined {
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(figure)) return Number(figure.replaceAll('.', '').replace(',', '.'))
  if (/^\d{1,3}(,\d{3}){2,}(\.\d+)?$/.test(figure)) return Number(figure.replaceAll(',', ''))
  return /^\d+([.,]\d+)?$/.test(figure) ? Number(figure.replace(',', '.')) : undefined
}
