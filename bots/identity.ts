/** The server's own identity: a secret where one is configured, else the managed identity of where it runs. */
import { ClientSecretCredential, ManagedIdentityCredential, type TokenCredential } from '@azure/identity'
import type { Config } from '#src/config.ts'
import { isLoopback } from '#src/config.ts'
import { createGraph, type Graph } from '#src/graph/client.ts'

const SCOPE = 'https://graph.microsoft.com/.default'

export function serverGraph(config: Config): Graph {
  const credential = credentialOf(config)
  return createGraph({
    origin: config.GRAPH_ORIGIN,
    getToken: async () => (await credential.getToken(SCOPE))?.token ?? '',
  })
}

function credentialOf({
  TENANT_ID,
  SERVER_CLIENT_ID,
  SERVER_CLIENT_SECRET,
  AUTHORITY,
}: Config): Pick<TokenCredential, 'getToken'> {
  if (!SERVER_CLIENT_SECRET || !SERVER_CLIENT_ID)
    return new ManagedIdentityCredential(SERVER_CLIENT_ID ? { clientId: SERVER_CLIENT_ID } : {})
  if (isLoopback(AUTHORITY))
    return localCredential(AUTHORITY, TENANT_ID, SERVER_CLIENT_ID, SERVER_CLIENT_SECRET)
  return new ClientSecretCredential(TENANT_ID, SERVER_CLIENT_ID, SERVER_CLIENT_SECRET, {
    authorityHost: AUTHORITY,
  })
}

/** The same request as the library makes, which refuses an authority without https: only for the local tenant. */
function localCredential(
  authority: string,
  tenant: string,
  clientId: string,
  secret: string,
): Pick<TokenCredential, 'getToken'> {
  let kept = { token: '', expiresOnTimestamp: 0 }
  return {
    async getToken() {
      if (kept.expiresOnTimestamp - Date.now() > 60_000) return kept
      const answer = await fetch(`${authority}/${tenant}/oauth2/v2.0/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: clientId,
          client_secret: secret,
          scope: SCOPE,
        }),
      })
      if (!answer.ok) throw new Error(`The token service answered ${answer.status}: ${await answer.text()}`)
      const { access_token: token, expires_in: seconds } = (await answer.json()) as {
        access_token: string
        expires_in: number
      }
      kept = { token, expiresOnTimestamp: Date.now() + seconds * 1000 }
      return kept
    },
  }
}
