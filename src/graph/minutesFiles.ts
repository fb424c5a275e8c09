/** Files of minutes and agendas in their library: put once under a name of their own, never over another, read back, and as PDF. */
import { encode } from '#src/lists/list.ts'
import { type MinutesFields, minutesLibrary } from '#src/lists/minutesLibrary.ts'
import type { Graph } from './client.ts'
import { GraphError, isNotFound } from './errors.ts'
import {
  driveFiles,
  isNameTaken,
  type OnConflict,
  placeIn,
  safeName,
  SMALL_BYTES,
  type WireFile,
} from './files.ts'
import { uploadInPieces } from './upload.ts'
import type { Site } from './wireItems.ts'

/** Whose rights, and on which site; a `ListStore` has both. Staff read, the server writes. */
export interface MinutesStore {
  graph: Graph
  site: Site
  /** For the pieces of a large file, which go without any token. */
  fetch?: typeof fetch
}

export interface NewMinutesFile {
  /** The forum's short name: files lie in `<folder>/<year of the meeting>`. */
  folder: string
  /** With its ending; what SharePoint refuses in names is written otherwise. */
  name: string
  bytes: Uint8Array<ArrayBuffer>
  fields: MinutesFields
}

export interface MinutesFile {
  driveId: string
  itemId: string
  /** Opens in Office on the web. */
  webUrl: string
  /** As it became: safe, and numbered where the name was taken by other content. */
  name: string
  /** ETag of the file. */
  version: string
}

type Wire = WireFile & {
  parentReference: { driveId: string }
  listItem?: { fields?: { ContentHash?: string } }
}

const MOST_NAMES = 200
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const mimes: Record<string, string> = { docx: WORD, pdf: 'application/pdf', html: 'text/html' }

/**
 * The file with this name and this `contentHash`: as it is when it is there already, new otherwise; other content under the same
 * name gets a number, `Protokoll (2).docx`. A file gets its name last, when all else is in place: what a crash leaves half done has
 * a name made from its content, and is taken up by whoever asks again. Throws GraphError; see `libraryFault`.
 */
export async function putMinutesFile(store: MinutesStore, paper: NewMinutesFile): Promise<MinutesFile> {
  const drive = minutesDrive(store)
  const files = driveFiles(store.graph, drive)
  const folder = `${safeName(paper.folder)}/${paper.fields.meetingDay.slice(0, 4)}`
  const { contentHash } = paper.fields
  const same = async (name: string) => {
    const found = await look(store.graph, drive, `${folder}/${name}`)
    return found && { file: found, isSame: found.listItem?.fields?.ContentHash === contentHash }
  }

  const wanted = safeName(paper.name)
  let sent: string | undefined
  for (let n = 1; n <= MOST_NAMES; n++) {
    const name = numbered(wanted, n)
    let taken = await same(name)
    if (!taken) {
      sent ??= await send(store, drive, { ...paper, folder, name: unfinished(wanted, contentHash) })
      try {
        return toMinutesFile(await rename(store.graph, drive, sent, name))
      } catch (error) {
        if (!isNameTaken(error)) throw error
        taken = await same(name)
      }
    }
    if (taken?.isSame) {
      // Somebody else asked for the same at the same time, and was first.
      if (sent) await files.removeFile(sent)
      return toMinutesFile(taken.file)
    }
  }
  throw new GraphError({ status: 409, code: 'nameAlreadyExists', message: `No name is left like ${wanted}` })
}

/** The file's bytes. Office files are not quite those that were sent: see `minutesLibrary`. Throws GraphError. */
export const readMinutesFile = (store: MinutesStore, itemId: string) => content(store, itemId, '')

/**
 * The file as PDF, made by Microsoft 365 (https://learn.microsoft.com/graph/api/driveitem-get-content-format). Only on the server:
 * a browser can't follow the redirect with its token. Throws GraphError; see `hasNoConverter`.
 */
export const asPdf = (store: MinutesStore, itemId: string) => content(store, itemId, '?format=pdf')

/** Only a local tenant on a machine without a converter answers so. */
export const hasNoConverter = (error: unknown) => error instanceof GraphError && error.status === 501

/** `missing`: provisioning hasn't been run, or somebody removed it. `locked`: somebody has the file open. */
export type LibraryFault = 'missing' | 'full' | 'locked'

/** Why the library could not take or give a file, where it is the library's fault and not the net's. */
export function libraryFault(error: unknown): LibraryFault | undefined {
  if (isNotFound(error)) return 'missing'
  if (!(error instanceof GraphError)) return undefined
  // https://learn.microsoft.com/graph/errors
  return error.status === 507 ? 'full' : error.status === 423 ? 'locked' : undefined
}

/** Where Graph has the library's drive. Throws GraphError 404 when the site was found without it. */
export function minutesDrive({ site }: Pick<MinutesStore, 'site'>): string {
  const id = site.listIds[minutesLibrary.name]
  if (id) return `/sites/${site.id}/lists/${id}/drive`
  throw new GraphError({ status: 404, code: 'noLibrary', message: 'The site has no library for minutes' })
}

const itemPath = (drive: string, id: string) => `${drive}/items/${encodeURIComponent(id)}`

async function look(graph: Graph, drive: string, path: string): Promise<Wire | undefined> {
  try {
    return await graph<Wire>({ path: `${placeIn(drive, path)}?$expand=listItem($expand=fields)` })
  } catch (error) {
    if (isNotFound(error)) return undefined
    throw error
  }
}

/** Content and fields, under a name that says it isn't done; asked twice it is the same file. */
async function send(store: MinutesStore, drive: string, { folder, name, bytes, fields }: NewMinutesFile) {
  const files = driveFiles(store.graph, drive)
  await files.folderFor(folder)
  const path = `${folder}/${name}`
  const conflict: OnConflict = 'replace'
  const mime = mimes[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream'
  const file =
    bytes.byteLength <= SMALL_BYTES
      ? await files.putSmall(path, bytes, { mime, conflict })
      : await uploadInPieces((await files.createUpload(path, { conflict })).uploadUrl, new Blob([bytes]), {
          ...(store.fetch && { fetch: store.fetch }),
        })
  const id = file?.id ?? (await files.find(path))?.id
  if (!id) throw new GraphError({ status: -1, code: 'network', message: 'The file did not arrive' })
  const body = encode(minutesLibrary, fields)
  await patiently(() =>
    store.graph({ method: 'PATCH', path: `${itemPath(drive, id)}/listItem/fields`, body }),
  )
  return id
}

/** https://learn.microsoft.com/graph/api/driveitem-update */
const rename = (graph: Graph, drive: string, id: string, name: string) =>
  patiently(() => graph<Wire>({ method: 'PATCH', path: itemPath(drive, id), body: { name } }))

/** Milliseconds before each try: SharePoint still works on a file that has just come, and says locked or changed meanwhile. */
const WAITS_MS = [100, 300, 1000, 2000]

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (const wait of WAITS_MS) {
    try {
      return await work()
    } catch (error) {
      const busy =
        error instanceof GraphError && [409, 412, 423].includes(error.status) && !isNameTaken(error)
      if (!busy) throw error
      await new Promise((done) => setTimeout(done, wait))
    }
  }
  return work()
}

async function content({ graph, site }: MinutesStore, itemId: string, query: string) {
  const body = await graph<BodyInit>({ path: `${itemPath(minutesDrive({ site }), itemId)}/content${query}` })
  return new Uint8Array(await new Response(body).arrayBuffer())
}

const toMinutesFile = ({ id, name, webUrl = '', eTag = '', parentReference }: Wire): MinutesFile => ({
  driveId: parentReference.driveId,
  itemId: id,
  webUrl,
  name,
  version: eTag,
})

/** `Protokoll.docx`, `Protokoll (2).docx` … */
const numbered = (name: string, n: number) => (n === 1 ? name : withMark(name, `(${n})`))

const unfinished = (name: string, hash: string) => withMark(name, `[${safeName(hash).slice(0, 12)}]`)

function withMark(name: string, mark: string): string {
  const dot = name.lastIndexOf('.')
  const cut = dot > 0 ? dot : name.length
  return `${name.slice(0, cut)} ${mark}${name.slice(cut)}`
}
