/** Makes a meeting outside the series, or changes one: moves it, says where, who leads, who writes and who verifies. */
import * as v from 'valibot'
import { type Meeting, meetings } from '#src/lists/meetings.ts'
import { later, minutesOf, timeOf } from '#src/rules/days/clock.ts'
import { holidays } from '#src/rules/days/holidays.ts'
import { frozenFaults } from '#src/rules/meetings/meetingState.ts'
import { dated, newMeeting } from '#src/rules/meetings/newMeeting.ts'
import { noticeOf } from '#src/rules/reminding/notices.ts'
import { Refused } from '#src/rules/refusal.ts'
import { shortText } from '../../schemas.ts'
import type { Done, Work } from '../../work.ts'
import { keyArg, valuesOf } from '../args.ts'
import { changeRow, makeRow } from '../changeRow.ts'
import { demandRight, type Place, placeOf } from '../place.ts'

/** How what the meeting decides is written and takes effect: the forum's own to say. */
const formal = ['minutesKind', 'verification', 'effectAt'] as const
const columns = [
  ...formal,
  'title',
  'kind',
  'day',
  'start',
  'end',
  'place',
  'chair',
  'secretary',
  'verifiers',
  'joinUrl',
  'eventId',
  'caseNumber',
  'informationClass',
  'sentTo',
  'stopDay',
  'summary',
] as const
/** May be written when the minutes are locked: they say nothing of what was decided. */
const late = new Set<string>(['summary'])

export const saveMeetingArgs = v.strictObject({
  /** Of a meeting that isn't there, it is made: an extra one, or decisions between meetings. */
  meeting: shortText,
  forum: keyArg,
  /** New values; `null` empties. */
  values: valuesOf(columns),
  /** The values of the same columns as the person saw them. */
  base: v.optional(valuesOf(columns)),
})
type Args = v.InferOutput<typeof saveMeetingArgs>
type Values = Args['values']

export async function saveMeeting(work: Work, args: Args): Promise<Done> {
  const there = await work.store.byKey(meetings, args.meeting)
  if (there && there.forum.key !== args.forum)
    throw new Refused({ why: 'notFound', what: 'meetings', key: args.meeting })
  const place = await placeOf(work, { forum: args.forum, ...(there && { meeting: there }) })
  demandRight(work, 'prepare', place)
  const values = checked(args.values)
  if (formal.some((name) => name in values)) demandRight(work, 'template', place)
  if (!there) return { meetings: [await make(work, place, args.meeting, values)] }

  const item = await changeRow(work, meetings, there, {
    values,
    base: args.base,
    demand: (now) => demandChangeable(now, values),
    also: (now, write) => ({
      ...withDay(place, now, write),
      ...(!('end' in values) && withStart(now, write)),
      ...inCalendarOf(work, write),
    }),
  })
  if (item.day !== there.day && item.state === 'called')
    await work.tell?.(
      noticeOf(
        'meetingMoved',
        `${item.key}/moved/${item.day}`,
        { ...place, meeting: item },
        { by: work.me, on: work.today },
      ),
    )
  return { meetings: [item] }
}

async function make(work: Work, place: Place, key: string, values: Values): Promise<Meeting> {
  const { kind, day, ...rest } = values as Values & Pick<Partial<Meeting>, 'kind' | 'day'>
  const made = newMeeting(
    { ...place, holidays },
    { key, claim: key, kind: kind ?? 'extra', day: day ?? work.today },
  )
  const draft = { ...made, ...withStart(made, 'end' in rest ? {} : rest), ...rest }
  demandForward(draft)
  return (await makeRow(work, meetings, draft)).item
}

function demandChangeable(now: Meeting, values: Values) {
  const faults = Object.keys(values).every((name) => late.has(name)) ? [] : frozenFaults(now)
  if (faults.length > 0) throw new Refused(...faults)
  if (values.kind !== undefined && values.kind !== now.kind) throw invalid('kind', 'notAllowed')
  if ('end' in values) demandForward({ start: now.start, ...values })
}

/** A meeting ends after it begins. */
function demandForward({ start, end }: Values) {
  const [from, to] = [start, end].map((time) => minutesOf(typeof time === 'string' ? time : undefined))
  if (from !== undefined && to !== undefined && to <= from) throw invalid('end', 'notAllowed')
}

/** Begun at another time, it is as long as it was. */
function withStart({ start, end }: Pick<Meeting, 'start' | 'end'>, write: Values): Values {
  const [from, to] = [minutesOf(start), minutesOf(end)]
  if (typeof write.start !== 'string' || from === undefined || to === undefined) return {}
  return { end: later(write.start, to - from) ?? null }
}

/** An event is in the calendar of whoever put it there: nobody else can ask for it by its id. */
const inCalendarOf = ({ me }: Work, { eventId }: Values): Record<string, unknown> =>
  eventId === undefined ? {} : { eventBy: eventId === null ? null : me }

/** The title and the last day for matters go along; where it was moved from is kept. */
function withDay(place: Place, now: Meeting, write: Values): Values {
  const { day } = write
  if (typeof day !== 'string') return {}
  const making = { ...place, holidays }
  const [before, after] = [dated(making, now.day), dated(making, day)]
  const isAhead = now.state === 'planned' || now.state === 'called'
  const movedFrom = now.movedFrom ?? now.day
  return {
    ...(now.title === before.title && !('title' in write) && { title: after.title }),
    ...(now.stopDay === before.stopDay && !('stopDay' in write) && { stopDay: after.stopDay ?? null }),
    ...(isAhead && { movedFrom: movedFrom === day ? null : movedFrom }),
  }
}

/** Times written one way, and links that a page may show as links. */
function checked(given: Values): Values {
  const values = { ...given }
  for (const name of ['start', 'end'] as const) {
    if (typeof values[name] !== 'string' || values[name].trim() === '') continue
    const minutes = minutesOf(values[name])
    if (minutes === undefined) throw invalid(name, 'wrongKind')
    values[name] = timeOf(minutes)
  }
  const { joinUrl } = values
  if (typeof joinUrl === 'string' && joinUrl !== '' && !/^https:\/\/\S+$/.test(joinUrl))
    throw invalid('joinUrl', 'wrongKind')
  return values
}

const invalid = (field: string, problem: 'wrongKind' | 'notAllowed') =>
  new Refused({ why: 'invalid', problems: [{ field, problem }], of: meetings.name })
