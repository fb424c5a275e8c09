/** The app in its place: the frame of the open tab, what it may ask for, and how the view changes. */
import { fillContentUrl } from './contentUrl.ts'
import { linkTo, targetOf, type View } from './deepLinks.ts'
import type { Frame } from './frames.ts'
import { createHost } from './host.ts'
import { answerNestedAppAuth } from './nestedAppAuth.ts'
import type { HostActions, Place } from './protocol.ts'
import type { ShareDialog } from './shareDialog.ts'
import type { HostSettings } from './settings.ts'
import { createTaskDialog } from './taskDialog.ts'
import { isTenantError, type Person, type Tenant } from './tenant.ts'
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
}

export type StageParts = {
  view: View
  settings: HostSettings
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
  const { settings, tenant, veil, share } = parts
  const tabNames = settings.tabs.map((tab) => tab.entityId)
  const sessionId = crypto.randomUUID()
  let view = parts.view
  let tab: Frame | null = null
  const words = () => wordsIn[view.locale]

  const load = () => {
    tasks.cancel()
    for (const frame of host.frames()) host.close(frame)
    const [person, info] = [parts.person(), settings.tabs.find((each) => each.entityId === view.tab)]
    if (person === null || info === undefined) return veil.fail(words().noPeople)
    const url = fillContentUrl(info.contentUrl, {
      theme: view.theme,
      locale: view.locale,
      entityId: view.tab,
      subEntityId: view.sub,
      oid: person.id,
      upn: person.userPrincipalName,
      tenantId: settings.tenantId,
    })
    const title = info.name[view.locale]
    veil.cover(title, settings.showLoadingIndicator, words())
    tab = host.open({ url, title, frameContext: 'content', container: parts.container })
  }

  const change = (next: Partial<View>) => {
    const before = view
    view = { ...view, ...next }
    const looksOnly = Object.keys(next).every((key) => key === 'theme' || key === 'width')
    const moved = (['tab', 'sub', 'person'] as const).some((key) => view[key] !== before[key])
    const depth = depthOf(history.state)
    if (moved) history.pushState({ depth: depth + 1 }, '', linkTo(view, location.origin))
    else history.replaceState({ depth }, '', linkTo(view, location.origin))
    parts.drawn(view)
    if (!looksOnly) return load()
    if (before.theme !== view.theme) host.emit('themeChange', [view.theme])
  }

  const navigate = ({ appId, pageId, subPageId }: Place): string | null => {
    if (appId !== undefined && appId !== settings.appId) return `The app ${appId} is not installed here`
    const to = pageId ?? tabNames[0] ?? ''
    if (!tabNames.includes(to)) return `The app has no tab called ${to}`
    change({ tab: to, sub: subPageId ?? '' })
    return null
  }

  const actions: HostActions = {
    // teams-js still reads the flat context of version 1 and maps it to app.Context itself.
    context: () => {
      const person = parts.person()
      return {
        locale: view.locale,
        theme: view.theme,
        entityId: view.tab,
        subEntityId: view.sub === '' ? undefined : view.sub,
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
      }
    },
    dialogs: (opener) => host.frames(opener),
    loaded: (frame) => frame === tab && veil.lift(),
    failed: (frame, message) => {
      const name = settings.tabs.find((each) => each.entityId === view.tab)?.name[view.locale] ?? ''
      if (frame === tab) veil.fail(`${words().failed(name)} ${message}`.trim())
    },
    openDialog: (info, opener) => tasks.open(info, opener),
    resizeDialog: (_, size) => tasks.resize(size),
    closeDialog: (frame, result) => tasks.finish(frame, result),
    shareLink: (sub, label) => share.show(linkTo({ ...view, sub }, location.origin), label, words()),
    navigate,
    openLink: (link) => {
      const target = targetOf(link, { appId: settings.appId, origin: location.origin, tabs: tabNames })
      if ('refused' in target) parts.say(words().linkRefused(link))
      if ('refused' in target) return target.refused
      if ('external' in target) window.open(target.external, '_blank', 'noopener')
      else change(target.place)
      return null
    },
    goBack: () => {
      if (depthOf(history.state) === 0) return false
      history.back()
      return true
    },
    nestedAppAuth: (data) =>
      answerNestedAppAuth(data, {
        oid: parts.person()?.id ?? '',
        tenantId: settings.tenantId,
        token: (request) => tenant.token(request),
      }),
    getAuthToken: async () => {
      const request = { clientId: settings.clientId, oid: parts.person()?.id ?? '', scopes: 'api' as const }
      try {
        return { token: (await tenant.token(request)).access_token }
      } catch (error) {
        if (isTenantError(error)) return { reason: error.description }
        throw error
      }
    },
  }
  const host = createHost(actions)
  const tasks = createTaskDialog(host, settings.tabOrigin)

  return {
    view: () => view,
    change,
    restore: (restored) => {
      view = restored
      history.replaceState({ depth: depthOf(history.state) }, '', linkTo(view, location.origin))
      parts.drawn(view)
      load()
    },
    load,
  }
}

/** How many places the app has been to since the page was opened: kept with each entry of the history. */
const depthOf = (state: unknown): number => (state as { depth?: number } | null)?.depth ?? 0
