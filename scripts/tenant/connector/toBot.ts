/** Activities on their way to a bot: what Teams puts around them, the token, the post. */
import type { Core } from '../call.ts'
import type { DirectoryPerson } from '../options.ts'
import { wallClock } from '../siteTime.ts'
import { type Bot, botAccount, serviceUrl, userAccount } from './bots.ts'
import { type Conversation, teamOf } from './conversations.ts'
import { activityToken, type TokenClaims } from './issuer.ts'

/** What a bot answered; 0 when nothing came in time. */
export type BotAnswer = { status: number; body: unknown }

const TIME_ZONE = 'Europe/Stockholm'

/** Everything but what happened. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages */
export function envelope(
  core: Core,
  bot: Bot,
  {
    conversation,
    person,
    root,
    locale = 'sv-SE',
  }: {
    conversation: Conversation
    person: DirectoryPerson
    root?: number | undefined
    locale?: string | undefined
  },
): Record<string, unknown> {
  const now = new Date()
  const team = teamOf(conversation)
  return {
    timestamp: now.toISOString(),
    localTimestamp: localTimestamp(now),
    localTimezone: TIME_ZONE,
    serviceUrl: serviceUrl(bot),
    channelId: 'msteams',
    from: userAccount(bot, person),
    conversation: {
      ...(team && { isGroup: true }),
      conversationType: conversation.kind,
      tenantId: core.tenantId,
      id: root === undefined ? conversation.id : `${conversation.id};messageid=${root}`,
    },
    recipient: botAccount(bot),
    entities: [
      {
        locale,
        country: locale.slice(-2),
        platform: 'Web',
        timezone: TIME_ZONE,
        type: 'clientInfo',
      },
    ],
    channelData: { ...(team && inTeam(conversation)), tenant: { id: core.tenantId } },
    locale,
  }
}

/** A channel's name is not told; a bot asks for the team's channels. */
export function inTeam(conversation: Conversation): Record<string, unknown> {
  const team = teamOf(conversation)
  if (!team) return {}
  return {
    teamsChannelId: conversation.id,
    teamsTeamId: team.id,
    channel: { id: conversation.id },
    team: { id: team.id, name: team.name, aadGroupId: team.groupId },
  }
}

function localTimestamp(now: Date): string {
  const wall = wallClock(now, TIME_ZONE)
  const ahead = Math.round((wall.getTime() - now.getTime()) / 3_600_000)
  return `${wall.toISOString().slice(0, 19)}+${String(ahead).padStart(2, '0')}:00`
}

/** A token in full, what is wrong in one, or null for none. */
export type Shown = string | null | TokenClaims | undefined

/** Posted once, as Teams does. https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication */
export async function toBot(core: Core, bot: Bot, activity: object, shown?: Shown): Promise<BotAnswer> {
  const token = typeof shown === 'string' || shown === null ? shown : await activityToken(core, bot, shown)
  try {
    const response = await fetch(bot.endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'Microsoft-SkypeBotApi (Microsoft-BotFramework/3.0)',
        ...(token !== null && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(core.flags.botAnswersWithinMs),
    })
    return { status: response.status, body: readBody(await response.text()) }
  } catch {
    // Not there, too late, or broken off: all the same to Teams.
    return { status: 0, body: undefined }
  }
}

function readBody(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text === '' ? undefined : text
  }
}
