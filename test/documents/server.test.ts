/** The library that makes Word files stays on the server: it weighs more than the whole tab. */
import { expect, test } from 'vitest'
import { filesOf } from '../habits/source.ts'

const imports = (text: string) =>
  [...text.matchAll(/from '([^']+)'|import\('([^']+)'\)/g)].map(([, a, b]) => a ?? b ?? '')

test('what the tab loads, by whatever way, asks for no Word files', () => {
  const files = new Map(filesOf(['tabs', 'src']).map(({ path, text }) => [path, text]))
  const seen = new Set<string>()
  const waiting = [...files.keys()].filter((path) => path.startsWith('tabs/'))
  const outside = new Set<string>()
  while (waiting.length > 0) {
    const path = waiting.pop() ?? ''
    if (seen.has(path)) continue
    seen.add(path)
    for (const from of imports(valueImports(files.get(path) ?? ''))) {
      const found = resolved(path, from)
      if (files.has(found)) waiting.push(found)
      else outside.add(from)
    }
  }
  expect(seen.size).toBeGreaterThan(200)
  expect([...seen].filter((path) => path.startsWith('src/documents/'))).toEqual([])
  expect([...outside]).not.toContain('docx')
  expect([...outside]).toContain('react')
})

/** Without what is gone before anything runs. */
const valueImports = (text: string) => text.replaceAll(/(?:import|export) type [^;]*? from '[^']+'/g, '')

function resolved(path: string, from: string): string {
  if (from.startsWith('#')) return from.slice(1)
  if (!from.startsWith('.')) return from
  return new URL(from, `file:///${path}`).pathname.slice(1)
}
