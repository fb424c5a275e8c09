/** The host that shows the tab: its theme, language, person and links. The only file that knows teams-js. */
import { app, authentication, FrameContexts, pages } from '@microsoft/teams-js'
import { localeOf, type Locale } from '#src/text/words.ts'
import { type ThemeName, themeOf } from '../start.ts'
import { tabOf } from './tabOf.ts'

export interface Host {
  theme: ThemeName
  locale: Locale
  person: { id: string; name: string }
  /** Where a deep link leads inside the tab. */
  route: string | undefined
  /** In a channel, a chat or a meeting: others see the same, so nothing there is one's own. */
  shared: boolean
  /** Beside a meeting that is going on: a column of 280 to 320 px. */
  panel: boolean
  onTheme: (listen: (theme: ThemeName) => void) => void
  /** A token for our own API. */
  apiToken: () => Promise<string>
  /** Goes to the tab that a page belongs to when it was opened in another (`opened`), where the host can. */
  openInItsTab: (route: string, opened: string) => void
  /** Gives whoever asks a link to this page. */
  shareLink: (route: string, label: string) => void
  /** On a configuration page: the page that the tab shows already. */
  configured: () => Promise<string | undefined>
  /** On a configuration page: what Save will make of the tab; `undefined` until something is chosen. */
  configure: (chosen: { page: string; name: string } | undefined) => void
  /** Tells the host that there is something to see. */
  loaded: () => void
  failed: (message: string) => void
}

/** A host that doesn't answer in this time isn't one: an unknown parent is never answered by teams-js before a minute. */
const ANSWER_MS = 5000

/** The host, or `undefined` outside Teams, Outlook and Microsoft 365. */
export async function connectHost(allowedHosts: readonly string[]): Promise<Host | undefined> {
  if (window.parent === window) return undefined
  const parent = parentOrigin()
  const trusted = parent !== undefined && allowedHosts.includes(parent) ? [parent] : undefined
  const answered = await Promise.race([
    app.initialize(trusted).then(
      () => true,
      () => false,
    ),
    new Promise<false>((resolve) => {
      setTimeout(() => resolve(false), ANSWER_MS)
    }),
  ])
  if (!answered) return undefined
  app.notifyAppLoaded()
  const context = await app.getContext()
  const configures = context.page.frameContext === FrameContexts.settings && pages.config.isSupported()
  if (pages.backStack.isSupported()) pages.backStack.registerBackButtonHandler(goBack)
  return {
    theme: themeOf(context.app.theme),
    locale: localeOf(context.app.locale),
    person: { id: context.user?.id ?? '', name: context.user?.displayName ?? '' },
    route: context.page.subPageId || undefined,
    shared: Boolean(context.channel ?? context.chat ?? context.meeting),
    panel: context.page.frameContext === FrameContexts.sidePanel,
    onTheme: (listen) => app.registerOnThemeChangeHandler((name) => listen(themeOf(name))),
    apiToken: () => authentication.getAuthToken(),
    // A link is shared with the tab it was copied in, whatever page that led to.
    // https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/tab-navigation
    openInItsTab: (route, opened) => {
      const [pageId, here] = [tabOf(route), tabOf(opened)]
      if (pageId && here && pageId !== here && pages.currentApp.isSupported())
        pages.currentApp.navigateTo({ pageId, subPageId: route }).catch(() => undefined)
    },
    shareLink: (route, label) => pages.shareDeepLink({ subPageId: route, subPageLabel: label }),
    configured: async () => (configures ? (await pages.getConfig()).entityId : undefined),
    // teams-js throws in any other frame.
    configure: (chosen) => configures && configure(chosen),
    loaded: () => void app.notifySuccess(),
    failed: (message) => app.notifyFailure({ reason: app.FailedReason.Other, message }),
  }
}

/**
 * What a tab shows is chosen once for all in the channel; theme, language and person are filled in by the host each time.
 * https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/create-tab-pages/configuration-page
 */
function configure(chosen: { page: string; name: string } | undefined) {
  pages.config.setValidityState(chosen !== undefined)
  if (!chosen) return
  pages.config.registerOnSaveHandler((event) => {
    const websiteUrl = `${window.location.origin}${chosen.page}`
    pages.config
      .setConfig({
        entityId: chosen.page,
        suggestedDisplayName: chosen.name,
        contentUrl: `${websiteUrl}?theme={app.theme}&locale={app.locale}&user={user.id}`,
        websiteUrl,
      })
      .then(
        () => event.notifySuccess(),
        (error: unknown) => event.notifyFailure(String(error)),
      )
  })
}

/** Within the tab first; from its first page the host goes back by itself. */
function goBack(): boolean {
  const { navigation } = window as Window & { navigation?: { canGoBack: boolean; back: () => unknown } }
  if (!navigation?.canGoBack) return false
  navigation.back()
  return true
}

function parentOrigin(): string | undefined {
  const ancestors = (window.location as Location & { ancestorOrigins?: DOMStringList }).ancestorOrigins
  if (ancestors?.length) return ancestors[0]
  return document.referrer ? new URL(document.referrer).origin : undefined
}
