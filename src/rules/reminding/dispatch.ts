/** How a day's messages went, as the administrator sees them: to whom, how far, what went wrong; nothing of what they said. */
import type { Day } from '#src/lists/columns.ts'
import type {
  Address,
  AddressState,
  Progress,
  ReminderKind,
  Sending,
  SendingKind,
  SendingState,
} from '#src/lists/reminding.ts'

/** A message, without its words: an administrator needs none of what people are reminded of. */
export interface DispatchRow {
  key: string
  day: Day
  kind: Exclude<SendingKind, 'start' | 'sender'>
  /** The person or the forum. */
  to: string
  state: SendingState
  attempts: number
  /** What the service answered last, or why it never went. */
  lastCode?: string
  /** How many matters it tells of, and of which kinds. */
  lines: number
  about: ReminderKind[]
  /** Sent again by hand: the newer message counts. */
  resentOn?: Day
}

/** Somebody, or a forum's channel, that the bot has no way to reach. */
export interface Unreached {
  key: string
  to: string
  isForum: boolean
  state: AddressState
  since?: Day
  /** What the service answered, or `notInstalled`. */
  lastError?: string
  installTried?: Day
}

export interface Dispatch {
  day: Day
  rows: DispatchRow[]
  unreached: Unreached[]
  /** Of the server that sent last, whatever the day; none before any has. */
  progress?: Progress
}

/** What is shown of a message; nothing of the sender's own rows. */
export function dispatchRow({
  key,
  day,
  kind,
  title,
  person,
  forum,
  state,
  attempts = 0,
  lastCode,
  lines = [],
  resentOn,
}: Sending): DispatchRow[] {
  if (kind === 'start' || kind === 'sender') return []
  const to = person?.name ?? forum?.title ?? title
  return [
    {
      key,
      day,
      kind,
      to,
      state,
      attempts,
      lines: lines.length,
      about: [...new Set(lines.map((line) => line.kind))],
      // While a message is on its way the code is the name of the server that has it.
      ...(lastCode !== undefined && state !== 'sending' && { lastCode }),
      ...(resentOn && { resentOn }),
    },
  ]
}

/** What is shown of an address that isn't reached; never the conversation itself. */
export const unreachedRow = ({
  key,
  title,
  forum,
  state,
  since,
  lastError,
  installTried,
}: Address): Unreached => ({
  key,
  to: forum?.title ?? title,
  isForum: forum !== undefined,
  state,
  ...(since && { since }),
  ...(lastError && { lastError }),
  ...(installTried && { installTried }),
})

/** So long after its right to send ended a server is taken to have fallen silent, clocks that differ included. */
const SILENT_MS = 120_000

/** Whether a server is at work. `until`: when its right to send ends, `now`: both milliseconds since 1970. */
export const isSending = (progress: { until?: number } | undefined, now: number) =>
  progress?.until !== undefined && progress.until + SILENT_MS > now
