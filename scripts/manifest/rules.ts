/** What Teams asks of an app package that the manifest's schema does not say. */
import { readPng } from './png.ts'

/** The parts of a manifest that the rules look at; the schema has checked their shapes. */
export type Manifest = {
  $schema: string
  icons: { color: string; outline: string; color32x32?: string }
  developer?: { websiteUrl: string; privacyUrl: string; termsOfUseUrl: string }
  staticTabs?: { entityId: string; contentUrl?: string; websiteUrl?: string; searchUrl?: string }[]
  configurableTabs?: { configurationUrl: string }[]
  composeExtensions?: { messageHandlers?: { value: { domains?: string[] } }[] }[]
  validDomains?: string[]
  webApplicationInfo?: { id: string; resource?: string; nestedAppAuthInfo?: { redirectUri: string }[] }
  localizationInfo?: {
    defaultLanguageFile?: string
    additionalLanguages?: { languageTag: string; file: string }[]
  }
}

export type Files = Record<string, Uint8Array>
export type Texts = Record<string, string>

/** Frames and sign-in only work on domains the package names; Teams loads nothing over http. */
export function urlFaults(manifest: Manifest): string[] {
  const domains = manifest.validDomains ?? []
  const covered = (host: string) =>
    domains.some((domain) => domain === host || (domain.startsWith('*.') && host.endsWith(domain.slice(1))))
  const app = manifest.webApplicationInfo
  const own = [
    ...(manifest.staticTabs ?? []).flatMap((tab) => [tab.contentUrl, tab.websiteUrl, tab.searchUrl]),
    ...(manifest.configurableTabs ?? []).map((tab) => tab.configurationUrl),
    ...(app?.nestedAppAuthInfo ?? []).map((info) => info.redirectUri),
  ].filter((url) => url !== undefined)
  const handlers = (manifest.composeExtensions ?? []).flatMap((extension) => extension.messageHandlers ?? [])
  const handled = handlers.flatMap(({ value }) => value.domains ?? [])
  const { websiteUrl, privacyUrl, termsOfUseUrl } = manifest.developer ?? {}
  const said = [websiteUrl, privacyUrl, termsOfUseUrl].filter((url) => url !== undefined)
  return [
    ...[...own, ...said].filter((url) => !url.startsWith('https://')).map((url) => `${url} is not https`),
    ...own.filter((url) => !covered(hostOf(url))).map((url) => `${url} is outside validDomains`),
    ...domains
      .filter((domain) => domain === '*' || /[:/]/.test(domain))
      .map((domain) => `validDomains: ${domain} must be a bare host name`),
    ...(app?.nestedAppAuthInfo ?? [])
      .filter(({ redirectUri }) => originOf(redirectUri) !== redirectUri)
      .map(({ redirectUri }) => `${redirectUri} must be an origin without a path`),
    ...handled.filter((host) => !covered(host)).map((host) => `links to ${host} are outside validDomains`),
    ...resourceFaults(app, covered),
  ]
}

/** https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/authentication/tab-sso-manifest */
function resourceFaults(app: Manifest['webApplicationInfo'], covered: (host: string) => boolean): string[] {
  if (app?.resource === undefined) return []
  const [, host, id] = /^api:\/\/([^/]+)\/(.+)$/.exec(app.resource) ?? []
  if (host === undefined || id !== app.id) return [`${app.resource} must be api://domain/${app.id}`]
  return covered(host) ? [] : [`${app.resource} is outside validDomains`]
}

/** https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package#app-icons */
export function iconFaults({ icons }: Manifest, files: Files): string[] {
  const asked = [
    { file: icons.color, size: 192, white: false },
    { file: icons.outline, size: 32, white: true },
    ...(icons.color32x32 === undefined ? [] : [{ file: icons.color32x32, size: 32, white: false }]),
  ]
  return asked.flatMap(({ file, size, white }) => {
    const bytes = files[file]
    if (bytes === undefined) return [`${file} is missing`]
    try {
      const { width, height, pixels } = readPng(bytes)
      const wrong = width !== size || height !== size
      if (wrong) return [`${file} is ${width}×${height}, it must be ${size}×${size}`]
      return white && !isWhiteOnNothing(pixels) ? [`${file} must be white on a transparent ground`] : []
    } catch (error) {
      return [`${file} ${error instanceof Error ? error.message : String(error)}`]
    }
  })
}

/** Every text in a language file must replace one in the manifest, and the default one must repeat it. */
export function languageFaults(manifest: Manifest, texts: Record<string, Texts>): string[] {
  const { defaultLanguageFile } = manifest.localizationInfo ?? {}
  const keys = new Set(Object.values(texts).flatMap(keysOf))
  return Object.entries(texts).flatMap(([file, said]) => [
    ...keysOf(said)
      .filter((key) => textAt(manifest, key) === undefined)
      .map((key) => `${file}: ${key} names nothing in the manifest`),
    ...[...keys].filter((key) => said[key] === undefined).map((key) => `${file}: ${key} is missing`),
    ...(file === defaultLanguageFile ? keysOf(said) : [])
      .filter((key) => textAt(manifest, key) !== undefined && textAt(manifest, key) !== said[key])
      .map((key) => `${file}: ${key} says something else than the manifest`),
  ])
}

export function languageFiles({ localizationInfo }: Manifest): string[] {
  const { defaultLanguageFile, additionalLanguages = [] } = localizationInfo ?? {}
  const others = additionalLanguages.map(({ file }) => file)
  return defaultLanguageFile === undefined ? others : [defaultLanguageFile, ...others]
}

const keysOf = (texts: Texts) => Object.keys(texts).filter((key) => key !== '$schema')

/** `staticTabs[0].name` → the text at that place. */
function textAt(manifest: Manifest, key: string): unknown {
  const steps = key.replaceAll(/\[(\d+)\]/g, '.$1').split('.')
  return steps.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], manifest)
}

function isWhiteOnNothing(pixels: Uint8Array | null): boolean {
  if (pixels === null) return false
  const points = Array.from({ length: pixels.length / 4 }, (_, at) => pixels.subarray(at * 4, at * 4 + 4))
  const clear = points.some(([, , , alpha]) => alpha === 0)
  return clear && points.every(([r, g, b, alpha]) => alpha === 0 || (r === 255 && g === 255 && b === 255))
}

const originOf = (url: string) => (URL.canParse(url) ? new URL(url).origin : '')
const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : '')
