/** What sending one message means, and what may come of it: the seam between delivery and the bot's SDK. */
import type { Address, Sending } from '#src/lists/reminding.ts'

/** `throttled`: certainly not delivered, and worth another attempt. `unconfirmed`: nobody knows; never sent again by itself. */
export type Outcome =
  | { got: 'sent'; activity: string }
  | { got: 'throttled'; code: string; retryAfterMs?: number }
  | { got: 'unreachable'; code: string }
  | { got: 'unconfirmed'; code: string }
  | { got: 'refused'; code: string }

/** Posts an activity to where a person or channel is reached, once, without retrying. Never throws what an outcome can say. */
export type Post = (address: Address, activity: object) => Promise<Outcome>

/** The activity of a message, in the language of whoever gets it. */
export type Draw = (sending: Sending, address: Address) => object

/** Worth another attempt (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit). */
const again = new Set([412, 429, 502, 503, 504])
/** Blocked, or the app is not there (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages). */
const gone = new Set([403, 404])

/** What an HTTP status from the connector means; `undefined` when nothing came back in time. */
export function outcomeOf(status: number | undefined, retryAfter?: string | null): Outcome {
  if (status === undefined) return { got: 'unconfirmed', code: 'timeout' }
  const code = String(status)
  if (gone.has(status)) return { got: 'unreachable', code }
  if (!again.has(status)) return { got: 'refused', code }
  const seconds = Number(retryAfter ?? Number.NaN)
  return {
    got: 'throttled',
    code,
    ...(Number.isFinite(seconds) && seconds > 0 && { retryAfterMs: seconds * 1000 }),
  }
}
