/** How a file or folder looks on the wire: Graph's driveItem. */
import type { Author } from './author.ts'
import type { Call } from './call.ts'
import type { Drive } from './drivePlace.ts'
import { childrenOf, driveItemId, fileByRow, type FileRow, pathTo } from './fileStore.ts'
import { itemShape } from './itemShape.ts'
import { downloadUrl } from './preauthenticated.ts'
import { pick } from './query.ts'

export const driveEtag = (file: FileRow): string => `"{${file.guid.toUpperCase()}},${file.etag}"`

/** https://learn.microsoft.com/graph/api/resources/driveitem */
export function showFile(
  call: Pick<Call, 'core' | 'origin' | 'options'>,
  drive: Drive,
  file: FileRow | undefined,
): Record<string, unknown> {
  const { core, origin, options } = call
  const { site, list } = drive
  const by = (json: string) => (JSON.parse(json) as Author).shown
  const base = `${origin}${site.path}/${encodeURI(list.name)}`
  if (!file) {
    const root = {
      createdDateTime: list.created,
      id: driveItemId(list.id),
      lastModifiedDateTime: list.modified,
      name: 'root',
      webUrl: base,
      size: 0,
      parentReference: { driveType: 'documentLibrary', driveId: drive.id, siteId: site.id },
      folder: { childCount: childrenOf(core, list, 0).length },
      root: {},
    }
    return pick(root, options.select)
  }
  const above = pathTo(core, list, file.parent)
  const parent = file.parent === 0 ? undefined : fileByRow(core, list, file.parent)
  const shape: Record<string, unknown> = {
    ...(file.folder ? {} : { '@microsoft.graph.downloadUrl': downloadUrl(call, site, file) }),
    createdDateTime: file.created,
    cTag: `"c:{${file.guid.toUpperCase()}},${file.ctag}"`,
    eTag: driveEtag(file),
    id: file.drive_item,
    lastModifiedDateTime: file.modified,
    name: file.name,
    size: file.size,
    webUrl: `${base}/${[...above, file.name].map(encodeURIComponent).join('/')}`,
    createdBy: by(file.created_by),
    lastModifiedBy: by(file.modified_by),
    parentReference: {
      driveType: 'documentLibrary',
      driveId: drive.id,
      id: parent?.drive_item ?? driveItemId(list.id),
      name: parent?.name ?? list.name,
      path: `/drives/${drive.id}/root:${above.map((name) => `/${encodeURIComponent(name)}`).join('')}`,
      siteId: site.id,
    },
    fileSystemInfo: { createdDateTime: file.created, lastModifiedDateTime: file.modified },
    ...(file.folder
      ? { folder: { childCount: childrenOf(core, list, file.id).length } }
      : { file: { mimeType: file.mime, hashes: { quickXorHash: file.hash } } }),
  }
  const shown = pick(shape, options.select)
  // Only when nothing is selected, or by name: https://learn.microsoft.com/graph/api/driveitem-get-content
  const named =
    options.select?.some((name) => /^(@microsoft\.graph|content)\.downloadUrl$/.test(name)) ?? true
  if (!named) delete shown['@microsoft.graph.downloadUrl']
  return shown
}

/** With the library's row where `$expand=listItem` asks for it. */
export function showWhole(call: Call, drive: Drive, file: FileRow | undefined): Record<string, unknown> {
  const shown = showFile(call, drive, file)
  const expand = call.options.expand.get('listItem')
  if (expand && file)
    shown['listItem'] = itemShape(call, drive.site, drive.list, { options: expand }).item(file)
  return shown
}
