/** What people are reminded of, as a table: who, when, and what ends it; and the lines that are due on a day. */
import type { Day, Person, Ref } from '#src/lists/columns.ts'
import type { ReminderKind, SentLine } from '#src/lists/reminding.ts'
import { daysEarlier } from './calendar.ts'
import { lastPassed, type Milestone } from './reminding/milestones.ts'
import type { ReminderFacts } from './reminding/reminderFacts.ts'
import { actionsDue, agendasToSend, toVerify } from './reminding/remindersOfMeetings.ts'
import { decisionsWaiting, moved, reportsOwed, stalled } from './reminding/remindersOfProjects.ts'
import { STALLED_DAYS } from './reminding/waiting.ts'

/** One thing that somebody is to be reminded of, for as long as nothing has ended it. */
export interface Occasion {
  item: Ref
  /** What the key names, when it isn't the item: two decisions about an initiative are two occasions. */
  about?: string
  due: Day
  to: readonly Person[]
  /** Who is told instead when a milestone is for the second. */
  second?: readonly Person[]
  /** What the words are filled with. */
  values: Record<string, string | number>
}

/** What is to be done about a line: lines of a digest stand together by it, in this order. */
export const digestGroups = ['answer', 'decide', 'report', 'do', 'prepare', 'know'] as const
export type DigestGroup = (typeof digestGroups)[number]

/** How a kind is reminded of. */
export interface ReminderRow {
  group: DigestGroup
  milestones: readonly Milestone[]
  /** What is open now; whatever has ended isn't there any more. */
  find: (facts: ReminderFacts, milestones: readonly Milestone[]) => Occasion[]
}

/** Another kind is a row here, its words in `reminderKinds` and a card for its answers. */
export const reminders = {
  verify: {
    group: 'answer',
    milestones: [
      { name: 'asked', days: 0, urgent: true },
      { name: 'late', workingDays: 5 },
    ],
    find: toVerify,
  },
  decision: {
    group: 'decide',
    milestones: [
      { name: 'asked', days: 0, urgent: true },
      { name: 'late', workingDays: 10 },
    ],
    find: decisionsWaiting,
  },
  report: {
    group: 'report',
    milestones: [
      { name: 'soon', workingDays: -5 },
      { name: 'last', workingDays: 0 },
      { name: 'late', workingDays: 1, to: 'second' },
    ],
    find: reportsOwed,
  },
  action: {
    group: 'do',
    milestones: [
      { name: 'week', days: -7 },
      { name: 'soon', days: -1 },
      { name: 'late', days: 1 },
    ],
    find: actionsDue,
  },
  agenda: {
    group: 'prepare',
    // From the day the agenda is to be sent, as a rule seven days before the meeting.
    milestones: [
      { name: 'send', days: 0 },
      { name: 'late', days: 2 },
    ],
    find: agendasToSend,
  },
  moved: { group: 'know', milestones: [{ name: 'moved', days: 0 }], find: moved },
  stalled: { group: 'know', milestones: [{ name: 'stalled', days: STALLED_DAYS }], find: stalled },
} as const satisfies Partial<Record<ReminderKind, ReminderRow>>
export type RemindedKind = keyof typeof reminders

export const remindedKinds = Object.keys(reminders) as RemindedKind[]

/** Where lines of a kind stand in a digest; what is told of meetings is only to be known. */
export const groupOfKind = (kind: ReminderKind): DigestGroup =>
  kind === 'meeting' ? 'know' : reminders[kind].group

/** Milestones further back are never sent, only counted when reminders begin: what has been sent since is all that is read. */
export const HORIZON_DAYS = 60

/** A line for one person. */
export interface ReminderLine extends SentLine {
  kind: ReminderKind
  to: Person
  urgent: boolean
  /** The day of its milestone. */
  since: Day
}

/** `kind/item/due/milestone`: the same milestone is told once; when the day is moved everything starts anew. */
export const lineKey = (kind: ReminderKind, about: string, due: Day, milestone: string) =>
  `${kind}/${about}/${due}/${milestone}`

/** A line as it is kept with its message; `again`: keys of lines in messages that nobody knows came. */
export const sentLine = (
  { key, kind, item, due, milestone, values }: ReminderLine,
  again?: ReadonlySet<string>,
): SentLine => ({
  key,
  kind,
  item: { key: item.key, title: item.title },
  due,
  milestone,
  values,
  ...(again?.has(key) && { again: true as const }),
})

/** Every line whose milestone passed on the day `oldest` or later, whoever it is for and whatever has been sent before. */
export function dueLines(
  facts: ReminderFacts,
  oldest = daysEarlier(facts.today, HORIZON_DAYS),
): ReminderLine[] {
  return remindedKinds.flatMap((kind) => {
    const { milestones, find }: ReminderRow = reminders[kind]
    // Thousands of things are due on the same few days.
    const passedOf = remembered((due: Day) => lastPassed(milestones, due, facts))
    return find(facts, milestones).flatMap(({ item, about = item.key, due, to, second = [], values }) => {
      const passed = passedOf(due)
      if (!passed || passed.since < oldest) return []
      const { milestone, since } = passed
      const told = milestone.to === 'second' && second.length > 0 ? second : to
      const key = lineKey(kind, about, due, milestone.name)
      return unique(told).map((person) => ({
        key,
        kind,
        item,
        due,
        milestone: milestone.name,
        values,
        to: person,
        urgent: milestone.urgent === true,
        since,
      }))
    })
  })
}

function remembered<T>(work: (due: Day) => T): (due: Day) => T {
  const known = new Map<Day, T>()
  return (due) => {
    const found = known.get(due)
    if (found !== undefined || known.has(due)) return found as T
    const made = work(due)
    known.set(due, made)
    return made
  }
}

const unique = (people: readonly Person[]) => [...new Map(people.map((one) => [one.id, one])).values()]
