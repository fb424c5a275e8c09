/** What a forum's channel is told: what everybody there may know, and nothing to answer. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Sending, SentLine } from '#src/lists/reminding.ts'
import type { SentenceKey, Words } from '#src/text/words.ts'
import type { Answering } from './messages.ts'
import { heading, openPage, paragraph, quiet } from './parts.ts'
import { routes } from './routes.ts'
import { cardOf } from './telling.ts'

interface ForChannel {
  says: SentenceKey
  opens: SentenceKey
  page: (line: SentLine, forum: string) => string
}

/** By what is told. Another is a row here, and its name in `tell.ts`. */
const kinds: Record<string, ForChannel> = {
  minutesVerified: {
    says: 'botNotice.minutesVerified',
    opens: 'bot.openMinutes',
    page: ({ values: { meeting } }, forum) =>
      typeof meeting === 'string' ? routes.minutes(meeting) : routes.forum(forum),
  },
  rankingDecided: {
    says: 'botNotice.rankingDecided',
    opens: 'bot.openRanking',
    page: ({ item }, forum) => routes.ranking(forum, item.key),
  },
}

export function channelCard(
  { key, forum, lines = [] }: Sending,
  { words, of }: { words: Words; of: Pick<Answering, 'tabLink'> },
): IAdaptiveCard {
  const { t } = words
  const [line] = lines
  const kind = line && kinds[line.milestone]
  if (!line || !kind) throw new Error(`The message ${key} tells of nothing known`)
  return cardOf(
    {
      summary: `${t(kind.says)}: ${line.item.title}`,
      body: [
        heading(t(kind.says)),
        paragraph(line.item.title, { weight: 'Bolder' }),
        ...(forum ? [quiet(forum.title)] : []),
      ],
      actions: [openPage(t(kind.opens), of.tabLink(kind.page(line, forum?.key ?? '')))],
    },
    words,
  )
}
