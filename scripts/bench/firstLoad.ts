/** First-load JavaScript of each route, compressed as it is served: what every page needs, the page, and its Swedish words. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { heading, line } from './report.ts'

const root = join(import.meta.dirname, '../..')
const out = join(root, 'dist/tabs')

type Manifest = Record<string, { file: string; imports?: string[] }>

/** Always loaded: the start, Swedish, and the theme that most people have. */
const always = ['index.html', 'src/text/swedish.ts', 'themes/light.ts']
/** `page([subjects], async () => (await import(file)))` in tabs/routes.tsx. */
const aPage = /page\(\s*\[([^\]]*)\],\s*async \(\) => \(await import\('\.\/([^']+)'\)\)/g

export function printFirstLoad() {
  const manifest = JSON.parse(readFileSync(join(out, '.vite/manifest.json'), 'utf8')) as Manifest
  const sizes = new Map<string, number>()
  const sizeOf = (name: string) => {
    const file = manifest[name]?.file ?? ''
    const known = sizes.get(file) ?? brotliCompressSync(readFileSync(join(out, file))).byteLength
    sizes.set(file, known)
    return known
  }
  heading('First-load JavaScript by page, brotli')
  for (const [, subjects = '', file = ''] of readFileSync(join(root, 'tabs/routes.tsx'), 'utf8').matchAll(
    aPage,
  )) {
    const words = [...subjects.matchAll(/\w+/g)].map(([subject]) => `src/text/sv/${subject}.ts`)
    const names = [...always, `tabs/${file}`, ...words].flatMap((end) =>
      Object.keys(manifest).filter((name) => name.endsWith(end) || `tabs/${name}` === end),
    )
    if (!names.some((name) => file.endsWith(name) || name.endsWith(file))) continue
    const needed = names.reduce((found, name) => withImports(manifest, name, found), new Set<string>())
    const bytes = [...needed].reduce((sum, name) => sum + sizeOf(name), 0)
    line(file, `${(bytes / 1024).toFixed(1)} KiB`)
  }
}

/** A module with everything that it imports at once, not what it loads later. */
function withImports(manifest: Manifest, name: string, found: Set<string>): Set<string> {
  if (found.has(name) || !manifest[name]) return found
  found.add(name)
  for (const next of manifest[name].imports ?? []) withImports(manifest, next, found)
  return found
}
