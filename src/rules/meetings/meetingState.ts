/** How a meeting moves from planned to verified, and what may no longer change on the way. */
import type { AgendaItem, Meeting, MeetingState } from '#src/lists/meetings.ts'
import type { Verification } from '#src/lists/minutes.ts'
import type { MeetingTask } from './meetingRights.ts'
import type { Refusal } from '../refusal.ts'

/** What stands in the way at a meeting; each has a sentence of its own (`meeting.…`). */
export type MeetingFault =
  | 'notOpen'
  | 'stillOpen'
  | 'held'
  | 'cancelled'
  /** The minutes, or the paragraph, lie with those who verify. */
  | 'sent'
  /** Verified or settled: only a correction changes it. */
  | 'fixed'
  /** The item stands on another meeting's agenda. */
  | 'onAgenda'
  /** The item has its outcome. */
  | 'decided'
  /** An agenda or minutes without items. */
  | 'empty'
  /** Positions are for forums that several administrations share. */
  | 'notJoint'

interface Move {
  from: readonly MeetingState[]
  to: MeetingState
  task: Exclude<MeetingTask, 'propose'>
  /** Columns of the meeting that must be filled in. */
  needs: readonly (keyof Meeting)[]
}

/** `send` is for minutes that are verified, `settle` for those that aren't; what was returned is held again. */
export const meetingMoves = {
  call: { from: ['planned', 'called'], to: 'called', task: 'prepare', needs: [] },
  open: { from: ['planned', 'called', 'held'], to: 'open', task: 'hold', needs: ['chair', 'secretary'] },
  close: { from: ['open'], to: 'held', task: 'hold', needs: ['chair', 'secretary'] },
  send: { from: ['held'], to: 'sent', task: 'decideIn', needs: ['chair', 'secretary', 'verifiers'] },
  settle: { from: ['held'], to: 'settled', task: 'decideIn', needs: ['chair', 'secretary'] },
  verify: { from: ['sent'], to: 'verified', task: 'verify', needs: [] },
  return: { from: ['sent'], to: 'held', task: 'verify', needs: [] },
  cancel: { from: ['planned', 'called', 'open'], to: 'cancelled', task: 'prepare', needs: [] },
} as const satisfies Record<string, Move>
export type MeetingMove = keyof typeof meetingMoves

const faultOfState = {
  planned: 'notOpen',
  called: 'notOpen',
  open: 'stillOpen',
  held: 'held',
  sent: 'sent',
  verified: 'fixed',
  settled: 'fixed',
  cancelled: 'cancelled',
} as const satisfies Record<MeetingState, MeetingFault>

/** What keeps the meeting from the move. A meeting whose minutes were once sent isn't opened again: what was said stands. */
export function moveFaults(move: MeetingMove, meeting: Meeting): Refusal[] {
  const { from, needs }: Move = meetingMoves[move]
  const reopens = move === 'open' && meeting.state === 'held' && meeting.minutesVersion !== undefined
  if (reopens || !from.includes(meeting.state))
    return [{ why: 'meeting', fault: faultOfState[meeting.state] }]
  const lacking = needs.filter((name) => [meeting[name] ?? []].flat().length === 0)
  if (lacking.length === 0) return []
  const problems = lacking.map((field) => ({ field, problem: 'required' as const }))
  return [{ why: 'invalid', problems, of: 'Meetings' }]
}

/** Why nothing that is written of the meeting may change; nothing while its minutes are a draft. */
export function frozenFaults({ state }: Pick<Meeting, 'state'>): Refusal[] {
  const isFrozen = state === 'sent' || state === 'verified' || state === 'settled' || state === 'cancelled'
  return isFrozen ? [{ why: 'meeting', fault: faultOfState[state] }] : []
}

/** Why an item may not change: its meeting's minutes, or the item itself when it was verified at once. */
export function itemFaults(
  item: Pick<AgendaItem, 'key'>,
  meeting: Pick<Meeting, 'state'> | undefined,
  verifications: readonly Pick<Verification, 'item' | 'edition' | 'answer'>[] = [],
): Refusal[] {
  const frozen = meeting ? frozenFaults(meeting) : []
  if (frozen.length > 0) return frozen
  const own = verifications.filter(({ item: of }) => of?.key === item.key)
  const latest = Math.max(0, ...own.map(({ edition }) => edition))
  const asked = own.filter(({ edition }) => edition === latest)
  if (asked.length === 0 || asked.some(({ answer }) => answer === 'returned')) return []
  const fault = asked.every(({ answer }) => answer === 'approved') ? 'fixed' : 'sent'
  return [{ why: 'meeting', fault }]
}

/** Whether agenda, notes and decisions are still written: before, during and after the sitting until the minutes are sent. */
export const isDraft = (meeting: Pick<Meeting, 'state'>) => frozenFaults(meeting).length === 0
