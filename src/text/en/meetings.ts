/** English sentences that every page about meetings says, and the words of its fixed sets. */
import type { sentences as sv } from '../sv/meetings.ts'
import { meetingSets } from './meetingSets.ts'

export const sentences = {
  'meetings.title': 'Meetings',
  'meetings.gone': 'The meeting does not exist, or you may not see it. The link may be old.',
  'meetings.toAll': 'To all meetings',
  'meetings.loading': 'Fetching the meeting …',
  'meetings.notFresh':
    'The latest could not be fetched. What is shown may have been changed by somebody else.',
  'meetings.parts': 'Parts of the meeting',
  'meetings.prepare': 'Prepare',
  'meetings.hold': 'Hold the meeting',
  'meetings.minutes': 'Minutes',
  'meetings.chairIs': 'Chair {name}',
  'meetings.noChair': 'No chair',
  'meetings.secretaryIs': 'Secretary {name}',
  'meetings.noSecretary': 'No secretary',
  'meetings.movedFrom': 'Moved from {day}',
  'meetings.cancelled': 'The meeting is cancelled.',
  'meetings.cancelledWhy': 'The meeting is cancelled: {why}',
  'meetings.join': 'Join in Teams',
  'meetings.noItems': 'Nothing on the agenda yet.',
  'meetings.minutesLong': '{minutes} min',
  'cadence.nth1': 'first',
  'cadence.nth2': 'second',
  'cadence.nth3': 'third',
  'cadence.nth4': 'fourth',
  'cadence.nthLast': 'last',
  'cadence.months': '{nth} {weekday} of {months}',
  'cadence.everyMonth': '{nth} {weekday} of every month',
  'cadence.monthsBut': '{nth} {weekday} of every month except {months}',
  'cadence.everyWeek': 'every {weekday}',
  'cadence.everyOther': '{weekday} every other week, counted from {from}',
  'cadence.everyWeeks': '{weekday} every {weeks} weeks, counted from {from}',
  'cadence.week': 'week {week} {year}',
  'cadence.notIn': '{often}, not in {months}',
  'cadence.need': 'when needed',
} satisfies Record<keyof typeof sv, string>

export const sets = Object.values(meetingSets)
