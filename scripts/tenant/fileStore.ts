/** The files and folders of a document library: each is a row of its list, with a place in a tree and a content. */
import { createHash } from 'node:crypto'
import type { Author } from './author.ts'
import type { Core } from './call.ts'
import { badRequest, Failure, notFound } from './errors.ts'
import { asStored } from './officeFiles.ts'
import { deleteItem, findItem, insertItem, type Item, updateItem } from './itemStore.ts'
import type { List } from './rights.ts'

/** A row of the library together with what makes it a file. */
export type FileRow = Item & {
  drive_item: string
  /** Row of the folder; 0 is the root. */
  parent: number
  name: string
  folder: number
  size: number
  mime: string
  hash: string
  ctag: number
}

export type Conflict = 'fail' | 'rename' | 'replace'

const select = `SELECT items.*, drive_item, parent, name, folder, size, mime, hash, ctag
  FROM files JOIN items ON items.list = files.list AND items.id = files.item WHERE deleted = 0 AND files.list = ?`

export const fileById = ({ store }: Core, list: List, id: string): FileRow | undefined =>
  store.get(`${select} AND drive_item = ?`, list.key, id)

export const fileByRow = ({ store }: Core, list: List, row: number): FileRow | undefined =>
  store.get(`${select} AND item = ?`, list.key, row)

/** Names don't mind case. */
const fileByName = ({ store }: Core, list: List, parent: number, name: string): FileRow | undefined =>
  store.get(`${select} AND parent = ? AND name = ?`, list.key, parent, name)

export const childrenOf = ({ store }: Core, list: List, parent: number): FileRow[] =>
  store.all(`${select} AND parent = ? ORDER BY folder DESC, name`, list.key, parent)

export const contentOf = ({ store }: Core, file: FileRow): Uint8Array =>
  store.get<{ content: Uint8Array }>(
    'SELECT content FROM files WHERE list = ? AND item = ?',
    file.list,
    file.id,
  )?.content ?? new Uint8Array()

/** What has been removed and lies in the recycle bin, which Graph v1.0 can't show. */
export const recycled = ({ store }: Core, site: number): string[] =>
  store
    .all<{ name: string }>(
      `SELECT files.name FROM files JOIN items ON items.list = files.list AND items.id = files.item
       JOIN lists ON lists.key = files.list WHERE deleted = 1 AND lists.site = ? ORDER BY items.changed_at`,
      site,
    )
    .map(({ name }) => name)

/** The file at a path below a folder, `Ärende 12/avtal.docx`. */
export function fileByPath(core: Core, list: List, from: number, path: string): FileRow | undefined {
  let found: FileRow | undefined
  let parent = from
  for (const name of path.split('/').filter(Boolean)) {
    found = fileByName(core, list, parent, name)
    if (!found) return undefined
    parent = found.id
  }
  return found
}

/** Names of the folders down to this one, itself included; none for the root. */
export function pathTo(core: Core, list: List, folder: number): string[] {
  const names: string[] = []
  for (let at = folder; at !== 0; ) {
    const row = fileByRow(core, list, at)
    if (!row) break
    names.unshift(row.name)
    at = row.parent
  }
  return names
}

/** The folder that a new file is to lie in; missing ones are made, as the service does, unless a flag says otherwise. */
export function folderAt(core: Core, list: List, from: number, path: string, author: Author): number {
  let parent = from
  for (const name of path.split('/').filter(Boolean)) {
    const known = fileByName(core, list, parent, name)
    if (known?.folder === 0) throw badRequest('The parent is not a folder')
    if (!known && !core.flags.pathMakesFolders) throw notFound()
    parent = (known ?? addFile(core, list, { parent, name, folder: true }, author)).id
  }
  return parent
}

export type NewFile = {
  parent: number
  name: string
  folder?: boolean
  mime?: string
  content?: Uint8Array
}

/** Makes the file, or replaces the one of that name; 409 where it isn't allowed to. */
export function putFile(
  core: Core,
  list: List,
  file: NewFile,
  { conflict, author }: { conflict: Conflict; author: Author },
): { row: FileRow; existed: boolean } {
  checkName(file.name)
  const known = fileByName(core, list, file.parent, file.name)
  if (!known) return { row: addFile(core, list, file, author), existed: false }
  if (conflict === 'rename') {
    return {
      row: addFile(core, list, { ...file, name: freeName(core, list, file) }, author),
      existed: false,
    }
  }
  if (conflict === 'fail' || known.folder === 1 || file.folder) throw nameTaken()
  return { row: replaceContent(core, list, known, file, author), existed: true }
}

export const nameTaken = (): Failure =>
  new Failure(409, 'nameAlreadyExists', 'An item with the same name already exists under the parent')

export const isTaken = (core: Core, list: List, parent: number, name: string): boolean =>
  fileByName(core, list, parent, name) !== undefined

export function replaceContent(
  core: Core,
  list: List,
  known: FileRow,
  { content: sent = new Uint8Array(), mime = known.mime }: Pick<NewFile, 'content' | 'mime'>,
  author: Author,
): FileRow {
  const content = asStored(core.flags, known.name, sent)
  return core.store.together(() => {
    updateItem(core, list, known, {}, author)
    core.store.run(
      'UPDATE files SET content = ?, size = ?, mime = ?, hash = ?, ctag = ctag + 1 WHERE list = ? AND item = ?',
      content,
      content.byteLength,
      mime,
      hashOf(content),
      list.key,
      known.id,
    )
    return fileByRow(core, list, known.id) ?? known
  })
}

function addFile(core: Core, list: List, file: NewFile, author: Author): FileRow {
  const { parent, name, folder = false, mime = 'application/octet-stream' } = file
  const content = asStored(core.flags, name, file.content ?? new Uint8Array())
  checkPath(core, list, parent, name)
  return core.store.together(() => {
    const values = { FileLeafRef: name, ContentType: folder ? 'Folder' : 'Document' }
    const item = insertItem(core, list, values, author)
    core.store.run(
      'INSERT INTO files (list, item, drive_item, parent, name, folder, size, mime, hash, ctag, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)',
      list.key,
      item.id,
      driveItemId(item.guid),
      parent,
      name,
      folder ? 1 : 0,
      content.byteLength,
      mime,
      hashOf(content),
      content,
    )
    const added = fileByRow(core, list, item.id)
    if (!added) throw new Error('The file was not kept')
    return added
  })
}

/** Throws where another has the name already. */
export function renameFile(
  core: Core,
  list: List,
  file: FileRow,
  { name, author }: { name: string; author: Author },
): FileRow {
  checkName(name)
  checkPath(core, list, file.parent, name)
  const other = fileByName(core, list, file.parent, name)
  if (other && other.id !== file.id) throw nameTaken()
  return core.store.together(() => {
    updateItem(core, list, file, { FileLeafRef: name }, author)
    core.store.run('UPDATE files SET name = ? WHERE list = ? AND item = ?', name, list.key, file.id)
    return fileByRow(core, list, file.id) ?? file
  })
}

/** Into the recycle bin, with all that a folder holds. */
export function removeFile(core: Core, list: List, file: FileRow): void {
  core.store.together(() => {
    if (file.folder) for (const child of childrenOf(core, list, file.id)) removeFile(core, list, child)
    const item = findItem(core, list, String(file.id))
    if (item) deleteItem(core, list, item)
  })
}

/** `avtal.docx` becomes `avtal 1.docx`. */
function freeName(core: Core, list: List, { parent, name }: NewFile): string {
  const dot = name.lastIndexOf('.')
  const [stem, end] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
  for (let number = 1; ; number += 1) {
    const free = `${stem} ${number}${end}`
    if (!isTaken(core, list, parent, free)) return free
  }
}

/** https://support.microsoft.com/office/64883a5d-228e-48f5-b3d2-eb39e07630fa */
export function checkName(name: string): void {
  const refused =
    name === '' ||
    name !== name.trim() ||
    name.endsWith('.') ||
    /["*:<>?/\\|]|_vti_|^~\$/.test(name) ||
    /^(\.lock|con|prn|aux|nul|com\d|lpt\d|desktop\.ini)$/i.test(name)
  if (refused) {
    throw badRequest('The provided name cannot contain these characters or is not valid.')
  }
}

function checkPath(core: Core, list: List, parent: number, name: string): void {
  const site = core.store.get<{ path: string }>('SELECT path FROM sites WHERE key = ?', list.site)
  const path = [site?.path ?? '', list.name, ...pathTo(core, list, parent), name].join('/')
  if (path.length > core.flags.pathLength)
    throw new Failure(400, 'invalidRequest', 'The path is too long', { inner: 'pathIsTooLong' })
}

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** `01` and 32 signs: other than the number of the row, as in the service. */
export function driveItemId(guid: string): string {
  const bytes = createHash('sha256').update(guid).digest().subarray(0, 32)
  return `01${[...bytes].map((byte) => base32[byte % 32]).join('')}`
}

const hashOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('base64')
