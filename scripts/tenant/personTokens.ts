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
  { clientId, oid, scopes, nonce }: PersonTokenRequest,
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
  const { audience, granted } = readScopes(core, app, scopes)
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
  asked: string[] | 'api',
): { audience: string; granted: string[] } {
  const { apiScope } = app
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
    return { audience: resource ?? graphAudience, granted: app.delegatedPermissions }
  }
  const missing = names.filter((name) => !app.delegatedPermissions.includes(name))
  if (missing.length > 0) {
    throw new TokenRefusal(
      400,
      'invalid_grant',
      65001,
      `The user or administrator has not consented to use the application with ID '${app.clientId}' for: ${missing.join(' ')}.`,
    )
  }
  // The service puts every consented scope of the resource in the token.
  return { audience: resource ?? graphAudience, granted: app.delegatedPermissions }
}
