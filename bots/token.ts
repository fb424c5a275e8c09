/** Checks the token that comes with an action: issuer, audience, tenant, scope and expiry. */
import { createRemoteJWKSet, errors, jwtVerify } from 'jose'
import type { Person } from '#src/lists/columns.ts'
import type { Config } from '#src/config.ts'
import { GraphError } from '#src/graph/errors.ts'
import { Refused } from '#src/rules/refusal.ts'

export const API_SCOPE = 'access_as_user'

/** The key set timed out, was no key set, or was answered by something else than 200. */
const unfetched: ReadonlySet<string> = new Set([
  errors.JWKSTimeout.code,
  errors.JWKSInvalid.code,
  errors.JOSEError.code,
])

/** Whether the token is to blame; a key set that can't be fetched, or comes as an error page, is our trouble and not a bad token. */
export const isTokensFault = (error: unknown) =>
  error instanceof errors.JOSEError && !unfetched.has(error.code)

export interface Asker {
  me: Person
  /** In the group that reads what is confidential. */
  readsConfidential: boolean
}

export type WhoAsks = (authorization: string | undefined) => Promise<Asker>

/**
 * The person of a bearer token for our API. Throws Refused `notSignedIn` for anything else.
 * https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference
 */
export function tokenCheck({ AUTHORITY, TENANT_ID, CLIENT_ID, CONFIDENTIAL_GROUP_ID }: Config): WhoAsks {
  const keys = createRemoteJWKSet(new URL(`${AUTHORITY}/${TENANT_ID}/discovery/v2.0/keys`))
  return async (authorization) => {
    const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1]
    if (!token) throw new Refused({ why: 'notSignedIn' })
    const claims = await jwtVerify(token, keys, {
      issuer: `${AUTHORITY}/${TENANT_ID}/v2.0`,
      audience: [CLIENT_ID, `api://${CLIENT_ID}`],
      algorithms: ['RS256'],
      requiredClaims: ['oid', 'tid', 'scp', 'exp'],
      clockTolerance: 60,
    }).then(
      (verified) => verified.payload,
      (error: unknown) => {
        if (isTokensFault(error)) throw new Refused({ why: 'notSignedIn' })
        throw new GraphError({ status: -1, code: 'keys', message: String(error) })
      },
    )
    const scopes = String(claims.scp).split(' ')
    if (claims.tid !== TENANT_ID || !scopes.includes(API_SCOPE)) throw new Refused({ why: 'notSignedIn' })
    // Groups come when the application asks for those assigned to it; whoever has none in the token is in none.
    // https://learn.microsoft.com/entra/identity-platform/optional-claims#configure-groups-optional-claims
    const groups = Array.isArray(claims.groups) ? claims.groups : []
    return {
      me: { id: String(claims.oid), name: String(claims.name ?? claims.preferred_username ?? '') },
      readsConfidential:
        CONFIDENTIAL_GROUP_ID !== undefined && groups.includes(CONFIDENTIAL_GROUP_ID.toLowerCase()),
    }
  }
}
