/** Chats by the side door over HTTP, kept in the file; the clock that messages are shown by. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createTenant } from '#scripts/tenant/tenant.ts'
import { botId, chatStand } from './chatStand.ts'
import { ids, origin, smallTenant } from './fixtures.ts'

const site = encodeURIComponent(ids.site)

async function control(at: string, method: string, path: string, body?: object) {
  const init = body === undefined ? {} : { body: JSON.stringify(body) }
  const response = await fetch(`${at}/_control/${path}`, { method, ...init })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> & unknown[] }
}

test('a page gets along over HTTP: who there is, what is said, what is new', async () => {
  await using stand = await chatStand()
  stand.app.on('message', async (context) => {
    await context.send('Svar')
  })
  const ask = (path: string) => control(stand.origin, 'GET', `chat/${path}`)
  const act = (path: string, body: object) => control(stand.origin, 'POST', `chat/${path}`, body)
  const person = ids.reader
  expect((await ask('bots')).body).toMatchObject([{ clientId: botId, name: 'Samtalaren', siteId: ids.site }])
  expect((await act('install', { person, bot: botId })).body).toEqual({ installed: true })
  const [first] = (await ask(`conversations?person=${person}`)).body as { id: string }[]
  const id = first?.id ?? ''
  const before = (await ask(`version?person=${person}`)).body['version']
  expect((await act('say', { person, conversation: id, text: 'hej' })).body).toEqual({ status: 200 })
  expect((await ask(`version?person=${person}`)).body['version']).toBeGreaterThan(before as number)
  expect((await ask(`version?person=${ids.owner}`)).body).toEqual({ version: 0 })
  expect((await ask(`conversations?person=${person}`)).body).toMatchObject([{ unread: 1 }])
  const conversation = encodeURIComponent(id)
  const { body } = await ask(`messages?conversation=${conversation}&person=${person}`)
  expect(body).toMatchObject([{ text: 'hej' }, { text: 'Svar' }])
  expect((await ask(`conversations?person=${person}`)).body).toMatchObject([{ unread: 0 }])
  const search = { name: 'composeExtension/query', value: { commandId: 'find' } }
  expect((await act('invoke', { person, conversation: id, ...search })).body).toMatchObject({ status: 200 })
  expect((await act('block', { person, bot: botId })).body).toEqual({ blocked: true })
  expect((await ask(`conversations?person=${person}`)).body).toMatchObject([{ blocked: true }])
  expect((await act('uninstall', { person, bot: botId })).body).toEqual({ uninstalled: true })
})

test('whoever is unknown, and what is unknown, is said', async () => {
  await using stand = await chatStand()
  const said = { person: ids.reader, conversation: 'a:1none', text: 'hej' }
  const refused = await control(stand.origin, 'POST', 'chat/say', said)
  expect([refused.status, refused.body['error']]).toEqual([
    400,
    `There is no conversation a:1none with ${ids.reader}`,
  ])
  expect((await control(stand.origin, 'POST', 'chat/install', { person: 'x', bot: botId })).status).toBe(400)
  expect((await control(stand.origin, 'POST', 'chat/dance', {})).status).toBe(501)
})

test('a bot that does not answer in time is said to be silent, and what was said stays', async () => {
  await using stand = await chatStand({ botAnswersWithinMs: 100 })
  const { chat } = stand.tenant.control
  chat.register({ clientId: botId, name: 'Samtalaren', endpoint: 'http://127.0.0.1:9/api/messages' })
  await chat.install(ids.reader, botId)
  const id = stand.chatOf(ids.reader)
  expect(await chat.say({ person: ids.reader, conversation: id, text: 'hej' })).toEqual({ status: 0 })
  expect(chat.messages(id, ids.reader)).toMatchObject([{ text: 'hej' }])
})

test('chats live from start to start, and a tenant at another address says so to the bot', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chat-'))
  const file = join(folder, 'tenant.sqlite')
  {
    await using stand = await chatStand({}, file)
    await stand.tenant.control.chat.install(ids.reader, botId)
    const id = stand.chatOf(ids.reader)
    await stand.call('POST', `conversations/${id}/activities`, { type: 'message', text: 'kvar' })
  }
  {
    await using stand = await chatStand({}, file)
    const { chat } = stand.tenant.control
    expect(stand.was).toBe('elsewhere')
    await chat.upgrade(botId)
    expect(stand.heard).toMatchObject([
      { type: 'installationUpdate', action: 'add-upgrade', serviceUrl: `${stand.origin}/connector/` },
    ])
    const id = stand.chatOf(ids.reader)
    expect(chat.conversations(ids.reader)).toMatchObject([{ unread: 1 }])
    expect(chat.messages(id, ids.reader)).toMatchObject([{ text: 'kvar' }])
  }
  rmSync(folder, { recursive: true })
})

test('the clock has a day and may have a time, and messages are shown by it', async () => {
  await using stand = await chatStand()
  const { chat } = stand.tenant.control
  const today = `today?site=${site}`
  expect((await control(stand.origin, 'GET', today)).body).toEqual({ today: '2024-10-01' })
  const moved = { today: '2026-03-25', time: '08:00' }
  expect((await control(stand.origin, 'POST', today, moved)).body).toEqual(moved)
  await chat.install(ids.reader, botId)
  const id = stand.chatOf(ids.reader)
  const send = (text: string) =>
    stand.call('POST', `conversations/${id}/activities`, { type: 'message', text })
  await send('vinter')
  expect((await control(stand.origin, 'PUT', today, { today: '2026-03-30' })).body).toEqual({
    today: '2026-03-30',
    time: '08:00',
  })
  await send('sommar')
  expect(chat.messages(id, ids.reader).map(({ at }) => at.slice(0, 16))).toEqual([
    '2026-03-25T07:00',
    '2026-03-30T06:00',
  ])
  expect((await control(stand.origin, 'PUT', today, { time: null })).body).toEqual({ today: '2026-03-30' })
  expect((await control(stand.origin, 'PUT', today, { time: '8' })).status).toBe(400)
})

test('pages of other origins do not come in', async () => {
  const tenant = createTenant(smallTenant())
  const request = new Request(`${origin}/_control/chat/bots`, { headers: { origin: 'https://example.org' } })
  expect((await tenant.handle(request)).status).toBe(403)
  tenant.close()
})
