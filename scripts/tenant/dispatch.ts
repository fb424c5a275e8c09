/** One Graph call from address to answer: route, faults, throttling, errors. The batch uses it for each part. */
import type { Call, Caller, Core, Reply, Route } from './call.ts'
import { conflict, errorBody, Failure } from './errors.ts'
import type { Fault } from './faults.ts'
import { graphRoutes } from './graph/routes.ts'
import { siteIdByPath } from './graph/sites.ts'
import { readOptions } from './query.ts'

/** A call before anybody has read it. */
export type Incoming = {
  method: string
  /** Full address, with /v1.0. */
  url: URL
  headers: Headers
  /** Read only when the route is known. */
  body: () => Promise<unknown>
  caller: () => Promise<Caller>
}

/** `dropped` asks the listener to break the connection instead of answering. */
export type Answer = Reply & { dropped?: boolean }

export async function dispatch(core: Core, incoming: Incoming): Promise<Answer> {
  const ids = { request: crypto.randomUUID(), client: incoming.headers.get('client-request-id') ?? '' }
  if (ids.client === '') ids.client = ids.request
  const headers = { 'request-id': ids.request, 'client-request-id': ids.client }
  const fault = core.faults.take(incoming.method, incoming.url.pathname + incoming.url.search)
  if (fault?.delayMs !== undefined) await new Promise((done) => setTimeout(done, fault.delayMs))
  try {
    if (fault?.status !== undefined) throw scripted(fault)
    const reply = await perform(core, incoming, fault)
    return { ...reply, headers: { ...headers, ...reply.headers }, dropped: fault?.dropAfterCommit === true }
  } catch (error) {
    const failure = error instanceof Failure ? error : unexpected(error)
    return {
      status: failure.status,
      headers: { ...headers, ...failure.headers },
      body: errorBody(failure, ids),
      dropped: fault?.dropAfterCommit === true,
    }
  }
}

/** A mistake of ours, not of the caller: said aloud. */
function unexpected(error: unknown): Failure {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  return new Failure(500, 'generalException', `The local tenant failed: ${String(error)}`)
}

async function perform(core: Core, incoming: Incoming, fault: Fault | undefined): Promise<Reply> {
  const { method, url, headers } = incoming
  const caller = await incoming.caller()
  const call: Call = {
    core,
    caller,
    origin: url.origin,
    method,
    segments: [],
    params: {},
    address: url,
    options: readOptions(url.searchParams),
    headers,
    body: undefined,
    metadata: !/odata\.metadata=none/i.test(headers.get('accept') ?? ''),
    disturb: {
      emptyPage: fault?.emptyPage === true,
      errorInDelta: fault?.errorInDelta === true,
      expireDelta: fault?.expireDelta === true,
    },
  }
  call.segments = readSegments(call, url.pathname)
  const route = match(call)
  if (!route) {
    throw new Failure(501, 'notImplemented', `The local tenant does not know ${method} ${url.pathname}.`)
  }
  const limits = throttle(core, caller, route, call)
  const release = take(core, call, route)
  try {
    call.body = await incoming.body()
    const reply = await route.handle(call)
    return { ...reply, headers: { ...limits, ...reply.headers } }
  } finally {
    release()
  }
}

/** Segments below /v1.0; `sites/{host}:/{path}` becomes the site's id, `delta(token='…')` an option. */
function readSegments(call: Call, pathname: string): string[] {
  let path = pathname.replace(/^\/v1\.0\//, '')
  const byPath = /^sites\/([^/:]+):\/(.*?)(?::(?:\/(.*))?)?$/.exec(decodeURI(path))
  if (byPath) {
    const [, host = '', sitePath = '', rest = ''] = byPath
    path = `sites/${siteIdByPath(call, host, sitePath)}${rest === '' ? '' : `/${rest}`}`
  } else if (/^sites\/[^/,]+\.[^/,]+$/.test(decodeURIComponent(path))) {
    path = `sites/${siteIdByPath(call, path.slice('sites/'.length), '')}`
  }
  const segments = path
    .split('/')
    .filter((part) => part !== '')
    .map(decodeURIComponent)
  const last = segments.at(-1) ?? ''
  const asFunction = /^(?:microsoft\.graph\.)?delta\((?:token='(.*)')?\)$/.exec(last)
  if (asFunction) {
    segments[segments.length - 1] = 'delta'
    if (asFunction[1] !== undefined) call.options.other.set('token', asFunction[1])
  }
  return segments
}

const routes = graphRoutes.map((route) => ({ route, parts: route.path.split('/') }))

function match(call: Call): Route | undefined {
  const { segments, method } = call
  for (const { route, parts } of routes) {
    if (route.method !== method || parts.length !== segments.length) continue
    const params: Record<string, string> = {}
    const fits = parts.every((part, index) => {
      const segment = segments[index] ?? ''
      if (part.startsWith('{')) params[part.slice(1, -1)] = segment
      return part.startsWith('{') || part === segment
    })
    if (!fits) continue
    call.params = params
    return route
  }
  return undefined
}

/** Counts resource units; above the limit 429, from 80 % of it RateLimit headers. */
function throttle(core: Core, caller: Caller, route: Route, call: Call): Record<string, string> {
  const withToken = route.path.endsWith('/delta') && call.options.other.has('token')
  const units = withToken ? 1 : route.units
  core.meter.count(call.address.pathname, { units })
  const limit = core.flags.unitsPerMinute
  if (limit === 0) return {}
  const { used, secondsLeft } = core.meter.use(caller.clientId, units)
  const headers = {
    'ratelimit-limit': String(limit),
    'ratelimit-remaining': String(Math.max(0, limit - used)),
    'ratelimit-reset': String(secondsLeft),
  }
  if (used > limit) {
    throw new Failure(429, 'activityLimitReached', 'The application has been throttled', {
      headers: { ...headers, 'retry-after': String(secondsLeft) },
    })
  }
  return used >= limit * 0.8 ? headers : {}
}

function scripted(fault: Fault): Failure {
  const status = fault.status ?? 500
  const codes: Record<number, [string, string]> = {
    401: ['InvalidAuthenticationToken', 'Access token has expired or is not yet valid.'],
    403: ['accessDenied', 'Access denied'],
    404: ['itemNotFound', 'The specified item was not found'],
    409: [
      'resourceModified',
      'The resource has changed since the caller last read it; usually an eTag mismatch',
    ],
    412: [
      'resourceModified',
      'The resource has changed since the caller last read it; usually an eTag mismatch',
    ],
    429: ['activityLimitReached', 'The application has been throttled'],
    503: ['serviceNotAvailable', 'The service is temporarily unavailable'],
    504: ['GatewayTimeout', 'The request timed out'],
  }
  const [code, message] = codes[status] ?? ['generalException', 'General exception while processing']
  const headers = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) }
  return new Failure(status, fault.code ?? code, message, { headers })
}

const free = (): void => undefined

/** Two overlapping writes of one row without If-Match, or two new columns of one list, collide.
 * https://github.com/pnp/pnpjs/issues/2646 */
function take(core: Core, call: Call, route: Route): () => void {
  const row = call.method === 'PATCH' && route.path.includes('/items/') && !call.headers.has('if-match')
  const schema = call.method === 'POST' && route.path.endsWith('/columns')
  if (!core.flags.concurrentWriteConflicts || (!row && !schema)) return free
  const { site = '', list = '', item = '' } = call.params
  const key = [site, list, item, row ? 'row' : 'schema'].join('/').toLowerCase()
  if (core.underWay.has(key))
    throw schema
      ? new Failure(
          409,
          'nameAlreadyExists',
          'Save Conflict. Your changes conflict with those made concurrently by another user.',
        )
      : conflict()
  core.underWay.add(key)
  return () => core.underWay.delete(key)
}
