/** The bots that the tenant knows, and the names that Teams gives them and the people they meet. */
import { createHash } from 'node:crypto'
import type { Core } from '../call.ts'
import type { DirectoryPerson } from '../options.ts'

export type Bot = {
  client_id: string
  name: string
  /** Where activities are posted. */
  endpoint: string
  /** The site whose business day its chats play at. */
  site: string
  /** Of the app package, `id` in its manifest. */
  external_id: string
  /** That the organisation's catalogue gave the app. */
  catalog_id: string
  /** The Entra application in the manifest's `webApplicationInfo`, often the tab's; the bot's own when not given. */
  entra_id: string
  /** Where the tenant is, as the bot knows it. */
  origin: string
}

export type BotRegistration = {
  clientId: string
  name: string
  endpoint: string
  siteId?: string
  /** `id` of the app's manifest. */
  appId?: string
  /** Of the app in the organisation's catalogue; made up when not given. */
  catalogId?: string
  /** In the manifest's `webApplicationInfo`; the bot's own when not given. */
  entraId?: string
}

/** What the tenant knew of a bot before: nothing, that it was told of another address of the tenant, or all there is. */
export type KnownBefore = 'unknown' | 'elsewhere' | 'here'

export function registerBot(core: Core, bot: BotRegistration, origin: string): KnownBefore {
  const clientId = bot.clientId.toLowerCase()
  const before = findBot(core, clientId)
  const externalId = (bot.appId ?? clientId).toLowerCase()
  core.store.run(
    'INSERT OR REPLACE INTO chat_bots (client_id, name, endpoint, site, external_id, catalog_id, entra_id, origin) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    clientId,
    bot.name,
    bot.endpoint,
    bot.siteId ?? '',
    externalId,
    (bot.catalogId ?? guidOf(`catalog ${externalId}`)).toLowerCase(),
    (bot.entraId ?? clientId).toLowerCase(),
    origin,
  )
  if (!before) return 'unknown'
  return before.origin === origin ? 'here' : 'elsewhere'
}

export const allBots = ({ store }: Core): Bot[] =>
  store.all<Bot>('SELECT * FROM chat_bots ORDER BY client_id')

export const findBot = ({ store }: Core, clientId: string): Bot | undefined =>
  store.get<Bot>('SELECT * FROM chat_bots WHERE client_id = ?', clientId.toLowerCase())

/** For the side door: who asks for a bot that isn't there made a mistake. */
export function openBot(core: Core, clientId: string): Bot {
  const bot = findBot(core, clientId)
  if (!bot) throw new Error(`There is no bot ${clientId}`)
  return bot
}

/** Real ones name a region, and end in a slash: `https://smba.trafficmanager.net/emea/…/`. */
export const serviceUrl = ({ origin }: Bot): string => `${origin}/connector/`

export const botAccount = ({ client_id, name }: Bot): { id: string; name: string } => ({
  id: `28:${client_id}`,
  name,
})

/** A person has another id with each bot.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context */
export const userIdOf = ({ client_id }: Bot, oid: string): string =>
  `29:1${short(`user ${client_id} ${oid}`)}`

export const userAccount = (
  bot: Bot,
  person: DirectoryPerson,
): { id: string; name: string; aadObjectId: string } => ({
  id: userIdOf(bot, person.id),
  name: person.displayName,
  aadObjectId: person.id,
})

/** Opaque and long, as the ids of the service are. */
export const short = (words: string): string =>
  createHash('sha512').update(words).digest('base64url').slice(0, 60)

function guidOf(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
