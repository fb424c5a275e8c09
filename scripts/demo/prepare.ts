/** Makes a local tenant ready: lists provisioned and demo data in, by the same programs that a real site is made ready with. */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { units } from '#src/lists/organisation.ts'
import { provision } from '#scripts/provision/run.ts'
import type { Tenant } from '#scripts/tenant/tenant.ts'
import { LOCAL_ENVIRONMENT } from '../environment.ts'
import { serverStore } from '../serverStore.ts'
import { installation } from './installation.ts'
import { seedDemo } from './seed.ts'

/** The environment that server and scripts need to work against this tenant; its certificate is left in the folder. */
export function demoEnvironment(tenant: Tenant, origin: string, folder = '.local'): Record<string, string> {
  const certificate = join(folder, 'provisioning.json')
  const server = tenant.control.credentials(installation.apps.server)
  const provisioning = tenant.control.credentials(installation.apps.provisioning)
  mkdirSync(folder, { recursive: true })
  writeFileSync(certificate, JSON.stringify(provisioning.certificateKey))
  chmodSync(certificate, 0o600)
  return {
    TENANT_ID: installation.tenantId,
    CLIENT_ID: installation.apps.samstyr,
    SITE_ID: installation.siteId,
    SERVER_CLIENT_ID: installation.apps.server,
    SERVER_CLIENT_SECRET: server.clientSecret ?? '',
    PROVISION_CLIENT_ID: installation.apps.provisioning,
    PROVISION_CERTIFICATE: certificate,
    STAFF_GROUP_ID: installation.staffGroupId,
    GRAPH_ORIGIN: origin,
    SHAREPOINT_ORIGIN: origin,
    AUTHORITY: origin,
    DEMO_CLOCK_URL: `${origin}/_control/today`,
  }
}

/** Leaves the environment where the other scripts find it. */
export function keepEnvironment(environment: Record<string, string>) {
  mkdirSync(dirname(LOCAL_ENVIRONMENT), { recursive: true })
  writeFileSync(LOCAL_ENVIRONMENT, JSON.stringify(environment, null, 2))
  chmodSync(LOCAL_ENVIRONMENT, 0o600)
}

/** Provisions and seeds unless the site is ready already. */
export async function prepareDemo(environment: Record<string, string>, { seed = true } = {}) {
  await provision(environment, { apply: true })
  const store = await serverStore(environment)
  if (!seed || (await store.all(units)).length > 0) return { created: 0 }
  return seedDemo(store, installation.today)
}
