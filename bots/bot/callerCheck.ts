/** Whether an activity comes from the Bot Framework, for this bot: stricter than its SDK, which checks it once more. */
import { createRemoteJWKSet, errors, jwtVerify } from 'jose'
import type { Config } from '#src/config.ts'
import { isTokensFault } from '../token.ts'
import type { Activity } from './activity.ts'

/** What is wrong with a call, for the log. */
export class NotFromTeams extends Error {}

/** Throws NotFromTeams for a token that isn't good for this activity; whatever else it throws is our trouble. */
export type CallerCheck = (
  authorization: string | undefined,
  activity: Pick<Activity, 'serviceUrl' | 'channelId'>,
) => Promise<void>

/**
 * The steps of https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication#connector-to-bot.
 * The SDK takes tokens of Entra as well, which any application in any tenant can get for our id, and asks for no service address then.
 */
export function callerCheck(
  config: Pick<Config, 'BOT_CLIENT_ID' | 'BOT_TOKEN_ISSUER' | 'BOT_OPENID_METADATA_URL'>,
): CallerCheck {
  const { BOT_CLIENT_ID: audience, BOT_TOKEN_ISSUER: issuer, BOT_OPENID_METADATA_URL: metadata } = config
  if (!audience) throw new Error('Without BOT_CLIENT_ID nobody can call the bot')
  const keys = createRemoteJWKSet(new URL(metadata.replace(/\/openidconfiguration$/, '/keys')))
  return async (authorization, { serviceUrl, channelId }) => {
    const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1]
    if (!token) throw new NotFromTeams('no token')
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms: ['RS256'],
      requiredClaims: ['exp', 'serviceurl'],
      clockTolerance: 300,
    }).catch((error: unknown) => {
      if (error instanceof errors.JOSEError && isTokensFault(error)) throw new NotFromTeams(error.code)
      throw error
    })
    if (payload['serviceurl'] !== serviceUrl) throw new NotFromTeams('another service address')
    // A key that names channels is good for those only.
    const known: readonly { kid?: string; endorsements?: unknown }[] = keys.jwks()?.keys ?? []
    const endorsed = known.find(({ kid }) => kid === protectedHeader.kid)?.endorsements
    if (Array.isArray(endorsed) && !endorsed.includes(channelId)) throw new NotFromTeams('another channel')
  }
}
