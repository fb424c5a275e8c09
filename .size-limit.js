/** Budgets of what browsers load, compressed as it is served. */
import { existsSync, readFileSync } from 'node:fs'

const OUT = 'dist/tabs'
const manifest = existsSync(`${OUT}/.vite/manifest.json`)
  ? JSON.parse(readFileSync(`${OUT}/.vite/manifest.json`, 'utf8'))
  : {}

/** A module with everything it imports at once, not what it loads later. */
function closure(name, found = new Set()) {
  if (found.has(name) || !manifest[name]) return found
  found.add(name)
  for (const next of manifest[name].imports ?? []) closure(next, found)
  return found
}
const files = (names, kind = 'js') =>
  [...names]
    .flatMap((name) => (kind === 'js' ? [manifest[name].file] : (manifest[name].css ?? [])))
    .map((file) => `${OUT}/${file}`)
const named = (end) => Object.keys(manifest).find((name) => name.endsWith(end)) ?? end

const first = closure('index.html')
for (const end of ['src/text/swedish.ts', 'themes/light.ts'])
  for (const name of closure(named(end))) first.add(name)
const later = (end) => [...closure(named(end))].filter((name) => !first.has(name))
const signIn = new Set([
  ...later('tabs/host/auth.ts'),
  ...later('host/auth.ts'),
  ...later('src/graph/client.ts'),
])

/** The first load of somebody who opens a tab there: what every page needs, the page, and its words. */
const opened = (page, subject) => [
  ...new Set([...first, ...closure(named(page)), ...closure(named(`sv/${subject}.ts`))]),
]

export default [
  {
    name: 'first-load JavaScript of Portfolio',
    path: files(opened('portfolio/PortfolioPage.tsx', 'portfolio')),
    limit: '116 KiB',
    brotli: true,
  },
  {
    name: 'first-load JavaScript of Hem',
    path: files(opened('home/HomePage.tsx', 'home')),
    limit: '116 KiB',
    brotli: true,
  },
  {
    name: 'first-load HTML and CSS',
    path: [`${OUT}/index.html`, ...files(first, 'css')],
    limit: '6 KiB',
    brotli: true,
  },
  {
    name: 'the initiative page',
    path: files(later('initiative/InitiativePage.tsx')),
    limit: '64 KiB',
    brotli: true,
  },
  { name: 'the board', path: files(later('board/BoardPage.tsx')), limit: '30 KiB', brotli: true },
  { name: 'follow-up', path: files(later('followUp/FollowUpPage.tsx')), limit: '12 KiB', brotli: true },
  { name: 'settings', path: files(later('settings/SettingsPage.tsx')), limit: '50 KiB', brotli: true },
  { name: 'the import page', path: files(later('import/ImportPage.tsx')), limit: '70 KiB', brotli: true },
  { name: 'sign-in and wire', path: files(signIn), limit: '70 KiB', brotli: true },
].map((row) => ({ ...row, path: row.path.length ? row.path : [`${OUT}/missing`] }))
