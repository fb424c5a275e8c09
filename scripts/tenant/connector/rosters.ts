/** Who is in a conversation, and the channels of a team.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context */
import type { DirectoryPerson } from '../options.ts'
import { findPerson } from '../directory.ts'
import { checkInstalled } from './activities.ts'
import type { ConnectorCall } from './answer.ts'
import { userIdOf } from './bots.ts'
import { type Conversation, findConversation, membersOf, teamChats, teamOf } from './conversations.ts'
import { limitConversation } from './limits.ts'
import { conversationNotFound, notInRoster, Refusal } from './refusals.ts'

type Answer = { status: number; body: unknown }

function readable({ core, bot, params }: ConnectorCall): Conversation {
  const found = findConversation(core, params['conversation'] ?? '')
  if (!found) throw conversationNotFound()
  const { conversation } = found
  if (conversation.bot !== bot.client_id) throw notInRoster()
  limitConversation(core, 'read', bot.client_id, conversation.id)
  checkInstalled(conversation)
  return conversation
}

const account = ({ bot, core }: ConnectorCall, person: DirectoryPerson) => ({
  id: userIdOf(bot, person.id),
  name: person.displayName,
  objectId: person.id,
  givenName: person.givenName ?? '',
  surname: person.surname ?? '',
  email: person.mail,
  userPrincipalName: person.userPrincipalName,
  tenantId: core.tenantId,
  userRole: 'user',
})

export const members = (call: ConnectorCall): Answer => ({
  status: 200,
  body: membersOf(call.core, readable(call)).map((person) => account(call, person)),
})

/** https://learn.microsoft.com/microsoftteams/platform/resources/team-chat-member-api-changes */
export function pagedMembers(call: ConnectorCall): Answer {
  const everybody = membersOf(call.core, readable(call))
  const size = Math.min(Math.max(Number(call.query.get('pageSize') ?? 200), 50), 500)
  const start = Number(call.query.get('continuationToken') ?? 0)
  const more = start + size < everybody.length
  return {
    status: 200,
    body: {
      ...(more && { continuationToken: String(start + size) }),
      members: everybody.slice(start, start + size).map((person) => account(call, person)),
    },
  }
}

/** By `29:…` or by Entra id. */
export function member(call: ConnectorCall): Answer {
  const wanted = call.params['member'] ?? ''
  const known = findPerson(call.core.store, wanted)?.id
  const person = membersOf(call.core, readable(call)).find(
    ({ id }) => id === known || userIdOf(call.bot, id) === wanted,
  )
  if (!person) throw new Refusal(404, 'MemberNotFoundInConversation', 'Member not found in conversation.')
  return { status: 200, body: account(call, person) }
}

export function team(call: ConnectorCall): Answer {
  const [first] = channels(call)
  const { id, name, groupId } = teamOf(first) ?? {}
  return { status: 200, body: { id, name, aadGroupId: groupId } }
}

/** The general channel has no name, as each client shows it in its own language. */
export function teamChannels(call: ConnectorCall): Answer {
  const [...all] = channels(call)
  const general = { id: call.params['team'] ?? '' }
  return {
    status: 200,
    body: { conversations: [general, ...all.map(({ id, title }) => ({ id, name: title }))] },
  }
}

function channels({ core, bot, params }: ConnectorCall): [Conversation, ...Conversation[]] {
  const [first, ...rest] = teamChats(core, bot, params['team'] ?? '')
  if (!first) throw notInRoster()
  return [first, ...rest]
}
