/** What actions, rules and the wire export says what it is for. */
import { expect, test } from 'vitest'
import { filesOf, isNode, type Node, placeOf, type SourceFile, treeOf } from './source.ts'

/** An arrow this short is its own explanation, like `const key = (x) => x.key`. */
const OBVIOUS_LINES = 4

const exported = ({ program }: { program: Node }) =>
  (program.body as Node[]).filter(({ type }) => type === 'ExportNamedDeclaration')

/** The function a declaration makes, if it makes one. */
function functionOf({ declaration }: Node): Node | undefined {
  if (!isNode(declaration)) return undefined
  if (declaration.type === 'FunctionDeclaration') return declaration
  const [first] = (declaration.declarations ?? []) as Node[]
  const made = first?.init
  return isNode(made) && /Function/.test(made.type) ? made : undefined
}

function isObvious(file: SourceFile, made: Node): boolean {
  const isShort = file.text.slice(made.start, made.end).split('\n').length <= OBVIOUS_LINES
  return made.type === 'ArrowFunctionExpression' && made.expression === true && isShort
}

/** The file's first line may speak for one function; two without words of their own can't both be meant. */
function undocumented(file: SourceFile): string[] {
  const tree = treeOf(file)
  const silent = exported(tree).filter((node) => {
    const made = functionOf(node)
    if (!made || isObvious(file, made)) return false
    const before = tree.comments.filter(({ end }) => end <= node.start).at(-1)
    return !(before?.value.startsWith('*') && file.text.slice(before.end, node.start).trim() === '')
  })
  return silent.length > 1 ? silent.map((node) => placeOf(file, node.start)) : []
}

test('every exported function has a doc comment, is one obvious expression, or is what its file is about', () => {
  expect(filesOf(['src/actions', 'src/graph', 'src/rules']).flatMap(undocumented)).toEqual([])
})

const two = (first: string, second: string) =>
  `/** Header. */\nimport {} from "x"\n${first}export function a() {}\n${second}export function b() {}`

test.for<[string, number]>([
  [two('', ''), 2],
  [two('/** A. */\n', ''), 0],
  [two('/** A. */\n', '/** B. */\n'), 0],
  [two('// A.\n', '/* B. */\n'), 2],
  ['export const a = (x: { key: string }) => x.key\nexport const b = () => 1', 0],
  ['export const a = () => {\n  return 1\n}\nexport const b = () => {\n  return 1\n}', 2],
  ['export const kinds = { a: 1 }\nexport const more = { b: 2 }', 0],
])('of %j the habit misses %d', ([text, count]) => {
  expect(undocumented({ path: 'src/rules/example.ts', text })).toHaveLength(count)
})
