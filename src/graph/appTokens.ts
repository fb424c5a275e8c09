/** An application's own tokens: by managed identity, certificate or secret. Used by server and scripts, never by the tab. */
import {
  ClientCertificateCredential,
  ClientSecretCredential,
  ManagedIdentityCredential,
  type TokenCredential,
} from '@azure/identity'
import { importJWK, type JWK, SignJWT } from 'jose'
import { type Config, isLoopback } from '#src/config.ts'
import { createGraph, type Graph } from './client.ts'

export interface AppIdentity {
  authority: string
  tenantId: string
  /** Absent: the managed identity of where the process runs. */
  clientId?: string | undefined
  secret?: string | undefined
  /** A certificate with its private key as PEM; for the local tenant a private key as JWK. */
  certificate?: string | undefined
}

/** A token for a scope such as `https://graph.microsoft.com/.default`. Throws what the token service refused. */
export type AppTokens = (scope: string) => Promise<string>

export function appTokens(identity: AppIdentity): AppTokens {
  if (isLoopback(identity.authority)) return localTokens(identity)
  const credential = credentialOf(identity)
  return async (scope) => {
    const token = await credential.getToken(scope)
    if (!token) throw new Error(`No token for ${scope}`)
    return token.token
  }
}

/** Graph as the server itself. Somebody who waits for an answer is told after `longestWait` seconds that it is busy. */
export function serverGraph(config: Config, { longestWait }: { longestWait?: number } = {}): Graph {
  const tokens = appTokens({
    authority: config.AUTHORITY,
    tenantId: config.TENANT_ID,
    clientId: config.SERVER_CLIENT_ID,
    secret: config.SERVER_CLIENT_SECRET,
  })
  return createGraph({
    origin: config.GRAPH_ORIGIN,
    getToken: () => tokens('https://graph.microsoft.com/.default'),
    ...(longestWait !== undefined && { longestWait }),
  })
}

function credentialOf({ authority, tenantId, clientId, secret, certificate }: AppIdentity): TokenCredential {
  const options = { authorityHost: authority }
  if (clientId && certificate)
    return new ClientCertificateCredential(tenantId, clientId, { certificate }, options)
  if (clientId && secret) return new ClientSecretCredential(tenantId, clientId, secret, options)
  return new ManagedIdentityCredential(clientId ? { clientId } : {})
}

const EARLY_MS = 60_000

/** The same requests as the library makes, which refuses an authority without https: only for the local tenant. */
function localTokens(identity: AppIdentity): AppTokens {
  const kept = new Map<string, { token: string; until: number }>()
  return async (scope) => {
    const known = kept.get(scope)
    if (known && known.until - EARLY_MS > Date.now()) return known.token
    const endpoint = `${identity.authority}/${identity.tenantId}/oauth2/v2.0/token`
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: identity.clientId ?? '',
      scope,
      ...(await proofOf(identity, endpoint)),
    })
    const answer = await fetch(endpoint, { method: 'POST', body })
    if (!answer.ok) throw new Error(`${endpoint}: ${answer.status} ${await answer.text()}`)
    const { access_token: token, expires_in: seconds } = (await answer.json()) as {
      access_token: string
      expires_in: number
    }
    kept.set(scope, { token, until: Date.now() + seconds * 1000 })
    return token
  }
}

async function proofOf(
  { clientId = '', secret = '', certificate }: AppIdentity,
  endpoint: string,
): Promise<Record<string, string>> {
  if (!certificate) return { client_secret: secret }
  const key = JSON.parse(certificate) as JWK
  // https://learn.microsoft.com/entra/identity-platform/certificate-credentials
  const assertion = new SignJWT({})
    .setProtectedHeader({ alg: 'RS256', ...(key.kid && { kid: key.kid }) })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(endpoint)
    .setJti(crypto.randomUUID())
    .setIssuedAt()
    .setNotBefore('0s')
    .setExpirationTime('5m')
    .sign(await importJWK(key, 'RS256'))
  return {
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: await assertion,
  }
}
