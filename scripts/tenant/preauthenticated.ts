/** Addresses that carry their own right to a file's content, as `@microsoft.graph.downloadUrl` does. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Call, Core } from './call.ts'
import type { FileRow } from './fileStore.ts'
import type { Site } from './rights.ts'

/** For whoever holds it, for a while. https://learn.microsoft.com/graph/api/driveitem-get-content */
export function downloadUrl(
  { core, origin }: Pick<Call, 'core' | 'origin'>,
  site: Site,
  file: FileRow,
  format?: string,
): string {
  const until = Date.now() + core.flags.downloadMinutes * 60_000
  const said = `${file.list}.${file.id}.${until}`
  const query = `UniqueId=${file.guid}&Translate=false&tempauth=${said}.${sign(core, said)}&ApiVersion=2.0${format === undefined ? '' : `&format=${format}`}`
  return `${origin}${site.path}/_layouts/15/download.aspx?${query}`
}

/** List and row that an address names; undefined when it is forged or too old. */
export function readTempauth(core: Core, tempauth: string): { list: number; row: number } | undefined {
  const [list = '', row = '', until = '', signature = ''] = tempauth.split('.')
  const wanted = Buffer.from(sign(core, `${list}.${row}.${until}`))
  const given = Buffer.from(signature)
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted) || Number(until) < Date.now())
    return undefined
  return { list: Number(list), row: Number(row) }
}

const sign = (core: Core, said: string): string =>
  createHmac('sha256', keyOf(core)).update(said).digest('base64url')

/** Made once and kept in the data file. */
function keyOf({ store }: Core): string {
  store.run(
    "INSERT OR IGNORE INTO meta (key, value) VALUES ('addresses', ?)",
    randomBytes(32).toString('base64url'),
  )
  return store.get<{ value: string }>("SELECT value FROM meta WHERE key = 'addresses'")?.value ?? ''
}
