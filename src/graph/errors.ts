/** What Graph refused, and the few questions that code asks about it. */

export class GraphError extends Error {
  /** HTTP status; -1 when nothing came back. */
  status: number
  code: string
  innerCode: string
  requestId: string
  /** Seconds to wait, when the service said so. */
  retryAfter: number | undefined

  constructor(of: {
    status: number
    code: string
    innerCode?: string
    message: string
    requestId?: string
    retryAfter?: number | undefined
  }) {
    super(of.message)
    this.name = 'GraphError'
    this.status = of.status
    this.code = of.code
    this.innerCode = of.innerCode ?? ''
    this.requestId = of.requestId ?? ''
    this.retryAfter = of.retryAfter
  }
}

/** Only the person can get a token, by pressing a button: pop-ups open only from a click. */
export class SignInNeeded extends Error {
  constructor() {
    super('The person must sign in by hand')
    this.name = 'SignInNeeded'
  }
}

const hasStatus = (error: unknown, ...status: number[]) =>
  error instanceof GraphError && status.includes(error.status)

/** Someone else changed the item: https://learn.microsoft.com/graph/api/listitem-update */
export const isChangedByOther = (error: unknown) => hasStatus(error, 412, 409)
export const isNotFound = (error: unknown) => hasStatus(error, 404)
export const isGone = (error: unknown) => hasStatus(error, 410)
/** The request itself was no good, as with a link that the service doesn't know any more. */
export const isRejected = (error: unknown) => hasStatus(error, 400)
export const isNoRight = (error: unknown) => hasStatus(error, 403)
/** The filter finds more rows than SharePoint looks through: https://support.microsoft.com/office/b8588dae-9387-48c2-9248-c24122f07c59 */
export const isTooMany = (error: unknown) => hasStatus(error, 422)
export const isThrottled = (error: unknown) => hasStatus(error, 429, 503, 504)

/** Nothing came back: the write may have been done or not. */
export const isLost = (error: unknown) =>
  hasStatus(error, -1, 504) || (error instanceof TypeError && /fetch/i.test(error.message))

/** A unique column already holds the value; only the text tells (https://github.com/pnp/pnpcore/issues/1280). */
export const isDuplicate = (error: unknown) =>
  error instanceof GraphError && error.status >= 400 && error.message.includes('duplicate values were found')
