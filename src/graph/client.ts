/** The one door to Microsoft Graph: authentication, retry and telemetry by the Graph client; hosts and errors by us. */
import {
  AuthenticationHandler,
  Client,
  type Context,
  GraphClientError,
  GraphError as LibraryError,
  type Middleware,
  RetryHandler,
  RetryHandlerOptions,
  TelemetryHandler,
} from '@microsoft/microsoft-graph-client'
import { GraphError, SignInNeeded } from './errors.ts'
import { pathOf, VERSION } from './links.ts'

export const GRAPH_ORIGIN = 'https://graph.microsoft.com'

export interface GraphCall {
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** Path below `/v1.0` with its query already encoded, or a link that Graph gave. */
  path: string
  body?: object
  /** The bytes of a PUT; their kind is said in the headers. */
  content?: Uint8Array<ArrayBuffer>
  headers?: Record<string, string>
}

/** Answers the parsed body, `undefined` for 204. Throws GraphError, and SignInNeeded where `getToken` does. */
export interface Graph {
  <T>(call: GraphCall): Promise<T>
  /** Most seconds to wait when throttled; told to wait longer, the call fails and says how long. */
  longestWait?: number
}

export interface GraphOptions {
  /** A token for Graph; with `claims` when the one before was refused (continuous access evaluation). */
  getToken: (claims?: string) => Promise<string>
  /** Where Graph is; the real service unless the environment says otherwise. */
  origin?: string
  fetch?: typeof fetch
  longestWait?: number
}

export function createGraph({
  getToken,
  origin = GRAPH_ORIGIN,
  fetch: send = fetch,
  longestWait = Number.POSITIVE_INFINITY,
}: GraphOptions): Graph {
  const getAccessToken = () => getToken().catch(keepAsItIs)
  const authentication = new AuthenticationHandler({ getAccessToken })
  const isWorthWaiting = (response: Response | undefined) =>
    Number(response?.headers.get('retry-after') ?? 0) <= longestWait
  const retry = new RetryHandler(
    new RetryHandlerOptions(1, 4, (_delay, _attempt, _request, _options, response) =>
      isWorthWaiting(response),
    ),
  )
  const telemetry = new TelemetryHandler()
  authentication.setNext(retry)
  retry.setNext(telemetry)
  telemetry.setNext(sender({ getToken, origin, send }))
  const client = Client.initWithMiddleware({ middleware: authentication })

  const ask: Graph = async <T>({ method = 'GET', path, body, content, headers = {} }: GraphCall) => {
    // The client's own URL building knows only https and encodes nothing: it gets a finished URL below the real host.
    const request = client.api(GRAPH_ORIGIN + VERSION + pathOf(path)).headers(headers)
    try {
      switch (method) {
        case 'GET':
          return (await request.get()) as T
        case 'POST':
          return (await request.post(body ?? {})) as T
        case 'PATCH':
          return (await request.patch(body ?? {})) as T
        case 'PUT':
          return (await request.put(content ?? body ?? {})) as T
        case 'DELETE':
          return (await request.delete()) as T
      }
    } catch (error) {
      throw toGraphError(error)
    }
  }
  ask.longestWait = longestWait
  return ask
}

/** The last of the chain: sends the request, to the local tenant when there is one, and answers one claims challenge. */
function sender({
  getToken,
  origin,
  send,
}: {
  getToken: GraphOptions['getToken']
  origin: string
  send: typeof fetch
}): Middleware {
  return {
    async execute(context: Context) {
      const url = typeof context.request === 'string' ? context.request : context.request.url
      const target = origin === GRAPH_ORIGIN ? url : url.replace(GRAPH_ORIGIN, origin)
      let response = await send(target, context.options)
      const claims =
        response.status === 401 ? claimsChallenge(response.headers.get('www-authenticate')) : undefined
      if (claims) {
        const headers = new Headers(context.options?.headers)
        headers.set('authorization', `Bearer ${await getToken(claims).catch(keepAsItIs)}`)
        response = await send(target, { ...context.options, headers })
      }
      context.response = asGraphWould(response)
    },
  }
}

/** What stands in front of the service answers in HTML, and the library would lose how long it said to wait. */
function asGraphWould(response: Response): Response {
  if (response.ok || response.headers.get('content-type')?.includes('json')) return response
  const headers = new Headers(response.headers)
  headers.set('content-type', 'application/json')
  const message = `${response.status} ${response.statusText}`
  return new Response(JSON.stringify({ error: { code: 'notFromGraph', message } }), {
    status: response.status,
    headers,
  })
}

/** https://learn.microsoft.com/entra/identity-platform/claims-challenge */
function claimsChallenge(header: string | null): string | undefined {
  const claims = header?.includes('insufficient_claims') ? /claims="([^"]+)"/.exec(header)?.[1] : undefined
  return claims && atob(claims)
}

/** Of all that is thrown on the way the library makes errors of its own, but for this kind, which is meant for tokens. */
function keepAsItIs(error: unknown): never {
  if (!(error instanceof SignInNeeded)) throw error
  const kept = new GraphClientError()
  kept.customError = error
  throw kept
}

function toGraphError(error: unknown): unknown {
  if (error instanceof GraphClientError && error.customError) return error.customError
  if (!(error instanceof LibraryError)) return error
  const body = typeof error.body === 'string' ? safeJson(error.body) : undefined
  return new GraphError({
    status: error.statusCode,
    code: error.code ?? '',
    innerCode: body?.innerError?.code ?? '',
    message: error.message || `Graph answered ${error.statusCode}`,
    requestId: error.requestId ?? '',
    retryAfter: Number(error.headers?.get('retry-after') ?? 0) || undefined,
  })
}

function safeJson(text: string): { innerError?: { code?: string } } | undefined {
  try {
    return JSON.parse(text) as { innerError?: { code?: string } }
  } catch {
    return undefined
  }
}
