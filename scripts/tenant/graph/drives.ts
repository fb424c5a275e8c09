/** Reading document libraries as drives. https://learn.microsoft.com/graph/api/resources/drive */
import type { Author } from '../author.ts'
import { type Call, ok, type Reply } from '../call.ts'
import { type Drive, driveId, librariesOf, openDrive, openFile } from '../drivePlace.ts'
import { driveEtag, showWhole } from '../fileShape.ts'
import { childrenOf, type FileRow } from '../fileStore.ts'
import { pick } from '../query.ts'
import { openSite } from '../rights.ts'

const context = (call: Call, drive: Drive): string =>
  `${call.origin}/v1.0/$metadata#drives('${encodeURIComponent(drive.id)}')/items`

export function fileReply(call: Call, drive: Drive, file: FileRow | undefined, status = 200): Reply {
  return {
    status,
    body: { '@odata.context': `${context(call, drive)}/$entity`, ...showWhole(call, drive, file) },
    ...(file && { headers: { etag: driveEtag(file) } }),
  }
}

export function getFile(call: Call): Reply {
  const place = openFile(call)
  return fileReply(call, place, place.file)
}

/** https://learn.microsoft.com/graph/api/driveitem-list-children */
export function listChildren(call: Call): Reply {
  const place = openFile(call)
  const { core, options } = call
  if (place.file?.folder === 0) return ok({ '@odata.context': context(call, place), value: [] })
  const size = Math.min(options.top ?? core.flags.defaultPage, core.flags.largestPage) || 1
  const start = Number(Buffer.from(options.other.get('skiptoken') ?? '', 'base64url').toString() || 0)
  const all = childrenOf(core, place.list, place.file?.id ?? place.from)
  const next = new URL(call.address)
  next.searchParams.delete('skiptoken')
  next.searchParams.set('$skiptoken', Buffer.from(String(start + size)).toString('base64url'))
  return ok({
    '@odata.context': context(call, place),
    ...(start + size < all.length ? { '@odata.nextLink': next.href } : {}),
    value: all.slice(start, start + size).map((file) => showWhole(call, place, file)),
  })
}

function showDrive(call: Call, { site, list, id }: Drive): Record<string, unknown> {
  const shape = {
    createdDateTime: list.created,
    description: list.description,
    id,
    lastModifiedDateTime: list.modified,
    name: list.display_name,
    webUrl: `${call.origin}${site.path}/${encodeURI(list.name)}`,
    driveType: 'documentLibrary',
    createdBy: (JSON.parse(list.created_by) as Author).shown,
    owner: { group: { displayName: `${site.display_name} Owners` } },
    quota: { deleted: 0, remaining: 27_487_790_694_400, state: 'normal', total: 27_487_790_694_400, used: 0 },
  }
  return pick(shape, call.options.select)
}

export function getDrive(call: Call): Reply {
  const drive = openDrive(call)
  return ok({ '@odata.context': `${call.origin}/v1.0/$metadata#drives/$entity`, ...showDrive(call, drive) })
}

export function listDrives(call: Call): Reply {
  const site = openSite(call)
  const value = librariesOf(call, site).map((list) =>
    showDrive(call, { site, list, id: driveId(site, list) }),
  )
  return ok({ '@odata.context': `${call.origin}/v1.0/$metadata#drives`, value })
}
