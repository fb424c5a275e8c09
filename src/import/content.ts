/** What the cells of a column look like: shares of money, phases, units, people … among those filled. */
import type { Cell } from './cells.ts'
import type { Codes } from './codes.ts'
import type { Field } from '#src/rules/needs/importTerms.ts'
import { readMoney } from './money.ts'
import { looksLikePerson } from './people.ts'
import { looksLikePhase, readState } from './phases.ts'
import { readStart } from './quarters.ts'
import { oneLine, repairMojibake } from './text.ts'
import type { UnitFinder } from './units.ts'
import { looksLegal } from './values.ts'

const mostCells = 200

/** A share is left out when the column says nothing about that field, neither for nor against. */
export function contentFinder(given: { codes: Codes; findUnit: UnitFinder }) {
  return (cells: readonly Cell[]): Partial<Record<Field, number>> => {
    const filled = cells.filter(({ text, isError }) => text.trim() !== '' && !isError).slice(0, mostCells)
    if (filled.length < 3) return {}
    const texts = filled.map(({ text }) => oneLine(repairMojibake(text)))
    const share = (test: (text: string, cell: Cell) => boolean) =>
      texts.filter((text, at) => test(text, filled[at] ?? { value: null, text: '' })).length / texts.length
    const people = share((text) => looksLikePerson(text) && given.findUnit(text).how === 'unknown')
    const units = share((text) => ['exact', 'code'].includes(given.findUnit(text).how))
    const states = share((text) => text.length < 40 && readState(text, given.codes) !== null)
    const distinct = new Set(texts).size / texts.length
    const wordy = share((text) => /\p{L}{3}/u.test(text) && text.length <= 250)
    return {
      title: Math.min(distinct, wordy),
      number: distinct > 0.8 ? share((text) => /^[\p{L}#-]{0,6}\s?[\d-]{1,9}\p{L}?$/u.test(text)) : 0,
      stage: share((text) => text.length < 40 && looksLikePhase(text, given.codes)),
      ...(states < 0.3 && { state: states }),
      ...(units >= 0.3 ? { unit: units } : people >= 0.5 ? { unit: 0 } : {}),
      ...(people >= 0.3 ? { contact: people } : units >= 0.4 ? { contact: 0 } : {}),
      cost: share(
        (text, { value, day, format }) =>
          day === undefined && text.length < 40 && looksLikeMoney(text, value, format),
      ),
      start: share((text, { day }) => day !== undefined || (text.length < 40 && looksLikeStart(text))),
      legal: share((text) => looksLegal(text) || /^\?$/.test(text)),
    }
  }
}

function looksLikeMoney(text: string, value: Cell['value'], format: string | undefined): boolean {
  if (/^20\d\d$/.test(text)) return false
  const money = readMoney(text, { headerUnit: null, format })
  return (
    money.lowKr !== null ||
    money.highKr !== null ||
    typeof value === 'number' ||
    money.doubts.some(({ code }) => code === 'costUnknown')
  )
}

function looksLikeStart(text: string): boolean {
  return /^20\d\d$/.test(text) || readStart(text, { year: { year: 2024, several: false } }).start !== null
}
