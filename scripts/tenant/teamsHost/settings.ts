/** What the server tells the host page: shared by both, so nothing but types. */
import type { Role } from './words.ts'

export type Locale = 'sv-se' | 'en-gb'
export type Theme = 'default' | 'dark' | 'contrast'
export type Width = 'full' | '390' | '320'
export type Localised = Record<Locale, string>

/** A static tab of the manifest; `contentUrl` still has its `{app.theme}` places, on the tab's own origin. */
export type TabInfo = { entityId: string; name: Localised; contentUrl: string }

export type Favourite = { oid: string; role: Role }

export type HostSettings = {
  appId: string
  appName: Localised
  tabs: TabInfo[]
  tabOrigin: string
  tenantOrigin: string
  siteId: string
  tenantId: string
  clientId: string
  favourites: Favourite[]
  showLoadingIndicator: boolean
}
