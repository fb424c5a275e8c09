/** What applications are granted on a site. https://learn.microsoft.com/graph/api/site-post-permissions */
import { type Call, created, noContent, ok, record, type Reply } from '../call.ts'
import { accessDenied, badRequest, Failure, notFound } from '../errors.ts'
import { findSite, type Site } from '../rights.ts'

type Grant = { id: string; client_id: string; name: string; role: string }

const roles = new Set(['read', 'write', 'manage', 'owner', 'fullcontrol'])

/** Only for who may do everything everywhere. */
function openForGrants(call: Call): Site {
  if (!call.caller.permissions.includes('Sites.FullControl.All')) throw accessDenied()
  const site = findSite(call.core.store, call.params['site'] ?? '')
  if (!site) throw new Failure(404, 'itemNotFound', 'Requested site could not be found')
  return site
}

function show({ id, client_id, name, role }: Grant): Record<string, unknown> {
  const identity = { application: { displayName: name, id: client_id } }
  return { id, roles: [role], grantedToIdentitiesV2: [identity], grantedToIdentities: [identity] }
}

export function listGrants(call: Call): Reply {
  const site = openForGrants(call)
  const value = call.core.store
    .all<Grant>('SELECT * FROM grants WHERE site = ? ORDER BY id', site.key)
    .map(show)
  return ok({ '@odata.context': `${call.origin}/v1.0/$metadata#permissions`, value })
}

function openGrant(call: Call): Grant {
  const site = openForGrants(call)
  const id = call.params['permission'] ?? ''
  const grant = call.core.store.get<Grant>('SELECT * FROM grants WHERE site = ? AND id = ?', site.key, id)
  if (!grant) throw notFound()
  return grant
}

export const getGrant = (call: Call): Reply => ok(show(openGrant(call)))

function readRole(body: unknown): string {
  const given = record(body)['roles']
  const role: unknown = Array.isArray(given) ? given[0] : undefined
  if (typeof role !== 'string' || !roles.has(role)) throw badRequest('The role is not valid')
  return role
}

/** Older pages write `grantedToIdentities`, the newer `grantedTo`; both are taken. */
export function addGrant(call: Call): Reply {
  const site = openForGrants(call)
  const body = record(call.body)
  const list = body['grantedToIdentities'] ?? body['grantedToIdentitiesV2']
  const holder = record(Array.isArray(list) ? list[0] : (body['grantedTo'] ?? body['grantedToV2']))
  const { id: clientId, displayName } = record(holder['application'])
  if (typeof clientId !== 'string') throw badRequest('Only applications can be granted permissions on a site')
  const grant: Grant = {
    id: Buffer.from(`i:0i.t|ms.sp.ext|${clientId}|${crypto.randomUUID()}`).toString('base64url'),
    client_id: clientId,
    name: typeof displayName === 'string' ? displayName : '',
    role: readRole(body),
  }
  call.core.store.run(
    'INSERT INTO grants (id, site, client_id, name, role) VALUES (?, ?, ?, ?, ?)',
    grant.id,
    site.key,
    grant.client_id,
    grant.name,
    grant.role,
  )
  return created(show(grant))
}

export function changeGrant(call: Call): Reply {
  const grant = { ...openGrant(call), role: readRole(call.body) }
  call.core.store.run('UPDATE grants SET role = ? WHERE id = ?', grant.role, grant.id)
  return ok(show(grant))
}

export function removeGrant(call: Call): Reply {
  call.core.store.run('DELETE FROM grants WHERE id = ?', openGrant(call).id)
  return noContent
}
