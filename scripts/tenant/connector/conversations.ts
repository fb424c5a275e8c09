/** Conversations: one for each person and bot, and channels that a bot is in. */
import type { Core } from '../call.ts'
import { allPeople, findPerson } from '../directory.ts'
import type { DirectoryPerson } from '../options.ts'
import { type Bot, short } from './bots.ts'

export type Conversation = {
  id: string
  /** Graph's name of a personal chat; the connector takes both. */
  alias: string | null
  kind: 'personal' | 'channel'
  bot: string
  person: string | null
  title: string
  /** Of a channel, JSON of Team. */
  team: string | null
  /** Of a channel: Entra ids as JSON, or null for everybody but the crowd. */
  members: string | null
  installed: 0 | 1
  /** It has had its first conversationUpdate. */
  greeted: 0 | 1
  blocked: 0 | 1
  change: number
}

export type Team = { id: string; name: string; groupId: string }

/** Made when first needed; nothing is installed by that. */
export function personalChat({ store }: Core, bot: Bot, person: DirectoryPerson): Conversation {
  const id = `a:1${short(`chat ${bot.client_id} ${person.id}`)}`
  store.run(
    `INSERT OR IGNORE INTO chat_conversations (id, alias, kind, bot, person, title, installed, greeted, blocked, change)
     VALUES (?, ?, 'personal', ?, ?, ?, 0, 0, 0, 0)`,
    id,
    `19:${person.id}_${bot.client_id}@unq.gbl.spaces`,
    bot.client_id,
    person.id,
    bot.name,
  )
  return store.get<Conversation>('SELECT * FROM chat_conversations WHERE id = ?', id) as Conversation
}

export type ChannelPlace = { id?: string; name: string; team: string; members?: string[] }

/** A channel of a team by the names of both; the team's id is that of its general channel. */
export function channelChat(core: Core, bot: Bot, { id, name, team, members }: ChannelPlace): Conversation {
  const key = id ?? `19:${short(`channel ${team}/${name}`).replaceAll(/[-_]/g, '0')}@thread.tacv2`
  const known: Team = {
    id: `19:${short(`team ${team}`).replaceAll(/[-_]/g, '0')}@thread.tacv2`,
    name: team,
    groupId: short(`group ${team}`),
  }
  core.store.run(
    `INSERT OR IGNORE INTO chat_conversations (id, kind, bot, title, team, members, installed, greeted, blocked, change)
     VALUES (?, 'channel', ?, ?, ?, ?, 0, 0, 0, 0)`,
    key,
    bot.client_id,
    name,
    JSON.stringify(known),
    members ? JSON.stringify(members) : null,
  )
  return core.store.get<Conversation>('SELECT * FROM chat_conversations WHERE id = ?', key) as Conversation
}

/** By either name; `;messageid=` at its end names a thread of a channel. */
export function findConversation(
  { store }: Core,
  named: string,
): { conversation: Conversation; root: number | undefined } | undefined {
  const [id = '', ...rest] = named.split(';')
  const conversation = store.get<Conversation>(
    'SELECT * FROM chat_conversations WHERE id = ? OR alias = ?',
    id,
    id,
  )
  const thread = rest.map((part) => /^messageid=(\d+)$/.exec(part)?.[1]).find(Boolean)
  return conversation && { conversation, root: thread === undefined ? undefined : Number(thread) }
}

const MINE = `(person = ? OR (kind = 'channel' AND
  (members IS NULL OR EXISTS (SELECT 1 FROM json_each(members) WHERE value = ?))))`

export const conversationsOf = ({ store }: Core, oid: string): Conversation[] =>
  store.all<Conversation>(`SELECT * FROM chat_conversations WHERE ${MINE}`, oid, oid)

export const versionOf = ({ store }: Core, oid: string): number =>
  store.get<{ newest: number | null }>(
    `SELECT max(change) AS newest FROM chat_conversations WHERE ${MINE}`,
    oid,
    oid,
  )?.newest ?? 0

export function membersOf({ store }: Core, { person, members }: Conversation): DirectoryPerson[] {
  if (person !== null) return [findPerson(store, person)].filter((found) => found !== undefined)
  const among = members === null ? undefined : new Set(JSON.parse(members) as string[])
  return allPeople(store).filter(({ id, crowd }) => (among ? among.has(id) : crowd !== true))
}

export const teamOf = ({ team }: Conversation): Team | undefined =>
  team === null ? undefined : (JSON.parse(team) as Team)

/** Something happened in it. */
export function touch({ store }: Core, id: string): void {
  store.run(
    'UPDATE chat_conversations SET change = (SELECT max(change) + 1 FROM chat_conversations) WHERE id = ?',
    id,
  )
}

export function setFlags(
  core: Core,
  { id }: Conversation,
  flags: Partial<Pick<Conversation, 'installed' | 'greeted' | 'blocked'>>,
): void {
  for (const [name, value] of Object.entries(flags))
    core.store.run(`UPDATE chat_conversations SET ${name} = ? WHERE id = ?`, value, id)
  touch(core, id)
}

/** The channels of a team that the bot is in, known by the team's own id. */
export const teamChats = ({ store }: Core, { client_id }: Bot, team: string): Conversation[] =>
  store.all<Conversation>(
    "SELECT * FROM chat_conversations WHERE kind = 'channel' AND bot = ? AND installed = 1 AND team ->> 'id' = ?",
    client_id,
    team,
  )

export const installedChats = ({ store }: Core, { client_id }: Bot): Conversation[] =>
  store.all<Conversation>('SELECT * FROM chat_conversations WHERE bot = ? AND installed = 1', client_id)
