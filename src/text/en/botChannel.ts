/** What the bot says in a team's channel, in English: the same keys and `{places}` as in Swedish. */
import type { sentences as sv } from '../sv/botChannel.ts'

export const sentences = {
  'botChannel.ask': 'Which forum is this channel for?',
  'botChannel.why':
    'It is then told here when the minutes of the forum are verified and when a ranking is decided. Whoever chairs the forum or keeps its minutes answers, or an administrator.',
  'botChannel.forum': 'Forum',
  'botChannel.none': 'Choose a forum.',
  'botChannel.save': 'Save',
  'botChannel.kept': 'The channel is for {forums}.',
  'botChannel.more': 'Another forum',
  'botChannel.alone':
    'In channels I only tell of the minutes and rankings of a forum. Write to me in a chat of your own, and I will answer you.',
} satisfies Record<keyof typeof sv, string>
