/** Paints what the browser already knows, then connects to host and service. */
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { loadWords } from './language.ts'
import { preload } from './routes.tsx'
import { openDoor, openSession, whoIs } from './session.ts'
import { addressOf, isTab, readAddress, readBrowserConfig, type ThemeName, wayBackTo } from './start.ts'
import { loadLook } from './themes/load.ts'
import './ui/base.css'

const config = readBrowserConfig()
const { theme, locale, personHint } = readAddress(window.location.search)
document.documentElement.dataset.theme = theme
document.documentElement.lang = locale

preload(window.location.pathname)
const root = createRoot(document.getElementById('root') as HTMLElement)
const door = openDoor(config)
const [look, words, session] = await Promise.all([
  loadLook(theme),
  loadWords(locale),
  personHint
    ? openSession(door, { id: personHint, name: '' })
    : whoIs(door).then((person) => openSession(door, person)),
])

let shown = { look, words, session }
const show = (next: Partial<typeof shown>) => {
  shown = { ...shown, ...next }
  document.documentElement.dataset.theme = shown.look.name
  document.documentElement.lang = shown.words.locale
  const { look, ...rest } = shown
  root.render(<App {...rest} theme={look.theme} today={config.today} />)
}
show({})

const host = await door.host
if (host) {
  host.onTheme((name: ThemeName) => void loadLook(name).then((look) => show({ look })))
  // A deep link opens one of the tabs, and says where in it.
  const { pathname } = window.location
  if (host.route && isTab(pathname)) {
    window.history.replaceState(wayBackTo(pathname), '', addressOf(host.route, window.location))
    host.openInItsTab(host.route, pathname)
  }
  const language = host.locale === shown.words.locale ? {} : { words: await loadWords(host.locale) }
  // The address named someone else than the host does: nothing of theirs may be shown.
  const person =
    host.person.id && host.person.id !== shown.session.person.id
      ? { session: await openSession(door, host.person) }
      : {}
  show({ look: await loadLook(host.theme), ...language, ...person })
  host.loaded()
}
