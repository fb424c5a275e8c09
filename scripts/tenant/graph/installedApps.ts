/** Apps of Teams that people have, and the organisation's catalogue of them; those with a bot are all there are. */
import { type Call, noContent, ok, record, type Reply } from '../call.ts'
import { allBots, type Bot } from '../connector/bots.ts'
import { type Conversation, personalChat } from '../connector/conversations.ts'
import { installFor, uninstallFor } from '../connector/installing.ts'
import { findPerson } from '../directory.ts'
import { badRequest, Failure } from '../errors.ts'
import type { DirectoryPerson } from '../options.ts'
import { requirePermission } from './users.ts'

const self = 'TeamsAppInstallation.ReadWriteSelfForUser.All'
const any = [
  'TeamsAppInstallation.ReadWriteForUser.All',
  'TeamsAppInstallation.ReadWriteSelectedForUser.All',
  'TeamsAppInstallation.ManageSelectedForUser.All',
]
const readers = [self, ...any, 'TeamsAppInstallation.ReadForUser.All']

const isSelf = ({ caller }: Call, bot: Bot): boolean => bot.entra_id === caller.clientId

/** "Self" is the application in the manifest's `webApplicationInfo`; a bot of another is refused.
 * https://github.com/MicrosoftDocs/msteams-docs/issues/6820 */
function requireRight(call: Call, bot: Bot, permissions: string[]): void {
  requirePermission(call, permissions)
  const isOnlySelf = !call.caller.permissions.some((name) => name !== self && permissions.includes(name))
  if (!isOnlySelf || isSelf(call, bot)) return
  throw new Failure(
    403,
    'Forbidden',
    `AAD App Id '${call.caller.clientId}' is not allowed to manage the Teams App '${bot.catalog_id}'.`,
  )
}

function openPerson({ core, params }: Call): DirectoryPerson {
  const person = findPerson(core.store, params['user'] ?? '')
  if (person) return person
  throw new Failure(404, 'NotFound', 'User not found.')
}

/** https://learn.microsoft.com/graph/api/userteamwork-post-installedapps */
export function installApp(call: Call): Reply {
  const bind = record(call.body)['teamsApp@odata.bind']
  const catalogId = /\/appCatalogs\/teamsApps(?:\/|\(')([0-9a-f-]{36})/i.exec(String(bind))?.[1]
  if (catalogId === undefined) throw badRequest('The teamsApp@odata.bind is missing or invalid.')
  const person = openPerson(call)
  requirePermission(call, [self, ...any])
  const bot = allBots(call.core).find(({ catalog_id }) => catalog_id === catalogId.toLowerCase())
  if (!bot) throw new Failure(404, 'NotFound', `The Teams app '${catalogId}' is not in the catalog.`)
  requireRight(call, bot, [self, ...any])
  const { isNew, heard } = installFor(call.core, { bot, person })
  if (!isNew) throw new Failure(409, 'Conflict', `The app '${catalogId}' is already installed for this user.`)
  later(heard)
  return { status: 201, headers: { location: `${call.address.href}('${installationId(bot, person)}')` } }
}

/** Teams tells the bot in its own time. */
function later(heard: Promise<void>): void {
  heard.catch((error: unknown) => process.stderr.write(`The bot was not told: ${String(error)}\n`))
}

const installationId = ({ catalog_id }: Bot, { id }: DirectoryPerson): string =>
  Buffer.from(`${id}##${catalog_id}`).toString('base64')

type Installation = { bot: Bot; conversation: Conversation }

function installationsOf(call: Call, person: DirectoryPerson): Installation[] {
  const seesOthers = call.caller.permissions.some((name) => name !== self && readers.includes(name))
  return allBots(call.core)
    .filter((bot) => seesOthers || isSelf(call, bot))
    .map((bot) => ({ bot, conversation: personalChat(call.core, bot, person) }))
    .filter(({ conversation }) => conversation.installed === 1)
}

/** https://learn.microsoft.com/graph/api/userteamwork-list-installedapps */
export function listInstalledApps(call: Call): Reply {
  requirePermission(call, readers)
  const person = openPerson(call)
  const value = installationsOf(call, person)
    .filter(({ bot }) => isAsked(call, bot, 'teamsApp/'))
    .map(({ bot }) => showInstallation(call, bot, person))
  return ok({
    '@odata.context': `${call.origin}/v1.0/$metadata#users('${person.id}')/teamwork/installedApps`,
    value,
  })
}

function isAsked({ options }: Call, bot: Bot, prefix: string): boolean {
  if (options.filter === undefined) return true
  const [, path, id = ''] = /^\s*([\w/]+)\s+eq\s+'([^']*)'\s*$/.exec(options.filter) ?? []
  if (path === `${prefix}externalId`) return bot.external_id === id.toLowerCase()
  if (path === `${prefix}id`) return bot.catalog_id === id.toLowerCase()
  throw badRequest('The provided filter statement is not supported')
}

const showApp = (bot: Bot) => ({
  id: bot.catalog_id,
  externalId: bot.external_id,
  displayName: bot.name,
  distributionMethod: 'organization',
})

function showInstallation({ options }: Call, bot: Bot, person: DirectoryPerson): object {
  return {
    id: installationId(bot, person),
    ...(options.expand.has('teamsApp') && { teamsApp: showApp(bot) }),
    ...(options.expand.has('teamsAppDefinition') && {
      teamsAppDefinition: {
        id: Buffer.from(`1##${bot.catalog_id}##1.0.0`).toString('base64'),
        teamsAppId: bot.catalog_id,
        displayName: bot.name,
        version: '1.0.0',
        publishingState: 'published',
      },
    }),
  }
}

function openInstallation(call: Call): Installation & { person: DirectoryPerson } {
  const person = openPerson(call)
  const found = installationsOf(call, person).find(
    ({ bot }) => installationId(bot, person) === call.params['installation'],
  )
  if (!found) throw new Failure(404, 'NotFound', 'App is not installed for this user.')
  return { ...found, person }
}

export function getInstalledApp(call: Call): Reply {
  requirePermission(call, readers)
  const { bot, person } = openInstallation(call)
  return ok(showInstallation(call, bot, person))
}

/** Its id is another than the one in activities; the connector takes both.
 * https://learn.microsoft.com/graph/api/userscopeteamsappinstallation-get-chat */
export function getInstalledAppChat(call: Call): Reply {
  requirePermission(call, readers)
  const { conversation } = openInstallation(call)
  return ok({
    '@odata.context': `${call.origin}/v1.0/$metadata#chats/$entity`,
    id: conversation.alias,
    topic: null,
    chatType: 'oneOnOne',
    tenantId: call.core.tenantId,
  })
}

/** https://learn.microsoft.com/graph/api/userteamwork-delete-installedapps */
export function uninstallApp(call: Call): Reply {
  const { bot, person } = openInstallation(call)
  requireRight(call, bot, [self, ...any])
  later(uninstallFor(call.core, { bot, person }).heard)
  return noContent
}

/** https://learn.microsoft.com/graph/api/appcatalogs-list-teamsapps */
export function listCatalogue(call: Call): Reply {
  requirePermission(call, ['AppCatalog.Read.All', 'AppCatalog.ReadWrite.All'])
  const value = allBots(call.core)
    .filter((bot) => isAsked(call, bot, ''))
    .map(showApp)
  return ok({ '@odata.context': `${call.origin}/v1.0/$metadata#appCatalogs/teamsApps`, value })
}
