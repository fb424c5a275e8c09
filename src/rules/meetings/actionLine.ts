/** Reads who does what by when out of one line of typing: `Henrik utreder grenuttag senast 5 april`, `@namn text /datum`. */
import type { Day, Person } from '#src/lists/columns.ts'
import { type DayContext, type DayWords, dayAt, dayOf } from '../days/spokenDay.ts'

/** The words of the line besides days. */
export interface ActionWords extends DayWords {
  /** Before the day it is to be done by. */
  by: readonly string[]
  /** Before a day that is not: `about 5 april`. */
  notBy: readonly string[]
  /** Between who and what: `shall`. */
  shall: readonly string[]
  /** Whoever writes. */
  me: readonly string[]
}

export interface ActionContext extends Omit<DayContext, 'words'> {
  words: ActionWords
  me: Person
  /** Those at the meeting: of two with the same name, the one who is there is meant. */
  present: readonly Person[]
  people: readonly Person[]
}

/** What was understood of a line. */
export interface ActionLine {
  what: string
  owner?: Person
  /** Those the name may mean, when it isn't one alone. */
  maybe: readonly Person[]
  due?: Day
}

export type LackInAction = 'what' | 'owner' | 'due'

/** What is still to be said before it is an action. */
export const lacksIn = ({ what, owner, due }: ActionLine): LackInAction[] => [
  ...(owner ? [] : ['owner' as const]),
  ...(what ? [] : ['what' as const]),
  ...(due ? [] : ['due' as const]),
]

/** The line as it is understood: a day without a year is the first from today on, a name the one who is present. */
export function readActionLine(line: string, context: ActionContext): ActionLine {
  const written = line.split(/\s+/).filter(Boolean)
  const marked = withoutMarked(written, context)
  const { due, rest: undated } = marked.due
    ? { due: marked.due, rest: marked.rest }
    : withoutDay(marked.rest, context)
  const { shall } = context.words
  const begun = shall.includes(plain(undated[0] ?? '')) && undated.length > 2 ? undated.slice(1) : undated
  const named = marked.owners ? { owners: marked.owners, rest: undated } : withoutName(begun, context)
  const [owner] = named.owners
  const words = shall.includes(plain(named.rest[0] ?? '')) ? named.rest.slice(1) : named.rest
  return {
    what: capital(words.join(' ').replace(/[.,;:]+$/, '')),
    ...(owner && named.owners.length === 1 && { owner }),
    maybe: named.owners.length > 1 ? named.owners : [],
    ...(due && { due }),
  }
}

/** The part of the line before the caret that is a name on its way: after `@`, or the first word of the line. */
export function nameBeing(line: string, caret: number): { from: number; text: string } | undefined {
  const before = line.slice(0, caret)
  const at = /(?:^|\s)@([^@/]*)$/.exec(before)
  if (at?.[1] !== undefined) return { from: caret - at[1].length - 1, text: at[1] }
  const first = /^\s*(\p{L}[\p{L}-]+)$/u.exec(before)
  return first?.[1] === undefined ? undefined : { from: caret - first[1].length, text: first[1] }
}

/** Those whose name, or part of it, begins so: those present first. */
export function completions(
  text: string,
  { present, people }: Pick<ActionContext, 'present' | 'people'>,
  most = 6,
): Person[] {
  const asked = plain(text.trim())
  if (!asked) return present.slice(0, most)
  const fits = ({ name }: Person) =>
    plain(name).startsWith(asked) || parts(name).some((p) => p.startsWith(asked))
  return unique([...present.filter(fits), ...people.filter(fits)]).slice(0, most)
}

/** `@name` and `/day` wherever they stand. */
function withoutMarked(words: readonly string[], context: ActionContext) {
  let rest = [...words]
  let owners: Person[] | undefined
  let due: Day | undefined
  const at = rest.findIndex((word) => /^@\p{L}/u.test(word))
  if (at >= 0) {
    const bare = rest.with(at, (rest[at] ?? '').slice(1))
    const found = nameAt(bare, at, context)
    owners = found?.people ?? []
    rest = found ? bare.toSpliced(at, found.length) : rest
  }
  const slash = rest.findIndex((word) => /^\/[\p{L}\d]/u.test(word))
  if (slash >= 0) {
    const bare = rest.with(slash, (rest[slash] ?? '').slice(1)).map(plain)
    const found = dayAt(bare, slash, context)
    due = found?.day
    rest = found ? rest.toSpliced(slash, found.end - slash) : rest
  }
  return { rest, owners, due }
}

/** The last day said with a word before it, else one that ends the line. */
function withoutDay(words: readonly string[], context: ActionContext): { due?: Day; rest: string[] } {
  const said = words.map(plain)
  const { by, notBy } = context.words
  for (let at = said.length - 1; at >= 0; at--) {
    const lead = leadAt(said, at, by)
    const found = lead > 0 ? dayAt(said, at + lead, context) : undefined
    if (!found) continue
    // `by the` before `by`: the lead may have more words before it.
    let from = at
    while (from > 0 && leadAt(said, from - 1, by) > 0) from--
    return { due: found.day, rest: words.toSpliced(from, found.end - from) }
  }
  for (let from = 0; from < said.length; from++) {
    if (notBy.includes(said[from - 1] ?? '')) continue
    const due = dayOf(said.slice(from), context)
    if (due) return { due, rest: words.slice(0, from) }
  }
  return { rest: [...words] }
}

/** How many words of a lead-in begin here; 0 when none does. */
const leadAt = (said: readonly string[], at: number, leads: readonly string[]) =>
  [3, 2, 1].find(
    (count) => at + count < said.length && leads.includes(said.slice(at, at + count).join(' ')),
  ) ?? 0

/** The name the line begins with. */
function withoutName(words: readonly string[], context: ActionContext): { owners: Person[]; rest: string[] } {
  const found = nameAt(words, 0, context)
  return found ? { owners: found.people, rest: words.slice(found.length) } : { owners: [], rest: [...words] }
}

/** The longest name of words from a place: a whole name before a first name. */
function nameAt(words: readonly string[], at: number, { words: said, me, present, people }: ActionContext) {
  if (said.me.includes(plain(words[at] ?? ''))) return { people: [me], length: 1 }
  for (const length of [4, 3, 2, 1]) {
    if (at + length > words.length) continue
    const asked = words.slice(at, at + length).map(plain)
    const fits = ({ name }: Person) => isNamed(name, asked)
    const there = unique(present.filter(fits))
    if (there.length > 0) return { people: there, length }
    const known = unique(people.filter(fits))
    if (known.length > 0) return { people: known, length }
  }
  return undefined
}

/** One word is any part of the name; several are its parts in order, the last perhaps a letter alone. */
function isNamed(name: string, asked: readonly string[]): boolean {
  const all = parts(name)
  const [only] = asked
  if (asked.length === 1) return all.some((part) => part === only)
  return all.some((_, from) =>
    asked.every((word, at) => {
      const part = all[from + at]
      return (
        part === word || (at === asked.length - 1 && word.length === 1 && part?.startsWith(word) === true)
      )
    }),
  )
}

const parts = (name: string) => plain(name).split(' ')

/** Small letters, without the marks that end a sentence. */
const plain = (text: string) => text.toLowerCase().replace(/[.,;:!?]+$/, '')

const unique = (people: readonly Person[]) => [
  ...new Map(people.map((person) => [person.id, person])).values(),
]

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
