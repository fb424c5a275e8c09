/** Every page is seen by the journeys of accessibility, and belongs to one of the app's tabs or is known to stand by itself. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { tabOf } from '#tabs/host/tabOf.ts'
import { pages } from '../journeys/pagesToSee.ts'

/** The addresses of tabs/routes.tsx, as they are written there. */
const routes = [...readFileSync('tabs/routes.tsx', 'utf8').matchAll(/^ {2}\['(\/[^']*)',/gm)].flatMap(
  ([, route]) => route ?? [],
)
const fits = (route: string, path: string) =>
  new RegExp(`^${route.replaceAll(/:\w+/g, '[^/?]+')}$`).test(path.split('?')[0] ?? '')

test('the list of pages is read', () => {
  expect(routes.length).toBeGreaterThan(20)
})

test.each(routes)('%s is looked at in each theme and on a small phone', (route) => {
  // Hem has two addresses.
  const path = route === '/' ? '/home' : route
  expect(pages.map((page) => page.route).filter((seen) => fits(path, seen))).not.toEqual([])
})

/** Without a tab of their own: beside a meeting, in a channel, settings that each tab leads to. */
const apart = ['/', '/panel/:id', '/channel/:id', '/configure', '/settings', '/settings/:id']

test.each(routes.filter((route) => !apart.includes(route)))('%s belongs to a tab of the app', (route) => {
  const { staticTabs } = JSON.parse(readFileSync('manifest/manifest.json', 'utf8')) as {
    staticTabs: { entityId: string }[]
  }
  expect(staticTabs.map(({ entityId }) => entityId)).toContain(tabOf(route))
})
