/** The agenda of a forum's next meeting, composed from what has happened since its last: a table of sources, in their order. */
import type { AgendaSource, ItemKind } from '#src/lists/meetings.ts'
import {
  backlog,
  conditions,
  events,
  notCarriedOut,
  openActions,
  otherSources,
  standing,
} from './meetings/agendaCarried.ts'
import { decidedOrders, raisedOrders } from './meetings/agendaRankings.ts'
import { comesBack } from './meetings/agendaLeft.ts'
import type { AgendaFacts, AgendaProposal, Found } from './meetings/agendaFacts.ts'
import { newNeeds, stalledNeeds, waitingGates } from './meetings/agendaNeeds.ts'
import { changedProjects, redReports } from './meetings/agendaProjects.ts'
import { beside, settledIn, spokenOf } from './meetings/agendaSettled.ts'
import { type AgendaView, type Scope, viewOf } from './meetings/agendaView.ts'
import { STALLED_DAYS } from './reminding/waiting.ts'

interface Source {
  source: AgendaSource
  /** What is asked of the items, and for how long, when what is found doesn't say. */
  kind: ItemKind
  minutes: number
  /** Forums that it speaks to; all when none are named. */
  speaksTo?: readonly Scope[]
  /** An initiative is on an agenda once: how it stands, or a decision about it. The first source that finds it is why. */
  once?: 'standing' | 'decision'
  /** Days until what was treated comes up again while it stands; without it never: a new event has a cause of its own. */
  againAfterDays?: number
  /** So many are suggested at most, those on the agenda counted; the rest are there to choose from. */
  most?: number
  finds: (facts: AgendaFacts, view: AgendaView) => Found[]
}

const followers = ['unit', 'administration', 'portfolio', 'joint', 'project'] as const
const watchers = [...followers, 'overall'] as const
const takers = ['unit', 'portfolio', 'joint', 'team'] as const

/** In the order of the agenda. Another source is a row here, and its sentence (`because.*`). */
export const sources: readonly Source[] = [
  { source: 'standing', kind: 'formal', minutes: 5, againAfterDays: 0, finds: standing('first') },
  { source: 'answer', kind: 'information', minutes: 5, finds: backlog('answer') },
  { source: 'question', kind: 'discussion', minutes: 10, finds: backlog('question') },
  { source: 'notCarriedOut', kind: 'followUp', minutes: 5, finds: notCarriedOut },
  { source: 'openAction', kind: 'followUp', minutes: 2, againAfterDays: 0, finds: openActions },
  { source: 'tabled', kind: 'decision', minutes: 10, finds: comesBack },
  {
    source: 'redReport',
    kind: 'status',
    minutes: 10,
    speaksTo: watchers,
    once: 'standing',
    finds: redReports,
  },
  {
    source: 'changedProject',
    kind: 'status',
    minutes: 5,
    speaksTo: followers,
    once: 'standing',
    most: 6,
    finds: changedProjects,
  },
  {
    source: 'deviation',
    kind: 'deviation',
    minutes: 10,
    speaksTo: watchers,
    finds: events('deviations', 'deviation'),
  },
  {
    source: 'forecast',
    kind: 'status',
    minutes: 5,
    speaksTo: ['administration', 'portfolio', 'overall'],
    finds: events('forecasts', 'forecast'),
  },
  {
    source: 'gate',
    kind: 'gate',
    minutes: 10,
    once: 'decision',
    againAfterDays: STALLED_DAYS,
    finds: waitingGates,
  },
  { source: 'newNeed', kind: 'information', minutes: 5, speaksTo: takers, once: 'standing', finds: newNeeds },
  {
    source: 'stalled',
    kind: 'discussion',
    minutes: 5,
    speaksTo: takers,
    once: 'standing',
    most: 3,
    finds: stalledNeeds,
  },
  {
    source: 'ranking',
    kind: 'information',
    minutes: 5,
    finds: (facts, view) => [...raisedOrders(facts), ...decidedOrders(facts, view)],
  },
  { source: 'condition', kind: 'followUp', minutes: 5, finds: conditions },
  { source: 'cycle', kind: 'discussion', minutes: 10, finds: events('activities', 'cycle') },
  { source: 'proposed', kind: 'discussion', minutes: 10, finds: backlog(...otherSources) },
  { source: 'standing', kind: 'formal', minutes: 5, againAfterDays: 0, finds: standing('last') },
]

/** Nothing whose cause is on the agenda, was left this time, or has been treated since. */
export function proposeAgenda(facts: AgendaFacts): AgendaProposal[] {
  const view = viewOf(facts)
  const isSettled = settledIn(facts)
  const spoken = spokenOf(facts)
  const proposals = sources
    .filter(({ speaksTo }) => !speaksTo || speaksTo.includes(view.scope))
    .flatMap((row, place) => {
      const found = row.finds(facts, view).filter((one) => {
        if (isSettled(one, row)) return false
        const key = one.initiative?.key
        if (key === undefined) return true
        if (row.once && spoken[row.once].has(key)) return false
        if (!beside.has(row.source)) spoken.standing.add(key)
        if (one.kind === 'decision' || row.once === 'decision') spoken.decision.add(key)
        return true
      })
      const taken = facts.items.filter(
        (item) =>
          item.source === row.source && item.meeting?.key === facts.meeting.key && item.state === 'agenda',
      ).length
      return found.map((one, i) => proposal(one, { row, place, i, taken, facts }))
    })
  return withinLength(proposals, facts)
}

/** What waits longest without harm is left out first, from its end, when the meeting is too short for it all. */
const leftOutFirst: readonly AgendaSource[] = ['stalled', 'newNeed', 'changedProject', 'gate']

/** No more is suggested than the meeting has time for, beside what is on its agenda already; without a length, all is. */
function withinLength(
  proposals: readonly AgendaProposal[],
  { template, items, meeting }: AgendaFacts,
): AgendaProposal[] {
  const there = items.filter((item) => item.meeting?.key === meeting.key && item.state === 'agenda')
  const sum = (of: readonly { minutes?: number }[]) => of.reduce((all, { minutes = 0 }) => all + minutes, 0)
  let over =
    sum(there) + sum(proposals.filter(({ suggested }) => suggested)) - (template?.lengthMinutes ?? Infinity)
  const out = new Set<AgendaProposal>()
  for (const source of leftOutFirst)
    for (const one of proposals.filter((p) => p.source === source && p.suggested).toReversed())
      if (over > 0) {
        out.add(one)
        over -= one.minutes
      }
  return proposals.map((one) => (out.has(one) ? { ...one, suggested: false } : one))
}

const MOST_OF_A_SOURCE = 10_000

function proposal(
  { arose, kind, minutes, ...found }: Found,
  {
    row,
    place,
    i,
    taken,
    facts,
  }: { row: Source; place: number; i: number; taken: number; facts: AgendaFacts },
): AgendaProposal {
  const { stopDay } = facts.meeting
  return {
    ...found,
    source: row.source,
    kind: kind ?? row.kind,
    minutes: minutes ?? row.minutes,
    order: place * MOST_OF_A_SOURCE + i,
    late: stopDay !== undefined && arose !== undefined && arose > stopDay,
    suggested: row.most === undefined || i + taken < row.most,
  }
}
