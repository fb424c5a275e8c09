/** One message on its way: marked before it is sent, sent once, marked with how it went. */
import { type Address, addresses, type Sending } from '#src/lists/reminding.ts'
import type { ChangesOf } from '#src/lists/list.ts'
import type { sendings } from '#src/lists/reminding.ts'
import { backOffMs } from './backOff.ts'
import type { createConversationLimits } from './conversationLimits.ts'
import type { Lease } from './lease.ts'
import type { Pace } from './pace.ts'
import type { Outcome } from './outcome.ts'
import type { Draw, Post } from './post.ts'
import type { Rows, RowStore } from './rows.ts'
import type { Day } from '#src/lists/columns.ts'

/** After so many attempts it is given up for the day; its lines come with the next digest. */
const MOST_ATTEMPTS = 12

export interface Sender {
  rows: Rows
  store: RowStore
  pace: Pace
  limits: ReturnType<typeof createConversationLimits>
  lease: Lease
  holder: string
  post: Post
  draw: Draw
  random: () => number
  day: Day
  addressOf: (row: Sending) => Address | undefined
  /** Renews the right to send; false when somebody else has it. */
  keep: () => Promise<boolean>
  /** Keys of rows that this process has on its way. */
  inFlight: Set<string>
}

/** `again`: in so many milliseconds. `lost`: somebody else sends now. */
export type Went =
  | { went: 'sent' | 'ended' | 'taken' | 'lost' }
  | { went: 'again'; inMs: number; row: Sending }

export async function sendRow(row: Sending, sender: Sender): Promise<Went> {
  const { rows, pace, limits, holder } = sender
  const address = sender.addressOf(row)
  if (address?.state !== 'reachable' || !address.conversation) {
    await rows.settle(row, { state: 'unreachable', lastCode: 'noAddress' })
    return { went: 'ended' }
  }
  const wait = limits.take(address.conversation)
  if (wait > 0) return { went: 'again', inMs: wait, row }
  await pace.turn()
  if (!(await sender.keep())) return { went: 'lost' }
  sender.inFlight.add(row.key)
  try {
    if (!(await rows.begin(row, holder))) return { went: 'taken' }
    await pace.gate()
    // A process that was held up wakes without the right to send: certainly nothing has gone.
    if (!sender.lease.isMine()) {
      await rows.end(row, { state: 'waiting' })
      return { went: 'lost' }
    }
    const outcome = await postOnce(row, address, sender)
    const isThrottled = outcome.got === 'throttled'
    const retryAfterMs = isThrottled ? outcome.retryAfterMs : undefined
    pace.answered(isThrottled, retryAfterMs)
    const attempts = (row.attempts ?? 0) + 1
    const givesUp = attempts >= MOST_ATTEMPTS
    await rows.end(row, changesOf(outcome, givesUp))
    if (outcome.got === 'unreachable') await cutOff(address, outcome.code, sender)
    if (!isThrottled || givesUp) return { went: outcome.got === 'sent' ? 'sent' : 'ended' }
    return {
      went: 'again',
      inMs: backOffMs(attempts, sender.random, retryAfterMs),
      row: { ...row, attempts },
    }
  } finally {
    sender.inFlight.delete(row.key)
  }
}

/** Whatever is thrown on the way, nobody knows whether it came; what can't even be drawn is never sent. */
async function postOnce(row: Sending, address: Address, { post, draw }: Sender): Promise<Outcome> {
  let activity: object
  try {
    activity = draw(row, address)
  } catch (error) {
    return { got: 'refused', code: `drawing: ${nameOf(error)}` }
  }
  try {
    return await post(address, activity)
  } catch (error) {
    return { got: 'unconfirmed', code: nameOf(error) }
  }
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'thrown')

function changesOf(outcome: Outcome, givesUp: boolean): ChangesOf<typeof sendings> {
  switch (outcome.got) {
    case 'sent':
      return { state: 'sent', lastCode: '201', activity: outcome.activity }
    case 'throttled':
      return { state: givesUp ? 'failed' : 'waiting', lastCode: outcome.code }
    case 'unconfirmed':
      return { state: 'unconfirmed', lastCode: outcome.code }
    case 'unreachable':
      return { state: 'unreachable', lastCode: outcome.code }
    case 'refused':
      return { state: 'failed', lastCode: outcome.code }
  }
}

/** Not asked again before the bot hears from them or is installed anew; the administrator sees them. */
async function cutOff(address: Address, code: string, { store, day }: Sender): Promise<void> {
  address.state = 'unreachable'
  await store.changeMany(addresses, [
    { item: address, changes: { state: 'unreachable', since: day, lastError: code } },
  ])
}
