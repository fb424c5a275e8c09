/** Pages of a site: made as drafts, with the few web parts that Graph takes, and published. https://learn.microsoft.com/graph/api/sitepage-create */
import { randomUUID } from 'node:crypto'
import { type Author, authorOf } from '../author.ts'
import { type Call, created, noContent, ok, record, type Reply } from '../call.ts'
import { badRequest, Failure, notFound } from '../errors.ts'
import { pick } from '../query.ts'
import { level, type Level, openSite, type Site } from '../rights.ts'
import { wireInstant } from '../siteTime.ts'
import { checkCanvas } from '../webParts.ts'

type Page = {
  id: string
  site: number
  name: string
  json: string
  /** Whole versions have been published; `0.1` is the first draft. */
  version: number
  draft: number
  created: string
  modified: string
  author: string
}

const kind = '#microsoft.graph.sitePage'

/** What may be written, and is shown as it was sent. */
const written = [
  'title',
  'description',
  'pageLayout',
  'showComments',
  'showRecommendedPages',
  'titleArea',
  'thumbnailWebUrl',
]

const chosen = (body: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    [...written, 'canvasLayout'].flatMap((name) => (name in body ? [[name, body[name]]] : [])),
  )

function show(call: Call, site: Site, page: Page): Record<string, unknown> {
  const { canvasLayout, ...content } = JSON.parse(page.json) as Record<string, unknown>
  const by = (JSON.parse(page.author) as Author).shown
  const isDraft = page.draft > 0
  const shape = {
    '@odata.type': kind,
    id: page.id,
    eTag: `"{${page.id.toUpperCase()}},${page.version * 512 + page.draft}"`,
    name: page.name,
    webUrl: `${call.origin}${site.path}/SitePages/${encodeURIComponent(page.name)}`,
    ...content,
    promotionKind: 'page',
    createdDateTime: page.created,
    lastModifiedDateTime: page.modified,
    createdBy: by,
    lastModifiedBy: by,
    parentReference: { siteId: site.id },
    publishingState: {
      level: isDraft ? 'checkout' : 'published',
      versionId: `${page.version}.${page.draft}`,
    },
    // Only when asked for.
    ...(call.options.expand.has('canvasLayout') && { canvasLayout: canvasLayout ?? null }),
  }
  const { select } = call.options
  return pick(shape, select && [...select, ...call.options.expand.keys()])
}

function open(call: Call, needed: Level = level.read): { site: Site; page: Page } {
  const site = openSite(call, needed)
  const page = call.core.store.get<Page>(
    'SELECT * FROM pages WHERE site = ? AND id = ?',
    site.key,
    (call.params['page'] ?? '').toLowerCase(),
  )
  if (!page) throw notFound()
  return { site, page }
}

export function listPages(call: Call): Reply {
  const site = openSite(call)
  const pages = call.core.store.all<Page>('SELECT * FROM pages WHERE site = ? ORDER BY name', site.key)
  const value = pages.map((page) => show(call, site, page))
  return ok({
    '@odata.context': `${call.origin}/v1.0/$metadata#sites('${encodeURIComponent(site.id)}')/pages`,
    value,
  })
}

export function getPage(call: Call): Reply {
  const { site, page } = open(call)
  return ok(show(call, site, page))
}

export function createPage(call: Call): Reply {
  const { core } = call
  const site = openSite(call, level.write)
  const body = record(call.body)
  if (body['@odata.type'] !== kind) throw badRequest(`The '@odata.type' must be ${kind}`)
  const { name, title } = body
  if (typeof name !== 'string' || !/^[^"*:<>?/\\|]+\.aspx$/i.test(name))
    throw badRequest('The name must end with .aspx')
  if (typeof title !== 'string' || title === '') throw badRequest('A title is required')
  checkCanvas(body['canvasLayout'], call.core.flags)
  if (core.store.get('SELECT 1 FROM pages WHERE site = ? AND name = ?', site.key, name))
    throw new Failure(409, 'nameAlreadyExists', 'A page with the same name already exists')
  const now = wireInstant(new Date())
  const page = core.store.get<Page>(
    `INSERT INTO pages (id, site, name, json, version, draft, created, modified, author)
     VALUES (?, ?, ?, ?, 0, 1, ?, ?, ?) RETURNING *`,
    randomUUID(),
    site.key,
    name,
    JSON.stringify(chosen(body)),
    now,
    now,
    JSON.stringify(authorOf(core.store, site.key, call.caller)),
  )
  if (!page) throw new Error('The page was not kept')
  return created(show(call, site, page))
}

export function updatePage(call: Call): Reply {
  const { site, page } = open(call, level.write)
  const body = record(call.body)
  if (body['@odata.type'] !== kind) throw badRequest(`The '@odata.type' must be ${kind}`)
  checkCanvas(body['canvasLayout'], call.core.flags)
  const json = JSON.stringify({ ...(JSON.parse(page.json) as object), ...chosen(body) })
  const modified = wireInstant(new Date())
  call.core.store.run(
    'UPDATE pages SET json = ?, draft = draft + 1, modified = ? WHERE id = ?',
    json,
    modified,
    page.id,
  )
  return ok(show(call, site, { ...page, json, modified, draft: page.draft + 1 }))
}

/** https://learn.microsoft.com/graph/api/sitepage-publish */
export function publishPage(call: Call): Reply {
  const { page } = open(call, level.write)
  call.core.store.run('UPDATE pages SET version = version + 1, draft = 0 WHERE id = ? AND draft > 0', page.id)
  return noContent
}

export function removePage(call: Call): Reply {
  const { page } = open(call, level.write)
  call.core.store.run('DELETE FROM pages WHERE id = ?', page.id)
  return noContent
}
