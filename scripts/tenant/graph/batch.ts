/** `POST /$batch`: up to twenty calls in one, answered in any order. https://learn.microsoft.com/graph/json-batching */
import { type Caller, type Core, record, type Reply } from '../call.ts'
import { dispatch, type Incoming } from '../dispatch.ts'
import type { Answer } from '../guard.ts'
import { Failure } from '../errors.ts'

type Part = {
  id: string
  method: string
  url: string
  headers: Record<string, string>
  body: unknown
  dependsOn: string[]
}

type PartReply = { id: string; status: number; headers?: Record<string, string>; body?: unknown }

const most = 20

/** `dropped` is passed on: a broken connection takes the whole batch with it. */
export async function answerBatch(
  core: Core,
  incoming: { origin: string; body: unknown; caller: Caller },
): Promise<Answer> {
  const parts = readParts(incoming.body)
  const running = new Map<string, Promise<PartReply>>()
  let dropped = false

  const run = async (part: Part): Promise<PartReply> => {
    const before = await Promise.all(part.dependsOn.flatMap((id) => running.get(id.toLowerCase()) ?? []))
    if (before.some((reply) => reply.status >= 400)) return failedDependency(part.id)
    const answer = await dispatch(core, asIncoming(part, incoming))
    dropped ||= answer.dropped === true
    return asReply(part.id, answer)
  }
  for (const part of parts) running.set(part.id.toLowerCase(), run(part))

  const responses = await Promise.all(running.values())
  const reply: Reply = {
    status: 200,
    body: { responses: core.flags.shuffleBatch ? shuffle(responses) : responses },
  }
  return { ...reply, dropped }
}

function readParts(body: unknown): Part[] {
  const requests = record(body)['requests']
  if (!Array.isArray(requests) || requests.length === 0) throw malformed()
  if (requests.length > most) {
    throw new Failure(400, 'BadRequest', `Number of batch request steps exceeds the maximum value of ${most}`)
  }
  const parts = requests.map(readPart)
  const ids = new Set<string>()
  for (const { id, dependsOn } of parts) {
    // Only earlier ones, which also keeps them from waiting for each other.
    if (dependsOn.some((other) => !ids.has(other.toLowerCase()))) throw malformed()
    if (ids.has(id.toLowerCase())) throw malformed()
    ids.add(id.toLowerCase())
  }
  return parts
}

function readPart(request: unknown): Part {
  const { id, method, url, headers, body, dependsOn } = record(request)
  if (typeof id !== 'string' || typeof method !== 'string' || typeof url !== 'string') throw malformed()
  // Without version: https://github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/8576
  if (/^(https?:)|^\/?(v1\.0|beta)\//.test(url)) throw malformed()
  const named = Object.fromEntries(
    Object.entries(record(headers)).map(([name, value]) => [name.toLowerCase(), String(value)]),
  )
  if (body !== undefined && named['content-type'] === undefined) throw malformed()
  return {
    id,
    method: method.toUpperCase(),
    url: url.replace(/^\//, ''),
    headers: named,
    body,
    dependsOn: Array.isArray(dependsOn) ? dependsOn.map(String) : [],
  }
}

const malformed = (): Failure => new Failure(400, 'BadRequest', 'Invalid batch payload format.')

function asIncoming(part: Part, { origin, caller }: { origin: string; caller: Caller }): Incoming {
  return {
    method: part.method,
    url: new URL(`${origin}/v1.0/${part.url}`),
    headers: new Headers(part.headers),
    // Asynchronous, so that parallel parts overlap as they do in the service.
    body: async () => part.body,
    caller: async () => caller,
  }
}

function asReply(id: string, { status, headers, body }: Answer): PartReply {
  const shown = {
    'Cache-Control': 'no-cache',
    'OData-Version': '4.0',
    'Content-Type':
      'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8',
  }
  return {
    id,
    status,
    headers: { ...shown, ...capitalised(headers ?? {}) },
    ...(body === undefined ? {} : { body }),
  }
}

/** Header names arrive as the service writes them: `Retry-After`, `Location`. */
function capitalised(headers: Record<string, string>): Record<string, string> {
  const upper = (name: string): string => name.replace(/(^|-)([a-z])/g, (sign) => sign.toUpperCase())
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      /^(retry-after|location|etag|ratelimit-.*)$/.test(name) ? upper(name) : name,
      value,
    ]),
  )
}

function failedDependency(id: string): PartReply {
  const error = { code: 'FailedDependency', message: 'A request this one depends on failed.' }
  return { id, status: 424, body: { error } }
}

function shuffle<Value>(values: Value[]): Value[] {
  const mixed = [...values]
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = Math.floor(Math.random() * (at + 1))
    const [a, b] = [mixed[at], mixed[other]]
    if (a !== undefined && b !== undefined) {
      mixed[at] = b
      mixed[other] = a
    }
  }
  return mixed
}
