/** Says how a forum meets: when, what every agenda has, and how its minutes are made. Meetings that are made already keep theirs. */
import * as v from 'valibot'
import { forumTemplates } from '#src/lists/forumTemplates.ts'
import { minutesOf, timeOf } from '#src/rules/days/clock.ts'
import { Refused } from '#src/rules/refusal.ts'
import type { Done, Work } from '../../work.ts'
import { keyArg, valuesOf } from '../args.ts'
import { changeRow, makeRow } from '../changeRow.ts'
import { demandRight, placeOf, refOf } from '../place.ts'

const fixed = ['key', 'title', 'forum', 'archived', 'changedBy', 'changedOn'] as const
type Column = Exclude<keyof typeof forumTemplates.columns, (typeof fixed)[number]>
const columns = (Object.keys(forumTemplates.columns) as (keyof typeof forumTemplates.columns)[]).filter(
  (name): name is Column => !(fixed as readonly string[]).includes(name),
)

export const saveForumTemplateArgs = v.strictObject({
  forum: keyArg,
  /** New values; `null` empties. */
  values: valuesOf(columns),
  /** The values of the same columns as the person saw them. */
  base: v.optional(valuesOf(columns)),
})

/** Days before a meeting, and minutes of one, beyond which a number is likely mistyped. */
const most = { stopDays: 90, sendDays: 90, lengthMinutes: 1440 } as const

export async function saveForumTemplate(
  work: Work,
  { forum, values: given, base }: v.InferOutput<typeof saveForumTemplateArgs>,
): Promise<Done> {
  const place = await placeOf(work, { forum })
  demandRight(work, 'template', place)
  const values = checked(given)
  const there =
    place.template ??
    (
      await makeRow(work, forumTemplates, {
        rule: { every: 'need' },
        minutesKind: 'notes',
        effectAt: 'atMeeting',
        ...values,
        key: place.forum.key,
        title: place.forum.title,
        forum: refOf(place.forum),
      })
    ).item
  return { forumTemplates: [await changeRow(work, forumTemplates, there, { values, base })] }
}

function checked(given: Record<string, unknown>): Record<string, unknown> {
  const { start } = given
  const minutes = typeof start === 'string' ? minutesOf(start) : undefined
  if (typeof start === 'string' && start.trim() !== '' && minutes === undefined) throw invalid('start')
  for (const [name, limit] of Object.entries(most)) {
    const value = given[name]
    const isWhole = Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= limit
    if (value !== undefined && value !== null && !isWhole) throw invalid(name, 'notANumber')
  }
  return { ...given, ...(minutes !== undefined && { start: timeOf(minutes) }) }
}

const invalid = (field: string, problem: 'wrongKind' | 'notANumber' = 'wrongKind') =>
  new Refused({ why: 'invalid', problems: [{ field, problem }], of: forumTemplates.name })
