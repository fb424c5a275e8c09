/** A bot's messages: sent, changed, removed. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/update-and-delete-bot-messages */
import type { ConnectorCall } from './answer.ts'
import {
  addMessage,
  changeMessage,
  deleteMessage,
  findMessage,
  type Message,
  type Said,
} from './chatMessages.ts'
import { type Conversation, findConversation } from './conversations.ts'
import { limitConversation } from './limits.ts'
import { shownInstant } from './moments.ts'
import {
  activityNotFound,
  badArgument,
  conversationNotFound,
  notInRoster,
  notOurs,
  tooBig,
  writesBlocked,
} from './refusals.ts'
import { startTyping, stopTyping } from './typing.ts'

/** The one that the bot may write in, or a refusal. */
function writable(call: ConnectorCall): { conversation: Conversation; root: number | undefined } {
  const found = findConversation(call.core, call.params['conversation'] ?? '')
  if (!found) throw conversationNotFound()
  const { conversation } = found
  if (conversation.bot !== call.bot.client_id) throw notInRoster()
  limitConversation(call.core, 'send', call.bot.client_id, conversation.id)
  checkInstalled(conversation)
  return found
}

/** A channel that the bot was removed from answers otherwise than a person who has removed or blocked it.
 * https://learn.microsoft.com/answers/questions/1513369/403-forbidden-subcode-messagewritesblocked */
export function checkInstalled({ kind, installed, blocked }: Conversation): void {
  if (installed === 0) throw kind === 'channel' ? notInRoster() : writesBlocked()
  if (blocked === 1) throw writesBlocked()
}

export function createActivity(call: ConnectorCall): { status: number; body: unknown } {
  const { core, bot, params } = call
  const { conversation, root } = writable(call)
  const said = checked(call)
  if (call.body?.['type'] === 'typing') {
    startTyping(core, conversation)
    return { status: 201, body: { id: String(Date.now()) } }
  }
  stopTyping(core, conversation)
  const answered = conversation.kind === 'channel' ? params['activity'] : undefined
  const draft = {
    sender: 'bot',
    name: bot.name,
    at: shownInstant(core, bot),
    root: root ?? (answered === undefined ? undefined : Number(answered)),
  }
  const { text, textFormat, ...rest } = said
  if (core.flags.chatSplitsText && text && rest.attachments?.length) {
    addMessage(core, conversation, {
      ...draft,
      said: { text, ...(textFormat !== undefined && { textFormat }) },
    })
    addMessage(core, conversation, { ...draft, said: rest })
    return { status: 201, body: {} }
  }
  return { status: 201, body: { id: addMessage(core, conversation, { ...draft, said }) } }
}

export function updateActivity(call: ConnectorCall): { status: number; body: unknown } {
  const message = own(call, writable(call).conversation)
  changeMessage(call.core, message, shownInstant(call.core, call.bot), checked(call))
  return { status: 200, body: { id: String(message.id) } }
}

export function removeActivity(call: ConnectorCall): { status: number } {
  deleteMessage(call.core, own(call, writable(call).conversation))
  return { status: 200 }
}

function own({ core, params }: ConnectorCall, conversation: Conversation): Message {
  const message = findMessage(core, conversation.id, params['activity'] ?? '')
  if (!message || message.deleted === 1) throw activityNotFound()
  if (message.sender !== 'bot') throw notOurs()
  return message
}

const types = new Set(['message', 'typing'])

function checked({ core, body, bytes }: ConnectorCall): Said {
  if (!body) throw badArgument('Missing activity in the request body.')
  const { type, text, textFormat, attachments, suggestedActions } = body
  if (typeof type !== 'string' || !types.has(type))
    throw badArgument(`Unknown activity type '${String(type)}'.`)
  if (bytes > core.flags.chatMessageBytes) throw tooBig()
  const isEmpty = !text && !(Array.isArray(attachments) && attachments.length > 0)
  if (type === 'message' && isEmpty) throw badArgument('Activity resulted into multiple skype activities')
  return {
    ...(typeof text === 'string' && { text }),
    ...(typeof textFormat === 'string' && { textFormat }),
    ...(Array.isArray(attachments) && { attachments }),
    ...(suggestedActions !== undefined && { suggestedActions }),
  }
}
