/** What the page knows before anything is asked: the installation's configuration, and what the address says of the host. */
import type { BrowserConfig } from '#src/config.ts'
import { localeOf, type Locale } from '#src/text/words.ts'

export type ThemeName = 'default' | 'dark' | 'contrast'

/** The configuration the server wrote into the page. Throws when the page was served without one. */
export function readBrowserConfig(): BrowserConfig {
  const config = JSON.parse(document.getElementById('config')?.textContent ?? '{}') as Partial<BrowserConfig>
  if (!config.siteId) throw new Error('The page has no configuration: it must be served by the server')
  return config as BrowserConfig
}

/** Theme, language and person as the host wrote them in the address, so that the first paint needs no host. */
export function readAddress(search: string): {
  theme: ThemeName
  locale: Locale
  personHint: string | undefined
} {
  const query = new URLSearchParams(search)
  return {
    theme: themeOf(query.get('theme')),
    locale: localeOf(query.get('locale') ?? undefined),
    personHint: query.get('user') || undefined,
  }
}

/** Where a deep link leads inside the tab: its own query beside what the host wrote in the address. Never another origin. */
export function addressOf(route: string, { href, origin }: { href: string; origin: string }): string {
  const url = new URL(route, origin)
  for (const [name, value] of new URL(href).searchParams)
    if (!url.searchParams.has(name)) url.searchParams.set(name, value)
  return url.pathname + url.search
}

/** Whether an address is that of a tab as the host opens it: a single part, or the subject of a channel's. */
export const isTab = (path: string): boolean => /^\/(channel\/)?[^/]*$/.test(path)

/** A channel's tab is the way back from what a link opened in it. */
export const wayBackTo = (tab: string) => (tab.startsWith('/channel/') ? { page: tab } : null)

export const themeOf = (name: string | null): ThemeName =>
  name === 'dark' || name === 'contrast' ? name : 'default'
