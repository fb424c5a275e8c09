/** A list store with the server's own identity, for scripts that write what the server may write. */
import { readConfig } from '#src/config.ts'
import { serverGraph } from '#src/graph/appTokens.ts'
import { findLists } from '#src/graph/findLists.ts'
import { listStore } from '#src/graph/listStore.ts'

export async function serverStore(env: Record<string, string | undefined>) {
  const config = readConfig(env)
  const graph = serverGraph(config)
  return listStore({ graph, site: { id: config.SITE_ID, listIds: await findLists(graph, config.SITE_ID) } })
}
