/** The unit of a row: from its cell, else from the heading of the section that it stands under. */
import type { Warning } from '#src/rules/needs/importTerms.ts'
import { oneLine } from './text.ts'
import type { UnitFinder } from './units.ts'
import { nobodyWords } from './vocabulary.ts'

type Found = { key: string; name: string }
export type RowUnit = { unit: Found | null; name?: string; others: Found[]; doubts: Warning[] }

export function readUnit(
  written: string,
  given: { findUnit: UnitFinder; section: string | undefined },
): RowUnit {
  const text = oneLine(written)
  const doubts: Warning[] = []
  if (text === '' || nobodyWords.test(text.toLowerCase())) {
    if (given.section === undefined) return { unit: null, others: [], doubts }
    const found = given.findUnit(given.section)
    doubts.push({ code: 'unitFromSection', text: given.section })
    return 'unit' in found
      ? { unit: found.unit, others: [], doubts }
      : { unit: null, name: found.name, others: [], doubts }
  }
  const found = given.findUnit(text)
  if ('unit' in found) {
    if (found.how === 'guess') doubts.push({ code: 'unitGuessed', text, meaning: found.unit.name })
    return { unit: found.unit, others: [], doubts }
  }
  const pieces = text.split(/\s*[,;/&+]\s*/).map((piece) => given.findUnit(piece))
  const [first, ...rest] = pieces
  if (first && 'unit' in first && rest.length > 0) {
    const others = rest.flatMap((piece) => ('unit' in piece ? [piece.unit] : []))
    doubts.push({ code: 'unitSeveral', text, meaning: first.unit.name })
    return { unit: first.unit, others, doubts }
  }
  const shown = found.name === text ? text : `${text} = ${found.name}`
  doubts.push({ code: found.how === 'ambiguous' ? 'unitAmbiguous' : 'unitUnknown', text: shown })
  return { unit: null, name: found.name, others: [], doubts }
}
