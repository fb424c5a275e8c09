/** One Graph call from address to answer: route, faults, throttling, errors. The batch uses it for each part. */
import type { Call, Caller, Core, Reply, Route } from './call.ts'
import { readSegments } from './address.ts'
import { conflict, Failure } from './errors.ts'
import type { Fault } from './faults.ts'
import { graphRoutes } from './graph/routes.ts'
import { type Answer, guard } from './guard.ts'
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

/** Faults, errors and ids are the guard's business; this finds the handler and runs it. */
export function dispatch(core: Core, incoming: Incoming): Promise<Answer> {
  return guard(core, incoming, (fault) => perform(core, incoming, fault))
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
  throttlePerson(core, caller)
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

/** A person's own limit comes without RateLimit headers. */
function throttlePerson({ flags, meter }: Core, { oid }: Caller): void {
  const limit = flags.userRequestsPer5Minutes
  if (limit === 0 || oid === undefined) return
  const { used, secondsLeft } = meter.use(oid, 1, 5)
  if (used > limit) {
    throw new Failure(429, 'activityLimitReached', 'The user has sent too many requests', {
      headers: { 'retry-after': String(secondsLeft) },
    })
  }
}

const free = (): void => undefined

/** Two overlapping writes of one row without If-Match, or two new columns of one list, collide.
 * https://github.com/pnp/pnpjs/issues/2646 */
function take(core: Core, call: Call, route: Route): () => void {
  const row = call.method === 'PATCH' && route.path.includes('/items/') && !call.headers.has('if-match')
  const schema = call.method === 'POST' && route.path.endsWith('/columns')
  if (!core.flags.concurrentWriteConflicts || (!row && !schema)) return free
  const { site = '', list = '', drive = '', item = call.params['file'] ?? '', path = '' } = call.params
  const key = [site, list, drive, item, path, row ? 'row' : 'schema'].join('/').toLowerCase()
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
