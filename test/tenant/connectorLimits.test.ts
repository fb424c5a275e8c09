/** What the local Bot connector refuses, by itself and when told to. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { botId, type ChatStand, chatStand } from './chatStand.ts'
import { ids } from './fixtures.ts'

let stand: ChatStand
let conversation: string
beforeEach(async () => {
  stand = await chatStand()
  await stand.tenant.control.chat.install(ids.reader, botId)
  conversation = stand.tenant.control.chat.conversations(ids.reader)[0]?.id ?? ''
})
afterEach(() => stand[Symbol.asyncDispose]())

const shown = () => stand.tenant.control.chat.messages(conversation, ids.reader)
const post = (activity: object = { text: 'hej' }, to = conversation) =>
  stand.call('POST', `conversations/${to}/activities`, { type: 'message', ...activity })
const codeOf = ({ status, body }: { status: number; body: unknown }) => [
  status,
  (body as { error?: { code: string } }).error?.code,
]

describe('limits', () => {
  // However slow the machine is, all is asked within one second; only the clock stands, timers go.
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.now() }))
  afterEach(() => void vi.useRealTimers())

  test('seven messages a second to one conversation, then 429 that says when', async () => {
    const answers = []
    for (let time = 0; time < 8; time += 1) answers.push(await post())
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 201, 201, 429])
    expect(codeOf(answers[7] ?? { status: 0, body: {} })).toEqual([429, 'Throttled'])
    expect(Number(answers[7]?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(shown()).toHaveLength(7)
    vi.setSystemTime(Date.now() + 1001)
    expect([(await post()).status, (await post()).status]).toEqual([201, 429])
    await stand.tenant.control.chat.install(ids.owner, botId)
    const other = stand.tenant.control.chat.conversations(ids.owner)[0]?.id ?? ''
    expect((await post({ text: 'hej' }, other)).status).toBe(201)
  })

  test('so many requests a second of one application, wherever they go', async () => {
    stand.tenant.control.setFlags({ chatRequestsPerSecond: 3 })
    const answers = []
    for (let time = 0; time < 4; time += 1)
      answers.push(await stand.call('GET', 'teams/19:none@thread.tacv2'))
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 429])
  })

  test('can be switched off', async () => {
    stand.tenant.control.setFlags({ chatLimits: false, chatRequestsPerSecond: 0 })
    for (let time = 0; time < 60; time += 1) await post()
    expect(shown()).toHaveLength(60)
  })

  test('a message above 28 KB is refused, one just below is not', async () => {
    expect(codeOf(await post({ text: 'x'.repeat(28 * 1024) }))).toEqual([413, 'MessageSizeTooBig'])
    expect((await post({ text: 'x'.repeat(28 * 1024 - 100) })).status).toBe(201)
  })
})

describe('refusals', () => {
  test('whoever has blocked it, or removed it, is not written to', async () => {
    const { chat } = stand.tenant.control
    chat.block(ids.reader, botId)
    expect(codeOf(await post())).toEqual([403, 'MessageWritesBlocked'])
    chat.block(ids.reader, botId, false)
    expect((await post()).status).toBe(201)
    await chat.uninstall(ids.reader, botId)
    expect(codeOf(await post())).toEqual([403, 'MessageWritesBlocked'])
    expect(shown()).toHaveLength(1)
  })

  test('a block is lifted when the app is installed again', async () => {
    const { chat } = stand.tenant.control
    chat.block(ids.reader, botId)
    await chat.uninstall(ids.reader, botId)
    await chat.install(ids.reader, botId)
    expect((await post()).status).toBe(201)
  })

  test('a conversation or message that is not there, a kind that is not known, nothing at all', async () => {
    expect(codeOf(await post({ text: 'hej' }, 'a:1none'))).toEqual([404, 'ConversationNotFound'])
    const gone = `conversations/${conversation}/activities/1`
    expect(codeOf(await stand.call('PUT', gone, { type: 'message', text: 'x' }))).toEqual([
      404,
      'ActivityNotFoundInConversation',
    ])
    expect(codeOf(await post({ type: 'trace' }))).toEqual([400, 'BadArgument'])
    expect(codeOf(await post({ text: '' }))).toEqual([400, 'BadArgument'])
    expect((await stand.call('PATCH', 'conversations')).status).toBe(501)
  })

  test('what a person wrote is theirs', async () => {
    await stand.tenant.control.chat.say({ person: ids.reader, conversation, text: 'mitt' })
    const own = `conversations/${conversation}/activities/${shown()[0]?.id}`
    expect(codeOf(await stand.call('DELETE', own))).toEqual([403, 'NotEnoughPermissions'])
    expect(shown()[0]?.text).toBe('mitt')
  })
})

describe('scripted trouble', () => {
  test.each([
    { fault: { status: 429, retryAfter: 3 }, code: 'Throttled', wait: '3' },
    { fault: { status: 429 }, code: 'Throttled', wait: null },
    { fault: { status: 412 }, code: 'PreconditionFailed', wait: null },
    { fault: { status: 403 }, code: 'MessageWritesBlocked', wait: null },
    { fault: { status: 502 }, code: 'ServiceError', wait: null },
    { fault: { status: 503 }, code: 'ServiceUnavailable', wait: null },
  ])('$fault.status is answered once, and nothing is delivered', async ({ fault, code, wait }) => {
    stand.tenant.control.setFaults([{ match: { path: '/connector/' }, times: 1, ...fault }])
    const refused = await post()
    expect(codeOf(refused)).toEqual([fault.status, code])
    expect(refused.headers.get('retry-after')).toBe(wait)
    expect(shown()).toHaveLength(0)
    expect((await post()).status).toBe(201)
  })

  test('a connection that breaks after delivery leaves the message behind', async () => {
    const path = `conversations/${conversation}`
    stand.tenant.control.setFaults([{ match: { method: 'POST', path }, times: 1, dropAfterCommit: true }])
    await expect(post()).rejects.toThrow('fetch failed')
    expect(shown()).toHaveLength(1)
  })

  test('a time-out after delivery comes after the wait', async () => {
    const hang = { dropAfterCommit: true, delayMs: 60_000 }
    stand.tenant.control.setFaults([{ match: { path: '/connector/' }, times: 1, ...hang }])
    const sent = fetch(`${stand.origin}/connector/v3/conversations/${conversation}/activities`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await stand.token()}` },
      body: JSON.stringify({ type: 'message', text: 'hej' }),
      signal: AbortSignal.timeout(300),
    })
    await expect(sent).rejects.toThrow('timeout')
    expect(shown()).toHaveLength(1)
  })
})
