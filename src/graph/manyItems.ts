/** Many items changed at once in `$batch`es, each if nobody has since it was read. */
import type { SiteUserId } from '#src/lists/columns.ts'
import { type ChangesOf, encode, type List } from '#src/lists/list.ts'
import { batch } from './batch.ts'
import type { Graph } from './client.ts'
import { GraphError } from './errors.ts'
import type { Held } from './listStore.ts'
import { placeOf } from './twoPlaces.ts'
import { itemsPath, type Site } from './wireItems.ts'

export function manyItems({ graph, site, siteUserId }: { graph: Graph; site: Site; siteUserId: SiteUserId }) {
  return {
    /** Answers for each change what Graph refused it for, or `undefined` when it was made. */
    async changeMany<L extends List>(
      list: L,
      asked: readonly { item: Held; changes: ChangesOf<L> }[],
    ): Promise<(GraphError | undefined)[]> {
      const answers = await batch(
        graph,
        asked.map(({ item, changes }) => ({
          method: 'PATCH',
          path: `${itemsPath(site, placeOf(list, item))}/${item.id}/fields`,
          body: encode(list, changes, siteUserId),
          headers: { 'If-Match': item.version },
        })),
      )
      return answers.map((answer) => (answer instanceof GraphError ? answer : undefined))
    },
  }
}
