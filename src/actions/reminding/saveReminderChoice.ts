/** Everyone's own choices of reminders: when they come, of what, and when not at all. Nobody chooses for another. */
import * as v from 'valibot'
import { reminderChoices, reminderKinds } from '#src/lists/reminding.ts'
import { Refused } from '#src/rules/refusal.ts'
import { chosen } from '#src/rules/reminding/reminderChoice.ts'
import { keysOf } from '../schemas.ts'
import { type Done, stamp, type Work } from '../work.ts'

/** Whether it is a time or a day is said in words of its own. */
const written = v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(20))))

export const saveReminderChoiceArgs = v.strictObject({
  time: written,
  off: v.optional(v.array(v.picklist(keysOf(reminderKinds)))),
  pausedFrom: written,
  pausedTo: written,
})

export async function saveReminderChoice(
  work: Work,
  { off, ...asked }: v.InferOutput<typeof saveReminderChoiceArgs>,
): Promise<Done> {
  const { me, store, today } = work
  const there = await store.byKey(reminderChoices, me.id)
  const found = chosen({ ...asked, ...(off && { off: [...new Set(off)] }) }, { today, stands: there })
  if ('faults' in found)
    throw new Refused(...found.faults.map((fault) => ({ why: 'reminding' as const, fault })))
  const changes = { ...found.changes, ...stamp(work) }
  const row =
    there ??
    (
      await store.create(reminderChoices, {
        key: me.id,
        title: me.name || me.id,
        person: me,
        ...given(changes),
      })
    ).item
  const stands = (Object.keys(found.changes) as (keyof typeof found.changes)[]).every(
    (name) => JSON.stringify(row[name] ?? null) === JSON.stringify(found.changes[name] ?? null),
  )
  return { reminderChoices: [stands ? row : await store.change(reminderChoices, row, changes)] }
}

type Given<T> = { [K in keyof T]?: NonNullable<T[K]> }
const given = <T extends object>(changes: T) =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== null)) as Given<T>
