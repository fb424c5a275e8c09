/** What the chat asks of the local tenant: conversations, messages, and everything a person does there. */
import { ask } from '../tenant.ts'

export type Bot = { clientId: string; siteId?: string; name: string }

export type Conversation = {
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

export type Attachment = { contentType?: string; content?: unknown }

export type Message = {
  id: string
  from: 'bot' | 'person'
  /** Entra id, of a person's. */
  person?: string
  name: string
  at: string
  editedAt?: string
  /** The message of a channel that it answers. */
  replyTo?: string
  deleted?: true
  text?: string
  textFormat?: string
  attachments?: Attachment[]
  suggestedActions?: unknown
}

/** What a bot answered an invoke with; status 0 when nothing came in time. */
export type BotAnswer = { status: number; body?: unknown }

/** Who is in which conversation, and in what language. */
export type Where = { person: string; conversation: string; locale: string }

export type ChatTenant = {
  bots(): Promise<Bot[]>
  /** Grows with everything that happens in the person's conversations. */
  version(person: string): Promise<number>
  conversations(person: string): Promise<Conversation[]>
  /** Oldest first; they count as read by that. */
  messages(where: Where): Promise<Message[]>
  install(person: string, bot: string, locale: string): Promise<void>
  uninstall(person: string, bot: string): Promise<void>
  block(person: string, bot: string, blocked: boolean): Promise<void>
  /** Answers what the bot's server answered. */
  say(where: Where, said: { text: string; attachments?: Attachment[]; value?: unknown }): Promise<BotAnswer>
  invoke(where: Where, asked: { name: string; value: unknown; message?: string }): Promise<BotAnswer>
}

/** Every function throws a TenantError. */
export function chatAt(origin: string): ChatTenant {
  const read = (part: string, query: Record<string, string> = {}) =>
    ask(`${origin}/_control/chat/${part}?${new URLSearchParams(query)}`)
  const post = (part: string, body: object) => ask(`${origin}/_control/chat/${part}`, 'POST', body)
  return {
    bots: async () => (await read('bots')) as Bot[],
    version: async (person) => ((await read('version', { person })) as { version: number }).version,
    conversations: async (person) => (await read('conversations', { person })) as Conversation[],
    messages: async ({ person, conversation }) =>
      (await read('messages', { person, conversation })) as Message[],
    install: async (person, bot, locale) => void (await post('install', { person, bot, locale })),
    uninstall: async (person, bot) => void (await post('uninstall', { person, bot })),
    block: async (person, bot, blocked) => void (await post('block', { person, bot, blocked })),
    say: async (where, said) => (await post('say', { ...where, ...said })) as BotAnswer,
    invoke: async (where, asked) => (await post('invoke', { ...where, ...asked })) as BotAnswer,
  }
}
