/** The person's conversations, the latest first, with what is unread marked. */
import { linkTo, type View } from '../deepLinks.ts'
import { initialsOf, made } from '../elements.ts'
import { placeLink } from './place.ts'
import type { Conversation } from './tenant.ts'
import type { ChatWords } from './words.ts'

export function drawConversations(
  list: HTMLElement,
  conversations: Conversation[],
  { view, words, open }: { view: View; words: ChatWords; open: (id: string) => void },
): void {
  const focused = list.contains(document.activeElement) ? document.activeElement?.id : undefined
  list.replaceChildren(
    ...conversations.map((conversation, index) => {
      const { id, kind, title, team, unread } = conversation
      const initials = made('span', { className: 'initials' }, initialsOf(title))
      initials.ariaHidden = 'true'
      const about = kind === 'channel' ? (team ?? '') : words.personal
      const link = made(
        'a',
        { id: `conversation${index}`, href: linkTo(placeLink(view, id), location.origin) },
        initials,
        made(
          'span',
          { className: 'who' },
          made('span', { className: 'name' }, title),
          made('span', { className: 'title' }, about),
        ),
        ...(unread === 0 ? [] : [made('span', { className: 'badge' }, words.unread(unread))]),
      )
      if (view.sub === id) link.ariaCurrent = 'page'
      link.addEventListener('click', (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        open(id)
      })
      return made('li', {}, link)
    }),
  )
  if (focused) document.getElementById(focused)?.focus()
}
