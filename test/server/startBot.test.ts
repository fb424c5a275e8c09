/** The server with its bot and without: who is told of what actions do, and what is sent while it runs. */
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses, sendings } from '#src/lists/reminding.ts'
import { readConfig } from '#src/config.ts'
import { serverGraph } from '#src/graph/appTokens.ts'
import { startBot } from '#bots/startBot.ts'
import { installation } from '#scripts/demo/installation.ts'
import { aForumThere } from '#test/fixtures/meetingStand.ts'
import { setUpStand, type Stand } from '#test/fixtures/stand.ts'
import { type BotStand, setUpBot } from './bot.ts'

let stand: Stand
let bot: BotStand
beforeAll(async () => {
  stand = await setUpStand('city')
  // A working day, at a time when messages are sent.
  stand.tenant.control.setTime(installation.siteId, '10:00')
  bot = await setUpBot(stand)
}, 60_000)
afterAll(async () => {
  await bot.close()
  await stand.close()
})

async function started(environment: Record<string, string> = {}, site = stand.site) {
  const logged: string[] = []
  const logger = pino({}, { write: (line: string) => void logged.push(line) })
  const config = readConfig({ ...stand.environment, ...environment })
  const graph = serverGraph(config, { longestWait: 5 })
  return { ...(await startBot({ config, graph, site, logger })), logged }
}

test('who is given an action is told in their chat, within seconds and once', async () => {
  const { id } = stand.person('projectManager')
  const chat = await bot.chatOf('projectManager')
  const forum = await aForumThere(stand)
  const server = await started()
  const args = {
    action: 'a-told',
    forum: forum.key,
    values: {
      title: 'Ta fram underlag om larm',
      owner: { id, name: stand.person('projectManager').name },
      due: '2024-10-20',
    },
  }
  const asked = { name: 'saveAction', args, me: stand.person('homeCareManager'), key: 'give', seen: {} }
  await server.run({ ...asked, readsConfidential: false })
  await server.run({ ...asked, readsConfidential: false })
  const { chat: teams } = stand.tenant.control
  const told = () =>
    teams.messages(chat.conversation, id).filter((said) => JSON.stringify(said).includes('underlag om larm'))
  await expect.poll(() => told().length, { timeout: 25_000, interval: 250 }).toBe(1)
  await server.stop()
  const [row] = await stand.store.where(addresses, { column: 'claim', value: id })
  expect(row?.state).toBe('reachable')
}, 40_000)

test('without an identity of its own there is no bot: it is said once, and nobody is told anything', async () => {
  const server = await started({ BOT_CLIENT_ID: '' })
  expect([server.routes, server.tell]).toEqual([undefined, undefined])
  expect(server.logged.map((line) => JSON.parse(line) as object)).toMatchObject([
    { msg: 'there is no bot', why: 'BOT_CLIENT_ID is not set' },
  ])
  await server.stop()
})

test('a site that was provisioned before there were reminders has no bot until it is provisioned again', async () => {
  const { [sendings.name]: _gone, ...listIds } = stand.site.listIds
  const server = await started({}, { ...stand.site, listIds })
  expect(server.routes).toBeUndefined()
  expect(server.logged[0]).toContain('the site lacks its lists')
  await server.stop()
})
