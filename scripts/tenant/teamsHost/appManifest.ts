/** Reads the Teams app package as the host needs it: its name, its tabs and its loading indicator. */
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ExtensionInfo, Locale, Localised, SiteInfo, TabInfo } from './settings.ts'

type Manifest = {
  id: string
  name: { short: string }
  icons: { color: string }
  localizationInfo?: {
    defaultLanguageTag: string
    additionalLanguages?: { languageTag: string; file: string }[]
  }
  staticTabs?: { entityId: string; name?: string; contentUrl?: string }[]
  configurableTabs?: { configurationUrl: string; canUpdateConfiguration?: boolean }[]
  composeExtensions?: {
    commands?: { id: string; type?: string; initialRun?: boolean; parameters?: { name: string }[] }[]
    messageHandlers?: { type: string; value: { domains?: string[] } }[]
  }[]
  showLoadingIndicator?: boolean
}

export type AppInfo = {
  appName: Localised
  tabs: TabInfo[]
  configuration: SiteInfo['configuration']
  iconPath: string
  showLoadingIndicator: boolean
  extension: ExtensionInfo | null
}

// The manifest names its own server by these places; the host puts the local one there instead.
const tabOriginPlace = 'https://${{TAB_DOMAIN}}'
const tabDomainPlace = '${{TAB_DOMAIN}}'

/** Throws a sentence when a language file is missing or the manifest has no static tab. */
export async function readApp(manifestPath: string, tabOrigin: string): Promise<AppInfo> {
  const folder = dirname(manifestPath)
  const manifest = (await readJson(manifestPath)) as Manifest
  const texts = await readTexts(folder, manifest)
  const here = (url: string) => url.replaceAll(tabOriginPlace, tabOrigin)
  const localised = (key: string, inManifest: string): Localised => ({
    'sv-se': texts['sv-se'][key] ?? inManifest,
    'en-gb': texts['en-gb'][key] ?? inManifest,
  })
  const tabs = (manifest.staticTabs ?? []).flatMap((tab, index): TabInfo[] => {
    const { entityId, contentUrl } = tab
    if (contentUrl === undefined) return [] // `conversations` and `about` are Teams' own pages
    const name = localised(`staticTabs[${index}].name`, tab.name ?? entityId)
    return [{ entityId, name, contentUrl: here(contentUrl) }]
  })
  if (tabs.length === 0) throw new Error(`${manifestPath} has no static tab with a contentUrl`)
  const [configurable] = manifest.configurableTabs ?? []
  return {
    appName: localised('name.short', manifest.name.short),
    tabs,
    configuration:
      configurable === undefined
        ? null
        : {
            url: here(configurable.configurationUrl),
            // Teams' own default.
            canUpdate: configurable.canUpdateConfiguration ?? true,
          },
    iconPath: join(folder, manifest.icons.color),
    showLoadingIndicator: manifest.showLoadingIndicator ?? false,
    extension: extensionIn(manifest, new URL(tabOrigin).host),
  }
}

/** The first search of the first message extension: Teams shows one, and ours has one. */
function extensionIn({ composeExtensions = [] }: Manifest, tabDomain: string): ExtensionInfo | null {
  const [extension] = composeExtensions
  const search = extension?.commands?.find(({ type = 'query' }) => type === 'query')
  if (search === undefined) return null
  const handlers = extension?.messageHandlers ?? []
  return {
    commandId: search.id,
    parameter: search.parameters?.[0]?.name ?? '',
    initialRun: search.initialRun ?? false,
    domains: handlers
      .flatMap(({ value }) => value.domains ?? [])
      .map((domain) => domain.replace(tabDomainPlace, tabDomain)),
  }
}

/** The texts in each language; the default language's are in the manifest itself. */
async function readTexts(folder: string, { localizationInfo }: Manifest) {
  const texts: Record<Locale, Record<string, string>> = { 'sv-se': {}, 'en-gb': {} }
  for (const { languageTag, file } of localizationInfo?.additionalLanguages ?? []) {
    const locale = Object.keys(texts).find((each) => each.startsWith(languageTag)) as Locale | undefined
    if (locale !== undefined) texts[locale] = (await readJson(join(folder, file))) as Record<string, string>
  }
  return texts
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'))
}
