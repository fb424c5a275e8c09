/** A card in a message: what is pressed goes to the bot, and what went wrong is said below it. */
import { type CardAction, renderCard } from '../cards/render.ts'
import { made } from '../elements.ts'
import type { Theme } from '../settings.ts'
import type { CardAnswer } from './answers.ts'
import { type ChatWords, sentenceOf } from './words.ts'

export type CardSetting = {
  theme: Theme
  words: ChatWords
  /** Follows a link of the card. */
  open: (url: string) => void
  /** Asks the bot; a card that it answers with is shown by whoever shows the messages. */
  ask: (action: Exclude<CardAction, { kind: 'open' }>) => Promise<CardAnswer>
}

export type Execute = Extract<CardAction, { kind: 'execute' }>

export function drawCard(card: unknown, { theme, words, open, ask }: CardSetting): HTMLElement {
  const said = made('p', { className: 'cardSaid' })
  said.role = 'status'
  let isWaiting = false
  const act = async (action: CardAction) => {
    if (action.kind === 'open') return open(action.url)
    if (isWaiting) return // pressed twice
    isWaiting = true
    element.ariaBusy = 'true'
    said.textContent = words.sending
    const answer = await ask(action)
    isWaiting = false
    element.ariaBusy = null
    said.textContent = sentenceOf(answer, words)
  }
  const { element, complaints } = renderCard(card, theme, (action) => void act(action))
  for (const complaint of complaints) console.warn(`A card of the bot: ${complaint}`)
  return made('div', { className: 'cardBox' }, element, said)
}

/** Asked when the card is read: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards#refresh-model */
export function refreshOf(card: unknown, kind: 'personal' | 'channel'): Execute | null {
  const { refresh } = (card ?? {}) as { refresh?: Refresh }
  if (refresh?.action?.type !== 'Action.Execute') return null
  // Without names, Teams refreshes for everyone in a chat of few, and for nobody in a channel.
  if (kind === 'channel') return null
  const { verb = '', data = {}, id } = refresh.action
  return { kind: 'execute', verb, data, ...(id !== undefined && { id }) }
}

type Refresh = { action?: { type?: string; verb?: string; data?: unknown; id?: string } }
