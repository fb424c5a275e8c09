/** What a forum's channel is told: what everybody there may know, and nothing to answer. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Sending } from '#src/lists/reminding.ts'
import type { Words } from '#src/text/words.ts'
import type { Answering } from './messages.ts'
import { heading, openPage, paragraph, quiet } from './parts.ts'
import { routes } from './routes.ts'
import { cardOf } from './telling.ts'

export function channelCard(
  { key, forum, lines = [] }: Sending,
  { words, of }: { words: Words; of: Pick<Answering, 'tabLink'> },
): IAdaptiveCard {
  const { t } = words
  const [line] = lines
  if (!line || line.milestone !== 'minutesVerified')
    throw new Error(`The message ${key} tells of nothing known`)
  const { meeting } = line.values
  const link = typeof meeting === 'string' ? routes.minutes(meeting) : routes.forum(forum?.key ?? '')
  return cardOf(
    {
      summary: `${t('botNotice.minutesVerified')}: ${line.item.title}`,
      body: [
        heading(t('botNotice.minutesVerified')),
        paragraph(line.item.title, { weight: 'Bolder' }),
        ...(forum ? [quiet(forum.title)] : []),
      ],
      actions: [openPage(t('bot.openMinutes'), of.tabLink(link))],
    },
    words,
  )
}
