/** What the server tells the host page: shared by both. */
import type { Role } from './words.ts'

export type Locale = 'sv-se' | 'en-gb'
export type Theme = 'default' | 'dark' | 'contrast'
export type Width = 'full' | '390' | '320' | '280'
export type Localised = Record<Locale, string>

/** A tab of the app; `contentUrl` still has its `{app.theme}` places, on the tab's own origin. */
export type TabInfo = { entityId: string; name: Localised; contentUrl: string }

export type Favourite = { oid: string; role: Role }

/** One organisation's installation of the app: a site and a tab of its own, in the same tenant. */
export type SiteInfo = {
  id: string
  name: string
  tabOrigin: string
  /** What links call the app: its id in the organisation's catalogue first, then in its manifest and in this host. */
  appIds: string[]
  siteId: string
  clientId: string
  /** The static tabs of the manifest. */
  tabs: TabInfo[]
  /** What a channel or a meeting is asked with, when the app can be put there. */
  configuration: { url: string; canUpdate: boolean } | null
  /** The short list of persons; the first is signed in when a link names nobody. */
  favourites: Favourite[]
  /** Object ids of everyone in the organisation. */
  staff: string[]
}

/** The app's search in a message, and the domains whose links it shows as cards. */
export type ExtensionInfo = {
  commandId: string
  parameter: string
  /** It answers with something before anything is written. */
  initialRun: boolean
  domains: string[]
}

export type HostSettings = {
  appId: string
  appName: Localised
  tenantOrigin: string
  tenantId: string
  showLoadingIndicator: boolean
  /** None when the manifest has no message extension. */
  extension: ExtensionInfo | null
  /** The one shown first, first. */
  sites: SiteInfo[]
}

/** The site called so, else the one shown first. */
export function siteCalled({ sites }: Pick<HostSettings, 'sites'>, id: string | null): SiteInfo {
  const found = sites.find((each) => each.id === id) ?? sites[0]
  if (found === undefined) throw new Error('The host shows no site')
  return found
}
