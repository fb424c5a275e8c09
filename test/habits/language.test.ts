/** The language border: English in code, Swedish words only where each pair is written down. */
import { expect, test } from 'vitest'
import { filesOf, type Node, placeOf, type SourceFile, treeOf } from './source.ts'

/** Where Swedish is written: words, labels, what workbooks say, demo data, the stand-in for Teams. */
const swedishHere = [
  'src/text/',
  'src/lists/',
  'src/import/vocabulary.ts',
  'scripts/demo/',
  'scripts/tenant/teamsHost/words.ts',
  'scripts/tenant/teamsHost/chat/words.ts',
]

/** Common Swedish words without å, ä or ö that mean nothing in English. */
const words =
  /\b(och|eller|inte|ingen|inget|saknas|spara|avbryt|beslut|behov|steg|enhet|avdelning|kostnad|nytta|historik|initiativ|visa|ladda|logga|fel|igen|alla|skapa|kolumn|lista|namn|datum)\b/i

/** Words with å, ä or ö; a letter alone is no word. */
const letters = /\p{L}[åäö]|[åäö]\p{L}/iu
const isSwedish = (text: string) => letters.test(text) || words.test(text)

/** What a node says to somebody: a string, a template's text, a pattern, or text between tags. */
function spoken(node: Node, parent: Node | undefined): string | undefined {
  if (parent?.type.startsWith('Import') || parent?.type.startsWith('Export')) return undefined
  // A set of letters in a pattern is no word.
  if (node.type === 'Literal' && node.regex) return String(node.raw).replaceAll(/\[[^\]]*\]/g, '')
  if (node.type === 'Literal' || node.type === 'JSXText') return String(node.raw ?? '')
  return node.type === 'TemplateElement' ? (node.value as { raw: string }).raw : undefined
}

const swedishIn = (file: SourceFile) =>
  treeOf(file).nodes.flatMap(({ node, parent }) => {
    const text = spoken(node, parent)
    return text !== undefined && isSwedish(text) ? [`${placeOf(file, node.start)} ${text.slice(0, 60)}`] : []
  })

test('Swedish words stand only where words are kept', () => {
  const files = filesOf(['src', 'tabs', 'bots', 'scripts']).filter(
    ({ path }) => !swedishHere.some((place) => path.startsWith(place)),
  )
  expect(files.length).toBeGreaterThan(50)
  expect(files.flatMap(swedishIn)).toEqual([])
})

test.for<[string, boolean]>([
  ["const a = 'Spara'", true],
  ['const a = `Hej då ${name}`', true],
  ['const a = <p>Inget här</p>', true],
  ['const a = /^summa på/i', true],
  ["const a = 'Save'", false],
  ['const a = /[a-zåäö]+/i', false],
  ['// Förvaltningen äger raden', false],
  ["import { x } from './och.ts'", false],
])('the border sees %s: %s', ([text, seen]) => {
  expect(swedishIn({ path: 'example.tsx', text })).toHaveLength(seen ? 1 : 0)
})
