/** Writing to a document library: content in one piece, folders, removal, and the beginning of an upload session. */
import { authorOf } from '../author.ts'
import { type Call, noContent, ok, record, type Reply } from '../call.ts'
import { checkConvertible } from '../converter.ts'
import { openFile, openPlace, type Place } from '../drivePlace.ts'
import { badRequest, Failure, notFound, preconditionFailed } from '../errors.ts'
import {
  checkName,
  type Conflict,
  folderAt,
  isTaken,
  nameTaken,
  putFile,
  removeFile,
  renameFile,
  replaceContent,
} from '../fileStore.ts'
import { driveEtag } from '../fileShape.ts'
import { downloadUrl } from '../preauthenticated.ts'
import { level } from '../rights.ts'
import { openUpload } from '../uploads.ts'
import { fileReply } from './drives.ts'

const conflictName = '@microsoft.graph.conflictBehavior'

function readConflict(value: unknown, otherwise: Conflict): Conflict {
  if (value === undefined) return otherwise
  if (value === 'fail' || value === 'rename' || value === 'replace') return value
  throw badRequest('The conflict behavior is not valid')
}

/** A new file's folder and name; folders on the way are made. */
function newPlace(call: Call, place: Place): { parent: number; name: string } {
  const path = place.missing ?? ''
  const name = path.slice(path.lastIndexOf('/') + 1)
  checkName(name)
  const author = authorOf(call.core.store, place.site.key, call.caller)
  const parent = folderAt(call.core, place.list, place.from, path.slice(0, -name.length), author)
  return { parent, name }
}

function checkMatch(call: Call, { file }: Place): void {
  const wanted = call.headers.get('if-match')
  if (wanted !== null && wanted !== '*' && (!file || wanted !== driveEtag(file))) throw preconditionFailed()
}

/** https://learn.microsoft.com/graph/api/driveitem-put-content */
export function putContent(call: Call): Reply {
  const { core, body, headers, address } = call
  const place = openPlace(call, level.write)
  if (!place.file && place.missing === undefined) throw badRequest('The root has no content')
  checkMatch(call, place)
  const content = bytesOf(body)
  if (content.byteLength > core.flags.simpleUploadBytes)
    throw new Failure(413, 'invalidRequest', 'The maximum request length has been exceeded.')
  const author = authorOf(core.store, place.site.key, call.caller)
  const mime = headers.get('content-type') ?? 'application/octet-stream'
  const conflict = readConflict(address.searchParams.get(conflictName) ?? undefined, 'replace')
  if (place.file) {
    if (place.file.folder) throw badRequest('A folder has no content')
    if (conflict === 'replace')
      return fileReply(call, place, replaceContent(core, place.list, place.file, { content, mime }, author))
  }
  const at = place.file ? { parent: place.file.parent, name: place.file.name } : newPlace(call, place)
  const { row } = putFile(core, place.list, { ...at, content, mime }, { conflict, author })
  return fileReply(call, place, row, 201)
}

/** In a batch the bytes come as base64. https://learn.microsoft.com/graph/json-batching */
function bytesOf(body: unknown): Uint8Array {
  if (body instanceof Uint8Array) return body
  return typeof body === 'string' ? new Uint8Array(Buffer.from(body, 'base64')) : new Uint8Array()
}

/** 302 to an address that needs no token; with a format, to one that converts the content when it is fetched.
 * https://learn.microsoft.com/graph/api/driveitem-get-content-format */
export function getContent(call: Call): Reply {
  const { site, file } = openFile(call)
  if (!file || file.folder) throw notFound()
  const format = call.options.other.get('format')
  if (format !== undefined) checkConvertible(call.core.flags, file.name, format)
  return { status: 302, headers: { location: downloadUrl(call, site, file, format) } }
}

/** Another name in the same folder. https://learn.microsoft.com/graph/api/driveitem-update */
export function renameFileRoute(call: Call): Reply {
  const place = openFile(call, level.write)
  const { name, ...others } = record(call.body)
  if (!place.file) throw new Failure(403, 'accessDenied', 'The root cannot be changed')
  if (Object.keys(others).some((key) => key !== conflictName))
    throw new Failure(501, 'notImplemented', 'The local tenant changes nothing of a file but its name.')
  if (typeof name !== 'string') throw badRequest('Invalid request')
  checkMatch(call, place)
  const author = authorOf(call.core.store, place.site.key, call.caller)
  return fileReply(call, place, renameFile(call.core, place.list, place.file, { name, author }))
}

/** https://learn.microsoft.com/graph/api/driveitem-post-children */
export function createFolder(call: Call): Reply {
  const place = openFile(call, level.write)
  const body = record(call.body)
  if (body['folder'] === undefined || typeof body['name'] !== 'string') throw badRequest('Invalid request')
  if (place.file?.folder === 0) throw badRequest('The parent is not a folder')
  const author = authorOf(call.core.store, place.site.key, call.caller)
  const { row } = putFile(
    call.core,
    place.list,
    { parent: place.file?.id ?? place.from, name: body['name'], folder: true },
    { conflict: readConflict(body[conflictName], 'fail'), author },
  )
  return fileReply(call, place, row, 201)
}

export function removeFileRoute(call: Call): Reply {
  const place = openFile(call, level.write)
  if (!place.file) throw new Failure(403, 'accessDenied', 'The root cannot be removed')
  checkMatch(call, place)
  removeFile(call.core, place.list, place.file)
  return noContent
}

/** https://learn.microsoft.com/graph/api/driveitem-createuploadsession */
export function createUploadSession(call: Call): Reply {
  const { core } = call
  const place = openPlace(call, level.write)
  checkMatch(call, place)
  if (!place.file && place.missing === undefined) throw badRequest('The root has no content')
  const item = record(record(call.body)['item'])
  const conflict = readConflict(item[conflictName], 'replace')
  const at = place.file ? { parent: place.file.parent, name: place.file.name } : newPlace(call, place)
  if (conflict === 'fail' && isTaken(core, place.list, at.parent, at.name)) throw nameTaken()
  const author = authorOf(core.store, place.site.key, call.caller)
  const session = openUpload(core, place.list, { ...at, conflict, author })
  const query = `guid='${session.id}'&overwrite=${conflict === 'replace'}&rename=${conflict === 'rename'}`
  return ok({
    '@odata.context': `${call.origin}/v1.0/$metadata#microsoft.graph.uploadSession`,
    uploadUrl: `${call.origin}${place.site.path}/_api/v2.0/drives/${place.id}/items/uploadSession?${query}&tempauth=v1.${session.id}`,
    expirationDateTime: session.expires,
    nextExpectedRanges: ['0-'],
  })
}
