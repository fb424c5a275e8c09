/** What a meeting lacks, and from when. */
import { describe, expect, test } from 'vitest'
import type { Meeting } from '#src/lists/meetings.ts'
import { holidays } from '#src/rules/days/holidays.ts'
import { type About, lacksOf } from '#src/rules/deciding/lacking.ts'
import { aForum, aMeeting } from '../../fixtures/meetings.ts'
import { aPerson } from '../../fixtures/organisation.ts'

const manned = aForum({ chair: aPerson('anna'), secretary: aPerson('tomas') })
const coming: Partial<Meeting> = { state: 'planned', day: '2024-10-16', verifiers: [aPerson('anna')] }

const rows: { says: string; meeting?: Partial<Meeting>; about?: Partial<About>; lacks: string[] }[] = [
  {
    says: 'a meeting far ahead lacks nothing',
    meeting: { day: '2024-12-16' },
    about: { items: 0 },
    lacks: [],
  },
  { says: 'an agenda is due a week before, when nobody said otherwise', lacks: ['agendaDue 2024-10-09'] },
  {
    says: 'the template says when',
    about: { template: { sendDays: 14 } },
    lacks: ['agendaDue 2024-10-02'],
  },
  {
    says: 'it is late the day after',
    about: { template: { sendDays: 16 } },
    lacks: ['agendaLate 2024-09-30'],
  },
  {
    says: 'what is sent is not due',
    meeting: { state: 'called' },
    about: { template: { sendDays: 16 } },
    lacks: [],
  },
  {
    says: 'an empty agenda that is to be sent within a week',
    meeting: { state: 'called' },
    about: { items: 0, template: { sendDays: 8 } },
    lacks: ['items'],
  },
  {
    says: 'an empty agenda with more than a week left lacks nothing',
    meeting: { state: 'called' },
    about: { items: 0, template: { sendDays: 7 } },
    lacks: [],
  },
  {
    says: 'nobody leads or writes',
    meeting: { state: 'called' },
    about: { forum: aForum() },
    lacks: ['chair', 'secretary'],
  },
  {
    says: 'the chair of the meeting is enough',
    meeting: { state: 'called', chair: aPerson('ove') },
    about: { forum: aForum({ secretary: aPerson('tomas') }) },
    lacks: [],
  },
  {
    says: 'nobody verifies minutes that are to be verified',
    meeting: { state: 'called', verifiers: [] },
    lacks: ['verifiers'],
  },
  {
    says: 'notes have no verifiers',
    meeting: { state: 'called', verifiers: [], verification: false },
    lacks: [],
  },
  { says: 'decisions between meetings have no agenda to send', meeting: { kind: 'between' }, lacks: [] },
  {
    says: 'a day that has passed',
    meeting: { day: '2024-09-25' },
    about: { items: 0 },
    lacks: ['notHeld 2024-09-25'],
  },
  {
    says: 'a meeting nobody closed',
    meeting: { day: '2024-09-25', state: 'open' },
    lacks: ['stillOpen 2024-09-25'],
  },
  {
    says: 'minutes that are a draft',
    meeting: { day: '2024-09-25', state: 'held' },
    lacks: ['minutesDraft 2024-09-25'],
  },
  {
    says: 'minutes that wait for verifiers',
    meeting: { day: '2024-09-25', state: 'sent', fixedOn: '2024-09-27' },
    lacks: ['notVerified 2024-09-27'],
  },
  { says: 'verified', meeting: { day: '2024-09-25', state: 'verified', verifiers: [] }, lacks: [] },
  { says: 'cancelled', meeting: { state: 'cancelled' }, about: { forum: aForum(), items: 0 }, lacks: [] },
]

describe('a meeting lacks', () => {
  test.each(rows)('$says', ({ meeting, about, lacks }) => {
    const found = lacksOf({
      meeting: aMeeting({ ...coming, ...meeting }),
      forum: manned,
      items: 3,
      today: '2024-10-01',
      holidays,
      ...about,
    })
    expect(found.map(({ lack, day }) => [lack, day].filter(Boolean).join(' '))).toEqual(lacks)
  })
})
