/** The files of a document library: folders, small files, the beginning of an upload, lists of what there is. */
import type { Graph } from './client.ts'
import { GraphError, isNotFound } from './errors.ts'

export interface SiteFile {
  /** Of the drive; other than the number of the library's row. */
  id: string
  name: string
  /** Bytes; of a folder 0. */
  size: number
  isFolder: boolean
  /** ETag: changes with name, place and content. */
  version: string
  /** An instant, and the name of whoever did it; what the server wrote says the server. */
  changedAt: string
  changedBy: string
  /** Opens in Office on the web, for those who may read it. */
  webUrl: string
}

export interface WireFile {
  id: string
  name: string
  size?: number
  eTag?: string
  folder?: object
  lastModifiedDateTime?: string
  lastModifiedBy?: { user?: { displayName?: string }; application?: { displayName?: string } }
  webUrl?: string
}

/** `fail` throws GraphError 409 where the name is taken. */
export type OnConflict = 'rename' | 'fail' | 'replace'

/** An address that takes the file's bytes without any token, and until when. Keep it from logs. */
export interface Upload {
  uploadUrl: string
  /** An instant; each piece that arrives puts it off. */
  expires: string
}

/** Larger ones need an upload session: https://learn.microsoft.com/onedrive/developer/rest-api/concepts/upload */
export const SMALL_BYTES = 4 * 1024 * 1024

const CONFLICT = '@microsoft.graph.conflictBehavior'
const SELECT = '$select=id,name,size,eTag,folder,lastModifiedDateTime,lastModifiedBy,webUrl'

export type SiteFiles = ReturnType<typeof driveFiles>

/** The default library of a site. */
export const siteFiles = (graph: Graph, siteId: string) => driveFiles(graph, `/sites/${siteId}/drive`)

/** Where a path of a library is: `Folder/file.docx`, as people write it. */
export function placeIn(drive: string, path: string): string {
  const encoded = path.split('/').filter(Boolean).map(encodeURIComponent).join('/')
  return encoded === '' ? `${drive}/root` : `${drive}/root:/${encoded}:`
}

/**
 * The library whose drive is at an address of Graph, with the rights of whoever `graph` asks as: staff read, the server writes.
 * Paths are `Folder/file.docx`, as people write them. Throws GraphError.
 */
export function driveFiles(graph: Graph, drive: string) {
  const at = (path: string) => placeIn(drive, path)

  const files = {
    /** What a folder holds; nothing when the folder isn't there, which it isn't before the first file. */
    async listFiles(folder: string): Promise<SiteFile[]> {
      const found: SiteFile[] = []
      try {
        for (let next: string | undefined = `${at(folder)}/children?${SELECT}`; next !== undefined; ) {
          const page: { value: WireFile[]; '@odata.nextLink'?: string } = await graph({ path: next })
          found.push(...page.value.map(toFile))
          next = page['@odata.nextLink']
        }
      } catch (error) {
        if (!isNotFound(error)) throw error
      }
      return found
    },

    /** The folder, made with those above it when missing. Asked twice at once it is made once. */
    async folderFor(path: string): Promise<SiteFile> {
      const known = await files.find(path)
      if (known) return known
      const cut = path.lastIndexOf('/')
      const above = cut < 0 ? '' : path.slice(0, cut)
      if (above) await files.folderFor(above)
      try {
        const body = { name: path.slice(cut + 1), folder: {}, [CONFLICT]: 'fail' }
        return toFile(await graph<WireFile>({ method: 'POST', path: `${at(above)}/children`, body }))
      } catch (error) {
        const made = isNameTaken(error) ? await files.find(path) : undefined
        if (made) return made
        throw error
      }
    },

    /** The file or folder at a path, if there is one. */
    async find(path: string): Promise<SiteFile | undefined> {
      try {
        return toFile(await graph<WireFile>({ path: `${at(path)}?${SELECT}` }))
      } catch (error) {
        if (isNotFound(error)) return undefined
        throw error
      }
    },

    /** Writes a file of up to `SMALL_BYTES` in one piece. */
    async putSmall(
      path: string,
      content: Uint8Array<ArrayBuffer>,
      { mime, conflict = 'fail' }: { mime: string; conflict?: OnConflict },
    ): Promise<SiteFile> {
      if (content.byteLength > SMALL_BYTES)
        throw new GraphError({ status: 413, code: 'tooLarge', message: 'The file needs an upload session' })
      return toFile(
        await graph<WireFile>({
          method: 'PUT',
          path: `${at(path)}/content?${CONFLICT}=${conflict}`,
          content,
          headers: { 'Content-Type': mime },
        }),
      )
    },

    /** Opens the way for one file, to be handed to the browser: `uploadInPieces` of `upload.ts` sends the bytes. */
    async createUpload(path: string, { conflict }: { conflict: OnConflict }): Promise<Upload> {
      const { uploadUrl, expirationDateTime } = await graph<{
        uploadUrl: string
        expirationDateTime: string
      }>({
        method: 'POST',
        path: `${at(path)}/createUploadSession`,
        body: { item: { [CONFLICT]: conflict } },
      })
      return { uploadUrl, expires: expirationDateTime }
    },

    /** Into the site's recycle bin; one that is gone already is no error. */
    async removeFile(id: string): Promise<void> {
      try {
        await graph({ method: 'DELETE', path: `${drive}/items/${encodeURIComponent(id)}` })
      } catch (error) {
        if (!isNotFound(error)) throw error
      }
    },

    /**
     * An address of the content that works for an hour at most, without a token: for a link, or a plain GET.
     * `…/content` itself can't be followed by a browser (https://learn.microsoft.com/onedrive/developer/rest-api/concepts/working-with-cors).
     */
    async downloadUrl(file: Pick<SiteFile, 'id'>): Promise<string> {
      const wire = await graph<{ '@microsoft.graph.downloadUrl'?: string }>({
        path: `${drive}/items/${encodeURIComponent(file.id)}?$select=id,@microsoft.graph.downloadUrl`,
      })
      const url = wire['@microsoft.graph.downloadUrl']
      if (!url) throw new GraphError({ status: 404, code: 'noContent', message: 'It has no content' })
      return url
    },
  }
  return files
}

export const toFile = (wire: WireFile): SiteFile => ({
  id: wire.id,
  name: wire.name,
  size: wire.folder ? 0 : (wire.size ?? 0),
  isFolder: wire.folder !== undefined,
  version: wire.eTag ?? '',
  changedAt: wire.lastModifiedDateTime ?? '',
  changedBy: wire.lastModifiedBy?.user?.displayName ?? wire.lastModifiedBy?.application?.displayName ?? '',
  webUrl: wire.webUrl ?? '',
})

/** Another file has the name: https://learn.microsoft.com/graph/errors */
export const isNameTaken = (error: unknown) =>
  error instanceof GraphError && error.status === 409 && error.code === 'nameAlreadyExists'

/** Names that SharePoint and Windows keep for themselves, and `Forms`, which every library has at its root. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d|forms|desktop\.ini)(?=\.|$)/i

/** A name that SharePoint takes, as like the given one as can be; of at most 120 characters, so that folders above it fit in the
 * 400 of a whole path. https://support.microsoft.com/office/64883a5d-228e-48f5-b3d2-eb39e07630fa */
export function safeName(name: string): string {
  const text = name
    .normalize('NFC')
    .replaceAll(/["*:<>?/\\|#%\p{Cc}]/gu, '-')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s.~]+/, '')
    .replace(/[\s.]+$/, '')
    .replace(RESERVED, '$1-')
    .replaceAll('_vti_', 'vti')
  const dot = text.lastIndexOf('.')
  const end = dot > 0 && text.length - dot <= 12 ? text.slice(dot) : ''
  return (
    (text
      .slice(0, text.length - end.length)
      .slice(0, 120 - end.length)
      // Half a sign of two, where the cut fell.
      .replaceAll(/\p{Cs}/gu, '')
      .trimEnd() || '-') + end
  )
}
