/** The host page: one app in Teams' place, whom to be in it and how it should look. */
import { createBusinessDay } from './businessDay.ts'
import { readView, linkTo, type View } from './deepLinks.ts'
import { byId, initialsOf } from './elements.ts'
import { createPersonPicker } from './personPicker.ts'
import type { HostSettings, Locale, Theme, Width } from './settings.ts'
import { createShareDialog } from './shareDialog.ts'
import { createStage } from './stage.ts'
import { tenantAt, type Person } from './tenant.ts'
import { createVeil } from './veil.ts'
import { languageNames, sayWords, wordsIn } from './words.ts'

const settings = (await (await fetch('/settings.json')).json()) as HostSettings
const tenant = tenantAt(settings.tenantOrigin, settings.siteId)
const status = byId('status', HTMLParagraphElement)
const container = byId('stage', HTMLElement)
const [theme, locale] = [byId('theme', HTMLSelectElement), byId('locale', HTMLSelectElement)]
const width = byId('width', HTMLSelectElement)
let people: Person[] = []

const words = () => wordsIn[stage.view().locale]
const say = (message: string) => (status.textContent = message)
const veil = createVeil(document.body, () => void start())
const share = createShareDialog()
const person = () => people.find((each) => each.id === stage.view().person) ?? null
const view = readView(new URL(location.href), settings)
const stage = createStage({ view, settings, tenant, veil, share, container, person, drawn: draw, say })
const day = createBusinessDay(tenant, {
  moved: (to) => {
    say(words().dayMoved(to))
    stage.load() // the server writes the day into the tab's page
  },
  failed: () => say(words().dayFailed),
})
const picker = createPersonPicker(
  () => ({ people, favourites: settings.favourites }),
  (oid) => stage.change({ person: oid }),
)

locale.append(...Object.entries(languageNames).map(([value, name]) => new Option(name, value)))
theme.addEventListener('change', () => stage.change({ theme: theme.value as Theme }))
locale.addEventListener('change', () => stage.change({ locale: locale.value as Locale }))
width.addEventListener('change', () => stage.change({ width: width.value as Width }))
byId('person', HTMLButtonElement).addEventListener('click', () => picker.open(stage.view().person, words()))
byId('share', HTMLButtonElement).addEventListener('click', () =>
  share.show(linkTo(stage.view(), location.origin), '', words()),
)
const roomy = matchMedia('(width >= 640px)')
const showTools = () => (byId('tools', HTMLDetailsElement).open = roomy.matches)
roomy.addEventListener('change', showTools)
showTools()
window.addEventListener('popstate', () => {
  const { tab, sub, person } = readView(new URL(location.href), settings)
  stage.restore(known({ ...stage.view(), tab, sub, person })) // going back changes the place, not the looks
})
draw(view)
await start()

/** Reads the directory and loads the tab as the person of the link, or as the first of the roles. */
async function start(): Promise<void> {
  try {
    if (people.length === 0) people = await tenant.people()
  } catch {
    return veil.fail(words().noTenant)
  }
  const asked = stage.view().person
  const found = known(stage.view())
  say(asked !== null && asked !== found.person ? words().unknownPerson : '')
  stage.restore(found)
  await day.read()
}

/** The view with a person that the directory knows. */
function known(view: View): View {
  const wanted = [view.person, ...settings.favourites.map((each) => each.oid), people[0]?.id]
  return { ...view, person: wanted.find((oid) => people.some((each) => each.id === oid)) ?? null }
}

function draw(view: View): void {
  const [words, appName] = [wordsIn[view.locale], settings.appName[view.locale]]
  const root = document.documentElement
  root.lang = view.locale.slice(0, 2)
  root.dataset['theme'] = view.theme
  container.dataset['width'] = view.width
  document.title = words.title(appName)
  sayWords(document, words)
  byId('appName', HTMLHeadingElement).textContent = appName
  ;[theme.value, locale.value, width.value] = [view.theme, view.locale, view.width]
  day.draw(view.locale)
  drawTabs(view)
  drawPerson(view)
}

function drawTabs(view: View): void {
  const nav = byId('tabs', HTMLElement)
  nav.ariaLabel = wordsIn[view.locale].tabs(settings.appName[view.locale])
  const links = settings.tabs.map((tab) => {
    const link = document.createElement('a')
    link.href = linkTo({ ...view, tab: tab.entityId, sub: '' }, location.origin)
    link.textContent = tab.name[view.locale]
    if (tab.entityId === view.tab) link.ariaCurrent = 'page'
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      stage.change({ tab: tab.entityId, sub: '' })
      nav.querySelector<HTMLElement>('[aria-current]')?.focus()
    })
    return link
  })
  nav.replaceChildren(...links)
}

function drawPerson(view: View): void {
  const button = byId('person', HTMLButtonElement)
  const shown = people.find((each) => each.id === view.person)
  const put = (selector: string, text: string) => {
    const element = button.querySelector(selector)
    if (element !== null) element.textContent = text
  }
  put('.initials', initialsOf(shown?.displayName ?? ''))
  put('.name', shown?.displayName ?? wordsIn[view.locale].switchPerson)
  put('.title', shown?.jobTitle ?? '')
  button.ariaLabel = shown === undefined ? null : wordsIn[view.locale].signedInAs(shown.displayName)
  button.disabled = people.length === 0
}
