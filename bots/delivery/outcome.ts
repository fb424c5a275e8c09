/** What the connector's answer to a message means: one that comes again, somebody who can't be reached, or a message that is no good. */

/** `throttled`: certainly not delivered, and worth another attempt. `unconfirmed`: nobody knows; never sent again by itself. */
export type Outcome =
  | { got: 'sent'; activity: string }
  | { got: 'throttled'; code: string; retryAfterMs?: number }
  | { got: 'unreachable'; code: string }
  | { got: 'unconfirmed'; code: string }
  | { got: 'refused'; code: string }

/** What came back: the service's own code and how long it wants to be left alone, where it says so. */
export interface Answered {
  status: number
  code?: string | undefined
  retryAfter?: string | undefined
}

/** Worth another attempt (https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability#status-codes-retry-guidance). */
const again = new Set([412, 429, 502, 503, 504])
/** Blocked or taken away, whatever the code is called; often there is none (https://learn.microsoft.com/answers/questions/1513369/403-forbidden-subcode-messagewritesblocked). */
const gone = new Set([403, 404])
/**
 * Those that say nothing of the person: the bot asked in the wrong place, or for what it may not do.
 * https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability#status-codes-from-bot-conversational-apis
 */
const ourFault = new Set(['InvalidBotApiHost', 'NotEnoughPermissions', 'ActivityNotFoundInConversation'])

/** Nothing, when no answer came in time. */
export function outcomeOf(answered: Answered | undefined): Outcome {
  if (!answered) return { got: 'unconfirmed', code: 'timeout' }
  const { status, retryAfter } = answered
  const code = answered.code ? `${status} ${answered.code}` : String(status)
  if (again.has(status)) {
    const seconds = Number(retryAfter ?? Number.NaN)
    return {
      got: 'throttled',
      code,
      ...(Number.isFinite(seconds) && seconds > 0 && { retryAfterMs: seconds * 1000 }),
    }
  }
  if (gone.has(status) && !ourFault.has(answered.code ?? '')) return { got: 'unreachable', code }
  // It broke on the way, perhaps after the message had gone: not to be sent again by itself.
  if (status >= 500) return { got: 'unconfirmed', code }
  return { got: 'refused', code }
}

/**
 * The service's code in the body of an answer: in `error`, or the `subCode` of a JSON text in `message`.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages#understand-who-blocked-muted-or-uninstalled-a-bot
 */
export function codeIn(body: unknown): string | undefined {
  const { error, message } = (body ?? {}) as { error?: { code?: unknown }; message?: unknown }
  const code = typeof error === 'object' ? error.code : undefined
  const found = typeof code === 'string' ? code : subCodeIn(message)
  return found !== undefined && /^\w{1,60}$/.test(found) ? found : undefined
}

function subCodeIn(message: unknown): string | undefined {
  if (typeof message !== 'string') return undefined
  try {
    const { subCode } = JSON.parse(message) as { subCode?: unknown }
    return typeof subCode === 'string' ? subCode : undefined
  } catch {
    return undefined
  }
}
