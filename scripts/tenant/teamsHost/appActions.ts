/** What the page does when the app in a frame asks: context, links, dialogs, configuration and tokens. */
import type { ConfigDialog } from './configDialog.ts'
import { linkTo, targetOf, type View } from './deepLinks.ts'
import type { Frame } from './frames.ts'
import type { TabConfig } from './installedTabs.ts'
import { answerNestedAppAuth } from './nestedAppAuth.ts'
import { contextOf, meetingDetails, placeOfThread } from './places.ts'
import type { HostActions, Place } from './protocol.ts'
import type { HostSettings, SiteInfo, TabInfo } from './settings.ts'
import type { ShareDialog } from './shareDialog.ts'
import type { TaskDialog } from './taskDialog.ts'
import { isTenantError, type Person, type Tenant } from './tenant.ts'
import type { Veil } from './veil.ts'
import type { Words } from './words.ts'

export type AppActionParts = {
  settings: HostSettings
  tenant: Tenant
  veil: Veil
  share: ShareDialog
  view: () => View
  site: () => SiteInfo
  words: () => Words
  person(): Person | null
  /** the frame of the open tab */
  tab(): Frame | null
  frames(opener: Frame): Frame[]
  tasks(): TaskDialog
  config(): ConfigDialog
  configured(): TabConfig | null
  open(): TabInfo | undefined
  change: (next: Partial<View>) => void
  goBack(): boolean
  say(message: string): void
}

export function createAppActions(parts: AppActionParts): HostActions {
  const { settings, tenant, veil, share, view, site, words, change } = parts
  const sessionId = crypto.randomUUID()
  const staticTabs = () => site().tabs.map((tab) => tab.entityId)

  const navigate = ({ appId, pageId, subPageId = '', channelId, chatId }: Place): string | null => {
    if (appId !== undefined && !site().appIds.includes(appId)) return `The app ${appId} is not installed here`
    const [tabs, { place, tab }] = [staticTabs(), view()]
    const shared = placeOfThread(view().site, channelId ?? chatId)
    if (shared !== undefined && pageId !== undefined) change({ place: shared, tab: pageId, sub: subPageId })
    else if (place !== 'personal' && (pageId ?? tab) === tab) change({ tab, sub: subPageId })
    else {
      const to = pageId ?? tabs[0] ?? ''
      if (!tabs.includes(to)) return `The app has no tab called ${to}`
      change({ place: 'personal', tab: to, sub: subPageId })
    }
    return null
  }

  return {
    // teams-js still reads the flat context of version 1 and maps it to app.Context itself.
    context: (frame) => {
      const [person, { locale, theme, tab, sub, place }] = [parts.person(), view()]
      const isConfiguring = frame.frameContext === 'settings' || frame.frameContext === 'remove'
      return {
        locale,
        theme,
        entityId: isConfiguring ? parts.config().now()?.entityId : tab,
        subEntityId: sub === '' || isConfiguring ? undefined : sub,
        hostName: 'Teams',
        hostClientType: 'web',
        sessionId,
        appSessionId: sessionId,
        appId: settings.appId,
        tid: settings.tenantId,
        userObjectId: person?.id,
        loginHint: person?.userPrincipalName,
        userPrincipalName: person?.userPrincipalName,
        userDisplayName: person?.displayName,
        ...contextOf(place, view().site, words()),
      }
    },
    dialogs: (opener) => parts.frames(opener),
    loaded: (frame) => frame === parts.tab() && veil.lift(),
    failed: (frame, message) => {
      const name = parts.open()?.name[view().locale] ?? ''
      if (frame === parts.tab()) veil.fail(`${words().failed(name)} ${message}`.trim())
    },
    openDialog: (info, opener) => parts.tasks().open(info, opener),
    resizeDialog: (frame, size) => parts.tasks().resize(frame, size),
    closeDialog: (frame, result) => parts.tasks().finish(frame, result),

    config: (frame) =>
      (frame === parts.tab() ? parts.configured() : parts.config().now()) ?? configOf(parts.open()),
    setValidity: (frame, valid) => parts.config().setValidity(frame, valid),
    setConfig: (frame, config) => parts.config().setConfig(frame, config),
    configured: (frame) => parts.config().succeed(frame),
    notConfigured: (frame, reason) => parts.config().fail(frame, reason),
    meetingDetails: () => {
      if (view().place !== 'meeting') return null
      const organizer = { id: site().favourites[0]?.oid ?? '', tenantId: settings.tenantId }
      return meetingDetails(view().site, words(), organizer)
    },

    shareLink: (sub, label) => share.show(linkTo({ ...view(), sub }, location.origin), label, words()),
    navigate,
    openLink: (link) => {
      const { appIds } = site()
      const app = { appIds, origin: location.origin, site: view().site, tabs: staticTabs() }
      const target = targetOf(link, app)
      if ('refused' in target) parts.say(words().linkRefused(link))
      if ('refused' in target) return target.refused
      if ('external' in target) window.open(target.external, '_blank', 'noopener')
      else change(target.place)
      return null
    },
    goBack: () => {
      const went = parts.goBack()
      if (!went) parts.say(words().noWayBack)
      return went
    },
    nestedAppAuth: (data) =>
      answerNestedAppAuth(data, {
        oid: parts.person()?.id ?? '',
        tenantId: settings.tenantId,
        token: (request) => tenant.token(request),
      }),
    getAuthToken: async () => {
      const request = { clientId: site().clientId, oid: parts.person()?.id ?? '', scopes: 'api' as const }
      try {
        return { token: (await tenant.token(request)).access_token }
      } catch (error) {
        if (isTenantError(error)) return { reason: error.description }
        throw error
      }
    },
  }
}

const configOf = (tab: TabInfo | undefined): Partial<TabConfig> =>
  tab === undefined ? {} : { entityId: tab.entityId, contentUrl: tab.contentUrl }
