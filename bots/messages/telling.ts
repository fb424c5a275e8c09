/** What every card is drawn with, and the frame round the card of a matter: refreshed with the truth of today, and a way back. */
import type { ActionArray, IAdaptiveCard } from '@microsoft/teams.cards'
import type { Day, Person } from '#src/lists/columns.ts'
import type { Words } from '#src/text/words.ts'
import type { Back, Carried, Matter } from './matter.ts'
import type { Answering } from './messages.ts'
import { box, type Element, execute, executeAlone, openPage, paragraph, spoken } from './parts.ts'
import { routes } from './routes.ts'

/** One person spoken to, in their language, on a day. */
export interface Telling {
  of: Answering
  words: Words
  me: Person
  today: Day
}

/** The answer to one button. */
export type Answer = (data: unknown, telling: Telling) => Promise<IAdaptiveCard>
export type Answers = Record<string, Answer>

interface Content {
  /** One sentence: in notifications, and where cards aren't drawn. */
  summary: string
  body: Element[]
  actions?: ActionArray
}

/** `refresh`: what is asked when the card is seen again. */
export const cardOf = (
  { summary, body, actions = [] }: Content,
  { locale }: Words,
  refresh?: { verb: string; data: object },
): IAdaptiveCard => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  lang: locale,
  // Else Teams draws it in half the width of the chat: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format#full-width-adaptive-card
  msteams: { width: 'full' },
  fallbackText: spoken(summary),
  ...(refresh && { refresh: { action: execute({ title: summary, ...refresh }) } }),
  body,
  ...(actions.length > 0 && { actions }),
})

/** The card of a matter: seen again it is drawn anew, and it leads back to where it was opened. */
export function matterCard(
  content: Content,
  { words, matter, back }: { words: Words; matter: Matter; back?: Back | undefined },
): IAdaptiveCard {
  const carried: Carried = { matter, ...(back && { back }) }
  const actions = [...(content.actions ?? []), ...(back ? [backButton(back, words)] : [])]
  return cardOf({ ...content, actions }, words, { verb: 'open', data: carried })
}

function backButton(back: Back, { t }: Words) {
  const title = t(back.to === 'report' ? 'bot.backToReports' : 'bot.back')
  if (back.to === 'sending') return executeAlone({ title, verb: 'message', data: { key: back.key } })
  return executeAlone({ title, verb: back.to, data: {} })
}

/** A card as an activity: text beside it would make two messages of it. */
export const activityOf = (card: IAdaptiveCard): object => ({
  type: 'message',
  ...(card.fallbackText && { summary: card.fallbackText }),
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
})

/** Nobody foresaw it; nothing was changed that the next card doesn't show. */
export function failedCard({ words, of }: Telling): IAdaptiveCard {
  const { t } = words
  return cardOf(
    {
      summary: t('refusal.failed'),
      body: [box('attention', paragraph(t('refusal.failed')))],
      actions: [
        executeAlone({ title: t('bot.mine'), verb: 'mine', data: {} }),
        openPage(t('bot.openHome'), of.tabLink(routes.home)),
      ],
    },
    words,
  )
}
