/** Whether the bot is there for a person: installed, blocked, or neither. */
import { byId, made } from '../elements.ts'
import type { Bot, ChatTenant, Conversation } from './tenant.ts'
import type { ChatWords } from './words.ts'

export type ManageSetting = {
  bot: Bot
  /** Their chat with it, when they have ever had one. */
  chat: Conversation | undefined
  person: string
  locale: string
  words: ChatWords
}

export type Manage = { draw(setting: ManageSetting | null): void }

/** `run` does it, says what went wrong, and has everything read again. */
export function createManage(
  tenant: ChatTenant,
  run: (act: () => Promise<void>) => Promise<unknown>,
): Manage {
  const box = byId('manageBot', HTMLElement)
  let drawn = ''
  const button = (name: string, act: () => Promise<void>) => {
    const element = made('button', { type: 'button', textContent: name })
    // The button that was pressed is gone when it has been done.
    element.addEventListener('click', () => void run(act).then(() => box.querySelector('button')?.focus()))
    return element
  }
  return {
    draw(setting) {
      box.hidden = setting === null
      if (setting === null) return
      const { bot, chat, person, locale, words } = setting
      const [isInstalled, isBlocked] = [chat?.installed === true, chat?.blocked === true]
      const now = JSON.stringify([bot, isInstalled, isBlocked, person, locale])
      if (now === drawn) return
      drawn = now
      const { clientId } = bot
      const toggle = isInstalled
        ? button(words.uninstall, () => tenant.uninstall(person, clientId))
        : button(words.install, () => tenant.install(person, clientId, locale))
      const block = isBlocked
        ? button(words.unblock, () => tenant.block(person, clientId, false))
        : button(words.block, () => tenant.block(person, clientId, true))
      box.ariaLabel = words.manage
      box.replaceChildren(
        made('p', { className: 'name' }, bot.name),
        made('p', { className: 'actions' }, toggle, ...(isInstalled ? [block] : [])),
      )
    },
  }
}
