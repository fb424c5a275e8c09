/** The address of a Graph call, taken apart. */
import type { Call } from './call.ts'
import { siteIdByPath } from './graph/sites.ts'

/** Segments below /v1.0; `sites/{host}:/{path}` becomes the site's id, `delta(token='…')` an option.
 * https://learn.microsoft.com/graph/api/site-getbypath */
export function readSegments(call: Call, pathname: string): string[] {
  const path = withSiteId(call, pathname.replace(/^\/v1\.0\//, '').replaceAll(/%3A/gi, ':'))
  const segments = withOnePath(path)
    .split('/')
    .filter((part) => part !== '')
    .map((part) => decodeURIComponent(part))
  const asFunction = /^(?:microsoft\.graph\.)?delta\((?:token='(.*)')?\)$/.exec(segments.at(-1) ?? '')
  if (asFunction) {
    segments[segments.length - 1] = 'delta'
    if (asFunction[1] !== undefined) call.options.other.set('token', asFunction[1])
  }
  return segments
}

const underDrive =
  /^((?:drives\/[^/]+|sites\/[^/]+\/(?:drive|drives\/[^/]+|lists\/[^/]+\/drive))\/(?:root|items\/[^/:]+)):\/(.*?)(?::(\/.*)?)?$/

/** `root:/a/b.docx:/content` becomes `root/at/{a/b.docx}/content`. https://learn.microsoft.com/graph/onedrive-addressing-driveitems */
function withOnePath(path: string): string {
  const [, start, below, rest = ''] = underDrive.exec(path) ?? []
  if (start === undefined || below === undefined) return path
  return below === ''
    ? `${start}${rest}`
    : `${start}/at/${encodeURIComponent(decodeURIComponent(below))}${rest}`
}

function withSiteId(call: Call, path: string): string {
  const [, host, sitePath = '', rest] = /^sites\/([^/:]+):\/(.*?)(?::(\/.*)?)?$/.exec(path) ?? []
  if (host !== undefined)
    return `sites/${siteIdByPath(call, host, decodeURIComponent(sitePath))}${rest ?? ''}`
  const alone = /^sites\/([^/,]+\.[^/,]+)$/.exec(decodeURIComponent(path))?.[1]
  return alone === undefined ? path : `sites/${siteIdByPath(call, alone, '')}`
}
