/** Around every Graph call: scripted faults, errors as Graph writes them, request ids. */
import type { Core, Reply } from './call.ts'
import { errorBody, Failure } from './errors.ts'
import type { Fault } from './faults.ts'

/** `dropped` asks the listener to break the connection instead of answering. */
export type Answer = Reply & { dropped?: boolean }

type Asked = { method: string; url: URL; headers: Headers }

export async function guard(
  core: Core,
  { method, url, headers: sent }: Asked,
  work: (fault: Fault | undefined) => Promise<Answer>,
): Promise<Answer> {
  const request = crypto.randomUUID()
  const ids = { request, client: sent.get('client-request-id') ?? request }
  const headers = { 'request-id': ids.request, 'client-request-id': ids.client }
  const fault = core.faults.take(method, url.pathname + url.search)
  if (fault?.delayMs !== undefined) await new Promise((done) => setTimeout(done, fault.delayMs))
  const drop = fault?.dropAfterCommit === true
  try {
    if (fault?.status !== undefined) throw scripted(fault)
    const answer = await work(fault)
    return { ...answer, headers: { ...headers, ...answer.headers }, dropped: drop || answer.dropped === true }
  } catch (error) {
    const failure = asFailure(error)
    return {
      status: failure.status,
      headers: { ...headers, ...failure.headers },
      body: errorBody(failure, ids),
      dropped: drop,
    }
  }
}

/** A mistake of ours, not of the caller, is said aloud. */
function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error
  if (error instanceof URIError) return new Failure(400, 'BadRequest', 'The address is not properly encoded.')
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  return new Failure(500, 'generalException', `The local tenant failed: ${String(error)}`)
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
