/** Links to a place in the app: the host page's own address and the links Teams itself understands. */
import type { HostSettings, Locale, Theme, Width } from './settings.ts'

/** Everything the address of the host page says; `person` is null until someone is chosen. */
export type View = {
  tab: string
  sub: string
  person: string | null
  theme: Theme
  locale: Locale
  width: Width
}

const themes: Theme[] = ['default', 'dark', 'contrast']
const locales: Locale[] = ['sv-se', 'en-gb']
const widths: Width[] = ['full', '390', '320']

// https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application
const teamsHosts = ['teams.microsoft.com', 'teams.cloud.microsoft']

/** Reads the address; an unknown tab, theme or language becomes the first one, never an error. */
export function readView(url: URL, settings: Pick<HostSettings, 'tabs'>): View {
  const query = url.searchParams
  const tabs = settings.tabs.map((tab) => tab.entityId)
  return {
    tab: oneOf(tabs, query.get('tab')),
    sub: query.get('sub') ?? '',
    person: query.get('person'),
    theme: oneOf(themes, query.get('theme')),
    locale: oneOf(locales, query.get('locale')),
    width: oneOf(widths, query.get('width')),
  }
}

/** The address that opens this view; the width of the window is left out when it is the ordinary one. */
export function linkTo(view: View, origin: string): string {
  const url = new URL('/', origin)
  url.searchParams.set('tab', view.tab)
  if (view.sub !== '') url.searchParams.set('sub', view.sub)
  if (view.person !== null) url.searchParams.set('person', view.person)
  url.searchParams.set('theme', view.theme)
  url.searchParams.set('locale', view.locale)
  if (view.width !== 'full') url.searchParams.set('width', view.width)
  return url.href
}

/** Where a link leads: a place in this app, somewhere else, or nowhere a browser may go. */
export type Target = { place: Partial<View> } | { external: string } | { refused: string }

/** Sorts a link the app wants opened. Only a place in this very app stays inside the host. */
export function targetOf(link: string, app: { appId: string; origin: string; tabs: string[] }): Target {
  if (!URL.canParse(link)) return { refused: `${link} is not an address` }
  const url = new URL(link)
  if (url.origin === app.origin && url.pathname === '/') return { place: ownPlace(url) }
  if (url.protocol === 'https:' && teamsHosts.includes(url.hostname)) {
    const [, l, kind, appId, entity] = url.pathname.split('/')
    if (l === 'l' && kind === 'entity' && appId === app.appId) {
      const tab = decodeURIComponent(entity ?? '')
      if (!app.tabs.includes(tab)) return { refused: `The app has no tab called ${tab}` }
      return { place: { tab, sub: subEntityOf(url.searchParams.get('context')) } }
    }
  }
  if (url.protocol === 'https:' || url.protocol === 'http:') return { external: url.href }
  return { refused: `Links of the kind ${url.protocol} are not opened` }
}

/** Only what the link says: who is signed in and how the page looks stay as they are unless it names them. */
function ownPlace(url: URL): Partial<View> {
  const query = url.searchParams
  const [tab, person] = [query.get('tab'), query.get('person')]
  return {
    ...(tab === null ? {} : { tab }),
    sub: query.get('sub') ?? '',
    ...(person === null ? {} : { person }),
  }
}

function subEntityOf(context: string | null): string {
  try {
    const said = JSON.parse(context ?? '{}') as { subEntityId?: unknown; subPageId?: unknown }
    const sub = said.subEntityId ?? said.subPageId
    return typeof sub === 'string' ? sub : ''
  } catch {
    return '' // a damaged context still leads to the tab
  }
}

function oneOf<T extends string>(known: T[], value: string | null): T {
  const found = known.find((each) => each === value) ?? known[0]
  if (found === undefined) throw new Error('The manifest has no static tab')
  return found
}
