/** The envelopes that teams-js and its host exchange over postMessage. */

/** From the app. `uuidAsString` is what the library matches an answer by, `id` must be a number all the same. */
export type SdkRequest = {
  id: number
  uuidAsString?: string
  func: string
  args?: unknown[]
  /** only for nestedAppAuth.execute: a JSON text */
  data?: string
}

export type SdkReply = { id: number; uuidAsString?: string; args: unknown[]; monotonicTimestamp: number }
export type SdkEvent = { func: string; args: unknown[]; monotonicTimestamp: number }

export function replyTo(request: SdkRequest, args: unknown[]): SdkReply {
  const { id, uuidAsString } = request
  return { id, ...(uuidAsString === undefined ? {} : { uuidAsString }), args, monotonicTimestamp: now() }
}

export function eventOf(func: string, args: unknown[]): SdkEvent {
  return { func, args, monotonicTimestamp: now() }
}

export function isRequest(data: unknown): data is SdkRequest {
  return typeof data === 'object' && data !== null && typeof (data as Partial<SdkRequest>).func === 'string'
}

/** The clock teams-js compares its own timestamps with. */
const now = () => performance.now() + performance.timeOrigin
