/** What a person does in a chat: writes, presses, searches. */
import { record, type Core } from '../call.ts'
import type { DirectoryPerson } from '../options.ts'
import { type Bot, botAccount } from './bots.ts'
import { addMessage, type Attachment, findMessage, type Message, showInstead } from './chatMessages.ts'
import type { Conversation } from './conversations.ts'
import { shownInstant } from './moments.ts'
import { type BotAnswer, envelope, toBot } from './toBot.ts'

type Where = { bot: Bot; conversation: Conversation; person: DirectoryPerson; locale?: string | undefined }

type Words = {
  text: string
  attachments?: Attachment[]
  root?: number | undefined
  /** What a card's `Action.Submit` sends along. */
  value?: unknown
}

/** `mentioned`: in a channel a bot hears only what names it, as `@Name`; it is shown as written. */
export async function say(
  core: Core,
  where: Where,
  { text, attachments, root, value }: Words,
): Promise<BotAnswer> {
  const { bot, conversation, person } = where
  const draft = {
    sender: person.id,
    name: person.displayName,
    at: shownInstant(core, bot),
    root,
    said: { text, textFormat: 'plain', ...(attachments && { attachments }) },
  }
  // What a card sends without words is heard by the bot and shown to nobody.
  const isShown = text !== '' || attachments !== undefined
  const id = isShown ? addMessage(core, conversation, draft) : String(Date.now())
  const isAddressed = conversation.kind === 'personal' || value !== undefined
  const mention = isAddressed ? { text, entities: [] } : mentionIn(text, bot)
  // Nobody hears what is written to a bot that isn't there, or that it isn't addressed in.
  if (!mention || conversation.installed === 0) return { status: 202, body: undefined }
  const thread = conversation.kind === 'channel' ? (root ?? Number(id)) : undefined
  const base = envelope(core, bot, { ...where, root: thread })
  return toBot(core, bot, {
    ...base,
    type: 'message',
    id,
    text: mention.text,
    textFormat: 'plain',
    ...(value !== undefined && { value }),
    attachments: [...(attachments ?? []), { contentType: 'text/html', content: asHtml(mention.text) }],
    entities: [...(base['entities'] as object[]), ...mention.entities],
  })
}

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations */
function mentionIn(text: string, bot: Bot): { text: string; entities: object[] } | undefined {
  const at = text.toLowerCase().indexOf(`@${bot.name.toLowerCase()}`)
  if (at < 0) return undefined
  const written = `<at>${bot.name}</at>`
  return {
    text: text.slice(0, at) + written + text.slice(at + bot.name.length + 1),
    entities: [{ type: 'mention', mentioned: botAccount(bot), text: written }],
  }
}

const asHtml = (text: string): string =>
  `<p>${text.replaceAll(/[&<>]/g, (sign) => `&#${sign.codePointAt(0)};`).replaceAll('\n', '<br>')}</p>`

/** A card's action, a search of a message extension, a link that is to be shown.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards */
export async function invoke(
  core: Core,
  where: Where,
  { name, value, message }: { name: string; value: unknown; message: string | undefined },
): Promise<BotAnswer> {
  const { bot, conversation, person } = where
  const on = message === undefined ? undefined : findMessage(core, conversation.id, message)
  if (message !== undefined && !on) throw new Error(`There is no message ${message}`)
  const thread = conversation.kind === 'channel' && on ? (on.root ?? on.id) : undefined
  const base = envelope(core, bot, { ...where, root: thread })
  const answer = await toBot(core, bot, {
    ...base,
    type: 'invoke',
    id: `f:${crypto.randomUUID()}`,
    name,
    value,
    ...(on && { replyToId: String(on.id) }),
    channelData: { ...record(base['channelData']), source: { name: 'message' } },
  })
  if (on && name === 'adaptiveCard/action') keepCard(core, on, person.id, answer)
  return answer
}

const CARD = 'application/vnd.microsoft.card.adaptive'

function keepCard(core: Core, on: Message, oid: string, { status, body }: BotAnswer): void {
  const { statusCode, type, value } = record(body)
  if (status !== 200 || statusCode !== 200 || type !== CARD) return
  showInstead(core, on, oid, { contentType: CARD, content: value })
}
