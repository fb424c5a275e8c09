/** Links to a place in the app: the host page's own address and the links Teams itself understands. */
import { CHAT_TAB } from './chat/place.ts'
import { placeNames, placeOfThread, widthsIn, type PlaceName } from './places.ts'
import { siteCalled, type HostSettings, type Locale, type Theme, type Width } from './settings.ts'

/** Everything the address of the host page says; `person` is null until someone is chosen. */
export type View = {
  site: string
  place: PlaceName
  /** In a channel or a meeting, the entity of a tab that people added, or '' when there is none. */
  tab: string
  sub: string
  person: string | null
  theme: Theme
  locale: Locale
  width: Width
}

const themes: Theme[] = ['default', 'dark', 'contrast']
const locales: Locale[] = ['sv-se', 'en-gb']

// https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application
const teamsHosts = ['teams.microsoft.com', 'teams.cloud.microsoft']

/** Reads the address; an unknown site, tab, theme or language becomes the first one, never an error. */
export function readView(url: URL, settings: Pick<HostSettings, 'sites'>): View {
  const query = url.searchParams
  const site = siteCalled(settings, query.get('site'))
  const place = oneOf(placeNames, query.get('in'))
  const tabs = [...site.tabs.map((tab) => tab.entityId), CHAT_TAB]
  const tab = query.get('tab')
  return {
    site: site.id,
    place,
    tab: place === 'personal' ? oneOf(tabs, tab) : (tab ?? ''),
    sub: query.get('sub') ?? '',
    person: query.get('person'),
    theme: oneOf(themes, query.get('theme')),
    locale: oneOf(locales, query.get('locale')),
    width: oneOf(widthsIn[place], query.get('width')),
  }
}

/** The address that opens this view; what is ordinary is left out, but never the site. */
export function linkTo(view: View, origin: string): string {
  const url = new URL('/', origin)
  const put = (name: string, value: string) => url.searchParams.set(name, value)
  put('site', view.site)
  if (view.place !== 'personal') put('in', view.place)
  if (view.tab !== '') put('tab', view.tab)
  if (view.sub !== '') put('sub', view.sub)
  if (view.person !== null) put('person', view.person)
  put('theme', view.theme)
  put('locale', view.locale)
  if (view.width !== widthsIn[view.place][0]) put('width', view.width)
  return url.href
}

/** Where a link leads: a place in this app, somewhere else, or nowhere a browser may go. */
export type Target = { place: Partial<View> } | { external: string } | { refused: string }

/** Sorts a link the app wants opened. Only a place in this very app stays inside the host. */
export function targetOf(
  link: string,
  app: { appIds: string[]; origin: string; site: string; tabs: string[] },
): Target {
  if (!URL.canParse(link)) return { refused: `${link} is not an address` }
  const url = new URL(link)
  if (url.origin === app.origin && url.pathname === '/') return { place: ownPlace(url) }
  if (url.protocol === 'https:' && teamsHosts.includes(url.hostname)) {
    const [, l, kind, appId = '', entity] = url.pathname.split('/')
    if (l === 'l' && kind === 'entity' && app.appIds.includes(appId)) {
      const tab = decodeURIComponent(entity ?? '')
      const { sub, thread } = contextIn(url.searchParams.get('context'))
      const place = placeOfThread(app.site, thread)
      if (place !== undefined) return { place: { place, tab, sub } }
      if (!app.tabs.includes(tab)) return { refused: `The app has no tab called ${tab}` }
      return { place: { place: 'personal', tab, sub } }
    }
  }
  if (url.protocol === 'https:' || url.protocol === 'http:') return { external: url.href }
  return { refused: `Links of the kind ${url.protocol} are not opened` }
}

/** The link as Teams has it, for an app that shows its card: of a place in this host, or one that the app asked for. */
export function teamsLinkOf(
  link: string,
  { appId, origin }: { appId: string; origin: string },
  domains: string[],
): string | null {
  if (!URL.canParse(link)) return null
  const url = new URL(link)
  if (url.origin !== origin) return domains.includes(url.host) ? url.href : null
  const { tab, sub } = ownPlace(url)
  if (tab === undefined || tab === CHAT_TAB) return null
  const entity = new URL(`https://teams.microsoft.com/l/entity/${appId}/${encodeURIComponent(tab)}`)
  entity.searchParams.set('context', JSON.stringify({ subEntityId: sub }))
  return entity.href
}

/** Only what the link says: who is signed in and how the page looks stay as they are unless it names them. */
function ownPlace(url: URL): Partial<View> {
  const query = url.searchParams
  const [site, tab, person] = [query.get('site'), query.get('tab'), query.get('person')]
  return {
    ...(site === null ? {} : { site }),
    place: oneOf(placeNames, query.get('in')),
    ...(tab === null ? {} : { tab }),
    sub: query.get('sub') ?? '',
    ...(person === null ? {} : { person }),
  }
}

function contextIn(context: string | null): { sub: string; thread?: unknown } {
  try {
    const said = JSON.parse(context ?? '{}') as Record<string, unknown>
    const sub = said['subEntityId'] ?? said['subPageId']
    return { sub: typeof sub === 'string' ? sub : '', thread: said['channelId'] ?? said['chatId'] }
  } catch {
    return { sub: '' } // a damaged context still leads to the tab
  }
}

function oneOf<T extends string>(known: T[], value: string | null): T {
  const found = known.find((each) => each === value) ?? known[0]
  if (found === undefined) throw new Error('The manifest has no static tab')
  return found
}
