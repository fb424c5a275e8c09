/** What is never written in this repository's code. */
import { expect, test } from 'vitest'
import { filesOf, type Node, placeOf, type SourceFile, treeOf } from './source.ts'

const code = filesOf(['src', 'tabs', 'bots', 'scripts', 'test'])
const product = code.filter(({ path }) => !path.startsWith('test/'))

test('there is code to look at', () => {
  expect(product.length).toBeGreaterThan(100)
})

/** Nodes that must not be there. */
const forbidden: Record<string, (node: Node) => boolean> = {
  'the type any': ({ type }) => type === 'TSAnyKeyword',
  'an enum': ({ type }) => type === 'TSEnumDeclaration',
  'a default export': ({ type }) => type === 'ExportDefaultDeclaration',
  'a barrel (export … from)': ({ type, source }) =>
    type === 'ExportAllDeclaration' || (type === 'ExportNamedDeclaration' && Boolean(source)),
  'HTML set as text': ({ type, name }) => type === 'JSXAttribute' && isNamed(name, 'dangerouslySetInnerHTML'),
  // React has no function that catches: https://react.dev/reference/react/Component#catching-rendering-errors-with-an-error-boundary
  'a class that is no error': ({ type, superClass }) =>
    type === 'ClassDeclaration' && !isNamed(superClass, /Error$|^Component$/),
}

const isNamed = (node: unknown, wanted: string | RegExp) =>
  new RegExp(wanted).test(String((node as { name?: unknown } | null)?.name ?? ''))

/** Test runners and builders are configured by default exports: https://vitest.dev/config/#globalsetup */
const configured = /(\.config|globalSetup)\.ts$/

test.for(Object.entries(forbidden))('no file has %s', ([, isForbidden]) => {
  const found = code
    .filter(({ path }) => !configured.test(path))
    .flatMap((file) =>
      treeOf(file)
        .nodes.filter(({ node }) => isForbidden(node))
        .map(({ node }) => placeOf(file, node.start)),
    )
  expect(found).toEqual([])
})

test.for(Object.entries(forbidden))('the habit would see %s', ([, isForbidden]) => {
  const examples = [
    'let a: any',
    'enum A {}',
    'export default 1',
    "export * from './a.ts'",
    'const a = <p dangerouslySetInnerHTML={x} />',
    'class A {}',
  ]
  const seen = examples.filter((text) =>
    treeOf({ path: 'example.tsx', text }).nodes.some(({ node }) => isForbidden(node)),
  )
  expect(seen).toHaveLength(1)
})

/** What comments must not hold: things left undone, and silenced checks; one rule on one line may be silenced, with its reason. */
const unfinished = /@ts-ignore|@ts-nocheck|(eslint|oxlint)-disable|biome-ignore|\b(TODO|FIXME|XXX|HACK)\b/
const excused = /^ ?oxlint-disable-next-line \S+ -- \S/

const isLeft = (comment: string) => unfinished.test(comment) && !excused.test(comment)

test('no comment silences a check without a reason or leaves something undone', () => {
  const found = code.flatMap((file) =>
    treeOf(file)
      .comments.filter(({ value }) => isLeft(value))
      .map(({ start }) => placeOf(file, start)),
  )
  expect(found).toEqual([])
})

test.for<[string, boolean]>([
  [' @ts-ignore', true],
  [' TODO: later', true],
  [' oxlint-disable-next-line no-console', true],
  [' oxlint-disable-next-line no-console -- a script talks to its terminal', false],
  [' what is left to do is said by the rule', false],
])('the comment "%s" is left: %s', ([comment, left]) => {
  expect(isLeft(comment)).toBe(left)
})

/** Tables of words and of cases grow with what they list, a line a row. */
const tables = ['src/import/vocabulary.ts', 'test/journeys/pagesToSee.ts']
const MOST_LINES = 300

const lines = ({ text }: SourceFile) => text.trimEnd().split('\n').length

test('no file is too long to have one subject', () => {
  const found = code.filter((file) => lines(file) > MOST_LINES && !tables.includes(file.path))
  expect(found.map((file) => `${file.path}: ${lines(file)} lines`)).toEqual([])
})

test('every file begins by saying what it is, in one sentence', () => {
  const silent = product.filter(({ text }) => !/^(#!.*\n)?\/\*\*?\s[^\n]/.test(text))
  expect(silent.map(({ path }) => path)).toEqual([])
})
