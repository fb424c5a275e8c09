/** Makes the meetings that the forum's rule gives for a time, once each; what somebody has moved or cancelled is left as it is. */
import * as v from 'valibot'
import { forumTemplates } from '#src/lists/forumTemplates.ts'
import { meetings } from '#src/lists/meetings.ts'
import { daysOf } from '#src/rules/meetings/cadence.ts'
import { daysBetween } from '#src/rules/calendar.ts'
import { holidays } from '#src/rules/days/holidays.ts'
import { newMeeting } from '#src/rules/meetings/newMeeting.ts'
import { Refused } from '#src/rules/refusal.ts'
import { type Done, stamp, type Work } from '../../work.ts'
import { dayArg, keyArg } from '../args.ts'
import { demandRight, placeOf } from '../place.ts'

export const planMeetingsArgs = v.strictObject({
  forum: keyArg,
  /** Both are included. */
  from: dayArg,
  to: dayArg,
})

const MOST_DAYS = 800

/** Answers the meetings of the series in that time: made now, or there already. */
export async function planMeetings(
  work: Work,
  { forum: key, from, to }: v.InferOutput<typeof planMeetingsArgs>,
): Promise<Done> {
  const days = daysBetween(from, to)
  if (days < 0 || days > MOST_DAYS)
    throw new Refused({
      why: 'invalid',
      problems: [{ field: 'day', problem: 'notAllowed' }],
      of: meetings.name,
    })
  const place = await placeOf(work, { forum: key })
  demandRight(work, 'prepare', place)
  const { forum, template } = place
  if (!template)
    throw new Refused({
      why: 'invalid',
      problems: [{ field: 'rule', problem: 'required' }],
      of: forumTemplates.name,
    })

  const slots = daysOf(template.rule, { from, to, holidays })
  const claims = new Set(slots.map(({ slot }) => `${forum.key}/${slot}`))
  const read = () => work.store.startingWith(meetings, { column: 'claim', value: `${forum.key}/` })
  const there = new Set((await read()).map(({ claim }) => claim))
  const drafts = slots
    .map(({ slot, day, movedFrom }) => {
      const claim = `${forum.key}/${slot}`
      return newMeeting(
        { ...place, holidays },
        { key: claim, claim, kind: 'ordinary', day, ...(movedFrom && { movedFrom }) },
      )
    })
    .filter(({ claim }) => !there.has(claim))
  const made = await makeAll(work, drafts)
  const now = (await read()).filter(({ claim }) => claims.has(claim))
  return { meetings: now, created: made, existed: now.length - made }
}

/** Two who plan the same time at once make each meeting once. */
async function makeAll(work: Work, drafts: ReturnType<typeof newMeeting>[]): Promise<number> {
  if (drafts.length === 0) return 0
  const { existed } = await work.store.createMany(
    meetings,
    drafts.map((draft) => ({ ...draft, ...stamp(work) })),
  )
  return drafts.length - existed.size
}
