/** The chat of the person signed in: the site's bot, and the channels that it is in. */
import type { CardAction } from '../cards/render.ts'
import { linkTo, teamsLinkOf, type View } from '../deepLinks.ts'
import { byId, made } from '../elements.ts'
import type { HostSettings, SiteInfo } from '../settings.ts'
import type { Person } from '../tenant.ts'
import { cardAnswerOf, type CardAnswer, searchAnswerOf, type SearchAnswer, suggestionsIn } from './answers.ts'
import type { Execute } from './cardView.ts'
import { createComposer, type Draft } from './composer.ts'
import { drawConversations } from './conversationList.ts'
import { createFeed } from './feed.ts'
import { createManage } from './manage.ts'
import { createMessageLog } from './messageLog.ts'
import { isChat, placeLink } from './place.ts'
import { createSearchPanel } from './searchPanel.ts'
import type { ChatTenant, Conversation, Message, Where } from './tenant.ts'
import { chatWordsIn, sentenceOf } from './words.ts'

export type ChatParts = {
  settings: HostSettings
  tenant: ChatTenant
  site(): SiteInfo
  view(): View
  person(): Person | null
  change(next: Partial<View>): void
  /** Corrects the address of the view that is shown. */
  correct(view: View): void
  /** Follows a link of a card, within the host where it leads there. */
  openLink(link: string): void
}

export type Chat = {
  /** After every change of the view. */
  draw(): void
}

// A bot that is writing says so again if it goes on.
const TYPING_MS = 3000
// Narrower than this, the list and a conversation don't stand beside each other.
const TWO_COLUMNS = 640

export function createChat(parts: ChatParts): Chat {
  const { settings, tenant } = parts
  const view = () => parts.view()
  const panel = byId('chat', HTMLElement)
  const entry = byId('chatEntry', HTMLAnchorElement)
  const list = byId('conversations', HTMLUListElement)
  const said = byId('chatSaid', HTMLParagraphElement)
  const suggestions = byId('suggestions', HTMLElement)
  const words = () => chatWordsIn[view().locale]
  const isNarrow = () => panel.clientWidth < TWO_COLUMNS

  const feed = createFeed(
    tenant,
    () => {
      const person = parts.person()
      if (person === null) return null
      return { person: person.id, siteId: parts.site().siteId, locale: teamsLocale(view()), open }
    },
    () => show(),
  )
  /** Beside the list, something is always open; alone, the list comes first. */
  const open = (conversations: Conversation[]): string => {
    if (!isChat(view()) || panel.hidden) return ''
    const named = conversations.find(({ id }) => id === view().sub)
    const first = conversations.find(({ kind }) => kind === 'personal') ?? conversations[0]
    return (named ?? (isNarrow() ? undefined : first))?.id ?? ''
  }
  const where = (): Where | null => {
    const [person, conversation] = [parts.person(), feed.shown().open]
    if (person === null || conversation === null) return null
    return { person: person.id, conversation: conversation.id, locale: teamsLocale(view()) }
  }
  const openAt = (conversation: string) => parts.change(placeLink(view(), conversation))

  /** Says what went wrong; everything is read again either way. */
  const attempt = async <T>(act: () => Promise<T>): Promise<T | undefined> => {
    try {
      said.textContent = ''
      return await act()
    } catch {
      said.textContent = words().failed
      return undefined
    } finally {
      await feed.read()
    }
  }

  const say = async (draft: Draft & { value?: unknown }): Promise<boolean> => {
    const at = where()
    if (at === null) return false
    const answer = await attempt(() => tenant.say(at, draft))
    if (answer !== undefined) said.textContent = sentenceOf(cardAnswerOf(answer), words())
    return answer !== undefined
  }

  const press = async (
    message: Message,
    action: Exclude<CardAction, { kind: 'open' }>,
  ): Promise<CardAnswer> => {
    const at = where()
    if (at === null) return { silent: true }
    if (action.kind === 'submit') return (await say(submitted(action.data))) ? { said: '' } : { silent: true }
    const answer = await attempt(() => tenant.invoke(at, pressed(message, action, 'manual')))
    return answer === undefined ? { silent: true } : cardAnswerOf(answer)
  }

  /** Nobody has asked for it, so nobody is told when it fails: the card stays as it was. */
  const refresh = async (message: Message, action: Execute) => {
    const at = where()
    if (at === null) return
    const answer = await tenant.invoke(at, pressed(message, action, 'automatic')).catch(() => undefined)
    if (answer !== undefined) await feed.read()
  }

  const ask = async (name: string, value: unknown): Promise<SearchAnswer> => {
    const at = where()
    const answer = at === null ? undefined : await tenant.invoke(at, { name, value }).catch(() => undefined)
    return answer === undefined ? { silent: true } : searchAnswerOf(answer)
  }

  const log = createMessageLog(byId('log', HTMLElement))
  const manage = createManage(tenant, attempt)
  const composer = createComposer({
    send: say,
    pasted: async (link) => {
      const app = { appId: parts.site().appIds[0] ?? settings.appId, origin: location.origin }
      const url = teamsLinkOf(link, app, settings.extension?.domains ?? [])
      const found = url === null ? null : await ask('composeExtension/queryLink', { url })
      return found !== null && 'choices' in found ? (found.choices[0] ?? null) : null
    },
  })
  const search = createSearchPanel({
    search: async (text) => {
      const { commandId = '', parameter = '', initialRun = false } = settings.extension ?? {}
      if (text === '' && !initialRun) return { said: '' }
      const parameters = [
        text === '' ? { name: 'initialRun', value: 'true' } : { name: parameter, value: text },
      ]
      return ask('composeExtension/query', { commandId, parameters, queryOptions: { skip: 0, count: 25 } })
    },
    choose: (choice) => composer.attach(choice),
  })

  let shownAt = ''
  const show = () => {
    const [now, { bot, conversations, messages, open, hasFailed }] = [view(), feed.shown()]
    drawEntry(bot !== undefined, conversations)
    if (!isChat(now)) return
    // What was opened by itself has an address too, and stays when the window gets narrow.
    if (open !== null && now.sub === '' && !isNarrow()) return parts.correct(placeLink(now, open.id))
    const person = parts.person()
    panel.dataset['open'] = open === null ? 'list' : 'conversation'
    drawConversations(list, conversations, {
      view: { ...now, sub: open?.id ?? '' },
      words: words(),
      open: openAt,
    })
    byId('noConversations', HTMLParagraphElement).hidden = conversations.length > 0
    const chat = conversations.find(({ kind }) => kind === 'personal')
    const managed = { chat, locale: teamsLocale(now), words: words() }
    manage.draw(bot === undefined || person === null ? null : { ...managed, bot, person: person.id })
    // Written once: it would be read out every time.
    const isSaid = said.textContent === words().failed
    if (hasFailed !== isSaid) said.textContent = hasFailed ? words().failed : ''
    byId('conversation', HTMLElement).hidden = open === null
    const at = `${person?.id} ${open?.id}`
    if (at !== shownAt) {
      log.clear()
      composer.empty()
      shownAt = at
    }
    if (open === null || person === null) return
    drawHead(open, now)
    byId('typing', HTMLParagraphElement).textContent = open.isTyping ? words().writes(bot?.name ?? '') : ''
    // Nothing tells when a bot has stopped without a word.
    if (open.isTyping) setTimeout(() => void feed.read(), TYPING_MS)
    log.draw(messages, {
      theme: now.theme,
      locale: now.locale,
      words: words(),
      reader: person.id,
      conversation: open,
      open: (link) => parts.openLink(link),
      ask: press,
      refresh: (message, asked) => void refresh(message, asked),
    })
    drawSuggestions(messages.at(-1))
    const hint = open.kind === 'channel' ? words().mention(bot?.name ?? '') : ''
    composer.draw({ words: words(), theme: now.theme, hint, isOff: false })
  }

  const drawEntry = (hasBot: boolean, conversations: Conversation[]) => {
    const unread = conversations.reduce((sum, each) => sum + each.unread, 0)
    entry.hidden = !hasBot
    entry.href = linkTo(placeLink(view(), ''), location.origin)
    entry.ariaCurrent = isChat(view()) ? 'page' : null
    const count = made('span', { className: 'badge' }, words().unread(unread))
    entry.replaceChildren(words().chat, ...(unread === 0 ? [] : [' ', count]))
  }

  const drawHead = ({ kind, title, team, installed, blocked }: Conversation, now: View) => {
    byId('conversationTitle', HTMLHeadingElement).textContent = title
    byId('conversationAbout', HTMLParagraphElement).textContent =
      kind === 'channel' ? (team ?? '') : words().personal
    const state = !installed ? words().notInstalled : blocked ? words().blocked : ''
    byId('conversationState', HTMLParagraphElement).textContent = state
    byId('log', HTMLElement).ariaLabel = words().messages(title)
    byId('toList', HTMLAnchorElement).href = linkTo(placeLink(now, ''), location.origin)
    const button = byId('searchApp', HTMLButtonElement)
    button.hidden = settings.extension === null
    button.textContent = words().search(settings.appName[now.locale])
  }

  const drawSuggestions = (last: Message | undefined) => {
    const suggested = last?.from === 'bot' ? suggestionsIn(last.suggestedActions) : []
    suggestions.hidden = suggested.length === 0
    suggestions.ariaLabel = words().suggestions
    suggestions.replaceChildren(
      ...suggested.map(({ title, value }) => {
        const button = made('button', { type: 'button', textContent: title })
        button.addEventListener('click', () => void say({ text: value }))
        return button
      }),
    )
  }

  for (const [link, to] of [
    [entry, ''],
    [byId('toList', HTMLAnchorElement), ''],
  ] as const) {
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      openAt(to)
    })
  }
  byId('searchApp', HTMLButtonElement).addEventListener('click', () =>
    search.open(words(), words().search(settings.appName[view().locale])),
  )
  new ResizeObserver(() => void (isChat(view()) && feed.read())).observe(panel)

  return {
    draw() {
      panel.hidden = !isChat(view())
      for (const element of document.querySelectorAll<HTMLElement>('[data-chat-word]')) {
        const word = words()[element.dataset['chatWord'] as keyof ReturnType<typeof words>]
        if (typeof word === 'string') element.textContent = word
      }
      show()
      void feed.read()
    },
  }
}

const pressed = (message: Message, { kind, ...action }: Execute, trigger: 'manual' | 'automatic') => ({
  name: 'adaptiveCard/action',
  value: { action: { type: kinds[kind], ...action }, trigger },
  message: message.id,
})

const kinds = { execute: 'Action.Execute' } as const

const teamsLocale = ({ locale }: View) => (locale === 'sv-se' ? 'sv-SE' : 'en-GB')

/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-actions#adaptive-cards-actions */
function submitted(data: unknown): Draft & { value?: unknown } {
  const { msteams, ...value } = data as { msteams?: { type?: string; text?: string; value?: unknown } }
  if (msteams?.type === 'imBack') return { text: String(msteams.value ?? '') }
  return { text: msteams?.text ?? '', value: msteams?.type === 'messageBack' ? msteams.value : value }
}
