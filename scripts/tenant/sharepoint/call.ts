/** What a handler of SharePoint's REST interface is given, and the errors it answers with. */
import type { Caller, Core, Reply } from '../call.ts'
import type { Site } from '../rights.ts'

export type RestCall = {
  core: Core
  caller: Caller
  site: Site
  origin: string
  /** What the brackets of the address hold, by name of the group in the route's pattern. */
  params: Record<string, string>
  query: URLSearchParams
  body: Record<string, unknown>
}

export type RestHandler = (call: RestCall) => Reply

/** Thrown by a handler; answered as `odata.error`, the shape of `odata=nometadata`. */
export class RestFailure extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.name = 'RestFailure'
    this.status = status
    this.code = code
  }
}

export const denied = (): RestFailure =>
  new RestFailure(403, '-2147024891, System.UnauthorizedAccessException', 'Access denied.')

export const missing = (what: string): RestFailure =>
  new RestFailure(404, '-1, System.ArgumentException', `${what} does not exist.`)

/** `$select` for the few shapes there are. */
export function choose(shape: Record<string, unknown>, query: URLSearchParams): Record<string, unknown> {
  const select = query
    .get('$select')
    ?.split(',')
    .map((name) => name.trim())
  return select ? Object.fromEntries(Object.entries(shape).filter(([name]) => select.includes(name))) : shape
}
