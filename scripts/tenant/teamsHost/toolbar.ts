/** What a trial run is steered with: organisation, place, theme, language and width. */
import type { View } from './deepLinks.ts'
import { byId } from './elements.ts'
import { widthsIn, type PlaceName } from './places.ts'
import type { HostSettings, Locale, Theme, Width } from './settings.ts'
import { languageNames, wordsIn } from './words.ts'

export type Toolbar = { draw(view: View): void }

export function createToolbar(settings: HostSettings, change: (next: Partial<View>) => void): Toolbar {
  const select = (id: string, turned: (value: string) => Partial<View>) => {
    const element = byId(id, HTMLSelectElement)
    element.addEventListener('change', () => change(turned(element.value)))
    return element
  }
  const site = select('site', (id) => ({ site: id, tab: '', sub: '' }))
  const place = select('place', (name) => ({ place: name as PlaceName, tab: '', sub: '' }))
  const theme = select('theme', (name) => ({ theme: name as Theme }))
  const locale = select('locale', (name) => ({ locale: name as Locale }))
  const width = select('width', (name) => ({ width: name as Width }))
  site.append(...settings.sites.map(({ id, name }) => new Option(name, id)))
  // A choice of one is none.
  byId('siteChoice', HTMLLabelElement).hidden = settings.sites.length < 2
  locale.append(...Object.entries(languageNames).map(([value, name]) => new Option(name, value)))

  const roomy = matchMedia('(width >= 640px)')
  const showTools = () => (byId('tools', HTMLDetailsElement).open = roomy.matches)
  roomy.addEventListener('change', showTools)
  showTools()

  return {
    draw(view) {
      const words = wordsIn[view.locale]
      const nameOf = (each: Width) =>
        view.place === 'meeting' ? words[`panel.${each as '320' | '280'}`] : words[`width.${each as '320'}`]
      width.replaceChildren(...widthsIn[view.place].map((each) => new Option(nameOf(each), each)))
      ;[site.value, place.value, theme.value] = [view.site, view.place, view.theme]
      ;[locale.value, width.value] = [view.locale, view.width]
    },
  }
}
