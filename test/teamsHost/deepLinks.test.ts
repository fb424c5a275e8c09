/** Links to a place in the app, sorted without a browser. */
import { describe, expect, test } from 'vitest'
import { fillContentUrl } from '#scripts/tenant/teamsHost/contentUrl.ts'
import { contextOf } from '#scripts/tenant/teamsHost/places.ts'
import { wordsIn } from '#scripts/tenant/teamsHost/words.ts'
import { linkTo, readView, targetOf, type Target } from '#scripts/tenant/teamsHost/deepLinks.ts'

const origin = 'http://localhost:3000'
const app = {
  appId: '5a357912-0000-4000-8000-000000000009',
  origin,
  site: 'city',
  tabs: ['portfolio', 'meetings'],
}
const name = { 'sv-se': '', 'en-gb': '' }
const tabs = app.tabs.map((entityId) => ({ entityId, name, contentUrl: '' }))
const sites = ['city', 'region'].map((id) => ({
  id,
  name: id,
  tabOrigin: '',
  siteId: '',
  clientId: '',
  appIds: [app.appId],
  tabs,
  configuration: null,
  favourites: [],
  staff: [],
}))
const channel = { channelId: contextOf('channel', 'city', wordsIn['sv-se'])['channelId'], subEntityId: 'x' }
const entity = `https://teams.microsoft.com/l/entity/${app.appId}`

describe('a link', () => {
  const cases: { says: string; link: string; target: Target }[] = [
    {
      says: 'our own',
      link: `${origin}/?tab=meetings&sub=a%2Fb`,
      target: { place: { place: 'personal', tab: 'meetings', sub: 'a/b' } },
    },
    {
      says: 'our own to a channel of the other site',
      link: `${origin}/?site=region&in=channel&tab=c`,
      target: { place: { site: 'region', place: 'channel', tab: 'c', sub: '' } },
    },
    {
      says: "Teams' kind to a tab of the channel",
      link: `${entity}/c?context=${encodeURIComponent(JSON.stringify(channel))}`,
      target: { place: { place: 'channel', tab: 'c', sub: 'x' } },
    },
    {
      says: 'our own for someone else',
      link: `${origin}/?person=p`,
      target: { place: { place: 'personal', sub: '', person: 'p' } },
    },
    {
      says: "Teams' kind",
      link: `${entity}/portfolio?context=${encodeURIComponent('{"subEntityId":"x"}')}`,
      target: { place: { place: 'personal', tab: 'portfolio', sub: 'x' } },
    },
    {
      says: "Teams' newer kind",
      link: `${entity.replace('microsoft.com', 'cloud.microsoft')}/portfolio`,
      target: { place: { place: 'personal', tab: 'portfolio', sub: '' } },
    },
    {
      says: 'with a damaged context',
      link: `${entity}/portfolio?context={`,
      target: { place: { place: 'personal', tab: 'portfolio', sub: '' } },
    },
    {
      says: 'to a tab we lack',
      link: `${entity}/wiki`,
      target: { refused: 'The app has no tab called wiki' },
    },
    {
      says: 'to another app',
      link: entity.replace('9', '8'),
      target: { external: entity.replace('9', '8') },
    },
    { says: 'to another site', link: 'https://example.org/', target: { external: 'https://example.org/' } },
    {
      says: 'to a file of the host',
      link: `${origin}/settings.json`,
      target: { external: `${origin}/settings.json` },
    },
    {
      says: 'to a script',
      link: 'javascript:alert(1)',
      target: { refused: 'Links of the kind javascript: are not opened' },
    },
    { says: 'that is none', link: 'portfolio', target: { refused: 'portfolio is not an address' } },
  ]
  test.each(cases)('$says leads where it should', ({ link, target }) => {
    expect(targetOf(link, { ...app, appIds: [app.appId] })).toEqual(target)
  })
})

describe('the address of the host page', () => {
  test('says the whole view and is read back the same', () => {
    const view = {
      site: 'region',
      place: 'channel',
      tab: 'meetings',
      sub: 'a&b=å',
      person: 'p',
      theme: 'dark',
      locale: 'en-gb',
      width: '320',
    } as const
    expect(readView(new URL(linkTo(view, origin)), { sites })).toEqual(view)
  })

  test('falls back to the first of each for what it does not know', () => {
    const said = readView(new URL(`${origin}/?site=z&in=y&tab=x&theme=pink&locale=fi&width=9`), { sites })
    expect(said).toEqual({
      site: 'city',
      place: 'personal',
      tab: 'portfolio',
      sub: '',
      person: null,
      theme: 'default',
      locale: 'sv-se',
      width: 'full',
    })
  })
})

test('places in a contentUrl are filled and escaped, unknown ones emptied', () => {
  const places = {
    theme: 'dark',
    locale: 'sv-se',
    entityId: 'e',
    subEntityId: 'a&b',
    oid: 'o',
    upn: 'u',
    tenantId: 't',
    thread: contextOf('channel', 'city', wordsIn['en-gb']),
  }
  expect(
    fillContentUrl('/p?t={app.theme}&s={page.subPageId}&c={channel.displayName}&x={team.id}', places),
  ).toBe('/p?t=dark&s=a%26b&c=General&x=')
})
