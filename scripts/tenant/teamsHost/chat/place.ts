/** Where the chat is among the app's places: a tab of its own, with the conversation below it. */
import type { View } from '../deepLinks.ts'

/** Teams' own name of an app's chat: https://learn.microsoft.com/microsoftteams/platform/resources/schema/manifest-schema#statictabs */
export const CHAT_TAB = 'conversations'

export const isChat = ({ place, tab }: View): boolean => place === 'personal' && tab === CHAT_TAB

/** The view with the chat open, at a conversation or ('') at the list. */
export const placeLink = (view: View, conversation: string): View => ({
  ...view,
  place: 'personal',
  tab: CHAT_TAB,
  sub: conversation,
})
