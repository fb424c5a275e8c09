/** A tenant on a port with a bot on the real SDK: what the connector says is heard by the same client that runs in production. */
import { createServer } from 'node:http'
import { App, type HttpRouteHandler } from '@microsoft/teams.apps'
import { listen } from '#scripts/tenant/listen.ts'
import type { Flags } from '#scripts/tenant/flags.ts'
import { createTenant, type Tenant } from '#scripts/tenant/tenant.ts'
import { ids, smallTenant } from './fixtures.ts'

export const botId = 'dddddddd-0000-4000-8000-000000000001'
export const manifestId = 'dddddddd-0000-4000-8000-000000000002'
export const catalogId = 'dddddddd-0000-4000-8000-000000000003'
const secret = 'secret-bot'

export type Activity = Record<string, unknown> & {
  type: string
  text?: string
  serviceUrl: string
  conversation: { id: string }
  from: { id: string; name: string; aadObjectId: string }
  channelData: Record<string, unknown>
}

export type ChatStand = {
  tenant: Tenant
  origin: string
  /** Everything that reached the bot with a good token, in order. */
  heard: Activity[]
  app: App
  /** What the tenant knew of the bot when it was started. */
  was: 'unknown' | 'elsewhere' | 'here'
  /** Id of a person's only conversation; '' when there is none. */
  chatOf(person: string): string
  /** Of the bot, for the connector. */
  token(): Promise<string>
  /** Calls the connector with it. */
  call(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: unknown; headers: Headers }>
  [Symbol.asyncDispose](): Promise<void>
}

/** `data`: a file to keep the tenant in. */
export async function chatStand(flags: Partial<Flags> = {}, data = ':memory:'): Promise<ChatStand> {
  await using started = new AsyncDisposableStack()
  const options = smallTenant(flags, data)
  options.apps.push({
    clientId: botId,
    displayName: 'Samtalaren',
    secrets: [secret],
    applicationPermissions: ['TeamsAppInstallation.ReadWriteSelfForUser.All', 'AppCatalog.Read.All'],
    delegatedPermissions: [],
  })
  const tenant = createTenant(options)
  started.defer(() => tenant.close())
  const listening = await listen(tenant, { port: 0 })
  const { origin } = listening
  started.defer(() => listening.close())

  const routes = new Map<string, HttpRouteHandler>()
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const handle = routes.get(request.url ?? '')
      const body = JSON.parse(Buffer.concat(chunks).toString()) as unknown
      void handle?.({ body, headers: request.headers as Record<string, string> }).then((answer) => {
        response.writeHead(answer.status, { 'content-type': 'application/json' })
        response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body))
      })
    })
  })
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done)
  })
  started.defer(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const endpoint = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/api/messages`

  const tokens = () => botToken(origin)
  const app = new App({
    clientId: botId,
    token: tokens,
    tenantId: ids.tenant,
    cloud: {
      ...publicCloud,
      loginEndpoint: origin,
      openIdMetadataUrl: `${origin}/botframework/.well-known/openidconfiguration`,
    },
    logger: silent,
    httpServerAdapter: {
      registerRoute: (_method, path, handler) => {
        routes.set(path, handler)
      },
    },
  })
  const heard: Activity[] = []
  app.use(({ activity, next }) => {
    heard.push(activity as unknown as Activity)
    return next()
  })
  await app.initialize()
  const bot = { clientId: botId, endpoint, name: 'Samtalaren', siteId: ids.site }
  const was = tenant.control.chat.register({ ...bot, appId: manifestId, catalogId }, origin)
  const everything = started.move()
  return {
    tenant,
    origin,
    heard,
    app,
    was,
    chatOf: (person) => tenant.control.chat.conversations(person)[0]?.id ?? '',
    token: tokens,
    async call(method, path, body) {
      const response = await fetch(`${origin}/connector/v3/${path}`, {
        method,
        headers: { authorization: `Bearer ${await tokens()}`, 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      const text = await response.text()
      return { status: response.status, body: text && JSON.parse(text), headers: response.headers }
    },
    [Symbol.asyncDispose]: () => everything.disposeAsync(),
  }
}

/** The SDK's own, but for what a local tenant stands in for. */
const publicCloud = {
  loginTenant: 'botframework.com',
  botScope: 'https://api.botframework.com/.default',
  tokenServiceUrl: 'https://token.botframework.com',
  tokenIssuer: 'https://api.botframework.com',
  graphScope: 'https://graph.microsoft.com/.default',
  agenticIdentityBotScope: 'https://botapi.skype.com/.default',
}

const nothing = () => undefined
const silent: App['log'] = {
  error: nothing,
  warn: nothing,
  info: nothing,
  debug: nothing,
  trace: nothing,
  log: nothing,
  child: () => silent,
}

/** As the bot asks the authority for it. */
export async function botToken(origin: string, tenant = 'botframework.com'): Promise<string> {
  const response = await fetch(`${origin}/${tenant}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: botId,
      client_secret: secret,
      scope: 'https://api.botframework.com/.default',
    }),
  })
  const { access_token } = (await response.json()) as { access_token: string }
  return access_token
}
