/** What may be sent again by hand: only a message that didn't come, or that nobody knows came, and of it only what hasn't come since. */
import type { Day } from '#src/lists/columns.ts'
import type { Sending, SentLine } from '#src/lists/reminding.ts'
import { type Choice, isPaused } from './reminderChoice.ts'

export type ResendFault =
  | 'underWay'
  | 'arrived'
  | 'alreadyResent'
  | 'toldSince'
  | 'paused'
  | 'turnedOff'
  | 'notReached'

export interface Resent {
  lines: SentLine[]
  waits?: number
}

const RESENT = '/again/'

/** Made by hand: it isn't the day's own digest, which comes besides. */
export const isResent = ({ claim }: Pick<Sending, 'claim'>) => claim.includes(RESENT)

/** What a message claims that is sent again: of the claim first made, whichever time it is. */
export const againOf = (claim: string) => `${claim.split(RESENT)[0]}${RESENT}`

/** `others`: the messages of the same person or channel. */
export function resendable(
  row: Sending,
  { others, choice, today }: { others: readonly Sending[]; choice: Choice | undefined; today: Day },
): Resent | { fault: ResendFault } {
  const { state, lines = [], waits, resentOn } = row
  if (state === 'waiting' || state === 'sending') return { fault: 'underWay' }
  if (state === 'sent') return { fault: 'arrived' }
  if (resentOn) return { fault: 'alreadyResent' }
  if (isPaused(choice, today)) return { fault: 'paused' }
  const came = others.filter((one) => one.key !== row.key && mayCome(one))
  const told = new Set(came.flatMap((one) => (one.lines ?? []).map(({ key }) => key)))
  const left = lines.filter(({ key }) => !told.has(key))
  const sum = waits !== undefined && !came.some((one) => one.waits !== undefined) ? waits : undefined
  if (left.length === 0 && sum === undefined) return { fault: 'toldSince' }
  const wanted = left.filter(({ kind }) => !choice?.off?.includes(kind))
  if (wanted.length === 0 && sum === undefined) return { fault: 'turnedOff' }
  return {
    // What failed has certainly not been seen.
    lines: wanted.map((line) => (state === 'unconfirmed' ? { ...line, again: true as const } : line)),
    ...(sum !== undefined && { waits: sum }),
  }
}

const mayCome = ({ state }: Sending) => state === 'sent' || state === 'sending' || state === 'waiting'
