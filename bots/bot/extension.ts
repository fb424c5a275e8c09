/** The message extension: what is found, and the card of a link, as Teams takes them. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import * as v from 'valibot'
import type { Hit } from '#bots/messages/messages.ts'

const CARD = 'application/vnd.microsoft.card.adaptive'
const LONGEST = 200

/** A message that is a card. `fallbackText` is what notifications show. */
export const cardMessage = (card: IAdaptiveCard) => ({
  type: 'message' as const,
  ...(card.fallbackText && { summary: card.fallbackText }),
  attachments: [{ contentType: CARD, content: card }],
})

/** https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search */
export const found = (hits: readonly Hit[]) => ({
  composeExtension: {
    type: 'result' as const,
    attachmentLayout: 'list' as const,
    attachments: hits.map(({ card, preview }) => ({
      contentType: CARD as typeof CARD,
      content: card,
      preview: {
        contentType: 'application/vnd.microsoft.card.thumbnail' as const,
        content: { title: unmarked(preview.title), ...(preview.text && { text: unmarked(preview.text) }) },
      },
    })),
  },
})

const query = v.object({
  parameters: v.optional(v.array(v.object({ name: v.string(), value: v.optional(v.unknown()) }))),
})

/**
 * What somebody searches for; nothing when the search is just opened.
 * https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search#respond-to-user-requests
 */
export function searchedFor(value: unknown): string {
  const { parameters = [] } = v.parse(query, value)
  const said = parameters.find(({ name }) => name !== 'initialRun')?.value
  return typeof said === 'string' ? said.trim().slice(0, LONGEST) : ''
}

const link = v.object({ url: v.pipe(v.string(), v.maxLength(2000)) })
export const linkIn = (value: unknown): string => v.parse(link, value).url

/** Small cards read some HTML. https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format */
const unmarked = (text: string) =>
  text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`).slice(0, LONGEST * 2)
