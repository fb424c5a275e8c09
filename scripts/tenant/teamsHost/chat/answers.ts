/**
 * What bots answer, read as Teams reads it: a card, words, cards to choose among, or a fault.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards#invoke-response
 */
import type { Attachment, BotAnswer } from './tenant.ts'

export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive'

/** `silent`: no answer in time. `failed`: what the bot said of its fault, else '', and the status. */
export type Fault = { silent: true } | { failed: string; status: number }

export type CardAnswer = { card: unknown } | { said: string } | Fault

export type Choice = { title: string; text: string; attachment: Attachment }
export type SearchAnswer = { choices: Choice[] } | { said: string } | Fault

type Fields = Record<string, unknown>
const record = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {}
const words = (value: unknown): string => (typeof value === 'string' ? value : '')

/** To `adaptiveCard/action`. */
export function cardAnswerOf(answer: BotAnswer): CardAnswer {
  const fault = faultOf(answer)
  if (fault !== null) return fault
  const { statusCode = 200, type, value } = record(answer.body)
  const status = Number(statusCode)
  if (status !== 200) return { failed: words(record(value)['message']), status }
  if (type === CARD_TYPE) return { card: value }
  return { said: words(value) }
}

/** To `composeExtension/query` and `composeExtension/queryLink`. */
export function searchAnswerOf(answer: BotAnswer): SearchAnswer {
  const fault = faultOf(answer)
  if (fault !== null) return fault
  const { type, text, attachments } = record(record(answer.body)['composeExtension'])
  if (type === 'message') return { said: words(text) }
  return { choices: Array.isArray(attachments) ? attachments.flatMap(choiceOf) : [] }
}

/** The first card of a message or choice, if it is one that is drawn here. */
export const cardIn = (attachments: Attachment[] | undefined): unknown =>
  attachments?.find(({ contentType }) => contentType === CARD_TYPE)?.content

/** What a message suggests to answer: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/prompt-suggestions */
export function suggestionsIn(suggested: unknown): { title: string; value: string }[] {
  const { actions } = record(suggested)
  if (!Array.isArray(actions)) return []
  return actions.map(record).flatMap((action) => {
    const [title, value] = [words(action['title']), words(action['value'])]
    return action['type'] === 'imBack' && title !== '' ? [{ title, value: value || title }] : []
  })
}

function faultOf({ status, body }: BotAnswer): Fault | null {
  if (status === 0) return { silent: true }
  if (status < 200 || status > 299) return { failed: words(record(record(body)['error'])['message']), status }
  return null
}

function choiceOf(given: unknown): Choice[] {
  const { preview, ...attachment } = record(given)
  if (cardIn([attachment]) === undefined) return []
  const { title, text, subtitle } = record(record(preview)['content'])
  const shown = [words(title), words(subtitle) || words(text)]
  const fallback = words(record(attachment['content'])['fallbackText'])
  return [{ title: shown[0] || fallback, text: shown[1] ?? '', attachment }]
}
