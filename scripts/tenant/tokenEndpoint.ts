/** `POST /{tenant}/oauth2/v2.0/token` for applications, with the discovery documents beside it. */
import { decodeJwt, jwtVerify } from 'jose'
import type { Core } from './call.ts'
import { findApp, type StoredApp } from './directory.ts'
import { botAudience, graphAudience, issueToken, publicKeyOf, publicPart, signingKey } from './tokens.ts'

/** OAuth's error body as Entra writes it.
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
export class TokenRefusal extends Error {
  readonly status: number
  readonly error: string
  readonly number: number

  constructor(status: number, error: string, number: number, message: string) {
    super(message)
    this.name = 'TokenRefusal'
    this.status = status
    this.error = error
    this.number = number
  }
}

export function refusalResponse(refusal: TokenRefusal): Response {
  const trace = crypto.randomUUID()
  const body = {
    error: refusal.error,
    error_description: `AADSTS${refusal.number}: ${refusal.message} Trace ID: ${trace} Correlation ID: ${trace}`,
    error_codes: [refusal.number],
    timestamp: new Date().toISOString().replace('T', ' ').slice(0, 19) + 'Z',
    trace_id: trace,
    correlation_id: trace,
  }
  return Response.json(body, { status: refusal.status })
}

/** Where bots of many tenants get their tokens.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication */
const botTenant = 'botframework.com'

/** Answers everything under `/{tenant}/`, or nothing if the path is another's. */
export async function answerAuthority(core: Core, request: Request, url: URL): Promise<Response | undefined> {
  const [tenant = '', ...rest] = url.pathname.slice(1).split('/')
  const path = rest.join('/')
  const known = ['oauth2/v2.0/token', 'discovery/v2.0/keys', 'v2.0/.well-known/openid-configuration']
  if (!known.includes(path)) return undefined
  try {
    if (tenant.toLowerCase() !== core.tenantId && tenant !== botTenant) {
      throw new TokenRefusal(400, 'invalid_request', 90002, `Tenant '${tenant}' not found.`)
    }
    const base = `${url.origin}/${core.tenantId}`
    if (path === 'discovery/v2.0/keys') return Response.json({ keys: [publicPart(signingKey(core.store))] })
    if (path.startsWith('v2.0/')) return Response.json(discovery(base))
    if (request.method !== 'POST') {
      throw new TokenRefusal(400, 'invalid_request', 900561, 'The endpoint only accepts POST requests.')
    }
    return await clientCredentials(core, url.origin, new URLSearchParams(await request.text()))
  } catch (error) {
    if (error instanceof TokenRefusal) return refusalResponse(error)
    throw error
  }
}

function discovery(base: string): object {
  return {
    issuer: `${base}/v2.0`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_types_supported: ['code', 'id_token'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt'],
  }
}

async function clientCredentials(core: Core, origin: string, form: URLSearchParams): Promise<Response> {
  const need = (name: string): string => {
    const value = form.get(name)
    if (value) return value
    throw new TokenRefusal(
      400,
      'invalid_request',
      900144,
      `The request body must contain the following parameter: '${name}'.`,
    )
  }
  const grant = need('grant_type')
  if (grant !== 'client_credentials') {
    throw new TokenRefusal(
      400,
      'unsupported_grant_type',
      70003,
      `The app requested an unsupported grant type '${grant}'.`,
    )
  }
  const clientId = need('client_id')
  const app = findApp(core.store, clientId)
  if (!app) {
    throw new TokenRefusal(
      400,
      'unauthorized_client',
      700016,
      `Application with identifier '${clientId}' was not found in the directory.`,
    )
  }
  const credential = form.has('client_assertion')
    ? await checkAssertion(app, need('client_assertion'), `${origin}/${core.tenantId}`)
    : checkSecret(app, form.get('client_secret'))
  const audience = audienceOf(core, need('scope'))
  const issued = await issueToken(core, {
    origin,
    app,
    audience,
    credential,
    roles: app.applicationPermissions,
  })
  return Response.json(
    {
      token_type: 'Bearer',
      expires_in: issued.seconds,
      ext_expires_in: issued.seconds,
      access_token: issued.token,
    },
    { headers: { 'cache-control': 'no-store' } },
  )
}

function checkSecret(app: StoredApp, secret: string | null): '1' {
  if (secret === null) {
    throw new TokenRefusal(
      401,
      'invalid_client',
      7000218,
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    )
  }
  if (app.secrets.includes(secret)) return '1'
  throw new TokenRefusal(401, 'invalid_client', 7000215, 'Invalid client secret provided.')
}

/** https://learn.microsoft.com/entra/identity-platform/certificate-credentials */
async function checkAssertion(app: StoredApp, assertion: string, base: string): Promise<'2'> {
  for (const certificate of app.certificates ?? []) {
    const key = publicKeyOf(certificate)
    try {
      await jwtVerify(assertion, key, {
        algorithms: ['RS256', 'PS256'],
        issuer: app.clientId,
        subject: app.clientId,
        audience: [`${base}/oauth2/v2.0/token`, `${base}/v2.0`],
        requiredClaims: ['exp', 'jti'],
      })
      return '2'
    } catch (error) {
      if (!(error instanceof Error)) throw error
    }
  }
  throw new TokenRefusal(
    401,
    'invalid_client',
    700027,
    `Client assertion failed signature validation or names another audience. ${describe(assertion)}`,
  )
}

function describe(assertion: string): string {
  try {
    const { aud, exp } = decodeJwt(assertion)
    return `It says aud ${String(aud)} and exp ${exp}.`
  } catch (error) {
    if (error instanceof Error) return 'It is no JSON web token.'
    throw error
  }
}

/** The resource behind `{resource}/.default`; anything else is refused for applications. */
function audienceOf(core: Core, scope: string): string {
  const resource = /^(https:\/\/[^/\s]+)\/+\.default$/.exec(scope)?.[1]
  if (resource === undefined) {
    throw new TokenRefusal(
      400,
      'invalid_scope',
      1002012,
      `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier.`,
    )
  }
  const hosts = core.store.all<{ host: string }>('SELECT DISTINCT host FROM sites')
  if (
    resource === graphAudience ||
    resource === botAudience ||
    hosts.some(({ host }) => resource === `https://${host}`)
  )
    return resource
  throw new TokenRefusal(
    400,
    'invalid_resource',
    500011,
    `The resource principal named ${resource} was not found in the tenant.`,
  )
}
