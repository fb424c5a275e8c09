/** What the connector refuses with. https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability#status-codes-from-bot-conversational-apis */

/** Thrown by a handler, answered as `{"error":{"code","message"}}`. */
export class Refusal extends Error {
  readonly status: number
  readonly code: string
  readonly headers: Record<string, string>

  constructor(status: number, code: string, message: string, headers: Record<string, string> = {}) {
    super(message)
    this.name = 'Refusal'
    this.status = status
    this.code = code
    this.headers = headers
  }
}

export const badArgument = (message: string): Refusal => new Refusal(400, 'BadArgument', message)

export const notRegistered = (): Refusal =>
  new Refusal(401, 'BotNotRegistered', 'No registration found for this bot.')

export const notInRoster = (): Refusal =>
  new Refusal(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.')

/** One person has blocked or uninstalled it. */
export const writesBlocked = (): Refusal =>
  new Refusal(403, 'MessageWritesBlocked', 'Message writes are blocked for this conversation.')

export const notOurs = (): Refusal =>
  new Refusal(403, 'NotEnoughPermissions', 'The bot may change its own messages only.')

export const conversationNotFound = (): Refusal =>
  new Refusal(404, 'ConversationNotFound', 'Conversation not found.')

export const activityNotFound = (): Refusal =>
  new Refusal(404, 'ActivityNotFoundInConversation', 'The message was not found in the conversation.')

export const tooBig = (): Refusal => new Refusal(413, 'MessageSizeTooBig', 'Message size too large.')

export const throttled = (seconds: number): Refusal =>
  new Refusal(429, 'Throttled', 'Too many requests.', { 'retry-after': String(seconds) })

const scripted: Record<number, [code: string, message: string]> = {
  401: ['Unauthorized', 'Authorization has been denied for this request.'],
  403: ['MessageWritesBlocked', 'Message writes are blocked for this conversation.'],
  404: ['ConversationNotFound', 'Conversation not found.'],
  412: ['PreconditionFailed', 'Precondition failed, please try again.'],
  413: ['MessageSizeTooBig', 'Message size too large.'],
  429: ['Throttled', 'Too many requests.'],
  502: ['ServiceError', 'Bad gateway.'],
  503: ['ServiceUnavailable', 'Service is unavailable.'],
  504: ['GatewayTimeout', 'Gateway timeout.'],
}

/** What a scripted fault asks for. */
export function scriptedRefusal(fault: { status?: number; code?: string; retryAfter?: number }): Refusal {
  const status = fault.status ?? 500
  const [code, message] = scripted[status] ?? ['ServiceError', '*scenario specific']
  const headers = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) }
  return new Refusal(status, fault.code ?? code, message, headers)
}
