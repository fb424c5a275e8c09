/** The tabs that people have added to a channel or a meeting: the same for everyone there, kept by the host. */
import type { SharedPlace } from './places.ts'
import { siteCalled, type HostSettings, type TabInfo } from './settings.ts'

/** What an app says of a configured tab, as `pages.config.setConfig` sends it. */
export type TabConfig = {
  entityId: string
  contentUrl: string
  suggestedDisplayName?: string
  websiteUrl?: string
  removeUrl?: string
}

export type InstalledTabs = {
  of(site: string, place: SharedPlace): TabConfig[]
  /** Adds a tab, or puts it in the place of `instead`. */
  put(site: string, place: SharedPlace, config: TabConfig, instead: string | null): void
  remove(site: string, place: SharedPlace, entityId: string): void
}

export function createInstalledTabs(settings: HostSettings): InstalledTabs {
  const memory = new Map<string, string>()
  const keyOf = (site: string, place: SharedPlace) =>
    `teams-host/${siteCalled(settings, site).siteId}/${place}`
  // The tab's server may have another port next time; what is kept names no server.
  const here = '{tabOrigin}'
  const of = (site: string, place: SharedPlace): TabConfig[] => {
    const { tabOrigin } = siteCalled(settings, site)
    const kept = read(memory, keyOf(site, place))?.replaceAll(here, tabOrigin)
    return kept === undefined ? [] : (JSON.parse(kept) as TabConfig[])
  }
  const write = (site: string, place: SharedPlace, tabs: TabConfig[]) => {
    const { tabOrigin } = siteCalled(settings, site)
    keep(memory, keyOf(site, place), JSON.stringify(tabs).replaceAll(tabOrigin, here))
  }
  return {
    of,
    put(site, place, config, instead) {
      const others = of(site, place).filter(
        ({ entityId }) => entityId !== config.entityId || entityId === instead,
      )
      const at = others.findIndex(({ entityId }) => entityId === instead)
      write(site, place, at < 0 ? [...others, config] : others.with(at, config))
    },
    remove: (site, place, entityId) =>
      write(
        site,
        place,
        of(site, place).filter((each) => each.entityId !== entityId),
      ),
  }
}

/** A configured tab beside those of the manifest: its name is what its app suggested, in one language. */
export function infoOf({ entityId, contentUrl, suggestedDisplayName }: TabConfig, appName: string): TabInfo {
  const name = suggestedDisplayName || appName
  return { entityId, contentUrl, name: { 'sv-se': name, 'en-gb': name } }
}

// A browser may deny storage; the tabs then last as long as the page.
function read(memory: Map<string, string>, key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? memory.get(key)
  } catch {
    return memory.get(key)
  }
}

function keep(memory: Map<string, string>, key: string, value: string): void {
  memory.set(key, value)
  try {
    localStorage.setItem(key, value)
  } catch {
    // kept in memory
  }
}
