/** What a handler is given and what it answers. */
import type { Faults } from './faults.ts'
import type { Flags } from './flags.ts'
import type { Meter } from './meter.ts'
import type { Options } from './query.ts'
import type { Store } from './store.ts'

/** What the whole tenant shares. */
export type Core = {
  store: Store
  flags: Flags
  tenantId: string
  faults: Faults
  meter: Meter
  /** Writes under way, by what they write: two at once is a conflict in SharePoint. */
  underWay: Set<string>
  /** To be told of each change of a list's rows. */
  changed: (list: number) => void
}

/** Who asks, as the token says. */
export type Caller = {
  clientId: string
  /** Directory id of the person; absent when the application asks for itself. */
  oid?: string
  /** Delegated scopes or application roles. */
  permissions: string[]
  audience: string
  /** '1' secret, '2' certificate, '0' public client. */
  credential: string
}

export type Call = {
  core: Core
  caller: Caller
  /** Where the tenant was reached, `http://127.0.0.1:4000`. */
  origin: string
  method: string
  /** Below /v1.0, decoded by segment. */
  segments: string[]
  params: Record<string, string>
  /** The address as asked, without origin: used in next links. */
  address: URL
  options: Options
  headers: Headers
  body: unknown
  /** False when the caller asked for `odata.metadata=none`. */
  metadata: boolean
  /** What a scripted fault asked of a delta answer. */
  disturb: { emptyPage?: boolean; errorInDelta?: boolean; expireDelta?: boolean }
}

export type Reply = { status: number; headers?: Record<string, string>; body?: unknown }

export type Handler = (call: Call) => Reply | Promise<Reply>

/** Resource units: 1 for one thing, 2 for many or a write, 5 for permissions.
 * https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online */
export type Route = { method: string; path: string; units: number; handle: Handler }

export const ok = (body: unknown): Reply => ({ status: 200, body })

export const created = (body: unknown): Reply => ({ status: 201, body })

export const noContent: Reply = { status: 204 }

/** The body as an object; anything else is the caller's mistake. */
export function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {}
}
