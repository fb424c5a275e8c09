/** The repository's own source, as text and as syntax trees, for the habits to read. */
import { readdirSync, readFileSync } from 'node:fs'
import { parseSync } from 'vite'

export interface SourceFile {
  /** From the root of the repository: `src/lists/list.ts`. */
  path: string
  text: string
}

export const root = new URL('../../', import.meta.url)

/** Files under the folders whose name ends so. */
export function filesOf(folders: readonly string[], ends: RegExp = /\.tsx?$/): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, root), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && ends.test(entry.name))
      .map((entry) => {
        const path = `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/').replace(/\/+/g, '/')
        return { path: path.slice(path.indexOf(`/${folder}/`) + 1), text: readFileSync(path, 'utf8') }
      }),
  )
}

/** Pages and settings at the root of the repository. */
export const rootFiles = (): SourceFile[] =>
  readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(md|json|ts|ya?ml)$|^Dockerfile$|^\.npmrc$/.test(entry.name))
    .map(({ name }) => ({ path: name, text: readFileSync(new URL(name, root), 'utf8') }))

/** `src/lists/list.ts:12` of a place in a file. */
export const placeOf = ({ path, text }: SourceFile, offset: number) =>
  `${path}:${text.slice(0, offset).split('\n').length}`

/** Any node of the tree: its type, where it is, and whatever else it holds. */
export type Node = { type: string; start: number; end: number; [field: string]: unknown }

export interface Tree {
  program: Node
  /** Every node with the node around it, outermost first. */
  nodes: { node: Node; parent: Node | undefined }[]
  comments: { value: string; start: number; end: number }[]
}

const read = new Map<string, Tree>()

export function treeOf({ path, text }: SourceFile): Tree {
  const known = read.get(text)
  if (known) return known
  const { program, comments, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} could not be read: ${errors[0]?.message}`)
  const top = program as unknown as Node
  const tree: Tree = { program: top, nodes: [], comments }
  gather(top, undefined, tree.nodes)
  read.set(text, tree)
  return tree
}

function gather(node: Node, parent: Node | undefined, into: Tree['nodes']) {
  into.push({ node, parent })
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) gather(child, node, into)
  }
}

/** A node and all inside it. */
export function inside(node: Node): Node[] {
  const found: Tree['nodes'] = []
  gather(node, undefined, found)
  return found.map((each) => each.node)
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value
