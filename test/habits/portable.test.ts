/** What is shared runs anywhere, and the repository stands on its own. */
import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { filesOf, inside, isNode, type Node, placeOf, root, rootFiles, type Tree, treeOf } from './source.ts'

/** Of Node only, or of windows only: `src` runs in the server, in tabs and in workers. */
const globals = new Set([
  'process',
  'Buffer',
  '__dirname',
  'require',
  'setImmediate',
  'document',
  'window',
  'navigator',
  'location',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'alert',
])

describe('src', () => {
  const files = filesOf(['src'])

  test('uses no global that only Node or only a browser has', () => {
    const found = files.flatMap((file) =>
      globalsIn(treeOf(file)).map((node) => `${placeOf(file, node.start)} ${String(node.name)}`),
    )
    expect(found).toEqual([])
  })

  test('imports nothing of Node', () => {
    expect(files.filter(({ text }) => /from 'node:/.test(text)).map(({ path }) => path)).toEqual([])
  })

  test.for([
    ['const a = window.name', 1],
    ['const a = { window: 1 }.window', 0],
    ['function f(document: string) { return document }', 0],
    ['const a = typeof process', 1],
    ['type A = { location: string }', 0],
  ] as const)('the habit reads %s as %d', ([text, count]) => {
    expect(globalsIn(treeOf({ path: 'example.ts', text }))).toHaveLength(count)
  })
})

/** Where a global is meant; a name that the file gives to something of its own is none. */
function globalsIn({ nodes }: Tree): Node[] {
  const own = declaredNames(nodes)
  return nodes.flatMap(({ node, parent }) => {
    if (node.type !== 'Identifier' || !globals.has(String(node.name)) || own.has(node.name)) return []
    const isKey = parent?.key === node && !parent.computed
    const isMember = parent?.type === 'MemberExpression' && parent.property === node && !parent.computed
    return isKey || isMember ? [] : [node]
  })
}

/** Parameters, variables, and parts taken out of an object. */
function declaredNames(nodes: Tree['nodes']): Set<unknown> {
  const patterns = nodes.flatMap(({ node }) => [
    ...(node.type === 'VariableDeclarator' ? [node.id] : []),
    ...(Array.isArray(node.params) ? (node.params as unknown[]) : []),
  ])
  return new Set(patterns.filter(isNode).flatMap((pattern) => inside(pattern).map((part) => part.name)))
}

/** Folders of one machine, whatever the machine; an address with a port of its own is none. */
const folders = ['work', 'tmp', 'root', 'home', 'Users']
const machine = new RegExp(`(?<![\\w.:])/(${folders.join('|')})/\\w`)

test('nothing names the machine it was written on', () => {
  const files = [
    ...rootFiles(),
    ...filesOf(
      ['src', 'tabs', 'bots', 'scripts', 'test', 'manifest'],
      /\.(tsx?|mjs|md|json|ya?ml|html|css)$/,
    ),
  ]
  const found = files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, i) => (machine.test(line) ? [`${path}:${i + 1} ${line.trim().slice(0, 80)}`] : [])),
  )
  expect(found).toEqual([])
})

test('the habit would see a folder of a machine, and no web address', () => {
  const [folder] = folders
  expect(`see /${folder}/notes.md`).toMatch(machine)
  expect(`https://example.org/${folder}/notes`).not.toMatch(machine)
})

test('every link of a page leads to a file of the repository', () => {
  const pages = [...rootFiles(), ...filesOf(['scripts', 'manifest', 'bots', 'tabs', 'src', 'test'], /\.md$/)]
  const broken = pages
    .filter(({ path }) => path.endsWith('.md'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
        .map(([, link]) => ({ path, link: String(link) }))
        .filter(({ link }) => !existsSync(new URL(link, new URL(path, root))))
        .map(({ link }) => `${path}: ${link}`),
    )
  expect(broken).toEqual([])
})
