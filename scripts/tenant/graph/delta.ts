/** What changed in a list since a token. https://learn.microsoft.com/graph/api/listitem-delta */
import { type Call, ok, type Reply } from '../call.ts'
import { badRequest, Failure } from '../errors.ts'
import { itemShape } from '../itemShape.ts'
import type { Item } from '../itemStore.ts'
import { type List, openList, type Site } from '../rights.ts'

/** How far somebody has read, by change number. Tombstones from before the reading began (`quiet`) say nothing new. */
type Token = { list: string; change: number; quiet: number; made: number }

export function delta(call: Call): Reply {
  const { core, options, metadata } = call
  const { site, list } = openList(call)
  if (options.filter !== undefined) throw badRequest('$filter is not supported on delta')
  const asked = options.other.get('token') ?? options.other.get('skiptoken')
  const context = metadata
    ? {
        '@odata.context': `${call.origin}/v1.0/$metadata#sites('${encodeURIComponent(site.id)}')/lists('${list.id}')/items`,
      }
    : {}
  if (asked === 'latest') {
    return ok({
      ...context,
      '@odata.deltaLink': link(call, { list: list.id, change: list.change, quiet: 0, made: Date.now() }),
      value: [],
    })
  }
  const token =
    asked === undefined
      ? { list: list.id, change: 0, quiet: list.change, made: Date.now() }
      : readToken(call, asked, list)
  if (call.disturb.emptyPage) return ok({ ...context, '@odata.nextLink': link(call, token), value: [] })

  const size = Math.min(options.top ?? core.flags.deltaPage, core.flags.largestPage) || core.flags.deltaPage
  const visible =
    core.flags.replicationLagMs > 0 ? Date.now() - core.flags.replicationLagMs : Number.MAX_SAFE_INTEGER
  const rows = core.store.all<Item>(
    'SELECT * FROM items WHERE list = ? AND change > ? AND changed_at <= ? ORDER BY change LIMIT ?',
    list.key,
    token.change,
    visible,
    size + 1,
  )
  const page = rows.slice(0, size)
  const shape = itemShape(call, site, list, { options })
  const value = page
    .filter((row) => row.deleted === 0 || row.change > token.quiet)
    .map((row) => (row.deleted ? tombstone(site, list, row) : shape.item(row)))
  const reached = page.at(-1)?.change ?? token.change
  const more = rows.length > size
  const next = link(call, { ...token, change: reached, made: Date.now() })
  return ok({
    ...context,
    ...(more ? { '@odata.nextLink': next } : { '@odata.deltaLink': next }),
    value: call.disturb.errorInDelta ? [brokenRow(), ...value] : value,
  })
}

const tombstone = (site: Site, list: List, row: Item): Record<string, unknown> => ({
  id: String(row.id),
  parentReference: { id: list.id, siteId: site.id },
  contentType: { id: list.content_type, name: 'Item' },
  deleted: { state: 'deleted' },
})

/** https://github.com/microsoftgraph/msgraph-sdk-typescript/issues/544 */
function brokenRow(): Record<string, unknown> {
  const id = crypto.randomUUID()
  return {
    error: {
      code: 'InternalServerError',
      message:
        'Cannot write a deleted resource, link, deleted link, or nested delta resource set within a resource set; they must be written within a delta resource set.',
      innerError: { date: new Date().toISOString().slice(0, 19), 'request-id': id, 'client-request-id': id },
    },
  }
}

function readToken(call: Call, text: string, list: List): Token {
  const token = decode(text)
  if (!token || token.list !== list.id) throw badRequest('The provided token is not valid')
  const tooOld = Date.now() - token.made > call.core.flags.deltaTokenDays * 86_400_000
  if (tooOld || call.disturb.expireDelta) {
    const fresh = new URL(call.address)
    for (const name of ['token', '$token', '$skiptoken']) fresh.searchParams.delete(name)
    throw new Failure(
      410,
      'resyncChangesApplyDifferences',
      'Resync required. Replace any local items with the server’s version if you’re sure that the service was up to date with your local changes when you last sync’d.',
      {
        headers: { location: fresh.href },
      },
    )
  }
  return token
}

function decode(text: string): Token | undefined {
  const [list, change, quiet, made] = Buffer.from(text, 'base64url').toString().split(';')
  if (list === undefined || made === undefined || !/^\d+$/.test(change ?? '')) return undefined
  return { list, change: Number(change), quiet: Number(quiet), made: Number(made) }
}

function link(call: Call, { list, change, quiet, made }: Token): string {
  const url = new URL(call.address)
  for (const name of ['token', '$token', '$skiptoken']) url.searchParams.delete(name)
  url.searchParams.set('token', Buffer.from(`${list};${change};${quiet};${made}`).toString('base64url'))
  return url.href
}
