/** What the bot refuses: whoever isn't Teams, other tenants, what is too large, what pretends. It is logged, and nothing has changed. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { statusReports } from '#src/lists/followUp.ts'
import { addresses, sendings } from '#src/lists/reminding.ts'
import { readConfig } from '#src/config.ts'
import { aNeed } from '#test/fixtures/needs.ts'
import { setUpStand, type Stand } from '#test/fixtures/stand.ts'
import { BOT, type BotStand, type Chat, setUpBot, TAB_DOMAIN } from './bot.ts'

const OTHER_TENANT = '99999999-9999-4999-8999-999999999999'

let stand: Stand
let bot: BotStand
let chat: Chat
beforeAll(async () => {
  stand = await setUpStand('city')
  bot = await setUpBot(stand)
  chat = await bot.chatOf('projectManager')
}, 60_000)
afterAll(async () => {
  await bot.close()
  await stand.close()
})
beforeEach(() => {
  bot.logged.length = 0
})

const teams = () => stand.tenant.control.chat
const refused = () => bot.logged.filter(({ msg }) => msg === 'an activity was refused').map(({ why }) => why)

/** Everything that an activity could change. */
async function asItStands() {
  const rows = await stand.store.allOf([addresses, sendings, statusReports])
  const { id } = stand.person('projectManager')
  return JSON.stringify([rows, teams().messages(chat.conversation, id)])
}

type Shown = Parameters<ReturnType<typeof teams>['raw']>[0]['token']
describe('a call', () => {
  const calls: {
    says: string
    token?: Shown | (() => Promise<string>)
    activity?: object
    status: number
    why: string
  }[] = [
    { says: 'without a token', token: null, status: 401, why: 'no token' },
    { says: 'with a token that is none', token: 'abc', status: 401, why: 'ERR_JWS_INVALID' },
    {
      says: 'with a forged token',
      token: { forged: true },
      status: 401,
      why: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
    },
    {
      says: 'for another bot',
      token: { aud: OTHER_TENANT },
      status: 401,
      why: 'ERR_JWT_CLAIM_VALIDATION_FAILED',
    },
    {
      says: 'from another issuer',
      token: { iss: 'https://issuer.example' },
      status: 401,
      why: 'ERR_JWT_CLAIM_VALIDATION_FAILED',
    },
    { says: 'that came too late', token: { expires: -600 }, status: 401, why: 'ERR_JWT_EXPIRED' },
    {
      says: 'with a token for another service address',
      token: { serviceurl: 'https://evil.example/' },
      status: 401,
      why: 'another service address',
    },
    {
      says: 'of an application in the same tenant, with a token from Entra for the bot',
      token: tokenFromEntra,
      status: 401,
      why: 'ERR_JWKS_NO_MATCHING_KEY',
    },
    {
      says: 'that would have answers sent elsewhere',
      activity: { serviceUrl: 'https://evil.example/' },
      status: 401,
      why: 'another service address',
    },
    { says: 'of another channel', activity: { channelId: 'webchat' }, status: 400, why: 'channelId' },
    {
      says: 'from another tenant',
      activity: { channelData: { tenant: { id: OTHER_TENANT } } },
      status: 403,
      why: 'another tenant',
    },
    {
      says: 'from a conversation of another tenant',
      activity: { conversation: { id: 'a:1', conversationType: 'personal', tenantId: OTHER_TENANT } },
      status: 403,
      why: 'another tenant',
    },
    {
      says: 'that names no tenant',
      activity: { channelData: {}, conversation: { id: 'a:1', conversationType: 'personal' } },
      status: 403,
      why: 'another tenant',
    },
    { says: 'from nobody', activity: { from: undefined }, status: 400, why: 'from' },
    {
      says: 'from somebody whose id is made up',
      activity: { from: { id: '29:x', aadObjectId: "x' or 1 eq 1" } },
      status: 400,
      why: 'from.aadObjectId',
    },
    {
      says: 'of a kind that the bot knows nothing of',
      activity: { type: 'invoke', name: 'signin/tokenExchange' },
      status: 501,
      why: 'not a question of ours',
    },
    {
      says: 'that is too large',
      activity: { text: 'x'.repeat(200_000) },
      status: 413,
      why: 'entity.too.large',
    },
  ]
  test.each(calls)('$says is refused', async ({ token, activity: more, status, why }) => {
    const activity = await bot.activityOf('projectManager', { text: 'hjälp', ...more })
    const before = await asItStands()
    const shown = typeof token === 'function' ? await token() : token
    const answer = await teams().raw({ bot: BOT, activity, ...(shown !== undefined && { token: shown }) })
    expect([answer.status, refused()]).toEqual([status, [why]])
    expect(await asItStands()).toBe(before)
  })

  test('that is good is answered', async () => {
    const activity = await bot.activityOf('projectManager', { text: 'hjälp' })
    expect((await teams().raw({ bot: BOT, activity })).status).toBe(200)
  })
})

/** Any application of a tenant gets one. */
async function tokenFromEntra(): Promise<string> {
  const { control } = stand.tenant
  const outside = stand.environment.PROVISION_CLIENT_ID ?? ''
  return (await control.appToken({ clientId: outside, audience: BOT }, stand.origin)).token
}

describe('a card', () => {
  const reported = () => stand.store.all(statusReports)
  const running = () => aNeed(stand, { stage: 'delivery', stageSince: '2024-03-01' }, { business: false })
  const data = (item: string, more: object = {}) => ({
    matter: { kind: 'report', item, month: '2024-09' },
    id: `id-${item}`,
    economy: 'red',
    quality: 'green',
    time: 'green',
    changed: 'Dyrare än väntat',
    ...more,
  })

  test('that is pressed twice has had its effect once, and shows it both times', async () => {
    const { key } = await running()
    const before = (await reported()).length
    const [one, other] = await Promise.all([
      chat.press('sendReport', data(key)),
      chat.press('sendReport', data(key)),
    ])
    const again = await chat.press('sendReport', data(key))
    expect((await reported()).length - before).toBe(1)
    for (const { status, body } of [one, other, again]) {
      expect(status).toBe(200)
      expect(JSON.stringify(body)).toContain('application/vnd.microsoft.card.adaptive')
    }
  })

  test('that says it is from somebody else acts as whoever pressed it', async () => {
    const { key } = await running()
    const director = stand.person('director')
    const liar = { me: director, by: director, person: director.id, from: { aadObjectId: director.id } }
    await chat.press('sendReport', data(key, liar))
    const [sent] = (await reported()).filter(({ initiative }) => initiative?.key === key)
    expect(sent?.by).toEqual(stand.person('projectManager'))
  })

  test('pressed by somebody who may not says so, and changes nothing', async () => {
    const { key } = await running()
    const other = await bot.chatOf('employee')
    const before = JSON.stringify(await reported())
    const { body } = await other.press('sendReport', data(key))
    expect(JSON.stringify(body)).toContain('attention')
    expect(JSON.stringify(await reported())).toBe(before)
  })

  test.each([
    { says: 'nothing the bot knows', verb: 'dropEverything', sent: {} },
    { says: 'a name of every object', verb: 'constructor', sent: {} },
    {
      says: 'data of another shape',
      verb: 'sendReport',
      sent: { matter: { kind: 'report', item: { $ne: null } } },
    },
  ])('that asks for $says changes nothing', async ({ verb, sent }) => {
    const before = JSON.stringify(await reported())
    const { status, body } = await chat.press(verb, sent)
    expect(status).toBe(200)
    expect(JSON.stringify(body)).toContain('AdaptiveCard')
    expect(JSON.stringify(await reported())).toBe(before)
    expect(bot.logged.some(({ level }) => Number(level) >= 40)).toBe(true)
  })
})

describe('what people have written', () => {
  const wicked = '<img src=x onerror=alert(1)> [klicka](https://evil.example) **fet** larm'

  test('is shown as it is, in cards and in the small ones of a search', async () => {
    await aNeed(stand, { title: wicked })
    const search = { parameters: [{ name: 'text', value: 'klicka' }] }
    const { body } = await chat.invoke('composeExtension/query', search)
    const { attachments = [] } = (body as { composeExtension: { attachments?: Found[] } }).composeExtension
    const found = attachments.filter(({ content }) => JSON.stringify(content).includes('klicka'))
    expect(found.length).toBeGreaterThan(0)
    for (const { content, preview } of found) {
      expect(JSON.stringify(preview)).not.toMatch(/<img|<b/)
      expect(textBlocksOf(content)).not.toContain('klicka')
    }
  })

  test('as a name turns nobody into another', async () => {
    const from = {
      id: '29:x',
      aadObjectId: stand.person('officeManager').id,
      name: 'Evil\u202Enimda <b>\n**x**',
    }
    await bot.chatOf('officeManager')
    await stand.store.change(addresses, (await bot.addressOf(from.aadObjectId)) as never, {
      state: 'removed',
    })
    await teams().raw({ bot: BOT, activity: await bot.activityOf('officeManager', { from, text: 'hjälp' }) })
    expect((await bot.addressOf(from.aadObjectId))?.title).not.toMatch(/[\u202E\n]/)
  })
})

interface Found {
  content: unknown
  preview: unknown
}

/** Text blocks read markdown; runs of a rich text block don't. */
function textBlocksOf(node: unknown): string {
  if (Array.isArray(node)) return node.map(textBlocksOf).join(' ')
  if (typeof node !== 'object' || node === null) return ''
  const { type, text } = node as { type?: unknown; text?: unknown }
  const own = type === 'TextBlock' ? String(text) : ''
  return `${own} ${Object.values(node).map(textBlocksOf).join(' ')}`
}

describe('a link', () => {
  const app = () => stand.environment.TEAMS_CATALOG_ID
  const teamsLink = (id: string | undefined, route: string) =>
    `https://teams.microsoft.com/l/entity/${id}/home?context=${encodeURIComponent(JSON.stringify({ subEntityId: route }))}`
  const asked = async (url: string) =>
    JSON.stringify((await chat.invoke('composeExtension/queryLink', { url })).body ?? {})

  test('to an initiative gets its card, by our own address and by that of Teams', async () => {
    const { key, title } = await aNeed(stand, { title: 'Trygghetslarm i ordinärt boende' })
    for (const url of [`https://${TAB_DOMAIN}/initiative/${key}`, teamsLink(app(), `/initiative/${key}`)])
      expect(await asked(url)).toContain(title)
  })

  test.each([
    { says: 'elsewhere', url: (key: string) => `https://evil.example/initiative/${key}` },
    {
      says: 'elsewhere with our host as a name',
      url: (key: string) => `https://${TAB_DOMAIN}@evil.example/initiative/${key}`,
    },
    { says: 'of a script', url: () => 'javascript:alert(1)' },
    {
      says: 'that climbs',
      url: (key: string) => `https://${TAB_DOMAIN}/initiative/..%2f..%2f${key}//evil.example`,
    },
    { says: 'of another app', url: (key: string) => teamsLink(OTHER_TENANT, `/initiative/${key}`) },
    { says: 'of Teams that leads out', url: () => teamsLink(app(), '//evil.example/initiative/x') },
    {
      says: 'of Teams with a damaged context',
      url: () => `https://teams.microsoft.com/l/entity/${app()}/home?context=%7B`,
    },
  ])('$says gets none', async ({ url }) => {
    const { key } = await aNeed(stand)
    expect(await asked(url(key))).toBe('{}')
  })
})

test('the server refuses to start where the SDK would take calls from anybody', () => {
  const open = { ...stand.environment, DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS: 'true' }
  expect(() => readConfig(open)).toThrow('DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS must not be set')
})

test('a bot whose cards could link nowhere is told so at start', () => {
  const nowhere = { ...stand.environment, TEAMS_APP_ID: '', TEAMS_CATALOG_ID: '' }
  expect(() => readConfig(nowhere)).toThrow('it needs TEAMS_APP_ID, TEAMS_CATALOG_ID or TAB_DOMAIN')
})
