/** What follows from the day of a meeting: its title, and a last day for matters that is a working day. */
import { expect, test } from 'vitest'
import type { ForumTemplate } from '#src/lists/forumTemplates.ts'
import { holidays } from '#src/rules/days/holidays.ts'
import { sendDayOf } from '#src/rules/deciding/lacking.ts'
import { newMeeting } from '#src/rules/meetings/newMeeting.ts'
import { aForum } from '#test/fixtures/meetings.ts'

const forum = aForum()
const template = (values: Partial<ForumTemplate>) => values as ForumTemplate
const made = (day: string, stopDays: number) =>
  newMeeting(
    { forum, template: template({ stopDays }), holidays },
    { key: 'm', claim: 'm', kind: 'ordinary', day },
  )

test.for([
  { day: '2024-10-16', before: 8, stop: '2024-10-08', says: 'so many days before' },
  { day: '2024-10-16', before: 10, stop: '2024-10-04', says: 'a Sunday is the Friday before' },
  { day: '2024-05-14', before: 5, stop: '2024-05-08', says: 'Ascension Day is the day before' },
  {
    day: '2025-01-08',
    before: 14,
    stop: '2024-12-23',
    says: 'Christmas Day is the day before Christmas Eve',
  },
])('matters for $day are handed in by $stop: $says', ({ day, before, stop }) => {
  expect(made(day, before)).toMatchObject({ stopDay: stop, title: `${forum.title} ${day}` })
})

test.for([
  { day: '2024-10-16', send: '2024-10-09', says: 'a week before' },
  { day: '2024-05-08', send: '2024-04-30', says: 'the First of May is the day before' },
])('the agenda for $day is sent by $send: $says', ({ day, send }) => {
  expect(sendDayOf({ meeting: { day }, template: undefined, holidays })).toBe(send)
})
