/** Makes a local tenant ready: lists provisioned and demo data in, by the same programs that a real site is made ready with. */
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { units } from '#src/lists/organisation.ts'
import type { ListStore } from '#src/graph/listStore.ts'
import { provision } from '#scripts/provision/run.ts'
import type { Tenant } from '#scripts/tenant/tenant.ts'
import { environmentOf, LOCAL_ENVIRONMENT } from '../environment.ts'
import { serverStore } from '../serverStore.ts'
import { type Installation, installations } from './installation.ts'
import { seedDemo, seedRegion } from './seed.ts'
import { seedMeetings } from './seedMeetings.ts'

/** Which of the demo's two organisations. */
export type DemoName = keyof typeof installations
export const demoNames = Object.keys(installations) as DemoName[]

/** The environment that server and scripts need to work against a site of this tenant; its certificate is left in the folder. */
export function demoEnvironment(
  tenant: Tenant,
  origin: string,
  folder = '.local',
  installation: Installation = installations.city,
): Record<string, string> {
  const certificate = join(folder, 'provisioning.json')
  const server = tenant.control.credentials(installation.apps.server)
  const provisioning = tenant.control.credentials(installation.apps.provisioning)
  const bot = tenant.control.credentials(installation.apps.bot)
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
    CONFIDENTIAL_GROUP_ID: installation.confidentialGroupId,
    GRAPH_ORIGIN: origin,
    SHAREPOINT_ORIGIN: origin,
    AUTHORITY: origin,
    BOT_CLIENT_ID: installation.apps.bot,
    BOT_CLIENT_SECRET: bot.clientSecret ?? '',
    BOT_LOGIN_ENDPOINT: origin,
    BOT_OPENID_METADATA_URL: `${origin}/botframework/.well-known/openidconfiguration`,
    TEAMS_APP_ID: installation.teamsApp.id,
    TEAMS_CATALOG_ID: installation.teamsApp.catalogId,
    DEMO_CLOCK_URL: `${origin}/_control/today`,
  }
}

/** Leaves the environments where the other scripts find them: one of each site, and that of the site shown first. */
export function keepEnvironments(
  environments: Partial<Record<DemoName, Record<string, string>>>,
  first: DemoName,
) {
  mkdirSync(dirname(LOCAL_ENVIRONMENT), { recursive: true })
  for (const name of demoNames) keep(environmentOf(name), environments[name])
  keep(LOCAL_ENVIRONMENT, environments[first])
}

function keep(file: string, environment: Record<string, string> | undefined) {
  // What an earlier start left would lead to addresses that answer no longer.
  if (!environment) return rmSync(file, { force: true })
  writeFileSync(file, JSON.stringify(environment, null, 2))
  chmodSync(file, 0o600)
}

const seeds: Record<DemoName, (store: ListStore) => Promise<{ created: number }>> = {
  city: async (store) => {
    const needs = await seedDemo(store)
    return { created: needs.created + (await seedMeetings(store)).created }
  },
  region: seedRegion,
}

/** Provisions and seeds unless the site is ready already. */
export async function prepareDemo(
  environment: Record<string, string>,
  { seed = true, demo = 'city' }: { seed?: boolean; demo?: DemoName } = {},
) {
  await provision(environment, { apply: true })
  const store = await serverStore(environment)
  if (!seed || (await store.all(units)).length > 0) return { created: 0 }
  return seeds[demo](store)
}
