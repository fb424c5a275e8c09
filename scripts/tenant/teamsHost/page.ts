/** The host page: one app in Teams' place, where it is shown, whom to be in it and how it should look. */
import { createBusinessDay } from './businessDay.ts'
import { createChat } from './chat/chat.ts'
import { chatAt } from './chat/tenant.ts'
import { readView, linkTo, type View } from './deepLinks.ts'
import { byId, initialsOf } from './elements.ts'
import { createInstalledTabs } from './installedTabs.ts'
import { createPersonPicker } from './personPicker.ts'
import { siteCalled, type HostSettings } from './settings.ts'
import { createShareDialog } from './shareDialog.ts'
import { createStage } from './stage.ts'
import { createTabBar } from './tabBar.ts'
import { tenantAt, type Person } from './tenant.ts'
import { createToolbar } from './toolbar.ts'
import { createVeil } from './veil.ts'
import { sayWords, wordsIn } from './words.ts'

const settings = (await (await fetch('/settings.json')).json()) as HostSettings
const tenant = tenantAt(settings.tenantOrigin)
const status = byId('status', HTMLParagraphElement)
const container = byId('stage', HTMLElement)
let people: Person[] = []

const words = () => wordsIn[stage.view().locale]
const say = (message: string) => (status.textContent = message)
const veil = createVeil(document.body, () => void start())
const share = createShareDialog()
const installed = createInstalledTabs(settings)
const person = () => people.find((each) => each.id === stage.view().person) ?? null
const site = () => siteCalled(settings, stage.view().site)
const view = readView(new URL(location.href), settings)
const parts = { view, settings, installed, tenant, veil, share, container, person, drawn: draw, say }
const stage = createStage(parts)
const day = createBusinessDay(tenant, () => site().siteId, {
  moved: (to) => {
    say(words().dayMoved(to))
    stage.load() // the server writes the day into the tab's page
  },
  stopped: (time) => say(time === null ? words().timeGoes : words().timeMoved(time)),
  failed: () => say(words().dayFailed),
})
const picker = createPersonPicker(
  () => ({ people, favourites: site().favourites, staff: site().staff }),
  (oid) => stage.change({ person: oid }),
)
const toolbar = createToolbar(settings, (next) => {
  say('')
  stage.change(next.site === undefined ? next : { ...next, person: personAt(next.site) })
})
const tabBar = createTabBar(settings, () => stage, {
  remove: (entityId) => {
    const { site, place } = stage.view()
    if (place !== 'personal') installed.remove(site, place, entityId)
    stage.change({ tab: '', sub: '' })
  },
  isReady: () => people.length > 0,
})
const chat = createChat({
  settings,
  tenant: chatAt(settings.tenantOrigin),
  site,
  view: () => stage.view(),
  person,
  change: (next) => stage.change(next),
  correct: (view) => stage.restore(view),
  openLink: (link) => stage.openLink(link),
})
let daySite = ''

byId('person', HTMLButtonElement).addEventListener('click', () => picker.open(stage.view().person, words()))
byId('back', HTMLButtonElement).addEventListener('click', () => stage.back())
byId('share', HTMLButtonElement).addEventListener('click', () =>
  share.show(linkTo(stage.view(), location.origin), '', words()),
)
window.addEventListener('popstate', () => {
  const { theme, locale, width } = stage.view() // going back changes the place, not the looks
  stage.restore(known({ ...readView(new URL(location.href), settings), theme, locale, width }))
})
draw(view)
await start()

/** Reads the directory and loads the tab as the person of the link, or as the first of the roles. */
async function start(): Promise<void> {
  daySite = ''
  try {
    if (people.length === 0) people = await tenant.people()
  } catch {
    return veil.fail(words().noTenant)
  }
  const asked = stage.view().person
  const found = known(stage.view())
  say(asked !== null && asked !== found.person ? words().unknownPerson : '')
  stage.restore(found)
}

/** The view with a person that the directory knows. */
function known(view: View): View {
  const { favourites } = siteCalled(settings, view.site)
  const wanted = [view.person, ...favourites.map((each) => each.oid), people[0]?.id]
  return { ...view, person: wanted.find((oid) => people.some((each) => each.id === oid)) ?? null }
}

/** Whoever is signed in, in their own organisation; in another, the first of its roles. */
function personAt(id: string): string | null {
  const { staff, favourites } = siteCalled(settings, id)
  const { person } = stage.view()
  return person !== null && staff.includes(person) ? person : (favourites[0]?.oid ?? person)
}

function draw(view: View): void {
  const [words, appName] = [wordsIn[view.locale], settings.appName[view.locale]]
  const root = document.documentElement
  root.lang = view.locale.slice(0, 2)
  root.dataset['theme'] = view.theme
  container.dataset['width'] = view.width
  container.dataset['place'] = view.place
  byId('meeting', HTMLElement).hidden = view.place !== 'meeting'
  document.title = words.title(appName)
  sayWords(document, words)
  byId('appName', HTMLHeadingElement).textContent = appName
  toolbar.draw(view)
  tabBar.draw(view)
  drawPerson(view)
  chat.draw()
  day.draw(view.locale)
  if (people.length > 0 && daySite !== view.site) {
    daySite = view.site
    void day.read()
  }
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
