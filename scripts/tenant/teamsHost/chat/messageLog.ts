/** The messages of a conversation, under their days. Only what has changed is drawn anew: what someone is writing in stays. */
import { made } from '../elements.ts'
import { cardIn } from './answers.ts'
import { type Execute, refreshOf } from './cardView.ts'
import { dayOf, drawMessage, type MessageSetting } from './messageView.ts'
import type { Conversation, Message } from './tenant.ts'

export type LogSetting = Omit<MessageSetting, 'ask'> & {
  conversation: Conversation
  ask(message: Message, ...asked: Parameters<MessageSetting['ask']>): ReturnType<MessageSetting['ask']>
  /** Asks for a card's present state, without anybody having pressed anything. */
  refresh(message: Message, asked: Execute): void
}

export type MessageLog = {
  draw(messages: Message[], setting: LogSetting): void
  /** Forgets what was shown: another conversation is. */
  clear(): void
}

export function createMessageLog(log: HTMLElement): MessageLog {
  const drawn = new Map<string, { as: string; element: HTMLElement }>()
  const waiting = new Map<Element, () => void>()
  const refreshed = new Set<string>()
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) if (isIntersecting) read(target)
    },
    { root: log },
  )
  const read = (element: Element) => {
    const ask = waiting.get(element)
    waiting.delete(element)
    seen.unobserve(element)
    ask?.()
  }

  const put = (key: string, as: string, draw: () => HTMLElement): HTMLElement => {
    const before = drawn.get(key)
    if (before?.as === as) return before.element
    const element = draw()
    drawn.set(key, { as, element })
    return element
  }

  const refreshWhenRead = (message: Message, element: HTMLElement, setting: LogSetting) => {
    const asked = refreshOf(cardIn(message.attachments), setting.conversation.kind)
    const once = `${message.id} ${message.editedAt ?? ''}`
    if (asked === null || refreshed.has(once)) return
    waiting.set(element, () => {
      refreshed.add(once)
      setting.refresh(message, asked)
    })
    seen.observe(element)
  }

  return {
    draw(messages, setting) {
      const { theme, locale, reader, words } = setting
      const isAtEnd = drawn.size === 0 || log.scrollHeight - log.scrollTop - log.clientHeight < 40
      const focused = [...drawn].find(([, { element }]) => element.contains(document.activeElement))
      let day = ''
      const shown = threads(messages).flatMap((message) => {
        const looks = JSON.stringify([message, theme, locale, reader])
        const element = put(message.id, looks, () => {
          const ask: MessageSetting['ask'] = (action) => setting.ask(message, action)
          const row = drawMessage(message, { ...setting, ask })
          refreshWhenRead(message, row, setting)
          return row
        })
        const its = dayOf(message.at, locale)
        const line = its === day ? [] : [put(`day ${its}`, its, () => made('p', { className: 'day' }, its))]
        day = its
        return [...line, element]
      })
      const none = put('none', locale, () => made('p', { className: 'quiet' }, words.noMessages))
      settle(log, shown.length === 0 ? [none] : shown)
      if (focused !== undefined && !log.contains(document.activeElement)) {
        drawn.get(focused[0])?.element.focus()
      }
      if (isAtEnd) log.scrollTop = log.scrollHeight
    },
    clear() {
      drawn.clear()
      waiting.clear()
      refreshed.clear()
      seen.disconnect()
      log.replaceChildren()
    },
  }
}

/** Answers in a channel stand below what they answer. */
const threads = (messages: Message[]): Message[] =>
  messages.toSorted((a, b) => rootOf(a) - rootOf(b) || Number(a.id) - Number(b.id))

const rootOf = ({ id, replyTo }: Message) => Number(replyTo ?? id)

/** Puts these elements there; those that stay are never moved, which would take the keyboard's place away. */
function settle(parent: HTMLElement, wanted: HTMLElement[]): void {
  const kept = new Set<Element>(wanted)
  for (const gone of Array.from(parent.children).filter((child) => !kept.has(child))) gone.remove()
  let at = parent.firstElementChild
  for (const element of wanted) {
    if (element === at) at = at.nextElementSibling
    else parent.insertBefore(element, at)
  }
}
