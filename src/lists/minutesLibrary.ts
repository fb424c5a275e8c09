/** The document library of agendas and minutes, and what is kept about each file so that registrars and search find it. */
import { choice, day, number, text } from './columns.ts'
import { informationClasses } from './initiatives.ts'
import { defineLibrary, type DraftOf } from './list.ts'
import { paperKinds } from './minutes.ts'

/**
 * `contentHash` is of what the paper says, never of the file's bytes: SharePoint writes its own properties into Office files when
 * they arrive, so that what comes back has another size and hash (https://github.com/OneDrive/onedrive-api-docs/issues/935).
 */
export const minutesLibrary = defineLibrary('Minutes', 'Protokoll', {
  title: text('Rubrik', { required: true }),
  forum: text('Forum', { required: true }),
  forumKey: text('Forum (nyckel)', { required: true, indexed: true }),
  meetingKey: text('Möte (nyckel)', { required: true, indexed: true }),
  meetingDay: day('Mötesdag', { required: true, indexed: true }),
  caseNumber: text('Diarienummer'),
  informationClass: choice('Informationsklass', informationClasses),
  paperKind: choice('Slag', paperKinds, { required: true }),
  drawnUp: day('Upprättad'),
  contentHash: text('Kontrollsumma', { required: true }),
  /** First, second … of the same paper; `version` is the row's ETag. */
  edition: number('Utgåva', { required: true }),
})

/** What is kept about one file. */
export type MinutesFields = DraftOf<typeof minutesLibrary>
