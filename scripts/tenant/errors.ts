/** The errors that Graph answers with, by the names of its own catalogue. */

/** Thrown by a handler, answered as Graph's error envelope. https://learn.microsoft.com/graph/errors */
export class Failure extends Error {
  readonly status: number
  readonly code: string
  readonly inner: string | undefined
  readonly headers: Record<string, string>

  constructor(status: number, code: string, message: string, more: FailureDetails = {}) {
    super(message)
    this.name = 'Failure'
    this.status = status
    this.code = code
    this.inner = more.inner
    this.headers = more.headers ?? {}
  }
}

type FailureDetails = { inner?: string; headers?: Record<string, string> }

export const badRequest = (message: string): Failure => new Failure(400, 'invalidRequest', message)

export const notFound = (): Failure => new Failure(404, 'itemNotFound', 'The specified item was not found')

export const listNotFound = (): Failure =>
  new Failure(404, 'itemNotFound', 'The specified list was not found')

export const accessDenied = (): Failure => new Failure(403, 'accessDenied', 'Access denied')

export const generalException = (): Failure =>
  new Failure(500, 'generalException', 'General exception while processing')

const changedSince = 'The resource has changed since the caller last read it; usually an eTag mismatch'

/** If-Match named another version. https://learn.microsoft.com/graph/api/listitem-update */
export const preconditionFailed = (): Failure =>
  new Failure(412, 'resourceModified', changedSince, { inner: 'entityTagDoesNotMatch' })

export const conflict = (): Failure => new Failure(409, 'resourceModified', changedSince)

/** List view threshold. https://github.com/microsoftgraph/microsoft-graph-docs/issues/13611 */
export const tooManyResources = (): Failure =>
  new Failure(422, 'notSupported', 'The request is unprocessable because it uses too many resources', {
    inner: 'tooManyResources',
  })

export const unauthorized = (message: string): Failure =>
  new Failure(401, 'InvalidAuthenticationToken', message)

/** `date` has no Z: that is how the service writes it. */
export function errorBody(failure: Failure, ids: { request: string; client: string }): object {
  const innerError = {
    ...(failure.inner === undefined ? {} : { code: failure.inner }),
    date: new Date().toISOString().slice(0, 19),
    'request-id': ids.request,
    'client-request-id': ids.client,
  }
  return { error: { code: failure.code, message: failure.message, innerError } }
}
