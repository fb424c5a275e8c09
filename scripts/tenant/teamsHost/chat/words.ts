/** What the chat says, in Swedish and in English. */
import type { Locale } from '../settings.ts'
import type { CardAnswer, SearchAnswer } from './answers.ts'

const swedish = {
  chat: 'Chatt',
  unread: (count: number) => (count === 1 ? '1 oläst' : `${count} olästa`),
  conversations: 'Konversationer',
  allConversations: 'Alla konversationer',
  personal: 'Personlig chatt',
  none: 'Ingen konversation än. Installera boten för att börja.',
  messages: (title: string) => `Meddelanden i ${title}`,
  noMessages: 'Här har ingen skrivit än.',
  loading: 'Läser in …',
  failed: 'Den lokala tenanten svarar inte. Ett nytt försök görs strax.',
  you: 'Du',
  edited: 'ändrat',
  deleted: 'Meddelandet är borttaget.',
  noCard: 'Ett innehåll som inte kan visas här.',
  writes: (bot: string) => `${bot} skriver …`,
  write: 'Skriv ett meddelande',
  mention: (bot: string) => `I en kanal hör boten bara det som börjar med @${bot}.`,
  send: 'Skicka',
  sending: 'Skickar …',
  suggestions: 'Förslag till svar',
  install: 'Installera',
  uninstall: 'Avinstallera',
  block: 'Blockera',
  unblock: 'Häv blockering',
  manage: 'Hantera boten',
  notInstalled: 'Boten är inte installerad här och hör inte vad som skrivs.',
  blocked: 'Boten är blockerad. Den kan inte skicka något hit.',
  search: (app: string) => `Sök i ${app}`,
  searchFor: 'Sökord',
  find: 'Sök',
  searching: 'Söker …',
  hits: (count: number) => (count === 1 ? '1 träff' : `${count} träffar`),
  noHits: 'Inga träffar. Prova ett annat ord eller ett nummer.',
  attached: 'Kort som skickas med',
  removeCard: 'Ta bort kortet',
  silent: 'Boten svarade inte i tid. Försök igen om en stund.',
  refused: (status: number, said: string) => `Boten kunde inte svara (${status}). ${said}`.trim(),
}

export type ChatWords = typeof swedish

const english: ChatWords = {
  chat: 'Chat',
  unread: (count) => `${count} unread`,
  conversations: 'Conversations',
  allConversations: 'All conversations',
  personal: 'Personal chat',
  none: 'No conversation yet. Install the bot to begin.',
  messages: (title) => `Messages in ${title}`,
  noMessages: 'Nobody has written here yet.',
  loading: 'Loading …',
  failed: 'The local tenant does not answer. It is asked again in a moment.',
  you: 'You',
  edited: 'edited',
  deleted: 'The message has been deleted.',
  noCard: 'Something that cannot be shown here.',
  writes: (bot) => `${bot} is writing …`,
  write: 'Write a message',
  mention: (bot) => `In a channel the bot hears only what begins with @${bot}.`,
  send: 'Send',
  sending: 'Sending …',
  suggestions: 'Suggested answers',
  install: 'Install',
  uninstall: 'Uninstall',
  block: 'Block',
  unblock: 'Unblock',
  manage: 'Manage the bot',
  notInstalled: 'The bot is not installed here and does not hear what is written.',
  blocked: 'The bot is blocked. It cannot send anything here.',
  search: (app) => `Search ${app}`,
  searchFor: 'Words to search for',
  find: 'Search',
  searching: 'Searching …',
  hits: (count) => (count === 1 ? '1 hit' : `${count} hits`),
  noHits: 'No hits. Try another word or a number.',
  attached: 'Card that is sent along',
  removeCard: 'Remove the card',
  silent: 'The bot did not answer in time. Try again in a while.',
  refused: (status, said) => `The bot could not answer (${status}). ${said}`.trim(),
}

export const chatWordsIn: Record<Locale, ChatWords> = { 'sv-se': swedish, 'en-gb': english }

/** What there is to say of an answer; nothing of one that is shown itself. */
export function sentenceOf(answer: CardAnswer | SearchAnswer, words: ChatWords): string {
  if ('silent' in answer) return words.silent
  if ('failed' in answer) return words.refused(answer.status, answer.failed)
  return 'said' in answer ? answer.said : ''
}
