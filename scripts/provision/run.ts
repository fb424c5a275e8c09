/** Compares the site with the declared lists and, when told to, makes what is missing. */
import { readFileSync } from 'node:fs'
import { narrowLists } from '#src/lists/confidential.ts'
import { provisioned } from '#src/lists/provisioned.ts'
import { appTokens, type AppTokens } from '#src/graph/appTokens.ts'
import { createGraph } from '#src/graph/client.ts'
import { applyStep } from '#src/graph/provision/apply.ts'
import type { Finding, Step } from '#src/lists/provisioning.ts'
import { planClosed } from '#src/graph/provision/closed.ts'
import { planNarrow } from '#src/graph/provision/narrow.ts'
import { planLists, readSite } from '#src/graph/provision/plan.ts'
import { checkGrant, checkTimeZone, planStaff, planVersions } from '#src/graph/provision/rights.ts'
import { sharePoint } from '#src/graph/sharepoint.ts'

export type Environment = Record<string, string | undefined>

export interface Provisioned {
  steps: Step[]
  findings: Finding[]
}

/** A list is created first and named after: each round plans from what the site then holds. */
const MOST_ROUNDS = 4

export async function provision(
  env: Environment,
  { apply, told = () => undefined }: { apply: boolean; told?: (step: Step) => void },
): Promise<Provisioned> {
  const siteId = env.SITE_ID
  if (!siteId) throw new Error('SITE_ID')
  const token = provisioningTokens(env)
  const graph = createGraph({
    getToken: () => token('https://graph.microsoft.com/.default'),
    ...(env.GRAPH_ORIGIN && { origin: env.GRAPH_ORIGIN }),
  })
  const { webUrl } = await graph<{ webUrl: string }>({ path: `/sites/${siteId}?$select=webUrl` })
  const host = siteId.split(',')[0]
  const siteUrl = env.SHAREPOINT_ORIGIN ? env.SHAREPOINT_ORIGIN + new URL(webUrl).pathname : webUrl
  const rest = sharePoint({ siteUrl, getToken: () => token(`https://${host}/.default`) })

  const look = async (): Promise<Provisioned> => {
    const site = await readSite(graph, siteId, [...provisioned, ...narrowLists])
    const narrow = await planNarrow(rest, narrowLists, { site, group: env.CONFIDENTIAL_GROUP_ID })
    const declared = [...provisioned, ...narrowLists.filter(({ name }) => narrow.possible || site.has(name))]
    const ours = planLists(declared, site)
    const versions = await planVersions(rest, declared, site)
    const staff = await planStaff(rest, env.STAFF_GROUP_ID)
    const closed = await planClosed(rest, declared, site)
    return {
      steps: [...ours.steps, ...versions.steps, ...staff.steps, ...closed.steps, ...narrow.steps],
      findings: [
        ...ours.findings,
        ...versions.findings,
        ...staff.findings,
        ...closed.findings,
        ...narrow.findings,
        ...(await checkTimeZone(rest)),
        ...(await checkGrant(graph, siteId, env.SERVER_CLIENT_ID)),
      ],
    }
  }

  const done: Step[] = []
  let plan = await look()
  if (!apply) return plan
  for (let round = 1; plan.steps.length > 0 && round <= MOST_ROUNDS; round++) {
    for (const step of plan.steps) {
      await applyStep(step, {
        graph,
        siteId,
        rest,
        staffGroup: env.STAFF_GROUP_ID,
        confidentialGroup: env.CONFIDENTIAL_GROUP_ID,
      })
      done.push(step)
      told(step)
    }
    plan = await look()
  }
  return { steps: done, findings: plan.findings }
}

/** An application with a certificate does all of it, one with a secret only the lists: SharePoint REST refuses it. */
function provisioningTokens(env: Environment): AppTokens {
  const {
    TENANT_ID: tenantId,
    PROVISION_CLIENT_ID: clientId,
    PROVISION_CLIENT_SECRET: secret,
    PROVISION_CERTIFICATE: file,
  } = env
  if (!tenantId || !clientId || !(secret || file))
    throw new Error('TENANT_ID, PROVISION_CLIENT_ID, PROVISION_CERTIFICATE | PROVISION_CLIENT_SECRET')
  return appTokens({
    authority: env.AUTHORITY ?? 'https://login.microsoftonline.com',
    tenantId,
    clientId,
    secret,
    certificate: file && readFileSync(file, 'utf8'),
  })
}
