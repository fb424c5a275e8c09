/** The row of tabs: those of the app for one person, those that people have added to a channel or a meeting. */
import { linkTo, type View } from './deepLinks.ts'
import { byId, dialogById } from './elements.ts'
import { siteCalled, type HostSettings } from './settings.ts'
import type { Stage } from './stage.ts'
import { wordsIn } from './words.ts'

export type TabBar = { draw(view: View): void }

export function createTabBar(
  settings: HostSettings,
  stage: () => Stage,
  { remove, isReady }: { remove: (entityId: string) => void; isReady: () => boolean },
): TabBar {
  const nav = byId('tabs', HTMLElement)
  const where = byId('where', HTMLParagraphElement)
  const [add, first] = [byId('addTab', HTMLButtonElement), byId('addFirst', HTMLButtonElement)]
  const [change, gone] = [byId('changeTab', HTMLButtonElement), byId('removeTab', HTMLButtonElement)]
  const [empty, emptyText] = [byId('empty', HTMLDivElement), byId('emptyText', HTMLParagraphElement)]
  const removing = dialogById('removing')
  const words = () => wordsIn[stage().view().locale]
  const named = () => nav.querySelector('[aria-current]')?.textContent ?? ''

  for (const button of [add, first]) {
    button.addEventListener('click', () => stage().configure('settings', null))
  }
  change.addEventListener('click', () => stage().configure('settings', stage().configured()))
  gone.addEventListener('click', () => {
    const tab = stage().configured()
    if (tab === null) return
    // An app that has a page for it is asked; ours keeps nothing that goes with a tab.
    if (tab.removeUrl !== undefined) return stage().configure('remove', tab)
    byId('removingTitle', HTMLHeadingElement).textContent = words().configTitle('remove', named())
    byId('removingText', HTMLParagraphElement).textContent = words().removeAsk(named())
    removing.showModal()
  })
  byId('removeNow', HTMLButtonElement).addEventListener('click', () => {
    removing.close()
    const tab = stage().configured()
    if (tab !== null) remove(tab.entityId)
    // The button that was pressed may be gone with the tab.
    const next = nav.querySelector<HTMLElement>('[aria-current]') ?? first
    next.focus()
  })

  return {
    draw(view) {
      const said = wordsIn[view.locale]
      const { name, configuration } = siteCalled(settings, view.site)
      const tabs = stage().tabs()
      const shared = view.place !== 'personal'
      nav.ariaLabel = said.tabs(settings.appName[view.locale])
      nav.hidden = tabs.length === 0
      nav.replaceChildren(
        ...tabs.map((tab) => {
          const link = document.createElement('a')
          link.href = linkTo({ ...view, tab: tab.entityId, sub: '' }, location.origin)
          link.textContent = tab.name[view.locale]
          link.title = tab.name[view.locale]
          if (tab.entityId === view.tab) link.ariaCurrent = 'page'
          link.addEventListener('click', (event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return
            event.preventDefault()
            stage().change({ tab: tab.entityId, sub: '' })
            nav.querySelector<HTMLElement>('[aria-current]')?.focus()
          })
          return link
        }),
      )
      where.hidden = !shared
      where.textContent =
        view.place === 'meeting'
          ? `${name} · ${said.meetingName}`
          : `${name} · ${said.teamName} › ${said.channelName}`
      const none = shared && tabs.length === 0
      add.hidden = !shared || none || configuration === null
      gone.hidden = !shared || none
      change.hidden = gone.hidden || configuration?.canUpdate !== true
      empty.hidden = !none
      first.hidden = configuration === null
      // What they open is closed when the tab loads, which it does as soon as somebody is signed in.
      for (const button of [add, first, change, gone]) button.disabled = !isReady()
      emptyText.textContent = view.place === 'personal' ? '' : said[`empty.${view.place}`]
    },
  }
}
