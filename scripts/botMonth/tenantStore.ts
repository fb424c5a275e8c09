/** The lists of a local tenant of its own, provisioned by the real program, and the wire to them past the network card. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createGraph } from '#src/graph/client.ts'
import { findLists } from '#src/graph/findLists.ts'
import { type ListStore, listStore } from '#src/graph/listStore.ts'
import { demoInstallation, installation } from '#scripts/demo/installation.ts'
import { demoEnvironment } from '#scripts/demo/prepare.ts'
import { provision } from '#scripts/provision/run.ts'
import { listen } from '#scripts/tenant/listen.ts'
import { createTenant } from '#scripts/tenant/tenant.ts'

/** One token is enough, however busy the machine. */
const A_DAY_S = 86_400

export async function openTenantStore(): Promise<{ store: ListStore; close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'samstyr-month-'))
  const tenant = createTenant({ ...demoInstallation(':memory:'), flags: { tokenSeconds: A_DAY_S } })
  const listening = await listen(tenant, { port: 0 })
  await provision(demoEnvironment(tenant, listening.origin, folder), { apply: true })
  const { token } = await tenant.control.appToken({ clientId: installation.apps.server })
  const graph = createGraph({
    origin: listening.origin,
    getToken: async () => token,
    fetch: async (...asked) => tenant.handle(new Request(...asked)),
  })
  const site = { id: installation.siteId, listIds: await findLists(graph, installation.siteId) }
  return {
    store: listStore({ graph, site }),
    close: async () => {
      await listening.close()
      tenant.close()
      rmSync(folder, { recursive: true })
    },
  }
}
