/** The pre-authenticated addresses of SharePoint: fragments of an upload come in, contents go out, without a token. */
import type { Core } from './call.ts'
import { toPdf } from './converter.ts'
import { accessDenied, Failure } from './errors.ts'
import { contentOf, fileByRow } from './fileStore.ts'
import { showFile } from './fileShape.ts'
import type { Answer } from './guard.ts'
import { readTempauth } from './preauthenticated.ts'
import { readOptions } from './query.ts'
import type { List, Site } from './rights.ts'
import { dropUpload, findUpload, statusOf, takeFragment } from './uploads.ts'

export const isUploadPath = (path: string): boolean => path.includes('/_api/v2.0/')

export const isDownloadPath = (path: string): boolean => path.endsWith('/_layouts/15/download.aspx')

/** `PUT` a fragment, `GET` what is missing, `DELETE` to give up. */
export async function answerUpload(core: Core, request: Request, url: URL): Promise<Answer> {
  if (request.headers.has('authorization') && core.flags.uploadRefusesToken)
    throw new Failure(401, 'unauthenticated', 'The caller is not authenticated.')
  const id = /^'(.*)'$/.exec(url.searchParams.get('guid') ?? '')?.[1] ?? ''
  if (url.searchParams.get('tempauth') !== `v1.${id}`) throw accessDenied()
  const upload = findUpload(core, id)
  core.meter.count(url.pathname, { units: 2 })
  if (request.method === 'GET') return { status: 200, body: statusOf(upload) }
  if (request.method === 'DELETE') {
    dropUpload(core.store, id)
    return { status: 204 }
  }
  if (request.method !== 'PUT') throw new Failure(405, 'invalidRequest', 'The method is not allowed')
  const content = new Uint8Array(await request.arrayBuffer())
  const done = takeFragment(core, upload, { range: request.headers.get('content-range'), content })
  if (!('file' in done)) return { status: 202, body: statusOf(done) }
  const site = core.store.get<Site>('SELECT * FROM sites WHERE key = ?', done.list.site)
  if (!site) throw new Failure(404, 'itemNotFound', 'Requested site could not be found')
  const drive = { site, list: done.list, id: /\/drives\/([^/]+)\//.exec(url.pathname)?.[1] ?? '' }
  const shown = showFile({ core, origin: url.origin, options: readOptions([]) }, drive, done.file)
  return { status: done.existed ? 200 : 201, body: shown }
}

/** 401 for a forged or worn-out address, as `download.aspx` answers. */
export async function answerDownload(core: Core, request: Request, url: URL): Promise<Response> {
  const named = readTempauth(core, url.searchParams.get('tempauth') ?? '')
  if (!named) return new Response('401 UNAUTHORIZED', { status: 401 })
  const list = core.store.get<List>('SELECT * FROM lists WHERE key = ?', named.list)
  const file = list && fileByRow(core, list, named.row)
  if (!file || request.method !== 'GET') return new Response('404 FILE NOT FOUND', { status: 404 })
  const original = contentOf(core, file)
  const pdf = url.searchParams.get('format') === 'pdf'
  const content = pdf ? await converted(core, file.name, original) : original
  if (content instanceof Response) return content
  core.meter.count(url.pathname, { requests: 1, units: 1, bytes: content.byteLength })
  return pdf
    ? asAttachment(`${file.name}.pdf`, 'application/pdf', content)
    : asAttachment(file.name, file.mime, content)
}

export const asAttachment = (name: string, mime: string, content: Uint8Array): Response =>
  new Response(new Uint8Array(content), {
    headers: {
      'content-type': mime,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      // A file that somebody put there must never run as a page of this origin.
      'x-content-type-options': 'nosniff',
    },
  })

async function converted(core: Core, name: string, content: Uint8Array): Promise<Uint8Array | Response> {
  try {
    return await toPdf(core.flags, name, content)
  } catch (error) {
    if (error instanceof Failure) return new Response(error.message, { status: error.status })
    throw error
  }
}
