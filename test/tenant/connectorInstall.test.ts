/** A bot comes to people and channels and goes again: what it is told, and what Graph says of it. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { catalogId, botId, type ChatStand, chatStand, manifestId } from './chatStand.ts'
import { clientFor, ids } from './fixtures.ts'

let stand: ChatStand
beforeEach(async () => {
  stand = await chatStand()
})
afterEach(() => stand[Symbol.asyncDispose]())

const chat = () => stand.tenant.control.chat
const heard = () => stand.heard.map(({ type, action }) => [type, action].filter(Boolean).join(' '))

describe('a person', () => {
  test('who installs it is told of once, and of each time it comes and goes', async () => {
    expect(await chat().install(ids.reader, botId, 'en-GB')).toBe(true)
    expect(await chat().install(ids.reader, botId)).toBe(false)
    await chat().uninstall(ids.reader, botId)
    await chat().install(ids.reader, botId)
    expect(heard()).toEqual([
      'conversationUpdate',
      'installationUpdate add',
      'installationUpdate remove',
      'installationUpdate add',
    ])
    expect(stand.heard[0]).toMatchObject({
      membersAdded: [{ id: `28:${botId}` }],
      from: { aadObjectId: ids.reader },
      conversation: { conversationType: 'personal' },
      locale: 'en-GB',
    })
    expect(chat().conversations(ids.reader)).toMatchObject([
      { installed: true, title: 'Samtalaren', bot: botId },
    ])
  })

  test('is not heard by a bot they have removed', async () => {
    await chat().install(ids.reader, botId)
    const conversation = stand.chatOf(ids.reader)
    await chat().uninstall(ids.reader, botId)
    const said = { person: ids.reader, conversation, text: 'hallå' }
    expect(await chat().say(said)).toEqual({ status: 202 })
    expect(heard().at(-1)).toBe('installationUpdate remove')
  })

  test('sees their own chats only', async () => {
    await chat().install(ids.reader, botId)
    const id = stand.chatOf(ids.reader)
    expect(chat().conversations(ids.owner)).toEqual([])
    expect(() => chat().messages(id, ids.owner)).toThrow('There is no conversation')
  })
})

describe('a channel', () => {
  const place = { name: 'Hemtjänst', team: 'Styrning', members: [ids.reader, ids.owner] }

  test('is told of with its team, and its name is asked for', async () => {
    const channel = await chat().addToChannel(botId, place, ids.owner)
    expect(heard()).toEqual(['conversationUpdate', 'installationUpdate add'])
    expect(stand.heard[0]).toMatchObject({
      conversation: { id: channel, conversationType: 'channel', isGroup: true },
      channelData: { eventType: 'teamMemberAdded', team: { name: 'Styrning' }, channel: { id: channel } },
    })
    expect(stand.heard[1]?.channelData).toMatchObject({ settings: { selectedChannel: { id: channel } } })
    const team = stand.heard[0]?.channelData['team'] as { id: string }
    const api = stand.app.api.clone({ serviceUrl: `${stand.origin}/connector` })
    expect(await api.teams.getConversations(team.id)).toEqual([
      { id: team.id },
      { id: channel, name: 'Hemtjänst' },
    ])
    expect(await api.teams.getById(team.id)).toMatchObject({ name: 'Styrning' })
    const members = await api.conversations.getMembers(channel)
    expect(members.map(({ name }) => name).toSorted()).toEqual(['Olle', 'Rut'])
  })

  test('is written to in threads, and the bot hears what names it there', async () => {
    stand.app.on('message', async (context) => {
      await context.send('Jag hör')
    })
    const channel = await chat().addToChannel(botId, place, ids.owner)
    const said = { person: ids.reader, conversation: channel }
    expect(await chat().say({ ...said, text: 'Någon annan?' })).toEqual({ status: 202 })
    expect(await chat().say({ ...said, text: '@samtalaren hjälp' })).toEqual({ status: 200 })
    const [first, second, answer] = chat().messages(channel, ids.owner)
    expect(stand.heard.at(-1)).toMatchObject({
      conversation: { id: `${channel};messageid=${second?.id}` },
      entities: [{ type: 'clientInfo' }, { type: 'mention', text: '<at>Samtalaren</at>' }],
    })
    expect([first?.text, second?.text]).toEqual(['Någon annan?', '@samtalaren hjälp'])
    expect(answer).toMatchObject({ from: 'bot', text: 'Jag hör', replyTo: second?.id })
  })

  test('takes a new thread by a new conversation', async () => {
    const channel = await chat().addToChannel(botId, place, ids.owner)
    const { body } = await stand.call('POST', 'conversations', {
      isGroup: true,
      channelData: { channel: { id: channel } },
      activity: { type: 'message', text: 'Protokollet är justerat' },
    })
    const [message] = chat().messages(channel, ids.reader)
    expect(body).toMatchObject({ id: `${channel};messageid=${message?.id}`, activityId: message?.id })
  })

  test('that it was removed from is closed to it', async () => {
    const channel = await chat().addToChannel(botId, place, ids.owner)
    await chat().removeFromChannel(channel, ids.owner)
    expect(heard().at(-1)).toBe('installationUpdate remove')
    const sent = await stand.call('POST', `conversations/${channel}/activities`, {
      type: 'message',
      text: 'hej',
    })
    expect(sent).toMatchObject({ status: 403, body: { error: { code: 'BotNotInConversationRoster' } } })
  })
})

describe('Graph', () => {
  const apps = `users/${ids.reader}/teamwork/installedApps`
  const bind = (id: string) => ({
    'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${id}`,
  })
  const asBot = async () => {
    const { token } = await stand.tenant.control.appToken({ clientId: botId })
    return clientFor(stand.tenant, token)
  }

  test('finds the app in the catalogue by the id of its manifest', async () => {
    const call = await asBot()
    const { body } = await call('GET', `appCatalogs/teamsApps?$filter=externalId eq '${manifestId}'`)
    expect(body.value).toEqual([
      {
        id: catalogId,
        externalId: manifestId,
        displayName: 'Samtalaren',
        distributionMethod: 'organization',
      },
    ])
  })

  test('installs it for a person, shows it, gives its chat and takes it away again', async () => {
    const call = await asBot()
    expect((await call('POST', apps, bind(catalogId))).status).toBe(201)
    await expect.poll(heard).toEqual(['conversationUpdate', 'installationUpdate add'])
    expect(await call('POST', apps, bind(catalogId))).toMatchObject({
      status: 409,
      body: { error: { code: 'Conflict' } },
    })
    const query = `$filter=teamsApp/externalId eq '${manifestId}'&$expand=teamsAppDefinition,teamsApp`
    const { body } = await call('GET', `${apps}?${query}`)
    expect(body.value).toMatchObject([
      { teamsAppDefinition: { teamsAppId: catalogId }, teamsApp: { externalId: manifestId } },
    ])
    const installation = `${apps}/${body.value[0]?.id}`
    const { body: found } = await call('GET', `${installation}/chat`)
    const sent = { type: 'message', text: 'Välkommen' }
    expect((await stand.call('POST', `conversations/${found.id}/activities`, sent)).status).toBe(201)
    expect(chat().conversations(ids.reader)).toMatchObject([{ unread: 1 }])
    expect((await call('DELETE', installation)).status).toBe(204)
    await expect.poll(() => heard().at(-1)).toBe('installationUpdate remove')
    expect((await call('GET', installation)).status).toBe(404)
  })

  test('asks for the id of the catalogue, a person that there is, and the right to', async () => {
    const call = await asBot()
    expect((await call('POST', apps, bind(manifestId))).status).toBe(404)
    expect((await call('POST', apps, {})).status).toBe(400)
    expect(
      (await call('POST', `users/${ids.site.slice(-36)}/teamwork/installedApps`, bind(catalogId))).status,
    ).toBe(404)
    const { token } = await stand.tenant.control.appToken({ clientId: ids.write })
    expect((await clientFor(stand.tenant, token)('POST', apps, bind(catalogId))).status).toBe(403)
    expect(heard()).toEqual([])
  })

  test('"itself" is the application that the manifest names, which may be another than the bot', async () => {
    const { endpoint = '' } = chat().bots()[0] ?? {}
    chat().register({ clientId: botId, endpoint, name: 'Samtalaren', appId: manifestId, entraId: ids.tab })
    const call = await asBot()
    const [app] = (await call('GET', 'appCatalogs/teamsApps')).body.value
    const { status, body } = await call('POST', apps, bind(app?.id ?? ''))
    expect([status, body.error.message]).toEqual([
      403,
      expect.stringContaining('is not allowed to manage the Teams App'),
    ])
  })
})
