/** Upload sessions: fragments kept until the last one makes the file. https://learn.microsoft.com/graph/api/driveitem-createuploadsession */
import { randomUUID } from 'node:crypto'
import type { Author } from './author.ts'
import type { Core } from './call.ts'
import { badRequest, Failure } from './errors.ts'
import { type Conflict, type FileRow, putFile } from './fileStore.ts'
import type { List } from './rights.ts'

export type Upload = {
  id: string
  list: number
  parent: number
  name: string
  conflict: Conflict
  author: string
  size: number | null
  received: number
  expires: number
}

const fragmentUnit = 320 * 1024
/** One request takes less than 60 MiB. */
const largestFragment = 60 * 1024 * 1024

type NewUpload = { parent: number; name: string; conflict: Conflict; author: Author }

export function openUpload(
  { store, flags }: Core,
  list: List,
  { parent, name, conflict, author }: NewUpload,
): { id: string; expires: string } {
  const id = randomUUID()
  const expires = Date.now() + flags.uploadMinutes * 60_000
  store.run(
    'INSERT INTO uploads (id, list, parent, name, conflict, author, size, received, expires) VALUES (?, ?, ?, ?, ?, ?, NULL, 0, ?)',
    id,
    list.key,
    parent,
    name,
    conflict,
    JSON.stringify(author),
    expires,
  )
  return { id, expires: new Date(expires).toISOString() }
}

/** 404 when it was never made, is finished, was given up or is too old. */
export function findUpload({ store }: Core, id: string): Upload {
  const upload = store.get<Upload>('SELECT * FROM uploads WHERE id = ?', id)
  if (upload && upload.expires > Date.now()) return upload
  if (upload) dropUpload(store, id)
  throw new Failure(404, 'itemNotFound', 'The upload session was not found')
}

export const dropUpload = (store: Core['store'], id: string): void =>
  store.run('DELETE FROM uploads WHERE id = ?', id)

/** What is still missing, always one range to the end: fragments come in order. */
export const statusOf = ({ received, expires }: Upload): object => ({
  expirationDateTime: new Date(expires).toISOString(),
  nextExpectedRanges: [`${received}-`],
})

/** The file when this was the last fragment, else what the session now expects. */
export function takeFragment(
  core: Core,
  upload: Upload,
  { range, content }: { range: string | null; content: Uint8Array },
): { file: FileRow; list: List; existed: boolean } | Upload {
  const { start, end, size } = readRange(range, content.byteLength)
  if (upload.size !== null && upload.size !== size)
    throw badRequest('The total size must be the same in every fragment')
  if (start !== upload.received) {
    // Bytes that have come already, or a gap before them: the status tells where to go on.
    const inner = start < upload.received ? 'fragmentOverlap' : 'fragmentOutOfOrder'
    throw new Failure(416, 'invalidRange', 'The uploaded fragment overlaps or is out of order', { inner })
  }
  const last = end + 1 === size
  if (!last && content.byteLength % fragmentUnit !== 0 && core.flags.oddFragments === 'refused')
    throw badRequest('Fragments must be a multiple of 320 KiB')
  return core.store.together(() => {
    const { store, flags } = core
    store.run('INSERT INTO upload_parts (upload, start, content) VALUES (?, ?, ?)', upload.id, start, content)
    if (last) return finish(core, upload)
    const expires = Date.now() + flags.uploadMinutes * 60_000
    store.run(
      'UPDATE uploads SET received = ?, size = ?, expires = ? WHERE id = ?',
      end + 1,
      size,
      expires,
      upload.id,
    )
    return { ...upload, received: end + 1, size, expires }
  })
}

/** `bytes 0-327679/1000000`; the total must be told. */
function readRange(range: string | null, length: number): { start: number; end: number; size: number } {
  const [, from, to, total] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(range ?? '') ?? []
  if (from === undefined) throw badRequest('The Content-Range header is missing or malformed.')
  const [start, end, size] = [Number(from), Number(to), Number(total)]
  if (length > largestFragment) throw new Failure(413, 'invalidRequest', 'The fragment is too large')
  if (end >= size || end - start + 1 !== length)
    throw new Failure(400, 'invalidRequest', 'The Content-Range header length does not match the content', {
      inner: 'fragmentLengthMismatch',
    })
  return { start, end, size }
}

function finish(core: Core, upload: Upload): { file: FileRow; list: List; existed: boolean } {
  const { store } = core
  const parts = store.all<{ content: Uint8Array }>(
    'SELECT content FROM upload_parts WHERE upload = ? ORDER BY start',
    upload.id,
  )
  const list = store.get<List>('SELECT * FROM lists WHERE key = ?', upload.list)
  if (!list) throw new Failure(404, 'itemNotFound', 'The upload session was not found')
  const { parent, name, conflict } = upload
  const { row, existed } = putFile(
    core,
    list,
    {
      parent,
      name,
      content: new Uint8Array(Buffer.concat(parts.map(({ content }) => content))),
      mime: mimeOf(name),
    },
    { conflict, author: JSON.parse(upload.author) as Author },
  )
  dropUpload(store, upload.id)
  return { file: row, list, existed }
}

/** An upload doesn't say what it is: the service goes by the name. */
const mimes: Record<string, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  txt: 'text/plain',
  csv: 'text/csv',
  html: 'text/html',
  png: 'image/png',
  jpg: 'image/jpeg',
  zip: 'application/zip',
}

const mimeOf = (name: string): string =>
  mimes[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream'
