/** Chats by the side door: who may be talked to, what has been said, and everything a person can do there. */
import type { Core } from '../call.ts'
import { findPerson } from '../directory.ts'
import { invoke, say } from './asking.ts'
import { allBots, type BotRegistration, findBot, type KnownBefore, openBot, registerBot } from './bots.ts'
import { type Attachment, markRead, messagesFor, type ShownMessage, unreadOf } from './chatMessages.ts'
import {
  type ChannelPlace,
  type Conversation,
  conversationsOf,
  findConversation,
  versionOf,
} from './conversations.ts'
import {
  addToChannel,
  blockFor,
  installFor,
  removeFromChannel,
  uninstallFor,
  upgradeAll,
} from './installing.ts'
import { type BotAnswer, type Shown, toBot } from './toBot.ts'
import { isTyping } from './typing.ts'

export type ShownConversation = {
  id: string
  kind: 'personal' | 'channel'
  title: string
  /** Of a channel. */
  team?: string
  /** Client id. */
  bot: string
  installed: boolean
  blocked: boolean
  /** The bot is writing. */
  isTyping: boolean
  unread: number
  lastAt: string | null
}

/** People are named by Entra id, bots by client id. `locale` is the language of the person's Teams. */
export type Chat = {
  bots(): { clientId: string; siteId?: string; endpoint: string; name: string; appId: string }[]
  register(bot: BotRegistration, origin?: string): KnownBefore
  /** As when a new version of the app comes: the bot hears of every chat that it is in. */
  upgrade(bot: string): Promise<void>
  /** Latest first. */
  conversations(person: string): ShownConversation[]
  /** Oldest first; they are read by that. */
  messages(conversation: string, person: string): ShownMessage[]
  /** Answered when the bot has heard; false when it was there already. */
  install(person: string, bot: string, locale?: string): Promise<boolean>
  uninstall(person: string, bot: string): Promise<boolean>
  block(person: string, bot: string, blocked?: boolean): void
  /** Answers the channel's id. */
  addToChannel(bot: string, channel: ChannelPlace, by: string): Promise<string>
  removeFromChannel(channel: string, by: string): Promise<void>
  say(said: {
    person: string
    conversation: string
    text: string
    attachments?: Attachment[]
    /** What a card's `Action.Submit` sends along. */
    value?: unknown
    /** The message of a channel that it answers. */
    replyTo?: string
    locale?: string
  }): Promise<{ status: number }>
  invoke(asked: {
    person: string
    conversation: string
    message?: string
    name: string
    value: unknown
    locale?: string
  }): Promise<BotAnswer>
  version(person: string): number
  /** Exactly that, with a good token unless another is given, one with faults, or none (null). */
  raw(sent: { bot: string; activity: object; token?: Shown }): Promise<BotAnswer>
}

export function createChat(core: Core, defaultOrigin: string): Chat {
  const person = (oid: string) => {
    const found = findPerson(core.store, oid)
    if (!found) throw new Error(`There is no person ${oid}`)
    return found
  }
  /** A conversation as one of its people sees it. */
  const place = (id: string, oid: string) => {
    const conversation = conversationsOf(core, person(oid).id).find(
      (one) => one.id === id || one.alias === id,
    )
    if (!conversation) throw new Error(`There is no conversation ${id} with ${oid}`)
    return { conversation, bot: openBot(core, conversation.bot), person: person(oid) }
  }
  const shown = (one: Conversation, oid: string): ShownConversation => ({
    id: one.id,
    kind: one.kind,
    title: one.title,
    ...(one.team !== null && { team: (JSON.parse(one.team) as { name: string }).name }),
    bot: one.bot,
    installed: one.installed === 1,
    blocked: one.blocked === 1,
    isTyping: isTyping(core, one),
    ...unreadOf(core, one.id, oid),
  })

  return {
    bots: () =>
      allBots(core).map(({ client_id, site, endpoint, name, external_id }) => ({
        clientId: client_id,
        ...(site !== '' && { siteId: site }),
        endpoint,
        name,
        appId: external_id,
      })),
    register: (bot, origin = defaultOrigin) => registerBot(core, bot, origin),
    upgrade: (bot) => upgradeAll(core, openBot(core, bot)),
    conversations(oid) {
      const { id } = person(oid)
      return conversationsOf(core, id)
        .filter((one) => findBot(core, one.bot))
        .map((one) => shown(one, id))
        .toSorted((a, b) => (b.lastAt ?? '').localeCompare(a.lastAt ?? ''))
    },
    messages(id, oid) {
      const { conversation } = place(id, oid)
      markRead(core, conversation.id, person(oid).id)
      return messagesFor(core, conversation.id, person(oid).id)
    },
    async install(oid, bot, locale) {
      const { isNew, heard } = installFor(core, { bot: openBot(core, bot), person: person(oid), locale })
      await heard
      return isNew
    },
    async uninstall(oid, bot) {
      const { wasThere, heard } = uninstallFor(core, { bot: openBot(core, bot), person: person(oid) })
      await heard
      return wasThere
    },
    block(oid, bot, blocked = true) {
      blockFor(core, { bot: openBot(core, bot), person: person(oid) }, blocked)
    },
    async addToChannel(bot, channel, by) {
      return (await addToChannel(core, { bot: openBot(core, bot), person: person(by) }, channel)).id
    },
    async removeFromChannel(id, by) {
      const conversation = findConversation(core, id)?.conversation
      if (conversation?.kind !== 'channel') throw new Error(`There is no channel ${id}`)
      await removeFromChannel(
        core,
        { bot: openBot(core, conversation.bot), person: person(by) },
        conversation,
      )
    },
    async say({ person: oid, conversation, replyTo, text, attachments, value, locale }) {
      const root = replyTo === undefined ? undefined : Number(replyTo)
      const said = { text, root, value, ...(attachments && { attachments }) }
      const { status } = await say(core, { ...place(conversation, oid), locale }, said)
      return { status }
    },
    invoke: async ({ person: oid, conversation, name, value, message, locale }) =>
      invoke(core, { ...place(conversation, oid), locale }, { name, value, message }),
    version: (oid) => versionOf(core, person(oid).id),
    raw: ({ bot, activity, token }) => toBot(core, openBot(core, bot), activity, token),
  }
}
