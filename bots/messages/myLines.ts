/** What is open for one person, by the same rules as reminders. */
import type { ReminderKind, SentLine } from '#src/lists/reminding.ts'
import { holidays } from '#src/rules/days/holidays.ts'
import { lastPassed } from '#src/rules/reminding/milestones.ts'
import { groupOfKind, lineKey, remindedKinds, type ReminderRow, reminders } from '#src/rules/reminders.ts'
import { myFacts } from './myFacts.ts'
import type { Telling } from './telling.ts'

/** Can be done long before it is due; an agenda, say, is nobody's worry until it is to be sent. */
const ahead: readonly ReminderKind[] = ['action']

/** Everything that waits; the oldest of each kind first. */
export async function myLines(telling: Telling): Promise<SentLine[]> {
  const { me, today } = telling
  const facts = await myFacts(telling)
  return remindedKinds
    .filter((kind) => groupOfKind(kind) !== 'know')
    .flatMap((kind) => {
      const { find, milestones }: ReminderRow = reminders[kind]
      return find(facts, milestones)
        .toSorted((a, b) => a.due.localeCompare(b.due))
        .flatMap(({ item, about = item.key, due, to, second = [], values }): SentLine[] => {
          const reached = lastPassed(milestones, due, { today, holidays })?.milestone
          const passed = reached ?? (ahead.includes(kind) ? milestones[0] : undefined)
          if (!passed) return []
          const isSecond = passed.to === 'second' && second.length > 0
          if (![...to, ...(isSecond ? second : [])].some(({ id }) => id === me.id)) return []
          const key = lineKey(kind, about, due, passed.name)
          return [{ key, kind, item, due, milestone: passed.name, values }]
        })
    })
}
