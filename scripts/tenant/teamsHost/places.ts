/** Where Teams shows an app: for one person, in a channel, or beside a meeting. What differs between them. */
import type { FrameContext } from './frames.ts'
import type { Width } from './settings.ts'
import type { Words } from './words.ts'

export type PlaceName = 'personal' | 'channel' | 'meeting'
export const placeNames: PlaceName[] = ['personal', 'channel', 'meeting']

/** Places whose tabs people add, for everyone who is there. */
export type SharedPlace = Exclude<PlaceName, 'personal'>

export const frameContextIn: Record<PlaceName, FrameContext> = {
  personal: 'content',
  channel: 'content',
  meeting: 'sidePanel',
}

/** The first is what a place begins with. A side panel is 280 to 320 px wide.
 * https://learn.microsoft.com/microsoftteams/platform/apps-in-teams-meetings/design/designing-apps-in-meetings#in-meeting-tab */
export const widthsIn: Record<PlaceName, Width[]> = {
  personal: ['full', '390', '320'],
  channel: ['full', '390', '320'],
  meeting: ['320', '280'],
}

/** The ids of the one channel and the one meeting of a site, written as Teams writes them. */
const threadIds = (site: string) => ({
  channelId: `19:${site}-channel@thread.tacv2`,
  teamId: `19:${site}-team@thread.tacv2`,
  meetingId: btoa(`0#19:meeting_${site}@thread.v2#0`),
  chatId: `19:meeting_${site}@thread.v2`,
})

/** What the app's context says of the place, in the flat form of version 1 that teams-js still reads. */
export function contextOf(place: PlaceName, site: string, words: Words): Record<string, unknown> {
  const { channelId, teamId, meetingId, chatId } = threadIds(site)
  const contexts: Record<PlaceName, Record<string, unknown>> = {
    personal: {},
    channel: {
      channelId,
      channelName: words.channelName,
      channelType: 'Regular',
      teamId,
      teamName: words.teamName,
      groupId: '5a357912-0000-4000-8000-000000000002',
      userTeamRole: 1,
    },
    meeting: { meetingId, chatId },
  }
  return contexts[place]
}

/** The answer to `meeting.getMeetingDetails`; only a meeting has any. */
export function meetingDetails(site: string, words: Words, organizer: { id: string; tenantId: string }) {
  const { meetingId, chatId } = threadIds(site)
  return {
    details: { id: meetingId, title: words.meetingName, type: 'Scheduled', joinUrl: '' },
    conversation: { id: chatId },
    organizer,
  }
}

/** The shared place that has this channel or chat, for links that name it. */
export function placeOfThread(site: string, thread: unknown): SharedPlace | undefined {
  const ids = threadIds(site)
  if (thread === ids.channelId) return 'channel'
  return thread === ids.chatId ? 'meeting' : undefined
}
