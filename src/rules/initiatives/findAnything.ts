/** The first few decisions and meetings that hold all that is typed: beside the initiatives, in one search. */
import type { Meeting } from '#src/lists/meetings.ts'
import type { Forum } from '#src/lists/organisation.ts'
import { foldedSearch, type RegisterEntry } from '../deciding/register.ts'

/**
 * A search among decisions that is given them one by one, the newest first, so that whoever asks may pause between them: those
 * whose name, number or title is what was typed come first. `look` answers whether enough has been found.
 */
export function decisionSearch(typed: string, most: number) {
  const text = foldedSearch(typed)
  // The longest word is in the fewest.
  const terms = text
    .split(/\s+/)
    .filter(Boolean)
    .toSorted((a, b) => b.length - a.length)
  const named: RegisterEntry[] = []
  const others: RegisterEntry[] = []
  return {
    look: (entry: RegisterEntry): boolean => {
      if (terms.length === 0) return true
      if (entry.goesBy.includes(text)) named.push(entry)
      else if (others.length < most && terms.every((term) => entry.text.includes(term))) others.push(entry)
      return named.length >= most
    },
    found: (): RegisterEntry[] => [...named, ...others].slice(0, most),
  }
}

export interface MeetingEntry {
  meeting: Meeting
  text: string
}

/** Meetings as they are searched: by title, forum, day and place; the latest first. */
export function meetingEntries(
  meetings: readonly Meeting[],
  forums: readonly Pick<Forum, 'key' | 'title' | 'short'>[],
  saidDay: (day: string) => string,
): MeetingEntry[] {
  const known = new Map(forums.map((forum) => [forum.key, forum]))
  return meetings
    .filter(({ archived }) => !archived)
    .toSorted((a, b) => b.day.localeCompare(a.day))
    .map((meeting) => {
      const forum = known.get(meeting.forum.key)
      const { title, day, place } = meeting
      const said = [title, forum?.title ?? meeting.forum.title, forum?.short, day, saidDay(day), place]
      return { meeting, text: foldedSearch(said.filter(Boolean).join('\n')) }
    })
}

export function findMeetings(entries: readonly MeetingEntry[], typed: string, most: number): Meeting[] {
  const terms = foldedSearch(typed).split(/\s+/).filter(Boolean)
  const found: Meeting[] = []
  for (const { meeting, text } of terms.length > 0 ? entries : []) {
    if (terms.every((term) => text.includes(term))) found.push(meeting)
    if (found.length >= most) break
  }
  return found
}
