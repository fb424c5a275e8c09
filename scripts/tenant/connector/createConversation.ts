/** `POST v3/conversations`: the chat with a person, or a new thread of a channel.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages */
import { record } from '../call.ts'
import { allPeople, findPerson } from '../directory.ts'
import { checkInstalled, createActivity } from './activities.ts'
import type { ConnectorCall } from './answer.ts'
import { serviceUrl, userIdOf } from './bots.ts'
import { findConversation, personalChat } from './conversations.ts'
import { limitConversation } from './limits.ts'
import { badArgument, conversationNotFound } from './refusals.ts'

export function createConversation(call: ConnectorCall): { status: number; body: unknown } {
  const { core, bot } = call
  const body = call.body ?? {}
  const channelData = record(body['channelData'])
  const channel = record(channelData['channel'])['id'] ?? channelData['teamsChannelId']
  if (typeof channel === 'string') return newThread(call, channel)
  const tenant = record(channelData['tenant'])['id'] ?? body['tenantId']
  if (tenant !== core.tenantId) throw badArgument('Invalid tenant id.')
  const asked: unknown[] = Array.isArray(body['members']) ? body['members'] : []
  if (asked.length !== 1) throw badArgument('Incorrect conversation creation parameters')
  const person = personOf(call, String(record(asked[0])['id'] ?? ''))
  const conversation = personalChat(core, bot, person)
  limitConversation(core, 'send', bot.client_id, conversation.id)
  checkInstalled(conversation)
  const sent = body['activity'] === undefined ? undefined : post(call, conversation.id, body['activity'])
  return { status: 201, body: { id: conversation.id, serviceUrl: serviceUrl(bot), ...sent } }
}

function newThread(call: ConnectorCall, channel: string): { status: number; body: unknown } {
  if (!findConversation(call.core, channel)) throw conversationNotFound()
  const sent = post(call, channel, call.body?.['activity'])
  return {
    status: 201,
    body: { id: `${channel};messageid=${sent.activityId}`, serviceUrl: serviceUrl(call.bot), ...sent },
  }
}

function post(call: ConnectorCall, conversation: string, activity: unknown): { activityId?: string } {
  const bytes = Buffer.byteLength(JSON.stringify(activity ?? {}))
  const { body } = createActivity({ ...call, params: { conversation }, body: record(activity), bytes })
  const { id } = record(body)
  return typeof id === 'string' ? { activityId: id } : {}
}

/** `29:…` as the bot knows them, or their Entra id where the app is installed. */
function personOf({ core, bot }: ConnectorCall, id: string) {
  const person = id.startsWith('29:')
    ? allPeople(core.store).find((one) => userIdOf(bot, one.id) === id)
    : findPerson(core.store, id.replace(/^8:orgid:/, ''))
  if (!person) throw badArgument('Bad format of conversation ID')
  return person
}
