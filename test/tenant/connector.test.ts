/** The local Bot connector, with the SDK's own client and its own check of tokens on the other side. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type ChatStand, botId, chatStand } from './chatStand.ts'
import { ids } from './fixtures.ts'

let stand: ChatStand
beforeEach(async () => {
  stand = await chatStand()
})
afterEach(() => stand[Symbol.asyncDispose]())

const chatOf = (person: string) => {
  const [conversation] = stand.tenant.control.chat.conversations(person)
  return conversation?.id ?? ''
}

describe('a person and a bot', () => {
  test('the bot hears what is said and answers in the same chat', async () => {
    const { chat } = stand.tenant.control
    stand.app.on('message', async (context) => {
      await context.send(`Du sa ${context.activity.text}`)
    })
    await chat.install(ids.reader, botId)
    expect(await chat.say({ person: ids.reader, conversation: chatOf(ids.reader), text: 'hej' })).toEqual({
      status: 200,
    })
    expect(chat.messages(chatOf(ids.reader), ids.reader)).toMatchObject([
      { from: 'person', name: 'Rut', text: 'hej' },
      { from: 'bot', name: 'Samtalaren', text: 'Du sa hej' },
    ])
    expect(stand.heard.at(-1)).toMatchObject({
      type: 'message',
      channelId: 'msteams',
      serviceUrl: `${stand.origin}/connector/`,
      from: { name: 'Rut', aadObjectId: ids.reader },
      conversation: { conversationType: 'personal', tenantId: ids.tenant },
      recipient: { id: `28:${botId}` },
    })
  })
})
