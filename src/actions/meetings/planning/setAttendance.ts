/** Notes who is at a meeting and as what. Never why somebody isn't: there is nowhere to write it. */
import * as v from 'valibot'
import { type Attendance, attendance, capacities, presences } from '#src/lists/meetings.ts'
import { same } from '#src/rules/initiatives/editing.ts'
import { frozenFaults } from '#src/rules/meetings/meetingState.ts'
import { Refused } from '#src/rules/refusal.ts'
import { keysOf } from '../../schemas.ts'
import { type Done, stamp, type Work } from '../../work.ts'
import { keyArg, personArg } from '../args.ts'
import { changeRow } from '../changeRow.ts'
import { atMeeting, demandRight, refOf } from '../place.ts'

const MOST_PEOPLE = 200

export const setAttendanceArgs = v.strictObject({
  meeting: keyArg,
  /** Those who are named; others stay as they were. */
  people: v.pipe(
    v.array(
      v.strictObject({
        person: personArg,
        presence: v.picklist(keysOf(presences)),
        capacity: v.picklist(keysOf(capacities)),
        /** Which items somebody is there for, when not all. */
        part: v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(255)))),
        standsInFor: v.optional(v.nullable(personArg)),
        /** Noted by mistake. */
        archived: v.optional(v.boolean()),
      }),
    ),
    v.maxLength(MOST_PEOPLE),
  ),
})
type Args = v.InferOutput<typeof setAttendanceArgs>

export async function setAttendance(work: Work, { meeting: key, people }: Args): Promise<Done> {
  const place = await atMeeting(work, key)
  const { meeting } = place
  demandRight(work, 'hold', place)
  const faults = frozenFaults(meeting)
  if (faults.length > 0) throw new Refused(...faults)
  // Decisions between meetings are made without anybody being anywhere.
  if (meeting.kind === 'between')
    throw new Refused({
      why: 'invalid',
      problems: [{ field: 'presence', problem: 'notAllowed' }],
      of: attendance.name,
    })
  const given = [...new Map(people.map((one) => [one.person.id, one])).values()]
  const rows = given.map(({ person, archived = false, part, standsInFor, ...rest }) => ({
    key: `${meeting.key}/${person.id}`,
    person,
    values: { ...rest, archived, part: part ?? null, standsInFor: standsInFor ?? null },
  }))
  const there = new Map(
    (await work.store.where(attendance, { column: 'meeting', value: key })).map((row) => [row.key, row]),
  )
  const fresh = rows.filter((row) => !there.has(row.key))
  const { existed } = await work.store.createMany(
    attendance,
    fresh.map((row) => ({
      key: row.key,
      claim: row.key,
      title: row.person.name,
      meeting: refOf(meeting),
      person: row.person,
      presence: row.values.presence,
      capacity: row.values.capacity,
      ...(row.values.part && { part: row.values.part }),
      ...(row.values.standsInFor && { standsInFor: row.values.standsInFor }),
      ...(row.values.archived && { archived: true }),
      ...stamp(work),
    })),
  )
  const now =
    fresh.length === 0
      ? [...there.values()]
      : await work.store.where(attendance, { column: 'meeting', value: key })
  const wanted = new Map(rows.map((row) => [row.key, row.values]))
  const isMade = ({ key: row }: Attendance) => !there.has(row) && !existed.has(row)
  const settled = now
    .filter((row) => wanted.has(row.key))
    .map(async (row) => (isMade(row) ? row : settle(work, row, wanted.get(row.key) ?? {})))
  return { attendance: await Promise.all(settled) }
}

/** As it was said last: of two who note the same person, the later is right. */
async function settle(work: Work, row: Attendance, values: Record<string, unknown>): Promise<Attendance> {
  const stands = Object.entries(values).every(([name, value]) =>
    same(value || null, row[name as keyof Attendance] || null),
  )
  return stands ? row : changeRow(work, attendance, row, { values, base: row })
}
