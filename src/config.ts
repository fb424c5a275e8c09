/** What an installation is: read once from the environment by the server and scripts, checked, and told in plain words when wrong. */
import * as v from 'valibot'

const origin = v.pipe(
  v.string(),
  v.url(),
  v.transform((url) => url.replace(/\/$/, '')),
)
const guid = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'must be a GUID'))
const list = v.pipe(
  v.string(),
  v.transform((text) => text.split(/[\s,]+/).filter(Boolean)),
)

const environment = v.object({
  TENANT_ID: guid,
  /** The Entra application of the tab and of our API. */
  CLIENT_ID: guid,
  /** Site id as Graph gives it: host,collection,web. */
  SITE_ID: v.pipe(v.string(), v.regex(/^[^,]+,[^,]+,[^,]+$/, 'must be host,guid,guid')),
  /** The server's own identity; without it, its managed identity is used. */
  SERVER_CLIENT_ID: v.optional(guid),
  SERVER_CLIENT_SECRET: v.optional(v.string()),
  /** Entra id of the group that reads what is confidential; without it nothing can be marked so. */
  CONFIDENTIAL_GROUP_ID: v.optional(guid),
  GRAPH_ORIGIN: v.optional(origin, 'https://graph.microsoft.com'),
  /** Where the site's files are sent and fetched; the host of the site itself unless a local tenant stands in for it. */
  SHAREPOINT_ORIGIN: v.optional(origin),
  AUTHORITY: v.optional(origin, 'https://login.microsoftonline.com'),
  /** Hosts besides Microsoft's own that may show the tab. */
  ALLOWED_HOSTS: v.optional(list, ''),
  PORT: v.optional(v.pipe(v.string(), v.transform(Number), v.integer(), v.maxValue(65_535)), '3978'),
  /** The bot's own Entra application; without it there is no bot. */
  BOT_CLIENT_ID: v.optional(guid),
  /** For trials; without it the bot is the managed identity of that client id. */
  BOT_CLIENT_SECRET: v.optional(v.string()),
  /** Messages a second to all people together: Teams lets an application send 30 to 50. */
  BOT_RATE_PER_SECOND: v.optional(
    v.pipe(v.string(), v.transform(Number), v.number(), v.minValue(0.1), v.maxValue(30)),
    '10',
  ),
  /** Where the bot's own tokens come from, and who signs what is sent to it. Real hosts unless a local tenant stands in for them. */
  BOT_LOGIN_ENDPOINT: v.optional(origin, 'https://login.microsoftonline.com'),
  BOT_OPENID_METADATA_URL: v.optional(
    origin,
    'https://login.botframework.com/v1/.well-known/openidconfiguration',
  ),
  BOT_TOKEN_ISSUER: v.optional(origin, 'https://api.botframework.com'),
  /** The app's id in the manifest. */
  TEAMS_APP_ID: v.optional(guid),
  /** Its id in the organisation's catalogue, as Teams admin center shows it: what links and installations go by. */
  TEAMS_CATALOG_ID: v.optional(guid),
  /** The host of the tab, as in the manifest: `samstyr.contoso.se`. */
  TAB_DOMAIN: v.optional(v.pipe(v.string(), v.regex(/^[\w.-]+(:\d+)?$/, 'must be a host'))),
  /** Only for the local tenant: where the demo's business day is asked for. */
  DEMO_CLOCK_URL: v.optional(origin),
  /** Only for the local tenant: the address the host page is at. */
  DEMO_HOST_ORIGIN: v.optional(origin),
})

export type Config = v.InferOutput<typeof environment>

/** What the server writes into `index.html` for the browser. One build serves every installation. */
export interface BrowserConfig {
  tenantId: string
  clientId: string
  /** Scope of our own API. */
  apiScope: string
  siteId: string
  /** List names to list ids: no discovery in the browser. */
  listIds: Record<string, string>
  graphOrigin: string
  authority: string
  /** The group that reads what is confidential, where there is one. */
  confidentialGroup?: string
  allowedHosts: string[]
  /** The business day, owned by the server. */
  today: string
}

/** By these the bot's SDK would take calls from anybody. */
const dangerous = ['DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS'] as const

/** Throws an Error that names every wrong variable. A demo clock is refused beside the real Graph, and whatever would open the bot to all. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const opened = dangerous.filter((name) => env[name] !== undefined)
  if (opened.length > 0)
    throw new Error(`${opened.join(', ')} must not be set: the bot always checks who calls`)
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  const result = v.safeParse(environment, given)
  if (!result.success) {
    const wrong = result.issues.map((issue) => `${issue.path?.[0]?.key ?? '?'}: ${issue.message}`)
    throw new Error(`The environment is not complete:\n  ${wrong.join('\n  ')}`)
  }
  const { BOT_CLIENT_ID, TEAMS_APP_ID, TEAMS_CATALOG_ID, TAB_DOMAIN } = result.output
  if (BOT_CLIENT_ID && !(TEAMS_APP_ID ?? TEAMS_CATALOG_ID ?? TAB_DOMAIN))
    throw new Error('The bot links to the tab: it needs TEAMS_APP_ID, TEAMS_CATALOG_ID or TAB_DOMAIN')
  if (result.output.DEMO_CLOCK_URL && !isLoopback(result.output.GRAPH_ORIGIN)) {
    throw new Error(
      'DEMO_CLOCK_URL is for the local tenant only: the business day of a real installation is the real day',
    )
  }
  return result.output
}

/** The host that files travel to and from: https://contoso.sharepoint.com. */
export const sharePointOrigin = ({ SHAREPOINT_ORIGIN, SITE_ID }: Config): string =>
  SHAREPOINT_ORIGIN ?? `https://${SITE_ID.split(',')[0] ?? ''}`

export const isLoopback = (url: string) => /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/|$)/.test(url)
