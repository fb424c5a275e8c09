/** The workbook's own list of codes and abbreviations, on another sheet or written beside the table. */
import { cellAt, type Sheet } from './cells.ts'
import { comparable, oneLine, repairMojibake } from './text.ts'

/** What each code means, comparably written; one code can mean two things in two lists. */
export type Codes = ReadonlyMap<string, readonly string[]>

const longestCode = 14

/** Pairs of neighbouring cells (`HSF | Hälso- och sjukvårdsförvaltningen`) and `F1 = Förstudie` in one cell. */
export function codesOfSheet(
  sheet: Sheet,
  within: { from: number; to: number } = { from: 1, to: sheet.lastRow },
): Map<string, string[]> {
  const codes = new Map<string, string[]>()
  for (let row = within.from; row <= within.to; row += 1) {
    for (let column = 1; column <= sheet.lastColumn; column += 1) {
      const left = clean(cellAt(sheet, row, column).text)
      const right = clean(cellAt(sheet, row, column + 1).text)
      if (left === '') continue
      const single = readPair(left)
      if (single) addCode(codes, single.code, single.meaning)
      else if (
        right !== '' &&
        isCode(left) &&
        right.length <= 120 &&
        cellAt(sheet, row, column + 1).from?.column !== column
      ) {
        addCode(codes, left, right)
      }
    }
  }
  return codes
}

/** Codes written in text around the table: only pairs in one cell, several parted by commas or line breaks. */
export function codesOfText(texts: readonly string[]): Map<string, string[]> {
  const codes = new Map<string, string[]>()
  for (const text of texts) {
    for (const piece of clean(text).split(/[;,]\s*|\s{2,}|\n/)) {
      const pair = /[=]/.test(piece) ? readPair(piece.replace(/^[^:=]{3,}:\s*(?=.*=)/, '')) : null
      if (pair) addCode(codes, pair.code, pair.meaning)
    }
  }
  return codes
}

/** What a text can mean by the code list: as a whole, or by its code when it is written as `F1 – Förstudie` or `F1 Förstudie`. */
export function meaningsOf(text: string, codes: Codes): readonly string[] {
  const whole = codes.get(comparable(text))
  if (whole) return whole
  const [, lead, sign, rest] = /^\s*([^\s–:=)-]+)\s*([-–:=)])?\s+(\S.*)$/.exec(text) ?? []
  const meanings = (lead && codes.get(comparable(lead))) || []
  return sign ? meanings : meanings.filter((meaning) => comparable(meaning) === comparable(rest ?? ''))
}

export function mergeCodes(lists: readonly Codes[]): Codes {
  const merged = new Map<string, string[]>()
  for (const list of lists)
    for (const [code, meanings] of list) for (const meaning of meanings) addCode(merged, code, meaning)
  return merged
}

/** `F1 = Förstudie`, `A: Idé`, `HSF Hälso- och sjukvårdsförvaltningen`, `3 – Beredning`. */
function readPair(text: string): { code: string; meaning: string } | null {
  const signed =
    /^([\p{L}\p{N}][\p{L}\p{N}/.&+-]{0,13})\s*(?:=|:|–|—| - |\s-\s|→|\t)\s*(\p{L}.{1,119})$/u.exec(text)
  if (signed?.[1] && signed[2]) return { code: signed[1], meaning: signed[2].trim() }
  const spaced = /^((?=[^\s]*[\p{Lu}\p{N}])[\p{Lu}\p{N}][\p{L}\p{N}/]{0,7})\s+(\p{Lu}.{3,119})$/u.exec(text)
  if (spaced?.[1] && spaced[2] && (/\p{Lu}\p{Lu}|\d/u.test(spaced[1]) || spaced[1].length === 1)) {
    return { code: spaced[1], meaning: spaced[2].trim() }
  }
  return null
}

function isCode(text: string): boolean {
  return text.length <= longestCode && text.split(' ').length <= 2
}

function clean(text: string): string {
  return oneLine(repairMojibake(text))
}

function addCode(codes: Map<string, string[]>, code: string, meaning: string): void {
  const key = comparable(code)
  const meanings = codes.get(key) ?? []
  if (key !== '' && comparable(meaning) !== key && !meanings.includes(meaning))
    codes.set(key, [...meanings, meaning])
}
