/** People by what they are called, among those known to the governance and to the forum. */
import type { Person } from '#src/lists/columns.ts'
import { forums, people } from '#src/lists/organisation.ts'
import type { Telling } from './telling.ts'

const MOST = 10

/** Everybody whose name begins its words as the text does, but not whoever asks; the nearest first. */
export async function peopleNamed(
  text: string,
  { of: { store }, me }: Telling,
  forum: string,
): Promise<Person[]> {
  const [rows, all] = await store.allOf([people, forums])
  const own = all.find(({ key }) => key === forum)
  const known = [
    ...(own ? [own.chair, own.secretary, ...(own.members ?? [])] : []),
    ...rows.filter(({ archived }) => !archived).map(({ person }) => person),
  ]
  const asked = wordsOf(text)
  const found = new Map<string, Person>()
  for (const person of known)
    if (person && person.id !== me.id && isNamed(person, asked)) found.set(person.id, person)
  return [...found.values()].toSorted((a, b) => a.name.length - b.name.length).slice(0, MOST)
}

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)

const isNamed = ({ name }: Person, asked: readonly string[]) => {
  const own = wordsOf(name)
  return asked.length > 0 && asked.every((word) => own.some((one) => one.startsWith(word)))
}
