/** Installs the Teams app for a person. */
import type { Graph } from './client.ts'
import { GraphError } from './errors.ts'

/** What Graph answers when it is there already: Teams' own news of it is late, or was lost. */
const THERE = 409

/**
 * Installs an app of the organisation's catalogue for a person, by Entra id; nothing happens when it is there. Throws GraphError.
 * https://learn.microsoft.com/graph/api/userteamwork-post-installedapps
 */
export async function installFor(graph: Graph, person: string, appId: string): Promise<void> {
  const app = `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${appId}`
  try {
    await graph({
      method: 'POST',
      path: `/users/${person}/teamwork/installedApps`,
      body: { 'teamsApp@odata.bind': app },
    })
  } catch (error) {
    if (!(error instanceof GraphError && error.status === THERE)) throw error
  }
}
