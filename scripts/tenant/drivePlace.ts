/** Where a call about files points: the drive, and the folder or file in it, by id, by path or both. */
import type { Call } from './call.ts'
import { badRequest, notFound } from './errors.ts'
import { driveItemId, fileById, fileByPath, type FileRow } from './fileStore.ts'
import { findSite, level, type Level, type List, openList, openSite, type Site } from './rights.ts'

export type Drive = { site: Site; list: List; id: string }

/** Where the address points: `file` is undefined at the root, `missing` the path that isn't there. */
export type Place = Drive & { file?: FileRow; from: number; missing?: string }

/** `b!` and the ids of collection, site and library. */
export function driveId(site: Site, list: List): string {
  const guids = [...site.id.split(',').slice(1), list.id].join('').replaceAll('-', '')
  return `b!${Buffer.from(guids, 'hex').toString('base64url')}`
}

function guidAt(bytes: Buffer, at: number): string {
  const hex = bytes.subarray(at, at + 16).toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** By id, as the site's own drive, or as the drive of a list. Rights are those of the list. */
export function openDrive(call: Call, needed: Level = level.read): Drive {
  const { drive, site, list } = call.params
  const open = (siteId: string, listId: string): Drive => {
    const found = openList({ ...call, params: { site: siteId, list: listId } }, needed)
    return { ...found, id: driveId(found.site, found.list) }
  }
  if (drive !== undefined) {
    const bytes = Buffer.from(drive.replace(/^b!/, ''), 'base64url')
    if (bytes.length !== 48) throw badRequest('The provided drive id appears to be malformed')
    return open(guidAt(bytes, 0), guidAt(bytes, 32))
  }
  if (list !== undefined) return open(site ?? '', list)
  const known = findSite(call.core.store, site ?? '')
  const first = known && librariesOf(call, known)[0]
  if (!first) {
    openSite(call, needed)
    throw notFound()
  }
  return open(known.id, first.id)
}

export const librariesOf = ({ core }: Call, site: Site): List[] =>
  core.store.all("SELECT * FROM lists WHERE site = ? AND template = 'documentLibrary' ORDER BY key", site.key)

/** The file or folder of the address, also when the last part of its path is still missing. */
export function openPlace(call: Call, needed: Level = level.read): Place {
  const drive = openDrive(call, needed)
  const { core, params } = call
  const rootId = driveItemId(drive.list.id)
  const start = params['file'] === undefined || params['file'] === rootId ? undefined : params['file']
  const base = start === undefined ? undefined : fileById(core, drive.list, start)
  if (start !== undefined && !base) throw notFound()
  const from = base?.id ?? 0
  const path = params['path']
  if (path === undefined) return { ...drive, from, ...(base && { file: base }) }
  const file = fileByPath(core, drive.list, from, path)
  return file ? { ...drive, from, file } : { ...drive, from, missing: path }
}

/** As `openPlace`, but what isn't there is 404. */
export function openFile(call: Call, needed: Level = level.read): Place {
  const place = openPlace(call, needed)
  if (place.missing !== undefined) throw notFound()
  return place
}
