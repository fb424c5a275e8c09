/** Chats by the side door over HTTP, `/_control/chat/…`. */
import * as v from 'valibot'
import type { Chat } from './chat.ts'

const optionalLocale = v.optional(v.string())
const attachments = v.optional(v.array(v.record(v.string(), v.unknown())))

/** What of these is undefined is left out, as exact optional properties ask for. */
const bodies = {
  bots: v.object({
    clientId: v.string(),
    endpoint: v.pipe(v.string(), v.url()),
    name: v.string(),
    siteId: v.optional(v.string()),
    appId: v.optional(v.string()),
    catalogId: v.optional(v.string()),
    entraId: v.optional(v.string()),
  }),
  install: v.object({ person: v.string(), bot: v.string(), locale: optionalLocale }),
  uninstall: v.object({ person: v.string(), bot: v.string() }),
  block: v.object({ person: v.string(), bot: v.string(), blocked: v.optional(v.boolean(), true) }),
  addToChannel: v.object({
    bot: v.string(),
    person: v.string(),
    channel: v.object({
      id: v.optional(v.string()),
      name: v.string(),
      team: v.string(),
      members: v.optional(v.array(v.string())),
    }),
  }),
  removeFromChannel: v.object({ channel: v.string(), person: v.string() }),
  say: v.object({
    person: v.string(),
    conversation: v.string(),
    text: v.string(),
    attachments,
    value: v.optional(v.unknown()),
    replyTo: v.optional(v.string()),
    locale: optionalLocale,
  }),
  invoke: v.object({
    person: v.string(),
    conversation: v.string(),
    message: v.optional(v.string()),
    name: v.string(),
    value: v.unknown(),
    locale: optionalLocale,
  }),
  raw: v.object({
    bot: v.string(),
    activity: v.record(v.string(), v.unknown()),
    token: v.optional(v.nullable(v.union([v.string(), v.record(v.string(), v.unknown())]))),
  }),
}

/** Nothing if the call is another's. Errors are answered by whoever calls. */
export async function answerChat(chat: Chat, request: Request, url: URL): Promise<Response | undefined> {
  const part = /^\/_control\/chat\/(\w+)$/.exec(url.pathname)?.[1]
  if (part === undefined) return undefined
  const asked = (name: string) => url.searchParams.get(name) ?? ''
  if (request.method === 'GET') {
    if (part === 'bots') return Response.json(chat.bots())
    if (part === 'conversations') return Response.json(chat.conversations(asked('person')))
    if (part === 'messages') return Response.json(chat.messages(asked('conversation'), asked('person')))
    if (part === 'version') return Response.json({ version: chat.version(asked('person')) })
    return undefined
  }
  return request.method === 'POST' ? act(chat, part, await request.json(), url.origin) : undefined
}

async function act(chat: Chat, part: string, body: unknown, origin: string): Promise<Response | undefined> {
  switch (part) {
    case 'bots':
      chat.register(exact(v.parse(bodies.bots, body)), origin)
      return Response.json(chat.bots())
    case 'install': {
      const { person, bot, locale } = v.parse(bodies.install, body)
      return Response.json({ installed: await chat.install(person, bot, locale) })
    }
    case 'uninstall': {
      const { person, bot } = v.parse(bodies.uninstall, body)
      return Response.json({ uninstalled: await chat.uninstall(person, bot) })
    }
    case 'block': {
      const { person, bot, blocked } = v.parse(bodies.block, body)
      chat.block(person, bot, blocked)
      return Response.json({ blocked })
    }
    case 'addToChannel': {
      const { bot, channel, person } = v.parse(bodies.addToChannel, body)
      return Response.json({ id: await chat.addToChannel(bot, exact(channel), person) })
    }
    case 'removeFromChannel': {
      const { channel, person } = v.parse(bodies.removeFromChannel, body)
      await chat.removeFromChannel(channel, person)
      return Response.json({ removed: true })
    }
    case 'say':
      return Response.json(await chat.say(exact(v.parse(bodies.say, body))))
    case 'invoke':
      return Response.json(await chat.invoke(exact(v.parse(bodies.invoke, body))))
    case 'raw':
      return Response.json(await chat.raw(exact(v.parse(bodies.raw, body))))
    default:
      return undefined
  }
}

type Exact<Given> = { [Name in keyof Given]: Exclude<Given[Name], undefined> }

/** Without what is undefined. */
const exact = <Given extends object>(given: Given): Exact<Given> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Exact<Given>
