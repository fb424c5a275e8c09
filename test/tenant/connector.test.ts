/** The local Bot connector, with the SDK's own client and its own check of tokens on the other side. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { botId, botToken, type ChatStand, chatStand } from './chatStand.ts'
import { ids } from './fixtures.ts'

let stand: ChatStand
beforeEach(async () => {
  stand = await chatStand()
})
afterEach(() => stand[Symbol.asyncDispose]())

const chat = () => stand.tenant.control.chat
const chatOf = (person: string): string => chat().conversations(person)[0]?.id ?? ''
/** The reader's chat with the bot. */
const installed = async (): Promise<string> => {
  await chat().install(ids.reader, botId)
  return chatOf(ids.reader)
}
const shown = (conversation: string) => chat().messages(conversation, ids.reader)
const post = (conversation: string, activity: object) =>
  stand.call('POST', `conversations/${conversation}/activities`, { type: 'message', ...activity })
const card = (text: string) => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }] },
})

describe('a person and a bot', () => {
  test('the bot hears what is said and answers in the same chat', async () => {
    stand.app.on('message', async (context) => {
      await context.send(`Du sa ${context.activity.text}`)
    })
    const conversation = await installed()
    expect(await chat().say({ person: ids.reader, conversation, text: 'hej' })).toEqual({ status: 200 })
    expect(shown(conversation)).toMatchObject([
      { from: 'person', person: ids.reader, name: 'Rut', text: 'hej' },
      { from: 'bot', name: 'Samtalaren', text: 'Du sa hej' },
    ])
    expect(stand.heard.at(-1)).toMatchObject({
      type: 'message',
      channelId: 'msteams',
      locale: 'sv-SE',
      serviceUrl: `${stand.origin}/connector/`,
      from: { name: 'Rut', aadObjectId: ids.reader },
      conversation: { conversationType: 'personal', tenantId: ids.tenant, id: conversation },
      recipient: { id: `28:${botId}` },
      channelData: { tenant: { id: ids.tenant } },
    })
  })

  test('the SDK sends, changes and removes messages, and reads who is there', async () => {
    const conversation = await installed()
    const api = stand.app.api.clone({ serviceUrl: `${stand.origin}/connector/` }).conversations
    const { id } = await api.createActivity(conversation, { type: 'message', text: 'ett' })
    await api.updateActivity(conversation, id, { type: 'message', text: 'två' })
    expect(shown(conversation)).toMatchObject([{ id, text: 'två', editedAt: expect.any(String) }])
    expect(await api.getActivityMembers(conversation, id)).toMatchObject([{ name: 'Rut' }])
    await api.deleteActivity(conversation, id)
    expect(shown(conversation)).toEqual([expect.objectContaining({ id, deleted: true, from: 'bot' })])
    expect(shown(conversation)[0]).not.toHaveProperty('text')
    const [first] = await api.getMembers(conversation)
    expect(first).toMatchObject({ aadObjectId: ids.reader, userPrincipalName: 'rut@contoso.com' })
    expect(await api.getMemberById(conversation, ids.reader)).toEqual(first)
    expect((await api.getPagedMembers(conversation)).members).toEqual([first])
  })

  test('a conversation is found by Entra id and by the id from activities, but only where the bot is installed', async () => {
    const conversation = await installed()
    const api = stand.app.api.clone({ serviceUrl: `${stand.origin}/connector` }).conversations
    const create = async (id: string) =>
      api.create({ tenantId: ids.tenant, members: [{ id, name: '', role: 'user' }] })
    expect((await create(ids.reader)).id).toBe(conversation)
    expect((await create(stand.heard[0]?.from.id ?? '')).id).toBe(conversation)
    const other = { tenantId: ids.tenant, members: [{ id: ids.owner }] }
    expect(await stand.call('POST', 'conversations', other)).toMatchObject({
      status: 403,
      body: { error: { code: 'MessageWritesBlocked' } },
    })
    const elsewhere = { ...other, tenantId: ids.site.slice(-36) }
    expect((await stand.call('POST', 'conversations', elsewhere)).status).toBe(400)
  })

  test("a message can come with the conversation, and Graph's id of the chat is as good", async () => {
    const conversation = await installed()
    const activity = { type: 'message', text: 'först' }
    const body = { tenantId: ids.tenant, members: [{ id: ids.reader }], activity }
    const { body: made } = await stand.call('POST', 'conversations', body)
    const [message] = shown(conversation)
    expect(made).toEqual({
      id: conversation,
      serviceUrl: `${stand.origin}/connector/`,
      activityId: message?.id,
    })
    expect((await post(`19:${ids.reader}_${botId}@unq.gbl.spaces`, { text: 'sedan' })).status).toBe(201)
    expect(shown(conversation).map(({ text }) => text)).toEqual(['först', 'sedan'])
  })
})

describe('cards', () => {
  const verb = { action: { type: 'Action.Execute', verb: 'report', data: { light: 'red' } } }

  test('an answered card stands in the old one’s place for the person, until the bot changes it', async () => {
    stand.app.on('card.action', async ({ activity }) => ({
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
      value: card(`${activity.value.action.verb} av ${activity.from.name}`).content as never,
    }))
    const conversation = await installed()
    await post(conversation, { attachments: [card('gammalt')] })
    const message = shown(conversation)[0]?.id ?? ''
    const pressed = { person: ids.reader, conversation, message, name: 'adaptiveCard/action', value: verb }
    expect(await chat().invoke(pressed)).toMatchObject({ status: 200, body: { statusCode: 200 } })
    expect(stand.heard.at(-1)).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: message,
      value: verb,
      from: { aadObjectId: ids.reader },
    })
    expect(shown(conversation)[0]?.attachments).toEqual([card('report av Rut')])
    const changed = { type: 'message', attachments: [card('nytt för alla')] }
    await stand.call('PUT', `conversations/${conversation}/activities/${message}`, changed)
    expect(shown(conversation)[0]?.attachments).toEqual([card('nytt för alla')])
  })

  test('an answer that is no card leaves the old one', async () => {
    stand.app.on('card.action', async () => ({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'Tack',
    }))
    const conversation = await installed()
    await post(conversation, { attachments: [card('gammalt')] })
    const message = shown(conversation)[0]?.id ?? ''
    const answer = await chat().invoke({
      person: ids.reader,
      conversation,
      message,
      name: 'adaptiveCard/action',
      value: verb,
    })
    expect(answer.body).toMatchObject({ value: 'Tack' })
    expect(shown(conversation)[0]?.attachments).toEqual([card('gammalt')])
  })

  test('text and card in one are split, and nothing comes back to change them by', async () => {
    const conversation = await installed()
    const sent = await post(conversation, { text: 'Se här', attachments: [card('kort')] })
    expect(sent).toMatchObject({ status: 201, body: {} })
    expect(shown(conversation)).toMatchObject([{ text: 'Se här' }, { attachments: [card('kort')] }])
  })
})

describe('tokens to the bot', () => {
  const hello = { type: 'message', text: 'hej', channelId: 'msteams', conversation: { id: 'a:1' } }

  test.each([
    { says: 'none', token: null, status: 401 },
    { says: 'nonsense', token: 'abc', status: 401 },
    { says: 'another key', token: { forged: true }, status: 401 },
    { says: 'another bot', token: { aud: ids.tab }, status: 401 },
    { says: 'another issuer', token: { iss: 'https://sts.example.org' }, status: 401 },
    { says: 'another service', token: { serviceurl: 'https://example.org/' }, status: 401 },
    { says: 'yesterday', token: { expires: -86_400 }, status: 401 },
    { says: 'what is right', token: {}, status: 200 },
  ])('by its own rules the SDK answers $status for $says', async ({ token, status }) => {
    const activity = { ...hello, serviceUrl: `${stand.origin}/connector/`, from: { id: '29:1' } }
    expect((await chat().raw({ bot: botId, activity, token })).status).toBe(status)
    expect(stand.heard).toHaveLength(status === 200 ? 1 : 0)
  })

  test('are signed by a key that the metadata leads to and that signs nothing else', async () => {
    const read = async (path: string) =>
      (await (await fetch(stand.origin + path)).json()) as {
        [name: string]: unknown
        keys: { kid: string }[]
      }
    const metadata = await read('/botframework/.well-known/openidconfiguration')
    expect(metadata).toMatchObject({
      issuer: 'https://api.botframework.com',
      jwks_uri: `${stand.origin}/botframework/.well-known/keys`,
    })
    const { keys } = await read('/botframework/.well-known/keys')
    expect(keys).toMatchObject([{ kty: 'RSA', endorsements: ['msteams'] }])
    expect(keys[0]).not.toHaveProperty('d')
    const entra = await read(`/${ids.tenant}/discovery/v2.0/keys`)
    expect(entra.keys[0]?.kid).not.toBe(keys[0]?.kid)
  })
})

describe('tokens of the bot', () => {
  const send = (token: string | undefined) =>
    fetch(`${stand.origin}/connector/v3/conversations/a:1/activities`, {
      method: 'POST',
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      body: '{}',
    })

  test('come from its own tenant or the bots’ common one', async () => {
    expect((await send(await botToken(stand.origin))).status).toBe(404)
    expect((await send(await botToken(stand.origin, ids.tenant))).status).toBe(404)
  })

  test('for Graph, or of an application that is no bot, are refused', async () => {
    expect((await send(undefined)).status).toBe(401)
    const { token } = await stand.tenant.control.appToken({ clientId: botId }, stand.origin)
    expect((await send(token)).status).toBe(401)
    const audience = 'https://api.botframework.com'
    const other = await stand.tenant.control.appToken({ clientId: ids.write, audience }, stand.origin)
    const refused = await send(other.token)
    expect(refused.status).toBe(401)
    expect(await refused.json()).toMatchObject({ error: { code: 'BotNotRegistered' } })
  })
})
