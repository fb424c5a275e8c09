/** A bot comes to a person or a channel and goes again, and hears so.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events */
import type { Core } from '../call.ts'
import type { DirectoryPerson } from '../options.ts'
import { type Bot, botAccount } from './bots.ts'
import {
  channelChat,
  type ChannelPlace,
  type Conversation,
  installedChats,
  membersOf,
  personalChat,
  setFlags,
} from './conversations.ts'
import { envelope, inTeam, toBot } from './toBot.ts'

type Who = { bot: Bot; person: DirectoryPerson; locale?: string | undefined }

/** False when it is there already. `heard` is when the bot has been told, or can't be. */
export function installFor(
  core: Core,
  { bot, person, locale }: Who,
): { isNew: boolean; heard: Promise<void> } {
  const conversation = personalChat(core, bot, person)
  if (conversation.installed === 1) return { isNew: false, heard: Promise.resolve() }
  setFlags(core, conversation, { installed: 1, blocked: 0, greeted: 1 })
  const base = envelope(core, bot, { conversation, person, locale })
  // Only the first time of all: whoever installs it again is not new to the conversation.
  const isFirst = conversation.greeted === 0
  return {
    isNew: true,
    heard: inOrder(core, bot, [
      ...(isFirst ? [{ ...base, type: 'conversationUpdate', membersAdded: [botAccount(bot)] }] : []),
      { ...base, type: 'installationUpdate', action: 'add' },
    ]),
  }
}

/** False when it wasn't there. The bot can't answer any more. */
export function uninstallFor(
  core: Core,
  { bot, person, locale }: Who,
): { wasThere: boolean; heard: Promise<void> } {
  const conversation = personalChat(core, bot, person)
  if (conversation.installed === 0) return { wasThere: false, heard: Promise.resolve() }
  setFlags(core, conversation, { installed: 0 })
  const base = envelope(core, bot, { conversation, person, locale })
  return {
    wasThere: true,
    heard: inOrder(core, bot, [{ ...base, type: 'installationUpdate', action: 'remove' }]),
  }
}

/** The bot is not told; its next message is refused. */
export function blockFor(core: Core, { bot, person }: Who, blocked: boolean): void {
  setFlags(core, personalChat(core, bot, person), { blocked: blocked ? 1 : 0 })
}

/** `person` adds it: an owner of the team, by choosing a channel. */
export async function addToChannel(
  core: Core,
  { bot, person, locale }: Who,
  place: ChannelPlace,
): Promise<Conversation> {
  const conversation = channelChat(core, bot, place)
  if (conversation.installed === 1) return conversation
  setFlags(core, conversation, { installed: 1, greeted: 1 })
  await inOrder(core, bot, teamActivities(core, { bot, person, locale }, conversation, 'add'))
  return conversation
}

export async function removeFromChannel(core: Core, who: Who, conversation: Conversation): Promise<void> {
  if (conversation.installed === 0) return
  setFlags(core, conversation, { installed: 0 })
  await inOrder(core, who.bot, teamActivities(core, who, conversation, 'remove'))
}

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events#install-update-event */
export async function upgradeAll(core: Core, bot: Bot): Promise<void> {
  for (const conversation of installedChats(core, bot)) {
    const [person] = membersOf(core, conversation)
    if (!person) continue
    const base = envelope(core, bot, { conversation, person })
    await inOrder(core, bot, [{ ...base, type: 'installationUpdate', action: 'add-upgrade' }])
  }
}

function teamActivities(
  core: Core,
  { bot, person, locale }: Who,
  conversation: Conversation,
  action: 'add' | 'remove',
): object[] {
  const base = envelope(core, bot, { conversation, person, locale })
  const tenant = { id: core.tenantId }
  const place = inTeam(conversation)
  const members = [botAccount(bot)]
  return [
    {
      ...base,
      type: 'conversationUpdate',
      ...(action === 'add' ? { membersAdded: members } : { membersRemoved: members }),
      channelData: {
        ...place,
        eventType: action === 'add' ? 'teamMemberAdded' : 'teamMemberRemoved',
        tenant,
      },
    },
    {
      ...base,
      type: 'installationUpdate',
      action,
      channelData: { ...place, settings: { selectedChannel: { id: conversation.id } }, tenant },
    },
  ]
}

async function inOrder(core: Core, bot: Bot, activities: object[]): Promise<void> {
  for (const activity of activities) await toBot(core, bot, { ...activity, id: `f:${crypto.randomUUID()}` })
}
