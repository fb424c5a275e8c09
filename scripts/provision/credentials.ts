/** Tokens for provisioning: an application with a certificate (all of it) or a secret (lists only). */
import { readFileSync } from 'node:fs'
import { ClientCertificateCredential, ClientSecretCredential } from '@azure/identity'
import { importJWK, SignJWT, type JWK } from 'jose'
import { isLoopback } from '#src/config.ts'

export type Environment = Record<string, string | undefined>

/** Gives tokens for a scope such as `https://graph.microsoft.com/.default`. Throws an Error that names what is missing. */
export function provisioningTokens(env: Environment): (scope: string) => Promise<string> {
  const { TENANT_ID: tenant, PROVISION_CLIENT_ID: clientId, PROVISION_CLIENT_SECRET: secret, PROVISION_CERTIFICATE: certificate } = env
  const authority = env.AUTHORITY ?? 'https://login.microsoftonline.com'
  if (!tenant || !clientId || !(secret || certificate)) {
    throw new Error('TENANT_ID, PROVISION_CLIENT_ID, PROVISION_CERTIFICATE | PROVISION_CLIENT_SECRET')
  }
  if (isLoopback(authority)) return localTokens({ authority, tenant, clientId, secret, certificate })
  const credential = certificate
    ? new ClientCertificateCredential(tenant, clientId, certificate, { authorityHost: authority })
    : new ClientSecretCredential(tenant, clientId, secret ?? '', { authorityHost: authority })
  return async (scope) => (await credential.getToken(scope)).token
}

/** What the library does, for the local tenant's authority without https. The certificate is a private key as JWK. */
function localTokens({ authority, tenant, clientId, secret, certificate }: {
  authority: string
  tenant: string
  clientId: string
  secret: string | undefined
  certificate: string | undefined
}) {
  const endpoint = `${authority}/${tenant}/oauth2/v2.0/token`
  return async (scope: string) => {
    const proof = certificate
      ? {
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion: await assertion(JSON.parse(readFileSync(certificate, 'utf8')) as JWK, clientId, endpoint),
        }
      : { client_secret: secret ?? '' }
    const answer = await fetch(endpoint, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, scope, ...proof }),
    })
    if (!answer.ok) throw new Error(`${endpoint}: ${answer.status} ${await answer.text()}`)
    return ((await answer.json()) as { access_token: string }).access_token
  }
}

/** https://learn.microsoft.com/entra/identity-platform/certificate-credentials */
async function assertion(key: JWK, clientId: string, audience: string): Promise<string> {
  return new SignJWT({})
    .setProtectedHeader({ alg: 'RS256', ...(key.kid && { kid: key.kid }) })
    .setIssuer(clientId).setSubject(clientId).setAudience(audience)
    .setJti(crypto.randomUUID()).setIssuedAt().setNotBefore('0s').setExpirationTime('5m')
    .sign(await importJWK(key, 'RS256'))
}
