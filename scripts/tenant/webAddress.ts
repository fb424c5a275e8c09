/** `webUrl` of a file, opened in a browser. SharePoint shows it to whoever is signed in there; here it is handed over. */
import type { Core } from './call.ts'
import { asAttachment } from './fileHost.ts'
import { contentOf, fileByPath } from './fileStore.ts'
import type { List, Site } from './rights.ts'

/**
 * Only where somebody has followed a link: no page can read what another tab was led to, and this tenant, which doesn't know who
 * sits at the browser, gives any token to this machine anyway. Undefined for any other request.
 * https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Mode
 */
export function openWebAddress(core: Core, request: Request, url: URL): Response | undefined {
  if (request.method !== 'GET' || request.headers.get('sec-fetch-mode') !== 'navigate') return undefined
  const path = readable(url.pathname)
  const site = core.store
    .all<Site>('SELECT * FROM sites ORDER BY length(path) DESC')
    .find((candidate) => path.startsWith(`${candidate.path}/`))
  const [name, ...below] = path.slice((site?.path.length ?? 0) + 1).split('/')
  const list =
    site &&
    core.store.get<List>(
      "SELECT * FROM lists WHERE site = ? AND name = ? AND template = 'documentLibrary'",
      site.key,
      name ?? '',
    )
  if (!list) return undefined
  const file = fileByPath(core, list, 0, below.join('/'))
  if (!file || file.folder) return new Response('404 FILE NOT FOUND', { status: 404 })
  return asAttachment(file.name, file.mime, contentOf(core, file))
}

/** An address that isn't well written names no file. */
function readable(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch (error) {
    if (error instanceof URIError) return ''
    throw error
  }
}
