/** The app in its place: the frame of the open tab, and how the view changes. */
import { createAppActions } from './appActions.ts'
import { createConfigDialog, type ConfigKind } from './configDialog.ts'
import { isChat } from './chat/place.ts'
import { fillContentUrl } from './contentUrl.ts'
import { linkTo, type View } from './deepLinks.ts'
import { emit, type Frame } from './frames.ts'
import { createHost } from './host.ts'
import { infoOf, type InstalledTabs, type TabConfig } from './installedTabs.ts'
import { contextOf, frameContextIn, widthsIn } from './places.ts'
import type { ShareDialog } from './shareDialog.ts'
import { siteCalled, type HostSettings, type TabInfo } from './settings.ts'
import { createTaskDialog } from './taskDialog.ts'
import type { Person, Tenant } from './tenant.ts'
import type { Veil } from './veil.ts'
import { wordsIn } from './words.ts'

export type Stage = {
  view(): View
  /** changes the view: its address, its frame when that must be loaded again, its looks when not */
  change(next: Partial<View>): void
  /** loads a view at the history's present entry, whose address it corrects */
  restore(view: View): void
  /** loads the open tab again */
  load(): void
  /** what people may open here */
  tabs(): TabInfo[]
  /** asks the app what a tab is to show: a new one, or the open one */
  configure(kind: ConfigKind, tab: TabConfig | null): void
  /** the open tab, when people have added it */
  configured(): TabConfig | null
  /** lets the app go back within itself first */
  back(): void
  /** follows a link as the app would have it followed */
  openLink(link: string): void
}

export type StageParts = {
  view: View
  settings: HostSettings
  installed: InstalledTabs
  tenant: Tenant
  veil: Veil
  share: ShareDialog
  container: HTMLElement
  person(): Person | null
  /** called after every change of the view, before its tab loads */
  drawn(view: View): void
  say(message: string): void
}

export function createStage(parts: StageParts): Stage {
  const { settings, installed, veil } = parts
  let view = parts.view
  let tab: Frame | null = null
  const words = () => wordsIn[view.locale]
  const site = () => siteCalled(settings, view.site)
  const added = ({ site, place }: View) => (place === 'personal' ? [] : installed.of(site, place))
  const tabsOf = (of: View) =>
    of.place === 'personal'
      ? siteCalled(settings, of.site).tabs
      : added(of).map((each) => infoOf(each, settings.appName[of.locale]))
  const open = () => tabsOf(view).find((each) => each.entityId === view.tab)

  /** A tab that is there, a width that the place has, a site that is shown. */
  const settled = (next: View): View => {
    const tabs = tabsOf(next)
    const there = isChat(next) || tabs.some((each) => each.entityId === next.tab)
    if (!there && next.tab !== '' && next.place !== 'personal') parts.say(words().tabGone)
    const [widest = 'full', ...narrow] = widthsIn[next.place]
    return {
      ...next,
      site: siteCalled(settings, next.site).id,
      ...(there ? {} : { tab: tabs[0]?.entityId ?? '', sub: '' }),
      width: narrow.includes(next.width) ? next.width : widest,
    }
  }

  const load = () => {
    tasks.cancel()
    config.cancel()
    for (const frame of host.frames()) host.close(frame)
    tab = null
    const [person, info] = [parts.person(), open()]
    if (person === null) return veil.fail(words().noPeople)
    if (info === undefined) return veil.lift() // nothing has been added here, or the chat is
    const title = info.name[view.locale]
    veil.cover(title, settings.showLoadingIndicator, words())
    const frameContext = frameContextIn[view.place]
    tab = host.open({ url: filled(info.contentUrl), title, frameContext, container: parts.container })
  }

  const filled = (url: string, entityId = view.tab) =>
    fillContentUrl(url, {
      theme: view.theme,
      locale: view.locale,
      entityId,
      subEntityId: view.sub,
      oid: parts.person()?.id ?? '',
      upn: parts.person()?.userPrincipalName ?? '',
      tenantId: settings.tenantId,
      thread: contextOf(view.place, view.site, words()),
    })

  const change = (next: Partial<View>) => {
    const before = view
    view = settled({ ...view, ...next })
    const looksOnly = Object.keys(next).every((key) => key === 'theme' || key === 'width')
    const moved = (['site', 'place', 'tab', 'sub', 'person'] as const).some(
      (key) => view[key] !== before[key],
    )
    const depth = depthOf(history.state)
    if (moved) history.pushState({ depth: depth + 1 }, '', linkTo(view, location.origin))
    else history.replaceState({ depth }, '', linkTo(view, location.origin))
    parts.drawn(view)
    if (!looksOnly) return load()
    if (before.theme !== view.theme) host.emit('themeChange', [view.theme])
  }

  const goBack = () => {
    if (depthOf(history.state) === 0) return false
    history.back()
    return true
  }

  const configure = (kind: ConfigKind, now: TabConfig | null) => {
    const { place, site: siteId } = view
    const { configuration, tabOrigin } = site()
    if (place === 'personal' || configuration === null) return
    const url = filled((kind === 'remove' && now?.removeUrl) || configuration.url, now?.entityId ?? '')
    const name = now === null ? '' : infoOf(now, settings.appName[view.locale]).name[view.locale]
    const title = words().configTitle(kind, name)
    config.open({
      kind,
      url,
      title,
      tabOrigin,
      now,
      words: words(),
      done: (chosen) => {
        if (chosen !== null) installed.put(siteId, place, chosen, now?.entityId ?? null)
        else if (now !== null) installed.remove(siteId, place, now.entityId)
        change({ tab: chosen?.entityId ?? '', sub: '' })
      },
    })
  }

  const actions = createAppActions({
    ...parts,
    view: () => view,
    site,
    words,
    tab: () => tab,
    frames: (opener) => host.frames(opener),
    tasks: () => tasks,
    config: () => config,
    configured: () => added(view).find((each) => each.entityId === view.tab) ?? null,
    open,
    change,
    goBack,
  })
  const host = createHost(actions)
  const tasks = createTaskDialog(host, () => site().tabOrigin)
  const config = createConfigDialog(host)

  return {
    view: () => view,
    change,
    restore: (restored) => {
      view = settled(restored)
      history.replaceState({ depth: depthOf(history.state) }, '', linkTo(view, location.origin))
      parts.drawn(view)
      load()
    },
    load,
    tabs: () => tabsOf(view),
    configure,
    configured: () => added(view).find((each) => each.entityId === view.tab) ?? null,
    back: () => {
      // An app that listens goes back within itself, and asks for `navigateBack` when it can't.
      if (tab?.handlers.has('backButton')) emit(tab, 'backButtonPress', [])
      else if (!goBack()) parts.say(words().noWayBack)
    },
    openLink: (link) => void actions.openLink(link),
  }
}

/** How many places the app has been to since the page was opened: kept with each entry of the history. */
const depthOf = (state: unknown): number => (state as { depth?: number } | null)?.depth ?? 0
