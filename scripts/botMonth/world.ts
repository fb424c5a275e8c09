/** People with work of their own: what is open on each day of the month, and how they get things done, late or never. */
import type { ActionItem } from '#src/lists/actionItems.ts'
import type { Day, Person } from '#src/lists/columns.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Meeting } from '#src/lists/meetings.ts'
import type { Verification } from '#src/lists/minutes.ts'
import { holidays } from '#src/rules/days/holidays.ts'
import { monthOf } from '#src/rules/days/months.ts'
import type { ReminderFacts } from '#src/rules/reminding/reminderFacts.ts'
import { treeOf } from '#src/rules/organisation/tree.ts'
import { daysLater } from '#src/rules/days/workingDays.ts'

/** Items by sort, as shares of all. */
const shares = { actions: 0.6, initiatives: 0.2, verifications: 0.15 } as const
/** Of what is open, so much is done in a day; so many days are moved. */
const DONE_A_DAY = 0.04
const MOVED_A_DAY = 0.01
const REPORTED_A_DAY = 0.06

export interface World {
  people: Person[]
  /** What the server would read on a day. */
  factsOf: (today: Day) => ReminderFacts
  /** A night passes: things are done, reported, answered, moved. */
  liveOn: (today: Day) => void
}

export function createWorld(
  { people: count, items, from, days }: { people: number; items: number; from: Day; days: number },
  random: () => number,
): World {
  const pick = <T>(some: readonly T[]) => some[Math.floor(random() * some.length)] as T
  const dayBetween = (first: number, last: number) =>
    daysLater(from, first + Math.floor(random() * (last - first + 1)))
  const people = Array.from({ length: count }, (_, i) => ({
    // Begins as an Entra id does.
    id: `${(i % 16).toString(16)}-person-${i}`,
    name: `Person ${i}`,
  }))
  const forum = { key: 'forum', title: 'Forum' }
  const row = (key: string) => ({ key, id: key, version: '"1"', title: key })
  const many = <T>(share: number, make: (i: number) => T) =>
    Array.from({ length: Math.round(items * share) }, (_, i) => make(i))

  const actions = many(shares.actions, (i): ActionItem => {
    const due = dayBetween(-30, days + 14)
    return { ...row(`action-${i}`), owner: pick(people), due, state: 'open', forum }
  })
  const initiatives = many(
    shares.initiatives,
    (i): Initiative => ({
      ...row(`initiative-${i}`),
      number: `I-${i}`,
      stage: 'delivery',
      state: 'active',
      stageSince: '2025-01-01',
      portfolio: { key: 'portfolio', title: 'Portfolio' },
      projectManager: pick(people),
      projectOwner: pick(people),
    }),
  )
  const verifications = many(
    shares.verifications,
    (i) =>
      ({
        ...row(`verification-${i}`),
        meeting: { key: 'verified', title: 'Meeting' },
        person: pick(people),
        edition: 1,
        answer: 'asked',
        askedOn: dayBetween(-10, days),
      }) as Verification,
  )
  const meetings = many(
    1 - shares.actions - shares.initiatives - shares.verifications,
    (i) =>
      ({
        ...row(`meeting-${i}`),
        forum,
        state: 'planned',
        day: dayBetween(1, days + 14),
        secretary: pick(people),
      }) as Meeting,
  )
  const sent = { ...row('verified'), forum, state: 'sent', day: from } as Meeting
  const reports: { initiative: { key: string; title: string }; month: string }[] = []
  const tree = treeOf([])

  return {
    people,
    factsOf: (today) => ({
      today,
      holidays,
      tree,
      mandates: [],
      portfolios: [],
      initiatives,
      costItems: [],
      benefits: [],
      dependencies: [],
      decisions: [],
      reports,
      actions,
      meetings: [...meetings, sent],
      templates: [],
      verifications: verifications.filter(({ askedOn }) => askedOn <= today),
    }),
    liveOn(today) {
      for (const action of actions) {
        if (random() < DONE_A_DAY) action.state = 'done'
        else if (random() < MOVED_A_DAY) action.due = daysLater(today, 1 + Math.floor(random() * 20))
      }
      for (const one of verifications)
        if (one.askedOn < today && random() < DONE_A_DAY) one.answer = 'approved'
      for (const meeting of meetings) if (random() < DONE_A_DAY) meeting.agendaSentOn = today
      for (const { key, title } of initiatives)
        if (random() < REPORTED_A_DAY) reports.push({ initiative: { key, title }, month: monthOf(today) })
    },
  }
}
