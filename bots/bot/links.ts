/** Links between Teams and the tab's pages. */
import type { Config } from '#src/config.ts'

/** https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application#teams-apps-deep-link-to-tab */
const TEAMS = 'https://teams.microsoft.com'
const TAB = 'home'
type Ids = Pick<Config, 'TEAMS_APP_ID' | 'TEAMS_CATALOG_ID' | 'TAB_DOMAIN'>

/** Opens a page (`/initiative/i-1`) inside Teams; in the browser where Teams isn't. */
export function tabLinks(config: Ids): (route: string) => string {
  const { TAB_DOMAIN } = config
  const app = appOf(config)
  return (route) => {
    if (!app) return `https://${TAB_DOMAIN ?? ''}${route}`
    const link = new URL(`${TEAMS}/l/entity/${app}/${TAB}`)
    if (TAB_DOMAIN) link.searchParams.set('webUrl', `https://${TAB_DOMAIN}${route}`)
    link.searchParams.set('context', JSON.stringify({ subEntityId: route }))
    return link.href
  }
}

/** The page of the tab that a link leads to, whoever wrote the link; nothing when it leads elsewhere. */
export function routeIn(url: string, config: Ids): string | undefined {
  if (!URL.canParse(url)) return undefined
  const link = new URL(url)
  if (link.username || link.password) return undefined
  if (link.origin === `https://${config.TAB_DOMAIN}`) return ours(link.pathname + link.search)
  if (link.origin !== TEAMS || !link.pathname.startsWith(`/l/entity/${appOf(config)}/`)) return undefined
  try {
    const context = JSON.parse(link.searchParams.get('context') ?? '{}') as { subEntityId?: unknown } | null
    return ours(String(context?.subEntityId ?? ''))
  } catch {
    return undefined
  }
}

/** As Teams' catalogue calls it: there links go by that, and by the manifest's where the app was only uploaded. */
const appOf = ({ TEAMS_CATALOG_ID, TEAMS_APP_ID }: Ids) => TEAMS_CATALOG_ID ?? TEAMS_APP_ID

/** A path of ours has plain parts only, and at most three; of what follows it, the key of a decision says which one. */
function ours(route: string): string | undefined {
  const [path = '', asked] = route.split('#')[0]?.split('?') ?? []
  if (!/^(\/[\w.~%-]{1,200}){1,3}$/.test(path)) return undefined
  const key = new URLSearchParams(asked).get('key')
  return key ? `${path}?${new URLSearchParams({ key })}` : path
}
