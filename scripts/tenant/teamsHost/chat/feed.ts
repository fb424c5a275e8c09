/** What there is to show of a person's chats, read again whenever the tenant says that something has happened. */
import type { Bot, ChatTenant, Conversation, Message } from './tenant.ts'

export type Shown = {
  /** The site's; undefined where there is none. */
  bot: Bot | undefined
  conversations: Conversation[]
  /** The one that is open, and what has been said in it. */
  open: Conversation | null
  messages: Message[]
  /** The tenant did not answer the last time. */
  hasFailed: boolean
}

export type Asked = {
  person: string
  siteId: string
  locale: string
  /** Which of them is open; '' for none. */
  open(conversations: Conversation[]): string
}

export type Feed = {
  shown(): Shown
  /** Answers when everything has been read, and `drawn` called. */
  read(): Promise<void>
}

const nothing: Shown = { bot: undefined, conversations: [], open: null, messages: [], hasFailed: false }

// Often enough to feel like a chat; asking is cheap.
const POLL_MS = 800

/** `asked` answers null while nobody is signed in. */
export function createFeed(tenant: ChatTenant, asked: () => Asked | null, drawn: () => void): Feed {
  let shown = nothing
  let version: number | null = null
  let whose = ''
  let running: Promise<void> | null = null
  let isStale = false

  const fetched = async (of: Asked): Promise<Shown> => {
    const [bots, all] = await Promise.all([tenant.bots(), tenant.conversations(of.person)])
    const bot = bots.find(({ siteId }) => siteId === of.siteId)
    const conversations = all.filter((each) => each.bot === bot?.clientId)
    const open = conversations.find(({ id }) => id === of.open(conversations)) ?? null
    if (open === null) return { bot, conversations, open, messages: [], hasFailed: false }
    const where = { person: of.person, conversation: open.id, locale: of.locale }
    const messages = await tenant.messages(where)
    const read = { ...open, unread: 0 }
    return {
      bot,
      conversations: conversations.map((each) => (each === open ? read : each)),
      open: read,
      messages,
      hasFailed: false,
    }
  }

  const once = async () => {
    isStale = false
    const of = asked()
    if (of === null) return
    const who = `${of.person} ${of.siteId}`
    if (who !== whose) {
      shown = nothing // nobody sees another's
      whose = who
    }
    try {
      version = await tenant.version(of.person)
      const next = await fetched(of)
      const now = asked()
      if (now?.person !== of.person || now.siteId !== of.siteId) isStale = true
      else shown = next
    } catch {
      version = null
      shown = { ...shown, hasFailed: true }
    }
    if (!isStale) drawn()
  }

  const untilFresh = async (): Promise<void> => {
    await once()
    return isStale ? untilFresh() : undefined
  }

  const read = (): Promise<void> => {
    isStale = true
    running ??= untilFresh().finally(() => (running = null))
    return running
  }

  const look = async () => {
    const of = asked()
    if (of === null || document.hidden || running !== null) return
    // Out of reach for a moment: what is read then says so.
    const now = await tenant.version(of.person).catch(() => null)
    if (now !== version || now === null) await read()
  }
  setInterval(() => void look(), POLL_MS)
  return { shown: () => shown, read }
}
