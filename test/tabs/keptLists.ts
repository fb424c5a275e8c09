/** A site that answers for lists held in memory, in the words of the wire: for what reads whole lists and keeps them. */
import { encode, type List } from '#src/lists/list.ts'
import type { Graph, GraphCall } from '#src/graph/client.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import type { Held } from '#tabs/gallery/session.ts'

interface Asked {
  requests: { id: string; url: string }[]
}

/** `pageSize` rows come at a time; `hold` makes every page but the first wait for it. */
export function siteOf(
  lists: readonly Held[],
  { pageSize = 5000, hold }: { pageSize?: number; hold?: Promise<void> } = {},
) {
  const asked: string[] = []
  const site = {
    id: 'site',
    listIds: Object.fromEntries(lists.map(({ list }) => [list.name, list.name])),
  }
  const answer = async (path: string): Promise<object> => {
    asked.push(path)
    const [, name = ''] = /\/lists\/(\w+)\/items/.exec(path) ?? []
    const link = {
      '@odata.deltaLink': `https://graph.microsoft.com/v1.0/sites/site/lists/${name}/items/delta?token=now`,
    }
    if (path.includes('/delta')) return { value: [], ...link }
    const from = Number(/\$skiptoken=(\d+)/.exec(path)?.[1] ?? 0)
    if (from > 0) await hold
    const held = lists.find(({ list }) => list.name === name)
    const rows = (held?.items ?? []).slice(from, from + pageSize)
    const isLast = from + pageSize >= (held?.items.length ?? 0)
    return {
      value: rows.map((row) => wire(held?.list as List, row as { id: string; version: string })),
      ...(!isLast && { '@odata.nextLink': `/sites/site/lists/${name}/items?$skiptoken=${from + pageSize}` }),
    }
  }
  const graph = (async ({ path, body }: GraphCall) => {
    if (path !== '/$batch') return answer(path)
    const { requests } = body as Asked
    return {
      responses: await Promise.all(
        requests.map(async ({ id, url }) => ({ id, status: 200, body: await answer(url) })),
      ),
    }
  }) as Graph
  return { asked, store: { graph, site } satisfies Partial<ListReader> }
}

function wire(list: List, { id, version, ...values }: { id: string; version: string }) {
  return { id, fields: { ...encode(list, values as never), '@odata.etag': version } }
}
