/** The units that a row says are concerned: `HT, VoB, HSV natt`, `alla avd`. */
import type { Warning } from '#src/rules/needs/importTerms.ts'
import { oneLine } from './text.ts'
import type { UnitFinder } from './units.ts'
import { andWord, everybodyWords, nobodyWords } from './vocabulary.ts'

type Found = { key: string; name: string }

/** What is not known stays in the cell's own text, with a doubt naming it. */
export function readConcerned(
  written: string,
  findUnit: UnitFinder,
): { concerned: Found[]; doubts: Warning[] } {
  const found = new Map<string, Found>()
  const doubts: Warning[] = []
  const look = (piece: string): boolean => {
    const one = findUnit(piece)
    if (!('unit' in one)) return false
    if (one.how === 'guess') doubts.push({ code: 'concernedGuessed', text: piece, meaning: one.unit.name })
    found.set(one.unit.key, one.unit)
    return true
  }
  for (const piece of written.split(/[,;\n]/).map(oneLine)) {
    if (piece === '' || nobodyWords.test(piece.toLowerCase()) || look(piece)) continue
    if (everybodyWords.test(piece.toLowerCase())) {
      doubts.push({ code: 'concernedAll', text: piece })
      continue
    }
    const smaller = piece.split(andWord)
    for (const part of smaller) {
      if (smaller.length > 1 && look(part)) continue
      doubts.push({ code: 'concernedUnknown', text: part })
    }
  }
  return { concerned: [...found.values()], doubts }
}
