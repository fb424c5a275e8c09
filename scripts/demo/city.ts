/** The city that the written meetings are about: its people, forums and initiatives by the ids of the files. */
import type { Person, Ref } from '#src/lists/columns.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { entraIdOf } from './installation.ts'
import type { WrittenItem, WrittenMeeting } from './meetingFile.ts'
import { organisationRows } from './organisationRows.ts'

/** What the rows are made from: people and forums of the city, and the initiatives by their number. */
export interface City {
  organisation: ReturnType<typeof organisationRows>
  initiative: (number: string) => Initiative | undefined
  who: (id: string) => Person
  ref: (forum: string) => Ref
}

export function cityOf(initiatives: readonly Initiative[]): City {
  const organisation = organisationRows('u-stad')
  const byNumber = new Map(initiatives.map((initiative) => [initiative.number, initiative]))
  return {
    organisation,
    // The file writes AVO where the portfolio's code is ÄVO.
    initiative: (number) => byNumber.get(number.replace(/^A/, 'Ä')),
    who: (id) => ({
      id: entraIdOf(id),
      name: organisation.people.find(({ key }) => key === id)?.title ?? id,
    }),
    ref: (key) => ({ key, title: organisation.forums.find((forum) => forum.key === key)?.title ?? key }),
  }
}

export const itemKey = ({ id }: WrittenMeeting, { no }: WrittenItem) => `${id}-${no}`
export const meetingRef = ({ id, forumName, date }: WrittenMeeting): Ref => ({
  key: id,
  title: `${forumName} ${date}`,
})
