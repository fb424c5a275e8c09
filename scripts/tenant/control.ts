/** The side door for tests, the demo and the host page: tokens for people, the business day, faults, counts, flags. */
import type { JWK } from 'jose'
import * as v from 'valibot'
import type { Core } from './call.ts'
import { allPeople, findApp, findPerson, type StoredApp } from './directory.ts'
import type { Fault } from './faults.ts'
import type { Flags } from './flags.ts'
import type { Stats } from './meter.ts'
import type { DirectoryPerson } from './options.ts'
import { findSite, type Site } from './rights.ts'
import { TokenRefusal } from './tokenEndpoint.ts'
import { graphAudience, issueIdToken, issueToken, type Issued } from './tokens.ts'

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

export type Control = {
  people(): DirectoryPerson[]
  personToken(request: PersonTokenRequest, origin?: string): Promise<PersonToken>
  /** Graph unless another resource is named; `credential` '2' as if a certificate had been shown. */
  appToken(
    request: { clientId: string; audience?: string; credential?: '1' | '2' },
    origin?: string,
  ): Promise<Issued>
  /** What the tenant made for an application that `keeps` credentials. */
  credentials(clientId: string): Credentials
  today(site: string): string | null
  setToday(site: string, day: string): void
  setFaults(faults: Fault[]): void
  faults(): Fault[]
  stats(): Stats
  resetStats(): void
  flags(): Flags
  setFlags(flags: Partial<Flags>): void
}

export type Credentials = { clientSecret?: string; certificateKey?: JWK }

/** Where a tenant says it is when nobody reached it over HTTP. */
export const defaultOrigin = 'http://127.0.0.1'

export function createControl(core: Core): Control {
  const siteOf = (id: string): Site => {
    const site = findSite(core.store, id) ?? core.store.get<Site>('SELECT * FROM sites WHERE name = ?', id)
    if (!site) throw new Error(`There is no site ${id}`)
    return site
  }
  const appOf = (clientId: string): StoredApp => {
    const app = findApp(core.store, clientId)
    if (app) return app
    throw new TokenRefusal(
      400,
      'unauthorized_client',
      700016,
      `Application with identifier '${clientId}' was not found in the directory.`,
    )
  }

  return {
    people: () => allPeople(core.store),
    personToken: (request, origin = defaultOrigin) =>
      personToken(core, appOf(request.clientId), request, origin),
    appToken({ clientId, audience = graphAudience, credential = '1' }, origin = defaultOrigin) {
      const app = appOf(clientId)
      return issueToken(core, { origin, app, audience, credential, roles: app.applicationPermissions })
    },
    credentials(clientId) {
      const kept = core.store.get<{ value: string }>(
        'SELECT value FROM meta WHERE key = ?',
        `credentials:${clientId}`,
      )
      return kept ? (JSON.parse(kept.value) as Credentials) : {}
    },
    today: (site) => siteOf(site).today,
    setToday(site, day) {
      core.store.run('UPDATE sites SET today = ? WHERE key = ?', day, siteOf(site).key)
    },
    setFaults: (faults) => core.faults.set(faults),
    faults: () => core.faults.left(),
    stats: () => core.meter.stats(),
    resetStats: () => core.meter.reset(),
    flags: () => core.flags,
    setFlags: (flags) => void Object.assign(core.flags, flags),
  }
}

const standardScopes = ['openid', 'profile', 'email', 'offline_access']

async function personToken(
  core: Core,
  app: StoredApp,
  { oid, scopes, nonce }: PersonTokenRequest,
  origin: string,
): Promise<PersonToken> {
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

const personTokenBody = v.object({
  clientId: v.string(),
  oid: v.string(),
  scopes: v.union([v.literal('api'), v.array(v.string())]),
  nonce: v.optional(v.string()),
})

const faultBody = v.array(
  v.object({
    match: v.object({ method: v.optional(v.string()), path: v.optional(v.string()) }),
    times: v.optional(v.number(), 1),
    status: v.optional(v.number()),
    retryAfter: v.optional(v.number()),
    code: v.optional(v.string()),
    delayMs: v.optional(v.number()),
    dropAfterCommit: v.optional(v.boolean()),
    expireDelta: v.optional(v.boolean()),
    errorInDelta: v.optional(v.boolean()),
    emptyPage: v.optional(v.boolean()),
  }),
)

/** `/_control/…` over HTTP; never below /v1.0. */
export async function answerControl(control: Control, request: Request, url: URL): Promise<Response> {
  const site = url.searchParams.get('site') ?? ''
  const call = `${request.method} ${url.pathname.slice('/_control/'.length)}`
  if (call === 'GET people') return Response.json(control.people())
  if (call === 'POST token') {
    const { nonce, ...body } = v.parse(personTokenBody, await request.json())
    return Response.json(
      await control.personToken({ ...body, ...(nonce === undefined ? {} : { nonce }) }, url.origin),
    )
  }
  if (call === 'GET today') return Response.json({ today: control.today(site) })
  if (call === 'PUT today') {
    const { today } = v.parse(v.object({ today: v.pipe(v.string(), v.isoDate()) }), await request.json())
    control.setToday(site, today)
    return Response.json({ today })
  }
  if (call === 'GET faults') return Response.json(control.faults())
  if (call === 'PUT faults') {
    control.setFaults(v.parse(faultBody, await request.json()) as Fault[])
    return Response.json(control.faults())
  }
  if (call === 'DELETE faults') {
    control.setFaults([])
    return Response.json([])
  }
  if (call === 'GET stats') return Response.json(control.stats())
  if (call === 'DELETE stats') {
    control.resetStats()
    return Response.json(control.stats())
  }
  if (call === 'GET flags') return Response.json(control.flags())
  if (call === 'PUT flags') {
    const flags = v.parse(v.record(v.string(), v.unknown()), await request.json())
    const unknown = Object.keys(flags).filter((name) => !(name in control.flags()))
    if (unknown.length > 0)
      return Response.json({ error: `There is no flag ${unknown.join(', ')}` }, { status: 400 })
    control.setFlags(flags)
    return Response.json(control.flags())
  }
  return Response.json(
    { error: `The local tenant does not know ${request.method} ${url.pathname}.` },
    { status: 501 },
  )
}
