/** A link that a card gives out is known again when somebody pastes it, in Teams' form and in our own. */
import { expect, test } from 'vitest'
import { routeIn, tabLinks } from '#bots/bot/links.ts'
import { routes } from '#bots/messages/routes.ts'

const config = { TEAMS_APP_ID: 'app', TEAMS_CATALOG_ID: undefined, TAB_DOMAIN: 'samstyr.example.org' }
const key = 'f-sd-ht/2024-10'

test.each([
  { says: 'an initiative', route: routes.initiative('pf-avo.nr:5'), known: '/initiative/pf-avo.nr%3A5' },
  { says: 'where it is decided', route: routes.deciding('i-1'), known: '/initiative/i-1' },
  { says: 'a report', route: routes.report('i-1', '2024-10'), known: '/report/i-1' },
  { says: 'a meeting', route: routes.meeting(key), known: '/meeting/f-sd-ht%2F2024-10' },
  { says: 'its agenda', route: routes.agenda(key), known: '/meeting/f-sd-ht%2F2024-10' },
  { says: 'its minutes', route: routes.minutes(key), known: '/meeting/f-sd-ht%2F2024-10' },
  { says: 'a decision', route: routes.decision('b/1 &2'), known: '/decisions?key=b%2F1+%262' },
])('$says is known', ({ route, known }) => {
  expect(routeIn(tabLinks(config)(route), config)).toBe(known)
  expect(routeIn(`https://${config.TAB_DOMAIN}${route}`, config)).toBe(known)
})

test('nothing but a key is taken along', () => {
  const link = `https://${config.TAB_DOMAIN}/decisions?next=https://evil.example&key=b-1#x`
  expect(routeIn(link, config)).toBe('/decisions?key=b-1')
})
