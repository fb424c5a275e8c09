/** What an answer of the connector means for the message and for whoever was to have it. */
import { describe, expect, test } from 'vitest'
import { codeIn, type Outcome, outcomeOf } from '#bots/delivery/outcome.ts'

describe('the connector’s answer', () => {
  test.each<{ says: string; status: number; code?: string; got: Outcome['got'] }>([
    { says: 'throttled', status: 429, code: 'Throttled', got: 'throttled' },
    { says: 'a precondition', status: 412, code: 'PreconditionFailed', got: 'throttled' },
    { says: 'a gateway', status: 502, code: 'ServiceError', got: 'throttled' },
    { says: 'blocked by the person', status: 403, code: 'ConversationBlockedByUser', got: 'unreachable' },
    { says: 'writes blocked', status: 403, code: 'MessageWritesBlocked', got: 'unreachable' },
    { says: 'not in the conversation', status: 403, code: 'BotNotInConversationRoster', got: 'unreachable' },
    { says: 'not installed', status: 403, code: 'ForbiddenOperationException', got: 'unreachable' },
    { says: 'disabled by an administrator', status: 403, code: 'BotDisabledByAdmin', got: 'unreachable' },
    { says: 'forbidden without a code', status: 403, got: 'unreachable' },
    { says: 'a conversation that is gone', status: 404, code: 'ConversationNotFound', got: 'unreachable' },
    { says: 'another cloud’s service', status: 403, code: 'InvalidBotApiHost', got: 'refused' },
    { says: 'what the bot may not do', status: 403, code: 'NotEnoughPermissions', got: 'refused' },
    { says: 'a message that is no good', status: 400, code: 'BadArgument', got: 'refused' },
    { says: 'too large a message', status: 413, code: 'MessageSizeTooBig', got: 'refused' },
    { says: 'broken on the way', status: 500, code: 'ServiceError', got: 'unconfirmed' },
  ])('$says ($status $code) is $got', ({ status, code, got }) => {
    expect(outcomeOf({ status, code })).toMatchObject({ got, code: code ? `${status} ${code}` : `${status}` })
  })

  test('that never came is not known', () => {
    expect(outcomeOf(undefined)).toEqual({ got: 'unconfirmed', code: 'timeout' })
  })

  test.each([
    { says: 'in its error', body: { error: { code: 'Throttled', message: '' } }, code: 'Throttled' },
    {
      says: 'within its message',
      body: { errorCode: 209, message: '{\r\n  "subCode": "MessageWritesBlocked",\r\n  "details": "" }' },
      code: 'MessageWritesBlocked',
    },
    { says: 'nowhere', body: { message: 'Thread is blocked' }, code: undefined },
    { says: 'in a page of HTML', body: '<html>', code: undefined },
    { says: 'as something else', body: { error: { code: '<b>x</b>' } }, code: undefined },
    { says: 'in an empty body', body: undefined, code: undefined },
  ])('has its code $says', ({ body, code }) => {
    expect(codeIn(body)).toBe(code)
  })
})
