/** Keeps account of what was due to whom, and holds it against what reached them. */
import type { Day } from '#src/lists/columns.ts'
import { momentOf } from '#src/rules/days/swedishClock.ts'
import { holidays } from '#src/rules/days/holidays.ts'
import { dueLines } from '#src/rules/reminders.ts'
import type { ReminderFacts } from '#src/rules/reminding/reminderFacts.ts'
import { isWorkingDay } from '#src/rules/days/workingDays.ts'
import type { Delivered } from './connector.ts'

export interface Result {
  due: number
  sent: number
  doubled: number
  lost: number
  secondDigests: number
  holidaySends: number
  overRate: number
}

export function createAccount(start: Day, unreachable: ReadonlySet<string>) {
  /** The working day each line was first due to each person. */
  const first = new Map<string, number>()
  const reached = new Set<string>()
  const lost: string[] = []
  let days = 0
  let counted = 0

  return {
    lost,
    /** The end of a working day: whatever was due the working day before, and still is, has reached whom it was for. */
    endOfDay(facts: ReminderFacts, delivered: readonly Delivered[]) {
      days++
      for (; counted < delivered.length; counted++) {
        const { person, row } = delivered[counted] as Delivered
        for (const { key } of row.lines ?? []) reached.add(`${person} ${key}`)
      }
      for (const { to, key, since } of dueLines(facts)) {
        const line = `${to.id} ${key}`
        if (since < start || unreachable.has(to.id)) continue
        const when = first.get(line)
        if (when === undefined) first.set(line, days)
        else if (days === when + 1 && !reached.has(line)) lost.push(line)
      }
    },
    result: (delivered: readonly Delivered[], overRate: number): Result => ({
      due: first.size,
      sent: delivered.length,
      doubled: doubledIn(delivered),
      lost: lost.length,
      secondDigests: secondDigestsIn(delivered),
      holidaySends: delivered.filter(({ at }) => !isWorkingDay(momentOf(at).day, holidays)).length,
      overRate,
    }),
  }
}

/** A milestone told twice to one person; a line that says it may have been seen, since nobody knew, is no second time. */
function doubledIn(delivered: readonly Delivered[]): number {
  const seen = new Set<string>()
  let doubled = 0
  for (const { person, row } of delivered)
    for (const { key, again } of row.lines ?? []) {
      const line = `${person} ${key}`
      if (seen.has(line) && !again) doubled++
      seen.add(line)
    }
  return doubled
}

function secondDigestsIn(delivered: readonly Delivered[]): number {
  const digests = delivered.filter(({ row }) => row.kind === 'digest')
  return digests.length - new Set(digests.map(({ at, person }) => `${momentOf(at).day} ${person}`)).size
}
