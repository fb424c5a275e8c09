/** The issuer of tokens for activities to bots, with its metadata and keys.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication */
import { importJWK, SignJWT } from 'jose'
import type { Core } from '../call.ts'
import { makeKey, publicPart, signingKey } from '../tokens.ts'
import { type Bot, serviceUrl } from './bots.ts'

/** The real one's name: only the key tells this issuer from it, and only the metadata's address has to be told a bot. */
const ISSUER = 'https://api.botframework.com'
const KEY = 'bot-framework-key'

/** What a test may make wrong in a token. */
export type TokenClaims = {
  iss?: string
  aud?: string
  serviceurl?: string
  /** Seconds from now; a negative number has passed. */
  expires?: number
  /** Signed by a key that nobody publishes. */
  forged?: boolean
}

export async function activityToken(core: Core, bot: Bot, claims: TokenClaims = {}): Promise<string> {
  const key = claims.forged ? makeKey('forger') : signingKey(core.store, KEY)
  const now = Math.floor(Date.now() / 1000)
  const expires = now + (claims.expires ?? core.flags.chatTokenMinutes * 60)
  const { kid = '' } = signingKey(core.store, KEY)
  return new SignJWT({ serviceurl: claims.serviceurl ?? serviceUrl(bot) })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
    .setIssuer(claims.iss ?? ISSUER)
    .setAudience(claims.aud ?? bot.client_id)
    .setIssuedAt(Math.min(now, expires - 1))
    .setNotBefore(Math.min(now, expires - 1))
    .setExpirationTime(expires)
    .sign(await importJWK(key, 'RS256'))
}

/** Answers `/botframework/…`, or nothing if the path is another's. The SDK finds the keys beside the metadata. */
export function answerIssuer(core: Core, url: URL): Response | undefined {
  const base = '/botframework/.well-known'
  if (url.pathname === `${base}/openidconfiguration`) {
    return Response.json({
      issuer: ISSUER,
      authorization_endpoint: 'https://invalid.botframework.com',
      jwks_uri: `${url.origin}${base}/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    })
  }
  if (url.pathname !== `${base}/keys`) return undefined
  return Response.json({ keys: [{ ...publicPart(signingKey(core.store, KEY)), endorsements: ['msteams'] }] })
}
