/** The app package: a good one passes every offline check, a broken one is refused with its reason. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, test, vi } from 'vitest'
import { commandOf } from '#bots/bot/commands.ts'
import { packageFaults, readPackage, zipPackage } from '#scripts/manifest/appPackage.ts'
import { fillPlaces } from '#scripts/manifest/places.ts'

const folder = join(import.meta.dirname, '../../manifest')
const example = {
  TAB_DOMAIN: 'samstyr.example.org',
  TEAMS_APP_ID: '33333333-3333-4333-8333-333333333333',
  AAD_APP_CLIENT_ID: '55555555-5555-4555-8555-555555555555',
  BOT_CLIENT_ID: '66666666-6666-4666-8666-666666666666',
  VERSION: '1.0.0',
}
const good = await readPackage(folder, example)

type Json = Record<string, unknown>
type Edit = (json: Json) => void

/** The good package with one of its JSON files changed. */
function changed(file: string, edit: Edit) {
  const json = JSON.parse(new TextDecoder().decode(good[file])) as Json
  edit(json)
  return { ...good, [file]: new TextEncoder().encode(JSON.stringify(json)) }
}
const tab = (json: Json) => (json['staticTabs'] as Json[])[0] as Json
const app = (json: Json) => json['webApplicationInfo'] as Json

test('the Agents Toolkit uploads what our own package task writes, and nothing else', () => {
  const root = join(import.meta.dirname, '../..')
  const text = readFileSync(join(root, 'm365agents.yml'), 'utf8')
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Json }
  const tasks = [...text.matchAll(/args: run (\w+)/g)].map(([, task]) => task)
  expect(tasks).toEqual(['package', 'package'])
  expect(Object.keys(scripts)).toContain('package')
  expect(readFileSync(join(root, 'scripts/package.ts'), 'utf8')).toContain("'dist', 'samstyr.zip'")
  const uploaded = [...text.matchAll(/appPackagePath: (\S+)/g)].map(([, path]) => path)
  expect(new Set(uploaded)).toEqual(new Set(['./dist/samstyr.zip']))
  // What the manifest leaves open is named, or written by the toolkit; the version is that of the product.
  const manifest = readFileSync(join(folder, 'manifest.json'), 'utf8')
  const places = new Set([...manifest.matchAll(/\$\{\{(\w+)\}\}/g)].map(([, place]) => place ?? ''))
  places.delete('VERSION')
  for (const place of places) expect(text).toContain(place)
})

describe('the app package', () => {
  test('passes every check, without the network', async () => {
    const fetch = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('no network'))
    expect(await packageFaults(good)).toEqual([])
    expect(fetch).not.toHaveBeenCalled()
    fetch.mockRestore()
  })

  test('has the host fetch beforehand just what the tab asks for at its start, in that order', () => {
    // Whatever is asked for later, as the calendar is, would else be asked of everybody at once.
    const source = readFileSync(join(folder, '../tabs/host/auth.ts'), 'utf8')
    const asked = /const SCOPES = \[(.*?)\]/s.exec(source)?.[1]?.match(/https:[^']+/g)
    const manifest = JSON.parse(new TextDecoder().decode(good['manifest.json'])) as Json
    const [info] = app(manifest)['nestedAppAuthInfo'] as { scopes: string[] }[]
    expect(asked?.length).toBeGreaterThan(1)
    expect(info?.scopes).toEqual(asked)
  })

  test('holds its parts at the top, and the same bytes each time', async () => {
    const zip = zipPackage(good)
    expect(Object.keys(unzipSync(zip)).toSorted()).toEqual([
      'color.png',
      'color32x32.png',
      'en.json',
      'manifest.json',
      'outline.png',
      'sv.json',
    ])
    expect(Buffer.from(zipPackage(await readPackage(folder, example))).equals(zip)).toBe(true)
  })

  test('keeps the places that Teams itself fills, and none of ours', () => {
    const manifest = new TextDecoder().decode(good['manifest.json'])
    expect(manifest).toContain('https://samstyr.example.org/portfolio?theme={app.theme}&locale={app.locale}')
    expect(manifest).not.toContain('${{')
  })

  test('names every missing value in one sentence', async () => {
    await expect(readPackage(folder, { VERSION: '1.0.0', TEAMS_APP_ID: ' ' })).rejects.toThrow(
      'The app package needs TEAMS_APP_ID, TAB_DOMAIN and AAD_APP_CLIENT_ID: set them, or name a file with --env.',
    )
  })

  test('leaves the bot out where there is none, in every language', async () => {
    const files = await readPackage(folder, { ...example, BOT_CLIENT_ID: '' })
    expect(await packageFaults(files)).toEqual([])
    for (const name of ['manifest.json', 'sv.json', 'en.json'])
      expect(new TextDecoder().decode(files[name])).not.toMatch(/bots|composeExtensions/)
  })

  test('names commands that the bot understands, in both languages', () => {
    for (const file of ['sv.json', 'en.json']) {
      const texts = JSON.parse(new TextDecoder().decode(good[file])) as Record<string, string>
      const titles = Object.entries(texts).flatMap(([key, text]) =>
        /^bots.*\.title$/.test(key) ? [text] : [],
      )
      expect(titles.length).toBeGreaterThan(5)
      for (const title of titles) expect(commandOf(title).name).not.toBe('unknown')
    }
  })

  test('takes a value with quotes as text, never as JSON', () => {
    expect(JSON.parse(fillPlaces('{"name":"${{NAME}}"}', { NAME: '","id":"x' }))).toEqual({
      name: '","id":"x',
    })
  })
})

describe('a broken package', () => {
  const faults: { says: string; file?: string; edit: Edit; reason: string }[] = [
    { says: 'an id that is no GUID', edit: (m) => (m['id'] = 'samstyr'), reason: '/id' },
    {
      says: 'a short name that is too long',
      edit: (m) => (m['name'] = { short: 'x'.repeat(31) }),
      reason: '/name/short',
    },
    {
      says: 'a part the schema does not know',
      edit: (m) => (m['colour'] = 'blue'),
      reason: 'additional properties',
    },
    {
      says: 'a schema from elsewhere',
      edit: (m) => (m['$schema'] = 'https://example.org/s.json'),
      reason: '$schema',
    },
    {
      says: 'a tab on another domain',
      edit: (m) => (tab(m)['contentUrl'] = 'https://other.example.org/'),
      reason: 'https://other.example.org/ is outside validDomains',
    },
    {
      says: 'a tab without encryption',
      edit: (m) => (tab(m)['contentUrl'] = 'http://samstyr.example.org/'),
      reason: 'http://samstyr.example.org/ is not https',
    },
    {
      says: 'a valid domain with a scheme',
      edit: (m) => (m['validDomains'] = ['samstyr.example.org', 'https://samstyr.example.org']),
      reason: 'validDomains: https://samstyr.example.org must be a bare host name',
    },
    {
      says: 'links of another domain',
      edit: (m) =>
        (m['composeExtensions'] = [
          {
            botId: example.BOT_CLIENT_ID,
            commands: [{ id: 'search', title: 'Search', parameters: [{ name: 'text', title: 'Search' }] }],
            messageHandlers: [{ type: 'link', value: { domains: ['elsewhere.example.org'] } }],
          },
        ]),
      reason: 'links to elsewhere.example.org are outside validDomains',
    },
    {
      says: 'a resource of another application',
      edit: (m) => (app(m)['resource'] = `api://samstyr.example.org/${example.TEAMS_APP_ID}`),
      reason: `must be api://domain/${example.AAD_APP_CLIENT_ID}`,
    },
    {
      says: 'a redirect address with a path',
      edit: (m) =>
        (app(m)['nestedAppAuthInfo'] = [{ redirectUri: 'https://samstyr.example.org/auth', scopes: [] }]),
      reason: 'must be an origin without a path',
    },
    {
      says: 'a language file that is not there',
      edit: (m) => (m['localizationInfo'] = { defaultLanguageTag: 'sv', defaultLanguageFile: 'se.json' }),
      reason: 'se.json is missing',
    },
    {
      says: 'a translation of nothing',
      file: 'en.json',
      edit: (texts) => (texts['staticTabs[7].name'] = 'Meetings'),
      reason: 'en.json: staticTabs[7].name names nothing in the manifest',
    },
    {
      says: 'a text without a translation',
      file: 'en.json',
      edit: (texts) => delete texts['name.full'],
      reason: 'en.json: name.full is missing',
    },
    {
      says: 'a default language that differs from the manifest',
      file: 'sv.json',
      edit: (texts) => (texts['name.short'] = 'Samordna'),
      reason: 'sv.json: name.short says something else than the manifest',
    },
    {
      says: 'a translated short name that is too long',
      file: 'en.json',
      edit: (texts) => (texts['name.short'] = 'x'.repeat(31)),
      reason: 'en.json: /name.short',
    },
    {
      says: 'a large icon where the small one belongs',
      edit: (m) => (m['icons'] = { color: 'color.png', outline: 'color.png' }),
      reason: 'color.png is 192×192, it must be 32×32',
    },
    {
      says: 'an outline in colours',
      edit: (m) => (m['icons'] = { color: 'color.png', outline: 'color32x32.png' }),
      reason: 'color32x32.png must be white on a transparent ground',
    },
    {
      says: 'an icon that is no picture',
      edit: (m) => (m['icons'] = { color: 'manifest.json', outline: 'outline.png' }),
      reason: 'manifest.json is not a PNG',
    },
    {
      says: 'an icon that is not there',
      edit: (m) => (m['icons'] = { color: 'colour.png', outline: 'outline.png' }),
      reason: 'colour.png is missing',
    },
  ]
  test.each(faults)('with $says is refused', async ({ file = 'manifest.json', edit, reason }) => {
    expect((await packageFaults(changed(file, edit))).join('\n')).toContain(reason)
  })
})
