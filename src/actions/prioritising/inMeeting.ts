/** An order that is decided while the forum sits: it becomes a matter of that meeting, so that its minutes give it a §. */
import type { Decision } from '#src/lists/decisions.ts'
import { type AgendaItem, agendaItems, type Meeting, meetings } from '#src/lists/meetings.ts'
import type { Forum } from '#src/lists/organisation.ts'
import type { Ranking } from '#src/lists/prioritising.ts'
import type { Voice } from '#src/lists/voices.ts'
import { isChangedByOther } from '#src/graph/errors.ts'
import { byNumber } from '#src/rules/meetings/outcomes.ts'
import type { OrderRound } from '#src/rules/prioritising/orderRound.ts'
import { Refused } from '#src/rules/refusal.ts'
import { refOf } from '../meetings/place.ts'
import { stamp, type Work } from '../work.ts'

const MOST_ATTEMPTS = 6

/** Throws Refused when it isn't the forum's, or isn't going on. */
export async function meetingToDecideIn({ store }: Work, forum: Forum, key: string): Promise<Meeting> {
  const meeting = await store.byKey(meetings, key)
  if (!meeting || meeting.forum.key !== forum.key)
    throw new Refused({ why: 'notFound', what: 'meeting', key })
  if (meeting.state !== 'open') throw new Refused({ why: 'meeting', fault: 'notOpen' })
  return meeting
}

/**
 * A matter of the meeting's own, last on its agenda: what the order came to there, with what each authority has said by then. A word
 * that leaves others to say theirs is noted; what is said after the meeting isn't in its minutes.
 */
export async function putInMeeting(
  work: Work,
  forum: Forum,
  decision: Decision,
  { frozen, round }: { frozen: Ranking; round: OrderRound },
): Promise<AgendaItem> {
  const { meeting, item: asked } = decision
  if (!meeting || !asked) throw new Error(`${decision.key} was made at no meeting`)
  const { store } = work
  const treated = {
    state: 'treated',
    outcome: outcomes[round.state],
    // Of one authority's word the whole is neither decided nor refused.
    ...(round.state !== 'proposed' && { wording: decision.wording }),
    ...(decision.grounds && { basis: decision.grounds }),
    ...(decision.party && { voices: voicesOf(frozen, round) }),
    decidedBy: decision.decidedBy,
    recordedBy: decision.recordedBy ?? decision.decidedBy,
    decidedOn: decision.decidedOn,
    carrying: 'done',
    decision: { key: decision.key, title: decision.number },
  } as const
  const items = await store.where(agendaItems, { column: 'meeting', value: meeting.key })
  const order = 1 + Math.max(0, ...items.map((one) => one.order ?? 0))
  let item =
    items.find(({ key }) => key === asked.key) ??
    (
      await store.create(agendaItems, {
        key: asked.key,
        title: asked.title,
        forum: refOf(forum),
        meeting,
        order,
        kind: 'decision',
        source: 'added',
        cause: `ranking/${decision.key}`,
        ...treated,
        ...stamp(work),
      })
    ).item
  // What was said after it, at the same sitting, knows more.
  for (let attempt = 1; knowsLess(item, decision); attempt++) {
    try {
      item = await store.change(agendaItems, item, { ...treated, ...stamp(work) })
    } catch (error) {
      if (!isChangedByOther(error) || attempt === MOST_ATTEMPTS) throw error
      item = await store.byId(agendaItems, item.id)
    }
  }
  return item
}

const knowsLess = ({ decision }: AgendaItem, { number }: Decision) =>
  !decision || byNumber({ number: decision.title }, { number }) < 0

const outcomes = { decided: 'grant', refused: 'refuse', raised: 'refuse', proposed: 'noted' } as const

/** Each authority has a row, also who hasn't said anything. */
const voicesOf = ({ parties = [] }: Ranking, { voices }: OrderRound): Voice[] =>
  parties.map((party): Voice => {
    const said = voices.find((one) => one.party?.key === party.key && one.outcome !== 'escalate')
    if (!said) return { party }
    const { by, outcome, decision, reason } = said
    return { party, by, says: outcome, decision, carrying: 'done', ...(reason && { wording: reason }) }
  })
