/** Reads yes/no/unknown, numbers of needs and references to other needs. */
import type { Warning } from '#src/rules/needs/importTerms.ts'
import { comparable, oneLine } from './text.ts'
import {
  betweenSeveral,
  lawSigns,
  lawWords,
  nobodyWords,
  noWords,
  numberPrefix,
  unsureWords,
  yesWords,
} from './vocabulary.ts'

export type Legal = { legal: 'yes' | 'no' | 'unknown'; basis?: string; doubts: Warning[] }

/** `ja`, `x`, `Ja (NIS2)`, `GDPR`, `SoL?`, empty. `meanings` is what the workbook's code list makes of the text. */
export function readLegal(written: string, meanings: readonly string[] = []): Legal {
  const text = oneLine(written)
  if (text === '') return { legal: 'unknown', doubts: [] }
  const direct = yesOrNo(text)
  if (direct) return { legal: direct, doubts: [] }
  for (const meaning of meanings) {
    const coded = yesOrNo(meaning)
    if (coded) return { legal: coded, doubts: [] }
  }
  const rest = text.replace(/^(ja|nej|yes|no|j|n|x)\b[\s,.:;(–-]*/i, '').replace(/[)?\s]+$/, '')
  const basis = rest !== '' && isLaw(rest) ? { basis: rest } : {}
  if (/\?/.test(text) || isUnsure(text))
    return { legal: 'unknown', ...basis, doubts: [{ code: 'legalUnsure', text }] }
  const lead = yesOrNo(/^[\p{L}]+/u.exec(text)?.[0] ?? '')
  if (lead === 'yes') return { legal: 'yes', ...(rest !== '' && { basis: rest }), doubts: [] }
  if (lead === 'no') return { legal: 'no', doubts: [{ code: 'legalUnreadable', text }] }
  if (isLaw(text)) return { legal: 'yes', basis: text, doubts: [{ code: 'legalByBasis', text }] }
  return { legal: 'unknown', doubts: [{ code: 'legalUnreadable', text }] }
}

/** Share of texts that are plain yes, no or a law: tells a yes/no column from another. */
export function looksLegal(text: string): boolean {
  return yesOrNo(text) !== null || isLaw(text)
}

/** `Nr 14`, `14.0`, `23b` → `14`, `14`, `23b`; empty → null. */
export function readNumber(written: string): string | null {
  const text = oneLine(written)
    .replace(numberPrefix, '')
    .replace(/^#\s*/, '')
    .replace(/[.,]0+$/, '')
    .replace(/[.)]$/, '')
    .trim()
  return text === '' || nobodyWords.test(text.toLowerCase())
    ? null
    : text.toLowerCase() === text
      ? text
      : text.toUpperCase()
}

/** `nr 14, nr 21`, `1, 2`, `14 och 21`, `AB-12` → numbers as `readNumber` writes them; what is no number is a doubt. */
export function readNumbers(
  written: string,
  known: (text: string) => string | null,
): { numbers: string[]; doubts: Warning[] } {
  const text = oneLine(written)
  const numbers: string[] = []
  const doubts: Warning[] = []
  if (text === '' || nobodyWords.test(text.toLowerCase())) return { numbers, doubts }
  for (const piece of text.split(betweenSeveral)) {
    const found =
      known(piece) ??
      known(/(?:nr|nummer|#)\.?\s*([\p{L}\d-]+)/iu.exec(piece)?.[1] ?? '') ??
      known(/^[\p{L}\d-]*\d[\p{L}\d-]*/u.exec(piece)?.[0] ?? '')
    if (found !== null) {
      if (!numbers.includes(found)) numbers.push(found)
    } else if (/\d/.test(piece) && /^(nr|nummer|#)?\.?\s*[\p{L}]*[\d-]+\p{L}?$/iu.test(piece)) {
      const number = readNumber(piece)
      if (number !== null) numbers.push(number)
      doubts.push({ code: 'dependsUnknown', text: piece })
    } else doubts.push({ code: 'dependsUnreadable', text: piece })
  }
  return { numbers, doubts }
}

function yesOrNo(text: string): 'yes' | 'no' | null {
  const bare = comparable(text) || oneLine(text).toLowerCase()
  if (/\?/.test(text)) return null
  if (yesWords.includes(bare)) return 'yes'
  return noWords.includes(bare) ? 'no' : null
}

function isUnsure(text: string): boolean {
  return comparable(text).search(unsureWords) >= 0
}

function isLaw(text: string): boolean {
  return lawSigns.test(text) || comparable(text).search(lawWords) >= 0
}
