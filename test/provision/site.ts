/** Looks at and changes a site as whoever provisions it does. */
import { narrowLists } from '#src/lists/confidential.ts'
import { provisioned as openLists } from '#src/lists/provisioned.ts'
import type { Finding, Step } from '#src/lists/provisioning.ts'
import { findLists } from '#src/graph/findLists.ts'
import { installation } from '#scripts/demo/installation.ts'
import { provision } from '#scripts/provision/run.ts'
import type { TenantOptions } from '#scripts/tenant/options.ts'
import type { Stand } from '#test/fixtures/stand.ts'

export const declared = [...openLists, ...narrowLists]
export const kinds = (steps: readonly Step[]) => [...new Set(steps.map((step) => step.do))].toSorted()
export const whats = (findings: readonly Finding[]) => findings.map(({ what }) => what)
/** Only a tenant administrator may look at grants; without the server's id nobody asks. */
export const noServer = { SERVER_CLIENT_ID: '' }
export const planned = (of: Stand, environment = {}) =>
  provision({ ...of.environment, ...noServer, ...environment }, { apply: false })
export const applied = (of: Stand, environment = {}) =>
  provision({ ...of.environment, ...noServer, ...environment }, { apply: true })
export const withSite = (change: Partial<TenantOptions['sites'][number]>) => (options: TenantOptions) => ({
  ...options,
  sites: options.sites.map((site) => ({ ...site, ...change })),
})

interface Column {
  id: string
  name: string
  displayName: string
  indexed: boolean
}
export const listsPath = `/sites/${installation.siteId}/lists`
export async function columnsOf(of: Stand, name: string) {
  const id = (await findLists(of.graphAs('server'), installation.siteId))[name]
  const path = `${listsPath}/${id}/columns`
  const { value } = await of.graphAs('provisioning')<{ value: Column[] }>({ path })
  return { id, path, columns: new Map(value.map((column) => [column.name, column])) }
}
export const listNames = async (of: Stand) =>
  Object.keys(await findLists(of.graphAs('server'), installation.siteId)).toSorted()
export const narrowList = (of: Stand, name: string) => ({ id: of.site.listIds[name] })
export async function restAs(of: Stand, path: string, body: object, headers: Record<string, string> = {}) {
  const { token } = await of.tenant.control.appToken({
    clientId: installation.apps.provisioning,
    audience: `https://${installation.host}`,
    credential: '2',
  })
  const response = await fetch(`${of.origin}${installation.sitePath}/_api/web/${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      accept: 'application/json;odata=nometadata',
      'content-type': 'application/json;odata=nometadata',
      ...headers,
    },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(text)
  return (text ? JSON.parse(text) : {}) as { Id?: number }
}
export const rest = async (of: Stand, path: string) => {
  const { token } = await of.tenant.control.appToken({
    clientId: installation.apps.provisioning,
    audience: `https://${installation.host}`,
    credential: '2',
  })
  const response = await fetch(`${of.origin}${installation.sitePath}/_api/web/${path}`, {
    headers: { authorization: `Bearer ${token}`, accept: 'application/json;odata=nometadata' },
  })
  return (await response.json()) as { EnableVersioning: boolean; value: { PrincipalId: number }[] }
}
