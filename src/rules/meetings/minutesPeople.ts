/** How people and texts stand in pictures of minutes. */
import type { Person } from '#src/lists/columns.ts'
import type { PersonRow } from '#src/lists/organisation.ts'

/** Somebody by Entra id, with name and title as they were that day. */
export interface NamedPerson {
  id: string
  name: string
  title?: string
}

export type Titles = ReadonlyMap<string, string>

export const titlesOf = (people: readonly PersonRow[]): Titles =>
  new Map(people.flatMap(({ person, jobTitle }) => (jobTitle ? [[person.id, jobTitle] as const] : [])))

export const named = ({ id, name }: Person, titles: Titles): NamedPerson =>
  filled<NamedPerson>({ id, name, title: titles.get(id) })

/** `Anna Ek, utvecklingsledare`. */
export const withTitle = ({ name, title }: NamedPerson) => (title ? `${name}, ${title}` : name)

/** Without what is undefined or an empty text, so that a picture says nothing about what isn't there. */
export const filled = <T extends object>(values: { [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== ''),
  ) as unknown as T

/** The lines of a note that say something. */
export const lines = (note: string | undefined): string[] =>
  (note ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)

/** A note as it is frozen: one kind of line ending, nothing blank around it. */
export const plain = (note: string | undefined): string | undefined => note?.replaceAll(/\r\n?/g, '\n').trim()
