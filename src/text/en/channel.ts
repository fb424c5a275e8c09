/** What the tab of a channel and its configuration say, in English: the same keys and `{places}` as in Swedish. */
import type { sentences as sv } from '../sv/channel.ts'

export const sentences = {
  'channel.title': 'Channel tab',
  'channel.gone':
    'What the tab showed no longer exists. Open the settings of the tab in Teams and choose again.',
  'channel.toDepartment': 'How the department stands',
  'channel.table': 'Show in the portfolio',
  'channel.before': 'On the way to a decision',
  'channel.beforeForum': 'Waiting for consultation here',
  'channel.nextMeeting': 'Next meeting',
  'channel.meetingNow': 'The meeting is in progress',
  'channel.forumYear': 'The forum’s meetings and what is to be taken up',
  'channel.nothingBefore': 'Nothing is waiting right now.',
  'channel.recent': 'Decided in the last month',
  'channel.nothingRecent': 'Nothing has moved in the last month.',
  'channel.empty': 'No initiatives yet.',
  'channel.stages': '{count} {count|initiative|initiatives}, active ones by stage',
  'channel.days': '{days} {days|day|days} in the stage',
  'channel.more': '… and {count} more.',
  'channel.configure': 'What should the tab show?',
  'channel.configureAbout':
    'The tab will be the same for everyone in the channel or the meeting. Choose what it is about and press Save.',
  'channel.kind': 'The tab is about',
  'channel.portfolio': 'A portfolio',
  'channel.department': 'A department or administration',
  'channel.forum': 'A forum',
  'channel.choose': 'Choose …',
  'channel.ready': 'The tab will be called {name}.',
  'channel.notYet': 'Choose something in the list, and you can save.',
} satisfies Record<keyof typeof sv, string>
