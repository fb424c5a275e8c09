/** One message: who wrote it and when, its words and its card. */
import { drawMarkdown } from '../cards/markdown.ts'
import { initialsOf, made } from '../elements.ts'
import type { Locale } from '../settings.ts'
import { cardIn } from './answers.ts'
import { type CardSetting, drawCard } from './cardView.ts'
import type { Message } from './tenant.ts'

export type MessageSetting = CardSetting & {
  locale: Locale
  /** Entra id of whoever reads. */
  reader: string
}

/** Chats play at the organisation's own time, whatever the computer's is. */
const ZONE = 'Europe/Stockholm'

export const clockOf = (at: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: ZONE }).format(new Date(at))

export const dayOf = (at: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: ZONE }).format(new Date(at))

export function drawMessage(message: Message, setting: MessageSetting): HTMLElement {
  const { words, locale, reader } = setting
  const isOwn = message.from === 'person' && message.person === reader
  const name = isOwn ? words.you : message.name
  const edited = message.editedAt === undefined ? '' : ` · ${words.edited}`
  const initials = made('span', { className: 'initials' }, initialsOf(message.name))
  initials.ariaHidden = 'true'
  const when = made('time', { dateTime: message.at }, clockOf(message.at, locale))
  const who = made('p', { className: 'by' }, made('span', { className: 'name' }, name), ' ', when, edited)
  const article = made('article', {}, initials, made('div', {}, who, ...contentOf(message, setting)))
  article.ariaLabel = `${name} ${clockOf(message.at, locale)}`
  article.tabIndex = -1 // where the keyboard is left when a card is replaced
  article.className = [
    'message',
    ...(isOwn ? ['own'] : []),
    ...(message.replyTo === undefined ? [] : ['answer']),
  ].join(' ')
  return article
}

function contentOf(message: Message, setting: MessageSetting): HTMLElement[] {
  const { text = '', textFormat = 'markdown', attachments = [], deleted } = message
  if (deleted) return [made('p', { className: 'quiet' }, setting.words.deleted)]
  const card = cardIn(attachments)
  const unknown = card === undefined && attachments.length > 0
  return [
    ...(text === '' ? [] : [made('div', { className: 'bubble' }, ...written(text, textFormat))]),
    ...(card === undefined ? [] : [drawCard(card, setting)]),
    ...(unknown ? [made('p', { className: 'quiet' }, setting.words.noCard)] : []),
  ]
}

const written = (text: string, format: string): HTMLElement[] =>
  format === 'markdown' ? drawMarkdown(text) : [made('p', { className: 'asWritten' }, text)]
