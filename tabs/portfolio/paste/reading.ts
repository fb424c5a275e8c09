/** Reads what a pasted cell says for a column, strictly: what could be meant in two ways is not understood. */
import type { Day } from '#src/lists/columns.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { readMoney } from '#src/import/money.ts'
import { type KnownPerson, personFinder } from '#src/import/people.ts'
import { readStart } from '#src/import/quarters.ts'
import { comparable, oneLine } from '#src/import/text.ts'
import { type KnownUnit, unitFinder } from '#src/import/units.ts'
import type { Words } from '#src/text/words.ts'
import { optionsOf } from '../../ui/fields/choices.ts'
import { type EditableColumn, type EditedField, fieldsOf } from '../editing/editable.ts'
import type { Entries } from '../editing/entries.ts'

/** What values are looked up in. */
export interface Known {
  people: readonly KnownPerson[]
  units: readonly KnownUnit[]
  words: Words
}

/** Entries for the fields of the column; an empty text empties them. */
export type Reader = (text: string) => Entries

/** Made once for all cells of a column: what it looks in is sorted only then. */
export function readerFor(column: EditableColumn, known: Known): Reader {
  const [field] = fieldsOf(column) as [EditedField]
  const value = column === 'cost' ? undefined : valueReader(field, known)
  return (written) => {
    const text = oneLine(written)
    if (!value) return readCost(text)
    if (text === '') return { [field]: { value: null } }
    const found = value(text)
    return { [field]: found === undefined ? { unknown: text } : { value: found } }
  }
}

function valueReader(field: EditedField, known: Known): (text: string) => unknown {
  if (field === 'start') return quarter
  switch (initiatives.columns[field].kind) {
    case 'person': {
      const find = personFinder(known.people)
      return (text) => {
        const { contact, doubts } = find(text)
        return contact && doubts.length === 0 ? contact : undefined
      }
    }
    case 'ref': {
      const find = unitFinder(known.units, new Map())
      return (text) => {
        const found = find(text)
        return found.how === 'exact' ? { key: found.unit.key, title: found.unit.name } : undefined
      }
    }
    case 'choice': {
      const options = optionsOf(initiatives, field, known.words)
      const byWord = new Map(options.map(({ key, text }) => [comparable(text), key]))
      return (text) => byWord.get(comparable(text))
    }
    case 'day':
      return day
    default:
      return (text) => text
  }
}

function quarter(text: string): string | undefined {
  const { start, doubts } = readStart(text, { year: { year: null, several: false } })
  return start && doubts.length === 0 ? start : undefined
}

/** `2026-03-31`, `31/3/2026` or `31.3.2026`: a day without its year could be any year's. */
function day(text: string): Day | undefined {
  const turned = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text)
  const [year, month = '', date = ''] = turned ? turned.slice(1).toReversed() : text.split('-')
  const written = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const found = new Date(`${written}T00:00:00Z`)
  return !Number.isNaN(found.getTime()) && found.toISOString().startsWith(written) ? written : undefined
}

/** A sum for each year is said as such, and is no doubt. */
function readCost(text: string): Entries {
  const { lowKr, highKr, perYear, doubts } = readMoney(text, { headerUnit: null })
  const clear = doubts.every(({ code }) => code === 'costPerYear')
  if (text !== '' && (!clear || lowKr === null || highKr === null)) return { costHighKr: { unknown: text } }
  return { costLowKr: { value: lowKr }, costHighKr: { value: highKr }, costPerYear: { value: perYear } }
}
