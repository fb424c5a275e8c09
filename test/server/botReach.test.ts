/** How the bot's own messages reach people and channels, through the SDK's client and a connector that fails in all its ways. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Address, addresses } from '#src/lists/reminding.ts'
import { forums } from '#src/lists/organisation.ts'
import { noteMissing } from '#bots/delivery/missing.ts'
import type { Outcome } from '#bots/delivery/outcome.ts'
import { installation } from '#scripts/demo/installation.ts'
import type { AppRegistration } from '#scripts/tenant/options.ts'
import type { Fault } from '#scripts/tenant/faults.ts'
import { aForumThere } from '#test/fixtures/meetingStand.ts'
import { setUpStand, type Stand, TODAY, type Who } from '#test/fixtures/stand.ts'
import { BOT, type BotStand, setUpBot } from './bot.ts'

/** Only itself: the application that the manifest names. */
const mayInstallItself = (app: AppRegistration): AppRegistration =>
  app.clientId === BOT
    ? { ...app, applicationPermissions: ['TeamsAppInstallation.ReadWriteSelfForUser.All'] }
    : app

const message = { type: 'message', text: 'Hej' }
let stand: Stand
let bot: BotStand
beforeAll(async () => {
  stand = await setUpStand('city', (options) => ({ ...options, apps: options.apps.map(mayInstallItself) }))
  bot = await setUpBot(stand)
}, 60_000)
afterAll(async () => {
  await bot.close()
  await stand.close()
})
beforeEach(() => stand.tenant.control.setFaults([]))

const chats = () => stand.tenant.control.chat
const post = (to: Address) => bot.bots[0]?.post(to, message)

describe('a message', () => {
  let to: Address
  const heard = async () => chats().messages(to.conversation ?? '', stand.person('projectManager').id).length
  beforeAll(async () => {
    await bot.chatOf('projectManager')
    to = (await bot.addressOf(stand.person('projectManager').id)) as Address
  })

  test('gets there, and its id is known', async () => {
    const before = await heard()
    expect(await post(to)).toEqual({ got: 'sent', activity: expect.stringMatching(/^\d+$/) })
    expect(await heard()).toBe(before + 1)
  })

  const trouble: {
    says: string
    fault: Omit<Fault, 'match' | 'times'>
    outcome: Partial<Outcome>
    came?: number
  }[] = [
    {
      says: 'too much',
      fault: { status: 429, retryAfter: 3 },
      outcome: { got: 'throttled', code: '429 Throttled', retryAfterMs: 3000 },
    },
    {
      says: 'too much, without a time',
      fault: { status: 429 },
      outcome: { got: 'throttled', code: '429 Throttled' },
    },
    {
      says: 'a precondition',
      fault: { status: 412 },
      outcome: { got: 'throttled', code: '412 PreconditionFailed' },
    },
    {
      says: 'a bad gateway',
      fault: { status: 502 },
      outcome: { got: 'throttled', code: '502 ServiceError' },
    },
    {
      says: 'blocked',
      fault: { status: 403 },
      outcome: { got: 'unreachable', code: '403 MessageWritesBlocked' },
    },
    {
      says: 'lost on the way back',
      fault: { dropAfterCommit: true },
      outcome: { got: 'unconfirmed' },
      came: 1,
    },
  ]
  test.each(trouble)(
    'that meets $says is tried once, and told as that',
    async ({ fault, outcome, came = 0 }) => {
      const before = await heard()
      stand.tenant.control.setFaults([{ match: { method: 'POST', path: '/connector/' }, times: 1, ...fault }])
      expect(await post(to)).toMatchObject(outcome)
      expect(await heard()).toBe(before + came)
    },
  )

  test('to a service that isn’t there has certainly not gone', async () => {
    const gone = { ...to, serviceUrl: 'http://127.0.0.1:9/connector' }
    expect(await post(gone)).toEqual({ got: 'throttled', code: 'ECONNREFUSED' })
  })

  test('goes to no address where our token could be read on the way', async () => {
    const plain = { ...to, serviceUrl: 'http://evil.example/connector' }
    expect(await post(plain)).toEqual({ got: 'refused', code: 'serviceUrl' })
  })

  test('to whoever has blocked the bot doesn’t reach them', async () => {
    const { id } = stand.person('projectManager')
    chats().block(id, BOT)
    expect(await post(to)).toMatchObject({ got: 'unreachable', code: '403 MessageWritesBlocked' })
    chats().block(id, BOT, false)
  })
})

describe('a person whom the bot does not reach', () => {
  const noted = async (who: Who) => {
    const { id } = stand.person(who)
    const person = stand.person(who)
    await noteMissing(stand.store, [person], TODAY)
    const row = await bot.addressOf(id)
    return { id, row }
  }
  const tried = (of: BotStand) => of.bots[0]?.install()

  test('gets it installed, is reached, and is welcomed', async () => {
    const { id, row } = await noted('director')
    expect(row).toMatchObject({ state: 'unreachable', lastError: 'notInstalled' })
    await tried(bot)
    await expect.poll(async () => (await bot.addressOf(id))?.state).toBe('reachable')
    await expect.poll(async () => (await bot.addressOf(id))?.welcomed).toBe(true)
  })

  test('stands as not allowed where the organisation has not allowed it, and is left in peace that day', async () => {
    const other = await setUpBot(stand, { entraId: installation.apps.samstyr })
    const { id } = await noted('nursingManager')
    await tried(other)
    const row = await bot.addressOf(id)
    expect(row).toMatchObject({ state: 'unreachable', installTried: TODAY, lastError: 'installNotAllowed' })
    await tried(other)
    expect((await bot.addressOf(id))?.version).toBe(row?.version)
    await other.close()
  })
})

describe('a channel', () => {
  const inChannel = async (who: Who, verb: string, data: object) => {
    const { id: person } = stand.person(who)
    const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' }
    const { body } = await chats().invoke({ person, conversation, name: 'adaptiveCard/action', value })
    return JSON.stringify(body)
  }
  let conversation: string
  let forum: { key: string; title: string }
  let mine: BotStand
  beforeAll(async () => {
    mine = await setUpBot(stand)
    const { id } = stand.person('administrator')
    forum = await aForumThere(stand)
    conversation = await chats().addToChannel(BOT, { name: 'Forumet', team: 'Samstyrning' }, id)
  })
  afterAll(() => mine.close())

  test('is asked about when the bot comes to it', () => {
    const [asked] = chats().messages(conversation, stand.person('administrator').id)
    expect(JSON.stringify(asked)).toContain('Vilket forum är den här kanalen till för?')
    expect(JSON.stringify(asked)).toContain(forum.title)
  })

  test('is nobody’s to say but of those who lead the forum and administrators', async () => {
    expect(await inChannel('employee', 'channelForum', { forum: forum.key })).toContain('attention')
    expect(await bot.addressOf(`forum/${forum.key}`)).toBeUndefined()
    expect(await inChannel('administrator', 'channelForum', { forum: forum.key })).toContain(forum.title)
    expect(await bot.addressOf(`forum/${forum.key}`)).toMatchObject({
      state: 'reachable',
      conversation,
      forum: { key: forum.key },
    })
  })

  test('gets messages', async () => {
    const to = (await bot.addressOf(`forum/${forum.key}`)) as Address
    expect(await post(to)).toMatchObject({ got: 'sent' })
  })

  test('hears nothing that is for one person only', async () => {
    const { id: person } = stand.person('projectManager')
    await chats().say({ person, conversation, text: '@Samstyr mina' })
    const last = chats().messages(conversation, person).at(-1)
    expect(JSON.stringify(last)).toContain('Skriv till mig i en egen chatt')
    expect(await inChannel('projectManager', 'mine', {})).toContain('Skriv till mig i en egen chatt')
  })

  test('is reached no more when the bot is taken from it', async () => {
    await chats().removeFromChannel(conversation, stand.person('administrator').id)
    const rows = await stand.store.where(addresses, { column: 'claim', value: `forum/${forum.key}` })
    expect(rows.map(({ state }) => state)).toEqual(['removed'])
    expect((await stand.store.all(forums)).length).toBeGreaterThan(0)
  })
})
