/** Tokens for people: what the interactive sign-in of a Teams host would bring. */
import type { Core } from './call.ts'
import { findApp, findPerson, type StoredApp } from './directory.ts'
import { TokenRefusal } from './tokenEndpoint.ts'
import { graphAudience, issueIdToken, issueToken } from './tokens.ts'

export type PersonTokenRequest = {
  clientId: string
  oid: string
  /** Delegated scopes of Graph (or of SharePoint, written in full), or 'api' for the application's own. */
  scopes: string[] | 'api'
  nonce?: string
  /** The person says yes to scopes that are theirs to consent to. */
  consents?: boolean
}

/** What a nested application gets from its host. */
export type PersonToken = {
  access_token: string
  id_token: string
  expires_in: number
  scope: string
  account: { name: string; username: string; localAccountId: string; tenantId: string }
}

export function openApp(core: Core, clientId: string): StoredApp {
  const app = findApp(core.store, clientId)
  if (app) return app
  throw new TokenRefusal(
    400,
    'unauthorized_client',
    700016,
    `Application with identifier '${clientId}' was not found in the directory.`,
  )
}

const standardScopes = ['openid', 'profile', 'email', 'offline_access']

/** Stands in for the sign-in that the Teams host does for an application. */
export async function personToken(
  core: Core,
  { clientId, oid, scopes, nonce, consents = false }: PersonTokenRequest,
  origin: string,
): Promise<PersonToken> {
  const app = openApp(core, clientId)
  const person = findPerson(core.store, oid)
  if (!person)
    throw new TokenRefusal(
      400,
      'invalid_grant',
      50034,
      `The user account ${oid} does not exist in the directory.`,
    )
  if (consents) keepConsent(core, app, person.id, scopes)
  const { audience, granted } = readScopes(core, app, { oid: person.id, scopes })
  const issued = await issueToken(core, {
    origin,
    app,
    audience,
    credential: '0',
    oid: person.id,
    scopes: granted,
  })
  return {
    access_token: issued.token,
    id_token: await issueIdToken(core, { origin, clientId: app.clientId, oid: person.id, nonce }),
    expires_in: issued.seconds,
    scope: granted
      .map((name) => (audience === graphAudience ? name : `${resourceName(app, audience)}/${name}`))
      .join(' '),
    account: {
      name: person.displayName,
      username: person.userPrincipalName,
      localAccountId: person.id,
      tenantId: core.tenantId,
    },
  }
}

const resourceName = (app: StoredApp, audience: string): string =>
  audience === app.clientId ? (app.apiScope ?? audience).replace(/\/[^/]*$/, '') : audience

/** One token is for one resource: Graph, a SharePoint host, or the application's own API. */
function readScopes(
  core: Core,
  app: StoredApp,
  { oid, scopes: asked }: Pick<PersonTokenRequest, 'oid' | 'scopes'>,
): { audience: string; granted: string[] } {
  const { apiScope } = app
  const consented = [...app.delegatedPermissions, ...ownConsents(core, app, oid)]
  const scopes = asked === 'api' ? [apiScope ?? ''] : asked.filter((scope) => !standardScopes.includes(scope))
  if (apiScope !== undefined && scopes.includes(apiScope)) {
    return { audience: app.clientId, granted: [apiScope.slice(apiScope.lastIndexOf('/') + 1)] }
  }
  const hosts = core.store
    .all<{ host: string }>('SELECT DISTINCT host FROM sites')
    .map(({ host }) => `https://${host}`)
  const resource = [graphAudience, ...hosts].find((candidate) =>
    scopes.some((scope) => scope.startsWith(`${candidate}/`)),
  )
  const names = scopes.map((scope) => (resource === undefined ? scope : scope.replace(`${resource}/`, '')))
  if (names.includes('.default') || names.length === 0) {
    return { audience: resource ?? graphAudience, granted: consented }
  }
  const missing = names.filter((name) => !consented.includes(name))
  if (missing.length > 0) {
    throw new TokenRefusal(
      400,
      'invalid_grant',
      65001,
      `The user or administrator has not consented to use the application with ID '${app.clientId}' for: ${missing.join(' ')}.`,
    )
  }
  // The service puts every consented scope of the resource in the token.
  return { audience: resource ?? graphAudience, granted: consented }
}

function keepConsent({ store }: Core, app: StoredApp, oid: string, scopes: string[] | 'api'): void {
  for (const scope of app.askedPermissions ?? []) {
    if (scopes === 'api' || !scopes.some((asked) => asked === scope || asked === `${graphAudience}/${scope}`))
      continue
    store.run(
      'INSERT OR IGNORE INTO consents (client_id, oid, scope) VALUES (?, ?, ?)',
      app.clientId,
      oid,
      scope,
    )
  }
}

const ownConsents = (
  { store }: Core,
  { clientId, askedPermissions = [] }: StoredApp,
  oid: string,
): string[] =>
  store
    .all<{ scope: string }>('SELECT scope FROM consents WHERE client_id = ? AND oid = ?', clientId, oid)
    .map(({ scope }) => scope)
    .filter((scope) => askedPermissions.includes(scope))
