/** Who is asked to a meeting and who is there, from the forum, the meeting and what has been noted. */
import type { Person } from '#src/lists/columns.ts'
import type { Attendance, Capacity, Meeting, Presence } from '#src/lists/meetings.ts'
import type { Forum } from '#src/lists/organisation.ts'

/** A line of the attendance. `presence` undefined: nobody has said. */
export interface Attending {
  person: Person
  capacity: Capacity
  presence?: Presence
  part?: string
  standsInFor?: Person
}

/** Everyone who belongs to the meeting, chair and secretary first, with what has been noted; guests last. */
export function attendingOf(
  meeting: Pick<Meeting, 'chair' | 'secretary'>,
  forum: Pick<Forum, 'chair' | 'secretary' | 'members'> | undefined,
  noted: readonly Attendance[],
): Attending[] {
  const chair = meeting.chair ?? forum?.chair
  const secretary = meeting.secretary ?? forum?.secretary
  const expected = new Map<string, Attending>()
  const expect = (person: Person | undefined, capacity: Capacity) => {
    if (person && !expected.has(person.id)) expected.set(person.id, { person, capacity })
  }
  expect(chair, 'chair')
  expect(secretary, 'secretary')
  for (const member of forum?.members ?? []) expect(member, 'member')
  for (const row of noted) {
    const { person, capacity, presence, part, standsInFor } = row
    expected.set(person.id, {
      person,
      capacity,
      presence,
      ...(part && { part }),
      ...(standsInFor && { standsInFor }),
    })
  }
  return [...expected.values()]
}

/** Those who are there, wholly or in part. */
export const presentOf = (attending: readonly Attending[]): Person[] =>
  attending
    .filter(({ presence }) => presence === 'present' || presence === 'part')
    .map(({ person }) => person)
