/** Finds the known person that a cell means; two names in one cell give the first, and a doubt naming the others. */
import type { Warning } from '#src/rules/needs/importTerms.ts'
import { comparable, oneLine } from './text.ts'
import { andWord, nobodyWords } from './vocabulary.ts'

export type KnownPerson = { readonly id: string; readonly name: string; readonly email?: string }
type Contact = { contact: { id: string; name: string } | null; doubts: Warning[] }
export type PersonFinder = (written: string, link?: string) => Contact

export function personFinder(people: readonly KnownPerson[]): PersonFinder {
  const byName = new Map<string, KnownPerson[]>()
  const byEmail = new Map<string, KnownPerson>()
  for (const person of people) {
    const key = comparable(person.name)
    byName.set(key, [...(byName.get(key) ?? []), person])
    if (person.email) byEmail.set(person.email.toLowerCase(), person)
  }
  return (written, link) => {
    const text = oneLine(written)
    const linked = byEmail.get(emailIn(link ?? '') ?? emailIn(text) ?? '')
    if (text === '' && !linked) return { contact: null, doubts: [] }
    if (nobodyWords.test(text.toLowerCase()))
      return { contact: null, doubts: [{ code: 'contactUnknown', text }] }
    const names = splitNames(written, (name) => byName.has(comparable(name)))
    const several: Warning[] = names.length > 1 ? [{ code: 'contactSeveral', text }] : []
    const found = linked ? { person: linked, sure: true, place: 0 } : firstKnown(names, byName, people)
    if (!found)
      return { contact: null, doubts: [...several, { code: 'contactUnknown', text: names[0] ?? text }] }
    const missed = linked ? [] : names.slice(0, found.place)
    several.push(...missed.map((name): Warning => ({ code: 'contactUnknown', text: name })))
    const guessed: Warning[] = found.sure
      ? []
      : [{ code: 'contactGuessed', text, meaning: found.person.name }]
    return { contact: { id: found.person.id, name: found.person.name }, doubts: [...several, ...guessed] }
  }
}

/** Two or three words that begin with capitals: tells a column of people from one of units. */
export function looksLikePerson(text: string): boolean {
  const first = splitNames(text, () => false)[0] ?? ''
  return (
    emailIn(text) !== null || /^\p{Lu}[\p{L}.-]*(\s+(?:af|von|de))?(\s+\p{Lu}[\p{L}-]+){1,2}$/u.test(first)
  )
}

/** The first of several names who is known: whoever has left cannot stay the contact. */
function firstKnown(
  names: readonly string[],
  byName: ReadonlyMap<string, KnownPerson[]>,
  people: readonly KnownPerson[],
) {
  for (const [place, name] of names.entries()) {
    const found = findPerson(name, byName, people)
    if (found) return { ...found, place }
  }
  return null
}

function findPerson(
  name: string,
  byName: ReadonlyMap<string, KnownPerson[]>,
  people: readonly KnownPerson[],
) {
  const bare = oneLine(name.replace(/\([^)]*\)/g, ' ').replace(/\S+@\S+/g, ' '))
  const turned = bare.includes(',')
    ? bare.split(',').reverse().join(' ')
    : bare.split(' ').slice(1).concat(bare.split(' ').slice(0, 1)).join(' ')
  for (const key of [comparable(bare), comparable(turned)]) {
    const found = byName.get(key)
    if (found?.length === 1 && found[0]) return { person: found[0], sure: true }
  }
  const initial = /^(\p{Lu})\.?\s+(\p{Lu}[\p{L}-]+)$/u.exec(bare)
  if (!initial) return null
  const meant = people.filter((person) => {
    const words = comparable(person.name)
    return (
      words.startsWith(comparable(initial[1] ?? '')) && words.endsWith(` ${comparable(initial[2] ?? '')}`)
    )
  })
  return meant.length === 1 && meant[0] ? { person: meant[0], sure: false } : null
}

/** `Anna Ek / Bo Al`, `Anna Ek; Bo Al`, `Anna Ek, Bo Al`; but `Ek, Anna` is one. */
function splitNames(written: string, isKnown: (name: string) => boolean): string[] {
  const parts = written.split(andWord).flatMap((part) => {
    const pieces = part.split(',').map(oneLine)
    const [last, first] = pieces
    if (pieces.length === 2 && last && first && (isKnown(`${first} ${last}`) || !last.includes(' ')))
      return [`${first} ${last}`]
    return pieces
  })
  return parts.map(oneLine).filter((part) => part !== '')
}

function emailIn(text: string): string | null {
  return /[\w.+-]+@[\w-]+\.[\w.-]+/.exec(text.replace(/%40/g, '@'))?.[0]?.toLowerCase() ?? null
}
