/** Access tokens in Entra's v2 shape: the signing key, issuing, and checking what comes back. */
import { createPublicKey, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto'
import { decodeJwt, errors, importJWK, type JWK, jwtVerify, SignJWT } from 'jose'
import type { Caller, Core } from './call.ts'
import { findPerson, groupsOf, type StoredApp } from './directory.ts'
import { unauthorized } from './errors.ts'
import type { Store } from './store.ts'

export const graphAudience = 'https://graph.microsoft.com'

/** What a bot's tokens for the connector are for. */
export const botAudience = 'https://api.botframework.com'

/** RS256 key of the tenant, or of another issuer, kept in its file. */
export function signingKey(store: Store, name = 'signing-key'): JWK {
  const kept = store.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', name)
  if (kept) return JSON.parse(kept.value) as JWK
  const key = makeKey(store.inMemory ? name : undefined)
  store.run('INSERT INTO meta (key, value) VALUES (?, ?)', name, JSON.stringify(key))
  return key
}

/** Making a key takes a third of a second; tenants in memory, which tests make by the dozen, use the same. */
const reused = new Map<string, JWK>()

/** A new RSA key with its private part, as a JWK; the same again for the same `reuse`. */
export function makeKey(reuse: string | undefined): JWK {
  const known = reuse === undefined ? undefined : reused.get(reuse)
  if (known) return known
  const key = newKey()
  if (reuse !== undefined) reused.set(reuse, key)
  return key
}

function newKey(): JWK {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { ...(privateKey.export({ format: 'jwk' }) as JWK), kid: randomUUID(), alg: 'RS256', use: 'sig' }
}

export function publicPart(key: JWK): JWK {
  return {
    ...(publicKeyOf(key).export({ format: 'jwk' }) as JWK),
    kid: key.kid ?? '',
    alg: 'RS256',
    use: 'sig',
  }
}

/** The public key in a JWK, whether or not it holds the private one too. */
export function publicKeyOf({ kty, n, e }: JWK): KeyObject {
  return createPublicKey({ key: { kty: kty ?? '', n: n ?? '', e: e ?? '' }, format: 'jwk' })
}

export type TokenRequest = {
  origin: string
  app: StoredApp
  audience: string
  credential: '0' | '1' | '2'
} & ({ roles: string[] } | { oid: string; scopes: string[] })

export type Issued = { token: string; seconds: number }

/** `iss` is the origin the request came in on, so that a tenant on any port is its own authority. */
export async function issueToken(core: Core, request: TokenRequest): Promise<Issued> {
  const who =
    'oid' in request
      ? {
          oid: request.oid,
          sub: request.oid,
          scp: request.scopes.join(' '),
          ...names(core, request.oid),
          ...groupsFor(core, request),
        }
      : { oid: request.app.clientId, sub: request.app.clientId, idtyp: 'app', roles: request.roles }
  return sign(core, request.origin, {
    aud: request.audience,
    azp: request.app.clientId,
    appid: request.app.clientId,
    app_displayname: request.app.displayName,
    azpacr: request.credential,
    appidacr: request.credential,
    ...who,
  })
}

export async function issueIdToken(
  core: Core,
  request: { origin: string; clientId: string; oid: string; nonce: string | undefined },
): Promise<string> {
  const { token } = await sign(core, request.origin, {
    aud: request.clientId,
    oid: request.oid,
    sub: request.oid,
    ...(request.nonce === undefined ? {} : { nonce: request.nonce }),
    ...names(core, request.oid),
  })
  return token
}

/** In tokens for its own API only, as that application's registration says.
 * https://learn.microsoft.com/entra/identity-platform/optional-claims#configure-groups-optional-claims */
function groupsFor(
  core: Core,
  { app, audience, oid }: TokenRequest & { oid: string },
): { groups?: string[] } {
  if (audience !== app.clientId || !app.groups) return {}
  const groups = groupsOf(core.store, oid).flatMap(({ id }) => (app.groups?.includes(id) ? [id] : []))
  return groups.length > 0 ? { groups } : {}
}

function names(core: Core, oid: string): { name: string; preferred_username: string } {
  const person = findPerson(core.store, oid)
  return { name: person?.displayName ?? '', preferred_username: person?.userPrincipalName ?? '' }
}

async function sign(core: Core, origin: string, claims: Record<string, unknown>): Promise<Issued> {
  const key = signingKey(core.store)
  const seconds = core.flags.tokenSeconds
  const now = Math.floor(Date.now() / 1000)
  const token = await new SignJWT({ ...claims, tid: core.tenantId, ver: '2.0', uti: randomUUID() })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.kid ?? '' })
    .setIssuer(`${origin}/${core.tenantId}/v2.0`)
    .setIssuedAt(now)
    .setNotBefore(now)
    .setExpirationTime(now + seconds)
    .sign(await importJWK(key, 'RS256'))
  return { token, seconds }
}

/** A token is checked in full once and remembered until it expires: reading a list takes dozens of calls. */
const checked = new WeakMap<Core, Map<string, { caller: Caller; expires: number }>>()

/** The caller behind an `Authorization` header, or 401. */
export async function readCaller(core: Core, header: string | null, audiences: string[]): Promise<Caller> {
  const token = /^Bearer (\S+)$/i.exec(header ?? '')?.[1]
  if (token === undefined) throw unauthorized('Access token is empty.')
  const known = checked.get(core) ?? new Map<string, { caller: Caller; expires: number }>()
  checked.set(core, known)
  const before = known.get(token)
  if (before && before.expires > Date.now()) return withAudience(before.caller, audiences)
  const { caller, expires } = await verify(core, token)
  if (known.size > 1000) known.clear()
  known.set(token, { caller, expires })
  return withAudience(caller, audiences)
}

function withAudience(caller: Caller, audiences: string[]): Caller {
  if (!audiences.includes(caller.audience))
    throw unauthorized('Access token validation failure. Invalid audience.')
  return caller
}

async function verify(core: Core, token: string): Promise<{ caller: Caller; expires: number }> {
  try {
    const { payload } = await jwtVerify(token, publicKeyOf(signingKey(core.store)), { algorithms: ['RS256'] })
    // One machine answers to several names and ports; the key is this tenant's alone, so its path is enough.
    if (new URL(payload.iss ?? '').pathname !== `/${core.tenantId}/v2.0`) throw new Error('issuer')
    return { caller: asCaller(payload), expires: (payload.exp ?? 0) * 1000 }
  } catch (error) {
    if (error instanceof errors.JWTExpired)
      throw unauthorized('Lifetime validation failed, the token is expired.')
    throw unauthorized(reasonOf(error, token))
  }
}

function reasonOf(error: unknown, token: string): string {
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return 'Access token validation failure. Invalid signature.'
  }
  try {
    decodeJwt(token)
    return 'Access token validation failure.'
  } catch (broken) {
    if (broken instanceof Error) return 'CompactToken parsing failed with error code: 80049217'
    throw broken
  }
}

function asCaller(claims: Record<string, unknown>): Caller {
  const scopes = typeof claims['scp'] === 'string' ? claims['scp'].split(' ') : undefined
  const roles = Array.isArray(claims['roles']) ? claims['roles'].map(String) : []
  return {
    clientId: String(claims['azp']),
    permissions: scopes ?? roles,
    audience: String(claims['aud']),
    credential: String(claims['appidacr']),
    ...(scopes ? { oid: String(claims['oid']) } : {}),
  }
}
