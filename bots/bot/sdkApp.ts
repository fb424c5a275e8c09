/** The bot's SDK, with everything that it would else take from the environment said, and none of its own listening. */
import { App, type IHttpServerAdapter } from '@microsoft/teams.apps'
import type { Logger } from 'pino'
import type { Config } from '#src/config.ts'
import type { AppTokens } from '#src/graph/appTokens.ts'

type Handler = Parameters<IHttpServerAdapter['registerRoute']>[2]
type Log = App['log']

/** A message that hasn't been answered for so long may have come all the same. */
const TIMEOUT_MS = 15_000

export interface SdkApp {
  app: App
  /** Checks the token and runs the routes of the app. */
  handle: Handler
}

export async function sdkApp(
  config: Config & { BOT_CLIENT_ID: string },
  { tokens, logger }: { tokens: AppTokens; logger: Logger },
): Promise<SdkApp> {
  let handle: Handler | undefined
  const log = sdkLog(logger)
  const app = new App({
    clientId: config.BOT_CLIENT_ID,
    // Not undefined: the SDK would look for one in the environment.
    clientSecret: '',
    tenantId: config.TENANT_ID,
    token: (scope) => tokens(String(scope)),
    cloud: {
      loginEndpoint: config.BOT_LOGIN_ENDPOINT,
      loginTenant: 'botframework.com',
      botScope: 'https://api.botframework.com/.default',
      tokenServiceUrl: 'https://token.botframework.com',
      openIdMetadataUrl: config.BOT_OPENID_METADATA_URL,
      tokenIssuer: config.BOT_TOKEN_ISSUER,
      graphScope: 'https://graph.microsoft.com/.default',
      agenticIdentityBotScope: 'https://botapi.skype.com/.default',
    },
    serviceUrl: 'https://smba.trafficmanager.net/teams',
    client: { timeout: TIMEOUT_MS, logger: log },
    dangerouslyAllowUnauthenticatedRequests: false,
    logger: log,
    httpServerAdapter: {
      registerRoute: (_method, _path, handler) => {
        handle = handler
      },
    },
  })
  await app.initialize()
  if (!handle) throw new Error('The SDK has registered no route')
  return { app, handle }
}

/** What the SDK says, in our log; it tells whole activities when it debugs. */
function sdkLog(logger: Logger): Log {
  const say =
    (level: 'error' | 'warn' | 'debug') =>
    (...said: unknown[]) => {
      const err = said.find((each) => each instanceof Error)
      const text = said.filter((each) => typeof each === 'string').join(' ')
      logger[level]({ sdk: text, ...(err && { err: { name: err.name, message: err.message } }) }, 'bot SDK')
    }
  const quiet = () => undefined
  const log: Log = {
    error: say('error'),
    warn: say('warn'),
    info: say('debug'),
    debug: quiet,
    trace: quiet,
    log: (level, ...said) => {
      if (level === 'error' || level === 'warn') say(level)(...said)
    },
    child: () => log,
  }
  return log
}
