/** A value of the organisation as the text of a cell, and back: what is written out can be read in again. */
import type { Person, Ref } from '#src/lists/columns.ts'
import { yesNoUnknown } from '#src/lists/initiatives.ts'
import type { List } from '#src/lists/list.ts'
import { isDay } from '#src/lists/shapes.ts'
import type { Cell } from '../cells.ts'
import { comparable, oneLine } from '../text.ts'

/** What names stand for. A name that several bear finds none of them, unless its key stands after it: `Hemtjänst [u-2]`. */
export interface Names {
  person: (text: string) => Person | undefined
  /** A row of the list that the column points at. */
  ref: (field: string, text: string) => Ref | undefined
}

/** How people and rows are named in the file. */
export interface Naming {
  /** `Anna Berg <anna.berg@example.org>`: the mail is what counts when it is read in again. */
  personText: (person: Person) => string
  /** The row's title of today, with its key when others have the same. */
  refText: (field: string, ref: Ref) => string
}

export type Trouble = 'unknownPerson' | 'unknownRow' | 'unknownWord' | 'notANumber' | 'notADay'

const BETWEEN = '; '
const several = (text: string) => text.split(/[;\n]/).map(oneLine).filter(Boolean)

/** The text or figure of a cell; empty for what is empty. */
export function cellText(list: List, field: string, value: unknown, names: Naming): string | number {
  if (value === undefined || value === null) return ''
  const { kind, words = {} } = list.columns[field] ?? { kind: 'text' }
  switch (kind) {
    case 'number':
    case 'money':
      return Number(value)
    case 'yesNo':
      return value === true ? yesNoUnknown.yes : yesNoUnknown.no
    case 'choice':
      return words[String(value)] ?? String(value)
    case 'choices':
      return (value as string[]).map((key) => words[key] ?? key).join(BETWEEN)
    case 'person':
      return names.personText(value as Person)
    case 'persons':
      return (value as Person[]).map((one) => names.personText(one)).join(BETWEEN)
    case 'ref':
      return names.refText(field, value as Ref)
    case 'refs':
      return (value as Ref[]).map((ref) => names.refText(field, ref)).join(BETWEEN)
    default:
      return String(value)
  }
}

/** The value of a cell, `null` when it is empty, or what is wrong with it. */
export function cellValue(
  list: List,
  field: string,
  cell: Cell,
  names: Names,
): { value: unknown } | { trouble: Trouble; text: string } {
  const { kind, words = {} } = list.columns[field] ?? { kind: 'text' }
  const text = kind === 'note' ? cell.text.trim() : oneLine(cell.text)
  if (text === '') return { value: kind === 'yesNo' ? false : null }
  const each = <T>(find: (part: string) => T | undefined, trouble: Trouble) => {
    const parts = several(text)
    const missing = parts.find((part) => find(part) === undefined)
    return missing === undefined ? { value: parts.map(find) } : { trouble, text: missing }
  }
  const one = <T>(found: T | undefined, trouble: Trouble) =>
    found === undefined ? { trouble, text } : { value: found }
  const word = (part: string) =>
    Object.entries(words).find(([key, w]) => comparable(w) === comparable(part) || key === part)?.[0]
  switch (kind) {
    case 'number':
    case 'money': {
      const number =
        typeof cell.value === 'number' ? cell.value : Number(text.replaceAll(/\s/g, '').replace(',', '.'))
      return one(Number.isFinite(number) ? number : undefined, 'notANumber')
    }
    case 'day':
      return one(
        [cell.day, text].find((day) => isDay(day)),
        'notADay',
      )
    case 'yesNo':
      return one(yesNoOf(text), 'unknownWord')
    case 'choice':
      return one(word(text), 'unknownWord')
    case 'choices':
      return each(word, 'unknownWord')
    case 'person':
      return one(names.person(text), 'unknownPerson')
    case 'persons':
      return each(names.person, 'unknownPerson')
    case 'ref':
      return one(names.ref(field, text), 'unknownRow')
    case 'refs':
      return each((part) => names.ref(field, part), 'unknownRow')
    default:
      return { value: text }
  }
}

function yesNoOf(text: string): boolean | undefined {
  if (comparable(text) === comparable(yesNoUnknown.yes)) return true
  return comparable(text) === comparable(yesNoUnknown.no) ? false : undefined
}

/** The mail in `Anna Berg <anna@example.org>`, or the whole text when it is a mail. */
export const mailIn = (text: string): string | undefined =>
  (/<([^<>\s]+@[^<>\s]+)>/.exec(text)?.[1] ?? /^[^\s@]+@[^\s@]+$/.exec(text)?.[0])?.toLowerCase()
